// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drbdlog.h"

#include "nodelog.h"

#include <array>
#include <cinttypes>
#include <cstdio>

namespace Lab
{

namespace
{

template <typename State>
void change(std::string &text, const char *name, const State &before, const State &now)
{
    if (before != now)
        text += std::string(name) + "( " + word(before) + " -> " + word(now) + " ) ";
}

void flag(std::string &text, const char *name, bool before, bool now)
{
    if (before != now)
        text
            += std::string(name) + "( " + (before ? "1" : "0") + " -> " + (now ? "1" : "0") + " ) ";
}

std::string fourGenerations(const Generations &generations)
{
    std::array<char, 80> buffer{};
    std::snprintf(buffer.data(), buffer.size(),
                  "%016" PRIX64 ":%016" PRIX64 ":%016" PRIX64 ":%016" PRIX64, generations.current,
                  generations.bitmap, generations.history[0], generations.history[1]);
    return buffer.data();
}

// 8.0 to 8.2, 8.3 and 8.4, newer 8.4, 9: the four that are found in the field.
std::string prefix(const World &world, const Resource &resource, int node)
{
    const std::string device = "drbd" + std::to_string(resource.minor);
    const int release = world.settings.drbdPrefix;
    if (release == 80)
        return device + ": ";
    if (release == 83)
        return "block " + device + ": ";
    const std::string volume = "drbd " + resource.name + "/0 " + device;
    return release == 84 ? volume + ": " : volume + " " + world.nameOf(World::peerOf(node)) + ": ";
}

} // namespace

void DrbdLog::line(const Resource &resource, int node, const std::string &text)
{
    logLine(m_world, node, m_queue.now(), "kernel", prefix(m_world, resource, node) + text);
}

DrbdLog::Seen DrbdLog::seen(const Resource &resource, int node)
{
    const DrbdSide &side = resource.side(node);
    const DrbdSide &peer = resource.side(World::peerOf(node));
    const bool peerPaused = connected(side.connection) && (peer.userPaused || peer.afterPaused);
    return {side.connection, side.role,        side.disk,  side.peerRole, side.peerDisk,
            side.userPaused, side.afterPaused, peerPaused, side.suspended};
}

std::string DrbdLog::changes(const Seen &before, const Seen &now)
{
    std::string text;
    change(text, "role", before.role, now.role);
    change(text, "peer", before.peerRole, now.peerRole);
    change(text, "conn", before.connection, now.connection);
    change(text, "disk", before.disk, now.disk);
    change(text, "pdsk", before.peerDisk, now.peerDisk);
    flag(text, "susp", before.suspended, now.suspended);
    flag(text, "aftr_isp", before.afterPaused, now.afterPaused);
    flag(text, "peer_isp", before.peerPaused, now.peerPaused);
    flag(text, "user_isp", before.userPaused, now.userPaused);
    return text;
}

void DrbdLog::states(const Resource &resource)
{
    for (const int node : {1, 2}) {
        if (resource.side(node).connection == Connection::Unconfigured)
            continue;
        const Seen now = seen(resource, node);
        Seen &before = m_seen[{resource.name, node}];
        const std::string text = changes(before, now);
        before = now;
        if (!text.empty())
            line(resource, node, text);
    }
}

void DrbdLog::forget(const Resource &resource, int node)
{
    m_seen.erase({resource.name, node});
}

void DrbdLog::helper(const Resource &resource, int node, const std::string &name, int exitStatus)
{
    const std::string text
        = "helper command: /sbin/drbdadm " + name + " minor-" + std::to_string(resource.minor);
    std::array<char, 32> hex{};
    std::snprintf(hex.data(), hex.size(), "%d (0x%x)", exitStatus, exitStatus << 8);
    line(resource, node, text);
    line(resource, node, text + " exit code " + hex.data());
}

void DrbdLog::generations(const Resource &resource, int node, const std::string &what)
{
    line(resource, node, what + " " + fourGenerations(resource.side(node).generations));
}

void DrbdLog::dump(const Resource &resource, int node, const char *who, int of)
{
    const DrbdSide &side = resource.side(of);
    const int flags = (side.discardMyData ? 1 : 0) + (side.crashedPrimary ? 2 : 0)
        + (side.disk <= Disk::Inconsistent ? 4 : 0);
    std::array<char, 64> rest{};
    std::snprintf(rest.data(), rest.size(), " bits:%" PRIu64 " flags:%X", side.outOfSyncKiB / 4,
                  of == node ? 0U : static_cast<unsigned>(flags));
    line(resource, node, who + (" " + fourGenerations(side.generations)) + rest.data());
}

void DrbdLog::handshake(const Resource &resource, int outcome, int rule)
{
    for (const int node : {1, 2}) {
        // The other side compares the other way round, and finds the mirrored rule.
        static const std::map<int, int> mirrored{{20, 30}, {30, 20}, {36, 37}, {37, 36},
                                                 {50, 70}, {70, 50}, {60, 80}, {80, 60}};
        const auto other = mirrored.find(rule);
        const int own = node == 1 || other == mirrored.end() ? rule : other->second;
        const bool turns = node == 2 && outcome > -100 && outcome < 100;
        line(resource, node, "drbd_sync_handshake:");
        dump(resource, node, "self", node);
        dump(resource, node, "peer", World::peerOf(node));
        line(resource, node,
             "uuid_compare()=" + std::to_string(turns ? -outcome : outcome) + " by rule "
                 + std::to_string(own));
    }
}

void DrbdLog::refused(const Resource &resource, int node, const std::string &reason)
{
    const DrbdSide &side = resource.side(node);
    line(resource, node, "State change failed: " + reason);
    line(resource, node,
         std::string("  state = { cs:") + word(side.connection) + " ro:" + word(side.role) + "/"
             + word(side.peerRole) + " ds:" + word(side.disk) + "/" + word(side.peerDisk) + " "
             + (side.suspended ? "s" : "r") + (side.afterPaused ? "a" : "-") + "-"
             + (side.userPaused ? "u" : "-") + "-- }");
}

} // namespace Lab
