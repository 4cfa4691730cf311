// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "iscsinames.h"

#include "commands.h"

#include "mechanisms/iscsisession.h"

namespace Lab
{

namespace
{

std::string portal(const World &world)
{
    return world.quorum.address + ":3260,1";
}

struct SessionWords {
    const char *connection;
    const char *session;
    const char *daemon;
    const char *disk;
};

SessionWords wordsOf(SessionPhase phase)
{
    if (phase == SessionPhase::LoggedIn)
        return {"LOGGED IN", "LOGGED_IN", "NO CHANGE", "running"};
    if (phase == SessionPhase::Recovery)
        return {"TRANSPORT WAIT", "FAILED", "REOPEN", "blocked"};
    return {"TRANSPORT WAIT", "FREE", "REOPEN", "offline"};
}

std::string sessionDetail(const Call &call)
{
    const Node &node = call.self();
    const SessionWords words = wordsOf(sessionPhase(node, call.now()));
    const std::string at = portal(call.world());
    std::string text = std::string("Target: ") + targetName + "\n\tCurrent Portal: " + at
        + "\n\tPersistent Portal: " + at + "\n\t\t**********\n\t\tInterface:\n\t\t**********\n";
    text += "\t\tIface Name: default\n\t\tIface Transport: tcp\n\t\tIface Initiatorname: "
        + initiator(node) + "\n\t\tIface IPaddress: " + node.address
        + "\n\t\tIface HWaddress: <empty>\n\t\tIface Netdev: <empty>\n";
    return text
        + printed("\t\tSID: %d\n\t\tiSCSI Connection State: %s\n\t\tiSCSI Session State: %s\n"
                  "\t\tInternal iscsid Session State: %s\n",
                  node.iscsi.number, words.connection, words.session, words.daemon);
}

constexpr const char *sessionParameters
    = "\t\t*********\n\t\tTimeouts:\n\t\t*********\n\t\tRecovery Timeout: 120\n"
      "\t\tTarget Reset Timeout: 30\n\t\tLUN Reset Timeout: 30\n\t\tAbort Timeout: 15\n"
      "\t\t*****\n\t\tCHAP:\n\t\t*****\n\t\tusername: <empty>\n\t\tpassword: ********\n"
      "\t\tusername_in: <empty>\n\t\tpassword_in: ********\n"
      "\t\t************************\n\t\tNegotiated iSCSI params:\n"
      "\t\t************************\n\t\tHeaderDigest: None\n\t\tDataDigest: None\n"
      "\t\tMaxRecvDataSegmentLength: 262144\n\t\tMaxXmitDataSegmentLength: 8192\n"
      "\t\tFirstBurstLength: 65536\n\t\tMaxBurstLength: 262144\n\t\tImmediateData: Yes\n"
      "\t\tInitialR2T: Yes\n\t\tMaxOutstandingR2T: 1\n";

std::string attachedDevices(const Call &call)
{
    const SessionWords words = wordsOf(sessionPhase(call.self(), call.now()));
    const int host = call.self().iscsi.number + 5; // after the local controllers
    return printed("\t\t************************\n\t\tAttached SCSI devices:\n"
                   "\t\t************************\n\t\tHost Number: %d\tState: running\n"
                   "\t\tscsi%d Channel 00 Id 0 Lun: 0\n\t\tscsi%d Channel 00 Id 0 Lun: 1\n"
                   "\t\t\tAttached scsi disk sdc\t\tState: %s\n",
                   host, host, host, words.disk);
}

Answer sessions(const Call &call)
{
    if (sessionPhase(call.self(), call.now()) == SessionPhase::None)
        return {21, {}, "iscsiadm: No active sessions.\n"};
    const std::string level = valueOf(call.arguments, "-P");
    if (level.empty() || level == "0")
        return {0,
                printed("tcp: [%d] %s %s\n", call.self().iscsi.number, portal(call.world()).c_str(),
                        targetName),
                {}};
    const std::string detail = sessionDetail(call);
    const std::string version = "iSCSI Transport Class version 2.0-870\nversion 2.0-873\n";
    return level == "3"
        ? Answer{0, version + detail + sessionParameters + attachedDevices(call), {}}
        : Answer{0, detail, {}};
}

std::string place(const World &world)
{
    return printed("target: %s, portal: %s,3260]", targetName, world.quorum.address.c_str());
}

// A login to a silent portal is tried for two minutes; the answer comes at once here.
Answer logIn(const Call &call)
{
    IscsiSession &session = call.simulation.changeWorld().node(call.node).iscsi;
    const std::string where = "[iface: default, " + place(call.world());
    if (session.loggedIn)
        return {15, {}, "iscsiadm: default: 1 session requested, but 1 already present.\n"};
    const std::string begin = "Logging in to " + where + "\n";
    if (!iscsiReachable(call.world(), call.node))
        return {8, begin,
                "iscsiadm: Could not login to " + where
                    + ".\niscsiadm: initiator reported error (8 - connection timed out)\n"
                      "iscsiadm: Could not log into all portals\n"};
    session = {true, session.number + 1, Time{-1}};
    call.simulation.settle();
    return {0, begin + "Login to " + where + " successful.\n", {}};
}

Answer logOut(const Call &call)
{
    IscsiSession &session = call.simulation.changeWorld().node(call.node).iscsi;
    if (!session.loggedIn)
        return {21, {}, "iscsiadm: No matching sessions found\n"};
    const std::string where = place(call.world());
    const int number = session.number;
    session.loggedIn = false;
    call.simulation.settle();
    return {0,
            printed("Logging out of session [sid: %d, %s\nLogout of [sid: %d, %s successful.\n",
                    number, where.c_str(), number, where.c_str()),
            {}};
}

Answer nodes(const Call &call)
{
    if (call.has("-l") || call.has("--login"))
        return logIn(call);
    if (call.has("-u") || call.has("--logout"))
        return logOut(call);
    return {0, portal(call.world()) + " " + targetName + "\n", {}};
}

Answer discovery(const Call &call)
{
    if (iscsiReachable(call.world(), call.node))
        return {0, portal(call.world()) + " " + targetName + "\n", {}};
    return {4,
            {},
            "iscsiadm: connect to " + call.world().quorum.address
                + " timed out\n"
                  "iscsiadm: connection login retries (reopen_max) 5 exceeded\n"
                  "iscsiadm: Could not perform SendTargets discovery: encountered connection "
                  "failure\n"};
}

} // namespace

Answer iscsiadm(const Call &call)
{
    std::string mode = valueOf(call.arguments, "-m");
    if (mode.empty())
        mode = valueOf(call.arguments, "--mode");
    if (mode == "session")
        return call.has("-u") || call.has("--logout") ? logOut(call) : sessions(call);
    if (mode == "node")
        return nodes(call);
    if (mode == "discovery")
        return discovery(call);
    return {7, {}, "iscsiadm: only the modes session, node and discovery are known here\n"};
}

} // namespace Lab
