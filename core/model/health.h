// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/clustersnapshot.h"
#include "core/model/finding.h"

namespace Core
{
// Unknown is a verdict of its own: never green and never red.
enum class VerdictState : quint8 { Unknown, Ok, Warning, Bad };

struct Verdict {
    VerdictState state = VerdictState::Unknown;
    Message headline; // "4 of 4 guests run"
    Message reason; // one sentence
    QList<EvidenceRef> evidence;
    friend bool operator==(const Verdict &, const Verdict &) = default;
};

// The three questions (rules 13, 16, 19 and 21 of the trade). Only here are the observers' views
// merged. `nextFailure` stays Unknown, "not computed yet", until the failure model exists.
struct Health {
    Verdict service;
    Verdict data;
    Verdict nextFailure;
    QList<Finding> findings; // worst first
    friend bool operator==(const Health &, const Health &) = default;
};
Health healthOf(const ClusterSnapshot &snapshot);

// How one thing stands, for its lamp on the picture. Same rules, told per thing.
VerdictState stateOf(const Machine &machine, const ClusterSnapshot &snapshot);
VerdictState stateOf(const Link &link, const ClusterSnapshot &snapshot);

// Where a guest runs as far as anybody can prove; `runs` empty = not known, `hosts` more than one =
// bad.
struct GuestView {
    int id = 0;
    VmName name;
    GuestState state = GuestState::Unknown;
    QList<NodeName> hosts; // where a process was seen by a machine that still answers
    NodeName home; // by .vmlist, or the owner told by rgmanager
    bool highlyAvailable = false;
    bool startsAtBoot = false; // with its node, by its configuration; HA does not ask for it
    std::optional<HaService> service;
    bool ownerLost = false; // rgmanager says started on a node that does not answer
    QList<EvidenceRef> evidence;
    friend bool operator==(const GuestView &, const GuestView &) = default;
};
QList<GuestView> guestsOf(const ClusterSnapshot &snapshot); // by id
// Rule 19 of the trade: an HA guest that no person disabled, or one that starts with its node.
bool shouldRun(const GuestView &guest);

// Both sides of a DRBD resource at once.
struct ReplicationView {
    ResourceName name; // of a further volume "r1/1"; "drbd3" while its name is not known
    int minor = -1;
    QMap<NodeName, DrbdResource> sides; // as each machine sees its own side
    VerdictState state = VerdictState::Unknown;
    Message summary; // "node2 is 12.4 GiB behind", "diverged: ..."
    std::optional<NodeName> source; // of the resync that runs
    std::optional<NodeName> target;
    std::optional<SyncProgress> sync;
    QList<EvidenceRef> evidence;
    friend bool operator==(const ReplicationView &, const ReplicationView &) = default;
};
QList<ReplicationView> replicationOf(const ClusterSnapshot &snapshot);
} // namespace Core
