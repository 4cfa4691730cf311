// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/drbdconfhosts.h"

#include <algorithm>

namespace Core
{
namespace
{
// "device /dev/drbd0 minor 0", "device minor 0", "device /dev/drbd0": the minor is the number
// behind the last letters of the device when it is not told.
void setDevice(DrbdHost &host, const QStringList &words)
{
    const qsizetype at = words.indexOf(QStringLiteral("minor"));
    if (words.size() > 1 && at != 1)
        host.device = words[1];
    bool told = false;
    if (at > 0 && at + 1 < words.size())
        host.minor = words[at + 1].toInt(&told);
    const QString prefix = QStringLiteral("/dev/drbd");
    if (!told && host.device.startsWith(prefix))
        host.minor = host.device.mid(prefix.size()).toInt(&told);
    if (!told)
        host.minor = -1;
}

QString addressOf(const QStringList &words)
{
    const bool family = words.size() > 2 && words[1] != QStringLiteral("ipv4");
    return family ? words[1] + u' ' + words.last() : words.value(words.size() - 1);
}

void fill(QString &text, const QString &common)
{
    if (text.isEmpty())
        text = common;
}

void fill(DrbdHost &host, const DrbdHost &common)
{
    fill(host.device, common.device);
    fill(host.disk, common.disk);
    fill(host.metaDisk, common.metaDisk);
    host.minor = host.minor < 0 ? common.minor : host.minor;
}
} // namespace

DrbdHost &DrbdConfHosts::entry(const NodeName &node, int volume)
{
    DrbdHost &host = m_hosts[{node, volume}];
    host.node = node;
    host.volume = volume;
    if (volume != anyVolume)
        m_volumes.insert(volume);
    return host;
}

void DrbdConfHosts::begin(const QList<NodeName> &nodes)
{
    for (const NodeName &node : nodes) {
        if (m_known.contains(node))
            continue;
        m_known.insert(node);
        m_nodes << node;
    }
}

bool DrbdConfHosts::set(const QList<NodeName> &nodes, int volume, const QStringList &words)
{
    const QString &option = words.first();
    const QString value = words.value(1);
    for (const NodeName &node : nodes) {
        if (option == QStringLiteral("device"))
            setDevice(entry(node, volume), words);
        else if (option == QStringLiteral("disk"))
            entry(node, volume).disk = value;
        else if (option == QStringLiteral("meta-disk")
                 || option == QStringLiteral("flexible-meta-disk"))
            entry(node, volume).metaDisk = value;
        else if (option == QStringLiteral("address"))
            m_addresses[node] = addressOf(words);
        else
            return false;
    }
    return true;
}

qint64 DrbdConfHosts::rows() const
{
    return m_nodes.size() * std::max<qint64>(1, m_volumes.size());
}

QList<DrbdHost> DrbdConfHosts::result() const
{
    QList<int> volumes = m_volumes.values();
    std::sort(volumes.begin(), volumes.end());
    if (volumes.isEmpty())
        volumes << 0;
    QList<DrbdHost> hosts;
    for (const NodeName &node : m_nodes) {
        for (const int volume : std::as_const(volumes)) {
            DrbdHost host = m_hosts.value({node, volume});
            host.node = node;
            host.volume = volume;
            host.address = m_addresses.value(node);
            fill(host, m_hosts.value({node, anyVolume}));
            fill(host, m_hosts.value({NodeName(), volume}));
            fill(host, m_hosts.value({NodeName(), anyVolume}));
            hosts << host;
        }
    }
    return hosts;
}
} // namespace Core
