// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QDateTime>
#include <QList>

#include <array>
#include <optional>

// What a machine keeps of the past of its resources: DRBD's lines in the kernel log and the
// generation identifiers in the metadata. Evidence of a split brain, which no state shows.
namespace Core
{
enum class DrbdLogKind : quint8 {
    SplitBrain, // detected and not resolved; "automatically solved" is SplitBrainSolved
    SplitBrainSolved,
    UnrelatedData,
    SecretMismatch, // the peer does not know the shared secret
    HandshakeSelf, // generation and dirty blocks of this side, at a handshake
    HandshakePeer, // of the peer, as it told
    Disconnecting, // a person (or a script) asked for it
    ConnectionLost, // Connected or above to a network failure, or the peer closed it
    Connected, // again, or the start of a resync
    ResyncDone,
    VerifyDone,
    VerifyFound, // behind VerifyDone, when the copies differ
    VerifyBegan, // from `sector`
    OutOfSync, // found by a verification: `sectors` of 512 bytes from `sector`
    VerifyAborted,
};

struct DrbdLogEntry {
    DrbdLogKind kind = DrbdLogKind::Connected;
    QDateTime at; // UTC, by the machine's clock; invalid when the line has no time
    ResourceName resource; // empty where the release names the minor alone
    int minor = -1; // -1 where the line is about the whole connection (8.4)
    // Blocks of 4 KiB: of a handshake, changed since the peers parted; of VerifyFound, that differ.
    std::optional<quint64> bits;
    std::optional<quint64> sector, sectors; // of 512 bytes
    QString text; // behind the prefix
    int line = 0; // in the output, from 1
    friend bool operator==(const DrbdLogEntry &, const DrbdLogEntry &) = default;
};
struct DrbdLog {
    QList<DrbdLogEntry> entries; // oldest first
    friend bool operator==(const DrbdLog &, const DrbdLog &) = default;
};

// Current, bitmap, younger and older history (drbdmeta(8)). The lowest bit says "was Primary" and
// is no part of the identity.
struct DrbdGeneration {
    ResourceName resource;
    int volume = 0;
    std::array<quint64, 4> uuids{};
    friend bool operator==(const DrbdGeneration &, const DrbdGeneration &) = default;
};
struct DrbdGenerations {
    QList<DrbdGeneration> list;
    friend bool operator==(const DrbdGenerations &, const DrbdGenerations &) = default;
};

// How the data of two sides are related, by DRBD's own comparison (drbd_uuid_compare, 8.3.13).
enum class Kinship : quint8 {
    Unknown, // one side has never been used
    Same,
    FirstIsNewer, // the second holds what the first once was
    SecondIsNewer,
    Diverged, // both went on from a common generation: split brain
    Unrelated, // no common generation
};
Kinship kinshipOf(const DrbdGeneration &first, const DrbdGeneration &second);
} // namespace Core
