// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include <algorithm>

namespace Lab
{

namespace
{

constexpr const char *header = "version: 8.3.13 (api:88/proto:86-96)\n"
                               "GIT-hash: 83ca112086600faacab2f157bc5a9324f7bd7f77 build by "
                               "root@sighted, 2012-10-09 12:47:51\n";
constexpr const char *header84 = "version: 8.4.3 (api:1/proto:86-101)\n"
                                 "GIT-hash: 3c0ee2a9d4a1d6fca8be3adfbe1e9a4e1f7e63b8 build by "
                                 "root@sighted, 2013-06-18 14:21:07\n";
constexpr std::uint64_t mebibytesAboveKiB = 4ULL * 1024 * 1024;

std::string grouped(std::uint64_t number)
{
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3)
        text.insert(at - 3, ",");
    return text;
}

// Source: drbd_seq_show(), 8.3: I/O, resynchronisation paused by another resource, by the peer, by
// the administrator, congestion, activity log.
std::string flags(const DrbdSide &side, const DrbdSide &peer)
{
    std::string text = "r-----";
    if (side.suspended)
        text[0] = 's';
    if (side.afterPaused)
        text[1] = 'a';
    if (connected(side.connection) && (peer.userPaused || peer.afterPaused))
        text[2] = 'p';
    if (side.userPaused)
        text[3] = 'u';
    return text;
}

// Counters wrap: they are 32-bit sector counts, printed halved. Source: drbd_proc.c, 8.3.13.
unsigned wrapped(std::uint64_t kib)
{
    return static_cast<unsigned>(kib & 0x7fffffff);
}

std::string bar(std::uint64_t permille)
{
    const std::size_t done = permille / 50;
    return std::string(done > 1 ? done - 1 : 0, '=') + ">" + std::string(20 - done, '.');
}

// What this side asks for: the configured rate, or what the controller has settled at.
std::uint64_t wanted(const Resource &resource, const SyncerOptions &syncer)
{
    const int rate = syncer.cPlanAhead
        ? std::min({syncer.cMaxRateKiBps, resource.side(1).diskKiBps, resource.side(2).diskKiBps})
        : syncer.rateKiBps;
    return static_cast<std::uint64_t>(rate);
}

// Source: drbd_syncer_progress(), 8.3. Large runs are counted in MiB.
std::string progress(const Resource &resource, int node, Time now)
{
    const DrbdSide &side = resource.side(node);
    const SyncFigures figures = figuresOf(side.sync, now);
    const bool large = side.sync.totalKiB > mebibytesAboveKiB;
    const unsigned long long unit = large ? 1024 : 1;
    const unsigned long long rest = figures.secondsLeft;
    const bool wants
        = side.connection == Connection::SyncTarget || side.connection == Connection::VerifyS;
    std::string text = "\t[" + bar(figures.permille) + "] ";
    text += verifying(side.connection) ? "verified:" : "sync'ed:";
    text += printed("%3u.%u%% (%llu/%llu)%s\n", figures.permille / 10, figures.permille % 10,
                    side.sync.leftKiB / unit, side.sync.totalKiB / unit, large ? "M" : "K");
    text += printed("\tfinish: %llu:%02llu:%02llu", rest / 3600, rest / 60 % 60, rest % 60);
    text += " speed: " + grouped(figures.speed) + " (" + grouped(figures.average) + ")";
    text += wants ? " want: " + grouped(wanted(resource, side.running.syncer)) : "";
    return text + " K/sec" + (figures.stalled ? " (stalled)" : "") + "\n";
}

std::string device(const Resource &resource, int node, Time now)
{
    const DrbdSide &side = resource.side(node);
    const DrbdCounters &c = side.counters;
    const bool nothing = side.connection == Connection::StandAlone && side.disk == Disk::Diskless
        && side.role == Role::Secondary;
    if (side.connection == Connection::Unconfigured || nothing)
        return printed("%2d: cs:Unconfigured\n", resource.minor);
    std::string text
        = printed("%2d: cs:%s ro:%s/%s ds:%s/%s %c %s\n", resource.minor, word(side.connection),
                  word(side.role), word(side.peerRole), word(side.disk), word(side.peerDisk),
                  side.connection == Connection::StandAlone ? ' ' : side.running.net.protocol,
                  flags(side, resource.side(World::peerOf(node))).c_str());
    text += printed(
        "    ns:%u nr:%u dw:%u dr:%u al:%u bm:%u lo:%d pe:%d ua:%d ap:%d ep:1 wo:b oos:%llu\n",
        wrapped(c.ns), wrapped(c.nr), wrapped(c.dw), wrapped(c.dr), wrapped(c.al), wrapped(c.bm),
        c.lo, c.pe, c.ua, c.ap, static_cast<unsigned long long>(side.outOfSyncKiB));
    return syncs(side) ? text + progress(resource, node, now) : text;
}

} // namespace

std::string procDrbd(const World &world, int node, Time now)
{
    std::string text = world.node(node).drbd84 ? header84 : header;
    int next = 0;
    for (const Resource &resource : world.resources) {
        // A range of missing minors is one empty line.
        if (resource.minor > next)
            text += "\n";
        text += device(resource, node, now);
        next = resource.minor + 1;
    }
    return text;
}

} // namespace Lab
