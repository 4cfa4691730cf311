// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/observed.h"

#include <chrono>

namespace Core
{
enum class LinkKind : quint8 { ClusterNetwork, Replication, Ipmi, Iscsi };

// What one end (or an observer) knows of a link. `up` is judged from the protocol on it
// (membership, DRBD's connection state, an IPMI answer, the iSCSI session), never from carrier
// alone.
struct LinkEnd {
    std::optional<bool> up;
    std::optional<bool> carrier;
    QString interface; // "eth0"; empty: not found
    QString address;
    std::optional<int> speedMbit; // as the kernel says, Mb/s
    friend bool operator==(const LinkEnd &, const LinkEnd &) = default;
};

// Replication: one link a resource (`resource`). Ipmi: from observer `a` to the BMC of `b`.
struct Link {
    LinkKind kind = LinkKind::ClusterNetwork;
    NodeName a;
    NodeName b;
    ResourceName resource;
    Views<LinkEnd> ends;
    friend bool operator==(const Link &, const Link &) = default;
};
} // namespace Core
