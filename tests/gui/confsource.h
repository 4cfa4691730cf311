// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/confreader.h"
#include "tests/gui/samplecluster.h"

#include <QCryptographicHash>
#include <QPromise>

// A cluster whose nodes hold a cluster.conf that a test can change under the editor's feet.
namespace ConfSample
{
inline QByteArray fenced(int version)
{
    return QByteArray("<?xml version=\"1.0\"?>\n<cluster name=\"pve-ha\" config_version=\"")
        + QByteArray::number(version) + R"(">
  <cman two_node="1" expected_votes="1"/>
  <!-- kept as it is -->
  <fencedevices>
    <fencedevice agent="fence_ipmilan" name="ipmi1" ipaddr="10.9.0.1" login="admin" passwd="s3cret" lanplus="1"/>
    <fencedevice agent="fence_ipmilan" name="ipmi2" ipaddr="10.9.0.2" login="admin" passwd="s3cret" lanplus="1"/>
  </fencedevices>
  <clusternodes>
    <clusternode name="node1" votes="1" nodeid="1">
      <fence><method name="1"><device name="ipmi1"/></method></fence>
    </clusternode>
    <clusternode name="node2" votes="1" nodeid="2">
      <fence><method name="1"><device name="ipmi2"/></method></fence>
    </clusternode>
  </clusternodes>
  <rm>
    <pvevm autostart="1" vmid="100"/>
  </rm>
</cluster>
)";
}

class Source : public SampleCluster::Source
{
public:
    explicit Source(const QByteArray &file = fenced(12))
        : SampleCluster::Source(SampleCluster::healthy())
    {
        m_reader.read = [this](const Core::NodeName &node) {
            ++reads;
            return QtFuture::makeReadyFuture(Core::Expected<Core::ConfFiles>(
                Core::ConfFiles{node, committed, pending, committed}));
        };
        hold(file, 12);
    }
    const Core::ConfReader *confReader() const override { return &m_reader; }
    Core::ConfReader &reader() { return m_reader; }

    // The nodes have this file now, committed and running, and say so.
    void hold(const QByteArray &file, quint32 version)
    {
        committed = file;
        Core::ClusterSnapshot now = *snapshot();
        for (const int id : {1, 2}) {
            Core::Machine &machine = now.machines[SampleCluster::node(id)];
            const QByteArray sum
                = QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex();
            machine.configFile
                = SampleCluster::told(machine.name, "clusterconf-sum", Core::ConfigFile{sum});
            machine.quorum.value->configVersion = int(version);
            Core::ClusterConfig config;
            config.name = QStringLiteral("pve-ha");
            config.version = version;
            machine.configuration = SampleCluster::told(machine.name, "clusterconf", config);
        }
        ++now.revision;
        publish(now);
    }

    void loseQuorum()
    {
        Core::ClusterSnapshot now = *snapshot();
        for (const int id : {1, 2})
            now.machines[SampleCluster::node(id)].quorum.value->quorate = false;
        ++now.revision;
        publish(now);
    }

    QByteArray committed;
    std::optional<QByteArray> pending;
    int reads = 0;

private:
    Core::ConfReader m_reader;
};
} // namespace ConfSample
