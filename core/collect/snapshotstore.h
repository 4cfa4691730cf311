// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/patch.h"
#include "core/model/snapshotdiff.h"
#include "core/provider/provider.h"

#include <QHash>
#include <QObject>

namespace Core
{
// When a probe of a machine last answered; ages on screen come from here, at 1 Hz.
struct LastSeen {
    QDateTime at; // arrival of the answer, workstation's clock, UTC
    std::chrono::milliseconds duration{0}; // of the probe on the machine
    std::chrono::milliseconds period{0}; // how often it is asked
    bool overdue = false; // later than its time-out + 1 s: its facts are not fresh
};

// Our path to a machine, measured; not part of the snapshot, since it changes with every answer.
struct PathState {
    std::optional<std::chrono::microseconds> roundTrip; // smoothed, request to answer
    std::optional<std::chrono::milliseconds> clockOffset; // machine's clock minus ours
    QDateTime lastByte; // UTC
};

// The current snapshot, the last output of each probe as evidence, and who saw what when. Main
// thread.
class SnapshotStore : public QObject
{
    Q_OBJECT
public:
    explicit SnapshotStore(const Clock &clock, QObject *parent = nullptr);

    SnapshotPtr current() const { return m_current; } // never null
    // The last output of a probe (redacted), for quoting; empty when it never answered.
    ProbeResult evidence(const NodeName &machine, const ProbeId &probe) const;
    std::optional<LastSeen> lastSeen(const NodeName &machine, const ProbeId &probe) const;
    // Age of a fact now; none when it was never seen.
    std::optional<std::chrono::milliseconds> age(const EvidenceRef &evidence) const;
    PathState path(const NodeName &machine) const;

    // The machines of the profile, before anything is known.
    void reset(const QString &clusterName, const QList<Machine> &machines);
    void apply(const QList<Patch> &patches); // publishes only when a fact changed
    void setEvidence(const ProbeResult &result, const LastSeen &seen);
    // The answer was as before, or is late: the evidence stays.
    void seenAgain(const NodeName &machine, const ProbeId &probe, const LastSeen &seen);
    void setPath(const NodeName &machine, const PathState &path);

signals:
    void published(const Core::SnapshotPtr &snapshot, const QList<Core::Event> &events);

private:
    const Clock &m_clock;
    SnapshotPtr m_current;
    QHash<std::pair<NodeName, ProbeId>, ProbeResult> m_evidence;
    QHash<std::pair<NodeName, ProbeId>, LastSeen> m_seen;
    QHash<NodeName, PathState> m_paths;
};
} // namespace Core
