// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

namespace Lab
{

namespace
{

constexpr const char *header = "version: 8.3.13 (api:88/proto:86-96)\n"
                               "GIT-hash: 83ca112086600faacab2f157bc5a9324f7bd7f77 build by "
                               "root@sighted, 2012-10-09 12:47:51\n";
constexpr std::uint64_t mebibytesAboveKiB = 4ULL * 1024 * 1024;

std::string grouped(std::uint64_t number)
{
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3)
        text.insert(at - 3, ",");
    return text;
}

std::string flags(const DrbdSide &side, const DrbdSide &peer)
{
    std::string text = "r-----";
    if (connected(side.connection) && peer.userPaused)
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

std::string progress(const Resource &resource, const DrbdSide &side, Time now)
{
    const SyncRun &run = side.sync;
    const std::uint64_t total = run.totalKiB ? run.totalKiB : 1;
    const std::uint64_t permille = 1000 - run.leftKiB * 1000 / total;
    const bool large = run.totalKiB > mebibytesAboveKiB;
    const std::uint64_t unit = large ? 1024 : 1;
    const auto seconds = static_cast<std::uint64_t>((now - run.started).count() / 1000);
    const std::uint64_t average = seconds ? (run.totalKiB - run.leftKiB) / seconds : 0;
    const std::uint64_t rest = average ? run.leftKiB / average : run.leftKiB / 1000;
    const bool wants
        = side.connection == Connection::SyncTarget || side.connection == Connection::VerifyS;
    std::string text
        = "\t[" + bar(permille) + "] " + (verifying(side.connection) ? "verified:" : "sync'ed:");
    text += printed("%3u.%u%% (%llu/%llu)%s\n", static_cast<unsigned>(permille / 10),
                    static_cast<unsigned>(permille % 10),
                    static_cast<unsigned long long>(run.leftKiB / unit),
                    static_cast<unsigned long long>(run.totalKiB / unit), large ? "M" : "K");
    text += printed("\tfinish: %llu:%02llu:%02llu", static_cast<unsigned long long>(rest / 3600),
                    static_cast<unsigned long long>(rest / 60 % 60),
                    static_cast<unsigned long long>(rest % 60));
    text += " speed: " + grouped(average) + " (" + grouped(average) + ")";
    text += wants ? " want: " + grouped(static_cast<std::uint64_t>(resource.rateKiBps)) : "";
    return text + " K/sec\n";
}

std::string device(const Resource &resource, int node, Time now)
{
    const DrbdSide &side = resource.side(node);
    const DrbdCounters &c = side.counters;
    if (side.connection == Connection::Unconfigured)
        return printed("%2d: cs:Unconfigured\n", resource.minor);
    std::string text
        = printed("%2d: cs:%s ro:%s/%s ds:%s/%s %c %s\n", resource.minor, word(side.connection),
                  word(side.role), word(side.peerRole), word(side.disk), word(side.peerDisk),
                  side.connection == Connection::StandAlone ? ' ' : 'C',
                  flags(side, resource.side(World::peerOf(node))).c_str());
    text += printed(
        "    ns:%u nr:%u dw:%u dr:%u al:%u bm:%u lo:%d pe:%d ua:%d ap:%d ep:1 wo:b oos:%llu\n",
        wrapped(c.ns), wrapped(c.nr), wrapped(c.dw), wrapped(c.dr), wrapped(c.al), wrapped(c.bm),
        c.lo, c.pe, c.ua, c.ap, static_cast<unsigned long long>(side.outOfSyncKiB));
    return syncs(side) ? text + progress(resource, side, now) : text;
}

} // namespace

std::string procDrbd(const World &world, int node, Time now)
{
    std::string text = header;
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
