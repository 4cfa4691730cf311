// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/clustersnapshot.h"
#include "core/model/health.h"

namespace Core
{
enum class EventKind : quint8 {
    Contact,
    Power,
    Membership,
    Quorum,
    Fencing,
    Replication,
    Service,
    Guest,
    Link,
    Configuration
};

// What changed between two snapshots, in words an operator would use in the log of the night.
struct Event {
    EventKind kind = EventKind::Contact;
    VerdictState severity = VerdictState::Unknown; // Ok: a recovery; Unknown: sight was lost
    NodeName machine; // empty: the cluster
    QString subject; // resource, guest id, link; empty: the machine itself
    Message text;
    EvidenceRef evidence;
    friend bool operator==(const Event &, const Event &) = default;
};
// Counters and ages make no events. Order: by machine, then by kind.
QList<Event> diff(const ClusterSnapshot &before, const ClusterSnapshot &after);
} // namespace Core
