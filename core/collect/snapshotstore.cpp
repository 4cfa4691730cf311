// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/snapshotstore.h"

#include "core/collect/recording.h"

namespace Core
{
SnapshotStore::SnapshotStore(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_current(std::make_shared<const ClusterSnapshot>())
{
}

ProbeResult SnapshotStore::evidence(const NodeName &machine, const ProbeId &probe) const
{
    return m_evidence.value({machine, probe});
}

std::optional<LastSeen> SnapshotStore::lastSeen(const NodeName &machine, const ProbeId &probe) const
{
    const auto found = m_seen.constFind({machine, probe});
    return found == m_seen.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<std::chrono::milliseconds> SnapshotStore::age(const EvidenceRef &evidence) const
{
    const std::optional<LastSeen> seen = lastSeen(evidence.machine, evidence.probe);
    if (!seen || !seen->at.isValid())
        return std::nullopt;
    // A workstation's clock may be set back; an answer from the future is new, not negative.
    return std::chrono::milliseconds(std::max<qint64>(0, seen->at.msecsTo(m_clock.now())));
}

PathState SnapshotStore::path(const NodeName &machine) const
{
    return m_paths.value(machine);
}

void SnapshotStore::reset(const QString &clusterName, const QList<Machine> &machines)
{
    ClusterSnapshot next;
    next.revision = m_current->revision + 1;
    next.clusterName = clusterName;
    for (const Machine &machine : machines)
        next.machines.insert(machine.name, machine);
    m_evidence.clear();
    m_seen.clear();
    m_paths.clear();
    m_current = std::make_shared<const ClusterSnapshot>(std::move(next));
    emit published(m_current, {});
}

void SnapshotStore::apply(const QList<Patch> &patches)
{
    if (patches.isEmpty())
        return;
    ClusterSnapshot next = applied(*m_current, patches);
    if (next == *m_current)
        return;
    next.revision = m_current->revision + 1;
    const SnapshotPtr before
        = std::exchange(m_current, std::make_shared<const ClusterSnapshot>(std::move(next)));
    const SnapshotPtr now = m_current;
    emit published(now, diff(*before, *now));
}

void SnapshotStore::setEvidence(const ProbeResult &result, const LastSeen &seen)
{
    m_evidence.insert({result.machine, result.probe}, withoutSecrets(result));
    seenAgain(result.machine, result.probe, seen);
}

void SnapshotStore::seenAgain(const NodeName &machine, const ProbeId &probe, const LastSeen &seen)
{
    m_seen.insert({machine, probe}, seen);
}

void SnapshotStore::setPath(const NodeName &machine, const PathState &path)
{
    m_paths.insert(machine, path);
}
} // namespace Core
