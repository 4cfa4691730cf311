// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/resourceuse.h"
#include "core/plan/plan.h"

// Both sides of a resource as plans look at them: facts of machines that answer, or nothing.
namespace Core
{
// Which words drbdadm and drbdsetup understand. 8.4 changed them, and nothing that they print tells
// it but the release.
enum class DrbdSyntax : quint8 {
    Before84, // "drbdadm -- --discard-my-data connect r0"
    Since84, // "drbdadm connect --discard-my-data r0"
};

struct DrbdSide {
    NodeName node;
    std::optional<DrbdResource> state; // none: the machine does not answer or does not tell
    std::optional<DrbdSyntax> syntax;
    EvidenceRef evidence;
    DrbdConnection connection() const;
    Role role() const;
    DiskState disk() const;
    char flag(int position) const; // of "r/s a p u d s"; 0 when not printed
};

struct DrbdPair {
    ResourceName name;
    int minor = -1;
    DrbdSide own;
    DrbdSide peer;
    Message trouble; // why the own side is not known well enough to plan; empty: it is

    Role peerRole() const; // as the peer says it, else as the own side sees it while connected
    DiskState peerDisk() const;
    // Both Primary, as far as anybody tells; none: not known.
    std::optional<bool> bothPrimary() const;
    QList<EvidenceRef> evidence() const;
};
DrbdPair pairOf(const ClusterSnapshot &snapshot, const NodeName &node,
                const ResourceName &resource);
// The resource on that node, told now; none otherwise.
std::optional<DrbdResource> sideOf(const ClusterSnapshot &snapshot, const NodeName &node,
                                   const ResourceName &resource);
// The configuration of the resource on that node; null when it is not known.
const DrbdResourceConfig *configOf(const ClusterSnapshot &snapshot, const NodeName &node,
                                   const ResourceName &resource);

Command drbdadm(DrbdSyntax syntax, const QString &verb, const ResourceName &resource,
                const QStringList &options = {});
} // namespace Core
