// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/patch.h"
#include "gui/clustersource.h"

// A two-node cluster with quorum server as the window may meet it, as values. Each function gives
// one situation; tests change one thing more and look.
namespace SampleCluster
{
using namespace Core;

inline NodeName node(int id)
{
    return NodeName(QStringLiteral("node%1").arg(id));
}

// The night of the samples: 2013-10-22, 02:58:00 UTC.
inline QDateTime now()
{
    return QDateTime(QDate(2013, 10, 22), QTime(2, 58), Qt::UTC);
}

template <typename T> Observed<T> told(const NodeName &by, const char *probe, T value)
{
    return {std::move(value), std::nullopt, {by, ProbeId(QString::fromLatin1(probe)), 0, 0}};
}

Machine machine(int id);
Machine quorumServer();
ClusterSnapshot healthy();
ClusterSnapshot resyncing(); // r1 from node1 to node2, 85 %
ClusterSnapshot silentNode2(); // no byte since 02:57:12; node1 still counts it
ClusterSnapshot fencedNode2(); // node1 lost it, its BMC says off, a guest came over
ClusterSnapshot splitBrain(); // r1 StandAlone on both sides, both wrote
// r1 split, proven by node1's kernel log; r2 disconnected by somebody on node2
ClusterSnapshot provenSplit();
ClusterSnapshot disagreeing(); // each node counts the other as lost; node2 without quorum
ClusterSnapshot untold(); // a profile just opened: nothing known yet
ClusterSnapshot counted(ClusterSnapshot snapshot); // the same a moment later: counters moved only
ClusterSnapshot unreachable(); // node2 was never reached
ClusterSnapshot named(ClusterSnapshot snapshot, const QString &name);

DrbdResource &drbd(ClusterSnapshot &snapshot, int node, int minor);

// A source that tells what the test put in.
class Source : public Gui::ClusterSource
{
public:
    explicit Source(ClusterSnapshot snapshot);
    SnapshotPtr snapshot() const override { return m_snapshot; }
    ProbeResult evidence(const EvidenceRef &ref) const override;
    std::optional<std::chrono::milliseconds> age(const EvidenceRef &ref) const override;
    PathState path(const NodeName &machine) const override;
    QDateTime now() const override { return m_now; }

    void publish(ClusterSnapshot snapshot); // with the events that diff() tells
    void pass(std::chrono::milliseconds time) { m_now = m_now.addMSecs(time.count()); }

private:
    SnapshotPtr m_snapshot;
    QDateTime m_now = SampleCluster::now();
};
} // namespace SampleCluster
