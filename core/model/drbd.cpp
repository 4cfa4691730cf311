// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drbd.h"

#include <array>
#include <utility>

namespace Core
{
namespace
{
template <typename E> using Words = std::pair<E, const char *>;

using C = DrbdConnection;
constexpr std::array connections{Words<C>{C::Unconfigured, "Unconfigured"},
                                 Words<C>{C::StandAlone, "StandAlone"},
                                 Words<C>{C::Disconnecting, "Disconnecting"},
                                 Words<C>{C::Unconnected, "Unconnected"},
                                 Words<C>{C::Timeout, "Timeout"},
                                 Words<C>{C::BrokenPipe, "BrokenPipe"},
                                 Words<C>{C::NetworkFailure, "NetworkFailure"},
                                 Words<C>{C::ProtocolError, "ProtocolError"},
                                 Words<C>{C::TearDown, "TearDown"},
                                 Words<C>{C::WFConnection, "WFConnection"},
                                 Words<C>{C::WFReportParams, "WFReportParams"},
                                 Words<C>{C::Connected, "Connected"},
                                 Words<C>{C::StartingSyncS, "StartingSyncS"},
                                 Words<C>{C::StartingSyncT, "StartingSyncT"},
                                 Words<C>{C::WFBitMapS, "WFBitMapS"},
                                 Words<C>{C::WFBitMapT, "WFBitMapT"},
                                 Words<C>{C::WFSyncUUID, "WFSyncUUID"},
                                 Words<C>{C::SyncSource, "SyncSource"},
                                 Words<C>{C::SyncTarget, "SyncTarget"},
                                 Words<C>{C::PausedSyncS, "PausedSyncS"},
                                 Words<C>{C::PausedSyncT, "PausedSyncT"},
                                 Words<C>{C::VerifyS, "VerifyS"},
                                 Words<C>{C::VerifyT, "VerifyT"},
                                 Words<C>{C::Ahead, "Ahead"},
                                 Words<C>{C::Behind, "Behind"}};

using D = DiskState;
constexpr std::array disks{
    Words<D>{D::Diskless, "Diskless"},       Words<D>{D::Attaching, "Attaching"},
    Words<D>{D::Detaching, "Detaching"},     Words<D>{D::Failed, "Failed"},
    Words<D>{D::Negotiating, "Negotiating"}, Words<D>{D::Inconsistent, "Inconsistent"},
    Words<D>{D::Outdated, "Outdated"},       Words<D>{D::DUnknown, "DUnknown"},
    Words<D>{D::Consistent, "Consistent"},   Words<D>{D::UpToDate, "UpToDate"}};

constexpr std::array roles{Words<Role>{Role::Primary, "Primary"},
                           Words<Role>{Role::Secondary, "Secondary"}};

template <typename E, size_t N> QString wordOf(const std::array<Words<E>, N> &table, E state)
{
    for (const auto &[value, text] : table) {
        if (value == state)
            return QString::fromLatin1(text);
    }
    return QStringLiteral("Unknown");
}

template <typename E, size_t N> E stateOf(const std::array<Words<E>, N> &table, QByteArrayView word)
{
    for (const auto &[value, text] : table) {
        if (word == text)
            return value;
    }
    return E::Unknown;
}
} // namespace

QString word(DrbdConnection state)
{
    return wordOf(connections, state);
}

QString word(Role role)
{
    return wordOf(roles, role);
}

QString word(DiskState state)
{
    return wordOf(disks, state);
}

DrbdConnection drbdConnection(QByteArrayView word)
{
    return stateOf(connections, word);
}

Role drbdRole(QByteArrayView word)
{
    return stateOf(roles, word);
}

DiskState drbdDisk(QByteArrayView word)
{
    return stateOf(disks, word);
}

bool isSyncing(DrbdConnection state)
{
    return state == C::SyncSource || state == C::SyncTarget || state == C::PausedSyncS
        || state == C::PausedSyncT;
}

bool isConnected(DrbdConnection state)
{
    return state >= C::Connected;
}
} // namespace Core
