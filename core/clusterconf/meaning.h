// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"

namespace Core
{
// When a change is in force after its activation (cluster 3.2; qdisk(5), RHEL 6 Cluster
// Administration 9.4).
enum class Effect : quint8 {
    Live, // as soon as the new version runs
    QuorumDaemon, // after a restart of qdiskd on each node
    Node, // after a restart of cman on that node
    Cluster, // after a stop of cman on all nodes at once
    ServiceManager, // after a start of rgmanager on each node, which stays down without <rm>
};
Message effectText(Effect effect); // "needs a restart of qdiskd on each node"

// One difference in what two files say; comments, blanks, quotes and the order of attributes say
// nothing.
struct ConfChange {
    Message text; // "fence device ipmi2: address changed from ... to ..."; no secret in it
    Effect effect = Effect::Cluster;
    std::optional<TextSpan> before; // where it stands; none: not there
    std::optional<TextSpan> after;
    friend bool operator==(const ConfChange &, const ConfChange &) = default;
};

// In the order of the text after, what was removed where it stood before. Elements are known again
// by what names them (a device by its name, a guest by its number), wherever they moved to.
QList<ConfChange> changesOf(const Document &before, const Document &after);
} // namespace Core
