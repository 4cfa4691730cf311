// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/divergence.h"

#include "core/model/freshness.h"

#include <algorithm>
#include <array>

namespace Core
{
namespace
{
constexpr qint64 bitmapBlock = 4096; // bytes

struct Told {
    NodeName node;
    const Machine *machine = nullptr;
    DrbdResource side;
    QList<DrbdLogEntry> log; // of this resource, since it was last connected; oldest first
};

DrbdConnection connectionOf(const DrbdResource &side)
{
    return side.peers.isEmpty() ? DrbdConnection::Unknown : side.peers.first().connection;
}

bool isAbout(const DrbdLogEntry &entry, const DrbdResource &side)
{
    if (entry.minor >= 0)
        return entry.minor == side.minor;
    return !entry.resource.isEmpty() && entry.resource == side.name;
}

// The lines since the sides parted: the loss of the connection is the first of them.
QList<DrbdLogEntry> logOf(const Machine &machine, const DrbdResource &side)
{
    QList<DrbdLogEntry> entries;
    const DrbdLog *log = freshFact(machine, machine.drbdLog);
    for (const DrbdLogEntry &entry : log ? log->entries : QList<DrbdLogEntry>()) {
        if (!isAbout(entry, side))
            continue;
        if (entry.kind == DrbdLogKind::Connected || entry.kind == DrbdLogKind::SplitBrainSolved)
            entries.clear();
        else
            entries << entry;
    }
    return entries;
}

const DrbdLogEntry *last(const Told &told, DrbdLogKind kind)
{
    for (auto entry = told.log.crbegin(); entry != told.log.crend(); ++entry) {
        if (entry->kind == kind)
            return &*entry;
    }
    return nullptr;
}

EvidenceRef lineOf(const Told &told, const DrbdLogEntry &entry)
{
    EvidenceRef evidence = told.machine->drbdLog.evidence;
    evidence.firstLine = evidence.lastLine = entry.line;
    return evidence;
}

std::optional<Bytes> inBytes(const DrbdLogEntry *entry)
{
    if (!entry || !entry->bits)
        return std::nullopt;
    constexpr quint64 most = quint64(1) << 50; // blocks; far beyond any disk
    return Bytes{qint64(std::min(*entry->bits, most)) * bitmapBlock};
}

// What the side itself counts; a side that lost its bitmap was still told about at the handshake.
std::optional<Bytes> changedOn(const Told &told, const QList<Told> &all)
{
    if (told.side.counters.outOfSync)
        return told.side.counters.outOfSync;
    if (const auto own = inBytes(last(told, DrbdLogKind::HandshakeSelf)))
        return own;
    for (const Told &other : all) {
        if (other.node == told.node)
            continue;
        if (const auto heard = inBytes(last(other, DrbdLogKind::HandshakePeer)))
            return heard;
    }
    return std::nullopt;
}

const DrbdGeneration *generationOf(const Told &told)
{
    const DrbdGenerations *known = freshFact(*told.machine, told.machine->drbdGenerations);
    if (!known)
        return nullptr;
    for (const DrbdGeneration &one : known->list) {
        if (one.resource == told.side.name && one.volume == told.side.volume)
            return &one;
    }
    return nullptr;
}

Kinship kinshipOf(const QList<Told> &all)
{
    if (all.size() != 2)
        return Kinship::Unknown;
    const DrbdGeneration *a = generationOf(all[0]);
    const DrbdGeneration *b = generationOf(all[1]);
    return a && b ? kinshipOf(*a, *b) : Kinship::Unknown;
}

struct Sign {
    DrbdLogKind line;
    ApartKind kind;
    const char *words; // %1: the node that tells
};
// What outranks what when both were seen since the sides parted.
constexpr std::array signs{
    Sign{DrbdLogKind::SplitBrain, ApartKind::SplitBrain,
         QT_TRANSLATE_NOOP("Core",
                           "split brain: %1 refused the peer, each side has gone its own "
                           "way")},
    Sign{DrbdLogKind::UnrelatedData, ApartKind::UnrelatedData,
         QT_TRANSLATE_NOOP("Core",
                           "%1 found that the copies never were one: one side needs a "
                           "full sync, discarding its changes does not help")},
    Sign{DrbdLogKind::SecretMismatch, ApartKind::SecretMismatch,
         QT_TRANSLATE_NOOP("Core",
                           "%1 refused the peer's shared secret: compare the "
                           "configuration of both sides")},
};

bool judgeByLog(Apart &apart, const QList<Told> &all, const Sign &sign)
{
    for (const Told &told : all) {
        const DrbdLogEntry *entry = last(told, sign.line);
        if (!entry)
            continue;
        apart.kind = sign.kind;
        apart.by = apart.evidence.isEmpty() ? told.node : NodeName();
        apart.evidence << lineOf(told, *entry);
        if (apart.reason.isEmpty())
            apart.reason = message(sign.words, {told.node.text()});
    }
    return !apart.evidence.isEmpty();
}

bool judgeByGenerations(Apart &apart, const QList<Told> &all)
{
    if (apart.kinship != Kinship::Diverged && apart.kinship != Kinship::Unrelated)
        return false;
    const bool diverged = apart.kinship == Kinship::Diverged;
    apart.kind = diverged ? ApartKind::SplitBrain : ApartKind::UnrelatedData;
    apart.reason = diverged
        ? message(QT_TRANSLATE_NOOP("Core",
                                    "split brain: both sides went on from a common "
                                    "generation of the data"))
        : message(QT_TRANSLATE_NOOP("Core", "the sides have no generation of the data in common"));
    for (const Told &told : all)
        apart.evidence << told.machine->drbdGenerations.evidence;
    return true;
}

bool judgeDisconnect(Apart &apart, const QList<Told> &all)
{
    for (const Told &told : all) {
        const DrbdLogEntry *entry = last(told, DrbdLogKind::Disconnecting);
        if (!entry || connectionOf(told.side) != DrbdConnection::StandAlone)
            continue;
        apart.kind = ApartKind::Disconnected;
        apart.by = told.node;
        apart.since = entry->at;
        apart.sinceBy = told.node;
        apart.reason = message(QT_TRANSLATE_NOOP("Core", "disconnected on %1 by an administrator"),
                               {told.node.text()});
        apart.evidence << lineOf(told, *entry);
        return true;
    }
    return false;
}

void judgeStates(Apart &apart, const QList<Told> &all)
{
    const bool alone = std::any_of(all.begin(), all.end(), [](const Told &told) {
        return connectionOf(told.side) == DrbdConnection::StandAlone;
    });
    for (const Told &told : all)
        apart.evidence << evidenceOf(*told.machine, told.side);
    apart.kind = alone ? ApartKind::Unknown : ApartKind::NetworkDown;
    apart.reason = alone
        ? message(QT_TRANSLATE_NOOP("Core",
                                    "StandAlone, and nothing tells why: a split brain, a "
                                    "disconnect, a wrong secret or unrelated data"))
        : message(QT_TRANSLATE_NOOP("Core", "the peer is not reached over the replication link"));
}

void setSince(Apart &apart, const QList<Told> &all)
{
    for (const Told &told : all) {
        const DrbdLogEntry *lost = last(told, DrbdLogKind::ConnectionLost);
        if (!lost || !lost->at.isValid() || (apart.since.isValid() && lost->at >= apart.since))
            continue;
        apart.since = lost->at;
        apart.sinceBy = told.node;
    }
}

Apart apartOf(const QList<Told> &all)
{
    Apart apart;
    const DrbdResource &any = all.first().side;
    apart.resource
        = any.name.isEmpty() ? ResourceName(QStringLiteral("drbd%1").arg(any.minor)) : any.name;
    apart.minor = any.minor;
    for (const Told &told : all)
        apart.sides.insert(
            told.node,
            {connectionOf(told.side), told.side.role, told.side.disk, changedOn(told, all)});
    apart.kinship = kinshipOf(all);
    const bool judged = std::any_of(signs.begin(), signs.end(),
                                    [&](const Sign &sign) { return judgeByLog(apart, all, sign); })
        || judgeByGenerations(apart, all) || judgeDisconnect(apart, all);
    if (!judged)
        judgeStates(apart, all);
    setSince(apart, all);
    return apart;
}

bool isApart(const QList<Told> &all)
{
    return std::any_of(all.begin(), all.end(), [](const Told &told) {
        const DrbdConnection connection = connectionOf(told.side);
        return connection != DrbdConnection::Unknown && connection != DrbdConnection::Unconfigured
            && !isConnected(connection);
    });
}
} // namespace

QList<Apart> apartResources(const ClusterSnapshot &snapshot)
{
    QMap<int, QList<Told>> resources; // by minor, which both sides share
    for (const Machine &machine : snapshot.machines) {
        const DrbdStatus *status = freshFact(machine, machine.drbd);
        for (const DrbdResource &side : status ? status->resources : QList<DrbdResource>())
            resources[side.minor] << Told{machine.name, &machine, side, logOf(machine, side)};
    }
    QList<Apart> found;
    for (const QList<Told> &all : std::as_const(resources)) {
        if (isApart(all))
            found << apartOf(all);
    }
    return found;
}
} // namespace Core
