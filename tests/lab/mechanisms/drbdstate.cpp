// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drbdstate.h"

namespace Lab
{

const char *word(Connection connection)
{
    static constexpr std::array<const char *, 23> words{
        "Unconfigured",   "StandAlone",     "Disconnecting", "Unconnected",   "Timeout",
        "BrokenPipe",     "NetworkFailure", "ProtocolError", "TearDown",      "WFConnection",
        "WFReportParams", "Connected",      "StartingSyncS", "StartingSyncT", "WFBitMapS",
        "WFBitMapT",      "WFSyncUUID",     "SyncSource",    "SyncTarget",    "VerifyS",
        "VerifyT",        "PausedSyncS",    "PausedSyncT"};
    return words.at(static_cast<std::size_t>(connection));
}

const char *word(Role role)
{
    static constexpr std::array<const char *, 3> words{"Unknown", "Primary", "Secondary"};
    return words.at(static_cast<std::size_t>(role));
}

const char *word(Disk disk)
{
    static constexpr std::array<const char *, 9> words{"Diskless",    "Attaching",    "Failed",
                                                       "Negotiating", "Inconsistent", "Outdated",
                                                       "DUnknown",    "Consistent",   "UpToDate"};
    return words.at(static_cast<std::size_t>(disk));
}

bool connected(Connection connection)
{
    return connection >= Connection::Connected;
}

bool resyncing(Connection connection)
{
    return connection == Connection::SyncSource || connection == Connection::SyncTarget
        || paused(connection);
}

bool paused(Connection connection)
{
    return connection == Connection::PausedSyncS || connection == Connection::PausedSyncT;
}

bool verifying(Connection connection)
{
    return connection == Connection::VerifyS || connection == Connection::VerifyT;
}

bool syncs(const DrbdSide &side)
{
    return side.connection == Connection::SyncSource || side.connection == Connection::SyncTarget
        || verifying(side.connection);
}

bool failing(Connection connection)
{
    return connection >= Connection::Disconnecting && connection <= Connection::TearDown;
}

} // namespace Lab
