// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drbdtexts.h"

#include "text.h"

namespace Lab
{

namespace
{

constexpr const char *explanationAbove
    = "\n       +--<  Current data generation UUID  >-\n"
      "       |               +--<  Bitmap's base data generation UUID  >-\n"
      "       |               |                 +--<  younger history UUID  >-\n"
      "       |               |                 |         +-<  older history  >-\n"
      "       V               V                 V         V\n";
constexpr const char *explanationBelow
    = "                                                                    ^ ^ ^ ^ ^ ^ ^\n"
      "                                      -<  Data consistency flag  >--+ | | | | | |\n"
      "                             -<  Data was/is currently up-to-date  >--+ | | | | |\n"
      "                                  -<  Node was/is currently primary  >--+ | | | |\n"
      "                                  -<  Node was/is currently connected  >--+ | | |\n"
      "         -<  Node was in the progress of setting all bits in the bitmap  >--+ | |\n"
      "                        -<  The peer's disk was out-dated or inconsistent  >--+ |\n"
      "      -<  This node was a crashed primary, and has not seen its peer since   >--+\n\n";

struct MetaFlags {
    bool consistent, upToDate, primary, connected, peerOutdated, crashed;
};

MetaFlags flagsOf(const DrbdSide &side)
{
    const Disk disk = side.disk >= Disk::Inconsistent ? side.disk : side.metaDisk;
    return {disk > Disk::Inconsistent,
            disk == Disk::UpToDate || disk == Disk::Consistent,
            side.role == Role::Primary,
            connected(side.connection),
            side.peerDisk == Disk::Outdated || side.peerDisk == Disk::Inconsistent,
            side.crashedPrimary};
}

std::string inWords(const MetaFlags &flags)
{
    std::string text = std::string("flags:") + (flags.crashed ? " crashed" : "") + " ";
    text += std::string(flags.primary ? "Primary" : "Secondary") + ", ";
    text += std::string(flags.connected ? "Connected" : "StandAlone") + ", ";
    text += flags.consistent ? (flags.upToDate ? "UpToDate" : "Outdated") : "Inconsistent";
    return text + (flags.peerOutdated ? ", peer Outdated" : "") + "\n";
}

std::string percent(const DrbdSide &side, Time now)
{
    if (!syncs(side) && !paused(side.connection))
        return {};
    const unsigned permille = figuresOf(side.sync, now).permille;
    return printed("%u.%u", permille / 10, permille % 10);
}

bool peerPaused(const Resource &resource, int node)
{
    const DrbdSide &peer = resource.side(World::peerOf(node));
    return connected(resource.side(node).connection) && (peer.userPaused || peer.afterPaused);
}

const char *one(bool set)
{
    return set ? "1" : "";
}

} // namespace

bool unconfigured(const DrbdSide &side)
{
    return side.connection == Connection::Unconfigured
        || (side.connection == Connection::StandAlone && side.disk == Disk::Diskless);
}

std::string drbdRole(const DrbdSide &side)
{
    return unconfigured(side) ? "Unconfigured"
                              : std::string(word(side.role)) + "/" + word(side.peerRole);
}

std::string drbdConnection(const DrbdSide &side)
{
    return unconfigured(side) ? "Unconfigured" : word(side.connection);
}

std::string drbdDisks(const DrbdSide &side)
{
    return unconfigured(side) ? "Unconfigured"
                              : std::string(word(side.disk)) + "/" + word(side.peerDisk);
}

std::string drbdGenerations(const DrbdSide &side, bool explained)
{
    if (side.disk <= Disk::Failed && side.connection != Connection::Unconfigured)
        return {};
    const Generations &g = side.generations;
    const MetaFlags flags = flagsOf(side);
    using Number = unsigned long long;
    const std::string line = printed(
        "%016llX:%016llX:%016llX:%016llX:%d:%d:%d:%d:0:%d:%d\n", static_cast<Number>(g.current),
        static_cast<Number>(g.bitmap), static_cast<Number>(g.history[0]),
        static_cast<Number>(g.history[1]), flags.consistent, flags.upToDate, flags.primary,
        flags.connected, flags.peerOutdated, flags.crashed);
    return explained ? explanationAbove + line + explanationBelow + inWords(flags) : line;
}

std::string drbdStatusLine(const Resource &resource, int node, Time now)
{
    const DrbdSide &s = resource.side(node);
    const std::string start
        = printed("<resource minor=\"%d\" name=\"%s\" cs=", resource.minor, resource.name.c_str());
    if (unconfigured(s))
        return start + "\"Unconfigured\" />\n";
    std::string text = start
        + printed("\"%s\" ro1=\"%s\" ro2=\"%s\" ds1=\"%s\" ds2=\"%s\"", word(s.connection),
                  word(s.role), word(s.peerRole), word(s.disk), word(s.peerDisk));
    text += s.suspended ? " suspended" : "";
    text += s.afterPaused ? " aftr_isp" : "";
    text += peerPaused(resource, node) ? " peer_isp" : "";
    text += s.userPaused ? " user_isp" : "";
    const std::string done = percent(s, now);
    return text + (done.empty() ? "" : " resynced_percent=\"" + done + "\"") + " />\n";
}

std::string drbdShellStatus(const Resource &resource, int node, Time now)
{
    const DrbdSide &s = resource.side(node);
    std::string text = printed("_minor=%d\n_res_name=%s\n", resource.minor, resource.name.c_str());
    if (unconfigured(s))
        return text
            + "_known=Unconfigured\n\n_cstate=Unconfigured\n_role=\n_peer=\n_disk=\n_pdsk=\n"
              "_flags_susp=\n_flags_aftr_isp=\n_flags_peer_isp=\n_flags_user_isp=\n"
              "_resynced_percent=\n\n_sh_status_process\n\n\n";
    text += printed("_known=Configured\n\n_cstate=%s\n_role=%s\n_peer=%s\n_disk=%s\n_pdsk=%s\n\n",
                    word(s.connection), word(s.role), word(s.peerRole), word(s.disk),
                    word(s.peerDisk));
    text += printed("_flags_susp=%s\n_flags_aftr_isp=%s\n_flags_peer_isp=%s\n_flags_user_isp=%s\n",
                    one(s.suspended), one(s.afterPaused), one(peerPaused(resource, node)),
                    one(s.userPaused));
    return text + "\n_resynced_percent=" + percent(s, now) + "\n\n_sh_status_process\n\n\n";
}

} // namespace Lab
