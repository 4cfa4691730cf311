// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "core/clusterconf/document.h"

#include <chrono>

// The changes that a two-node cluster needs once in its life, as text in and text out: a
// cluster.conf with everything else as it was, its version one above `highestKnown` (running,
// committed, pending), and what to do around its activation, in order. A version that is above it
// already stays: several changes of one draft are one version. 0: nothing is known, then it is one
// above its own. Nothing is activated here. Refused: the change does not fit this cluster.conf,
// with the reason.
namespace Core
{
struct Recipe {
    QByteArray text; // the new cluster.conf; it holds the passwords it was given
    QList<Message> steps; // what to do, in order; no password in them
};

struct BmcOfNode {
    NodeName node;
    QString address;
    QString login;
    QString password;
};
// A fence device fence_ipmilan and a method for each node that is named; none of them may have a
// method yet.
Expected<Recipe> fencedByBmc(const Document &document, const QList<BmcOfNode> &bmcs,
                             quint32 highestKnown = 0);

struct QuorumDiskWish {
    QString label; // of mkqdisk
    std::chrono::milliseconds token{54'000}; // raised when the disk needs more
    bool masterWins = true;
};
// From two_node to a quorum disk: expected_votes 3, no two_node, quorumd by its label, a token that
// outlasts it. For two nodes that can be fenced.
Expected<Recipe> withQuorumDisk(const Document &document, const QuorumDiskWish &wish,
                                quint32 highestKnown = 0);

Expected<Recipe> withGuestUnderHa(const Document &document, int vmid, quint32 highestKnown = 0);
Expected<Recipe> withoutGuestUnderHa(const Document &document, int vmid, quint32 highestKnown = 0);

// A fence delay for the node that holds the guests, and none for the other. Two nodes.
Expected<Recipe> withProtectedNode(const Document &document, const NodeName &node,
                                   std::chrono::seconds delay = std::chrono::seconds(15),
                                   quint32 highestKnown = 0);

struct PowerStrip {
    QString name; // of its fence device; a device of that name may be there already
    QString agent; // "fence_apc_snmp"
    QString address;
    QString login; // empty: the agent needs none
    QString password;
};
struct OutletsOfNode {
    NodeName node;
    QList<std::pair<QString, QString>> outlets; // name of the strip, outlet: one a supply
};
// A second method for each node that is named, behind the one it has: all its outlets off, then all
// on, so that two supplies are dark at once.
Expected<Recipe> withSecondMethod(const Document &document, const QList<PowerStrip> &strips,
                                  const QList<OutletsOfNode> &nodes, quint32 highestKnown = 0);
} // namespace Core
