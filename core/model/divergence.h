// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/clustersnapshot.h"

// Why the two sides of a resource are apart, by evidence. StandAlone alone proves nothing: an
// administrator's disconnect, a wrong secret and unrelated data look the same.
namespace Core
{
enum class ApartKind : quint8 {
    Unknown, // no evidence yet
    SplitBrain, // proven: the kernel said so, or both sides went on from a common generation
    SecretMismatch,
    UnrelatedData, // no common generation: a full sync is needed, discarding is no answer
    Disconnected, // by an administrator, on `by`
    NetworkDown, // both wait for each other
};

struct ApartSide {
    DrbdConnection connection = DrbdConnection::Unknown;
    Role role = Role::Unknown;
    DiskState disk = DiskState::Unknown;
    // Changed on this side since they parted, from its own bitmap; else from the last handshake
    // (blocks of 4 KiB, DRBD's bitmap). None: not known.
    std::optional<Bytes> changed;
    friend bool operator==(const ApartSide &, const ApartSide &) = default;
};

struct Apart {
    ResourceName resource; // "drbd3" while its name is not known
    int minor = -1;
    ApartKind kind = ApartKind::Unknown;
    NodeName by; // who noticed, or who disconnected; empty when both tell, or nobody
    QDateTime since; // when they last talked, by the clock of sinceBy, UTC; invalid: not known
    NodeName sinceBy;
    Message reason; // one sentence
    Kinship kinship = Kinship::Unknown; // of the sides in the order of their names
    QMap<NodeName, ApartSide> sides; // of the nodes that answer
    QList<EvidenceRef> evidence; // lines of the kernel log, generations, /proc/drbd
    friend bool operator==(const Apart &, const Apart &) = default;
};

// One for each resource of which a node that answers says that it is not connected, by name.
QList<Apart> apartResources(const ClusterSnapshot &snapshot);
} // namespace Core
