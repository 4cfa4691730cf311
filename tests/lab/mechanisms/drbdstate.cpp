// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drbdstate.h"

namespace Lab
{

const char *word(Connection connection)
{
    switch (connection) {
    case Connection::Unconfigured:
        return "Unconfigured";
    case Connection::StandAlone:
        return "StandAlone";
    case Connection::WFConnection:
        return "WFConnection";
    case Connection::Connected:
        return "Connected";
    case Connection::SyncSource:
        return "SyncSource";
    case Connection::SyncTarget:
        return "SyncTarget";
    case Connection::PausedSyncS:
        return "PausedSyncS";
    case Connection::PausedSyncT:
        return "PausedSyncT";
    case Connection::VerifyS:
        return "VerifyS";
    case Connection::VerifyT:
        return "VerifyT";
    }
    return "";
}

const char *word(Role role)
{
    switch (role) {
    case Role::Unknown:
        return "Unknown";
    case Role::Primary:
        return "Primary";
    case Role::Secondary:
        return "Secondary";
    }
    return "";
}

const char *word(Disk disk)
{
    switch (disk) {
    case Disk::Diskless:
        return "Diskless";
    case Disk::Inconsistent:
        return "Inconsistent";
    case Disk::Outdated:
        return "Outdated";
    case Disk::Consistent:
        return "Consistent";
    case Disk::DUnknown:
        return "DUnknown";
    case Disk::UpToDate:
        return "UpToDate";
    }
    return "";
}

bool connected(Connection connection)
{
    return connection >= Connection::Connected;
}

bool resyncing(Connection connection)
{
    return connection >= Connection::SyncSource && connection <= Connection::PausedSyncT;
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

} // namespace Lab
