// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/machine.h"

namespace Core
{
QString word(MemberState state)
{
    switch (state) {
    case MemberState::Unknown:
        return QStringLiteral("Unknown");
    case MemberState::Joining:
        return QStringLiteral("Joining");
    case MemberState::Member:
        return QStringLiteral("Cluster-Member");
    case MemberState::Leaving:
        return QStringLiteral("Leaving");
    case MemberState::NotInCluster:
        return QStringLiteral("Not-in-Cluster");
    case MemberState::Dead:
        return QStringLiteral("Dead");
    case MemberState::Disallowed:
        return QStringLiteral("Disallowed");
    }
    return {};
}

QString word(FenceWait wait)
{
    switch (wait) {
    case FenceWait::Unknown:
        return QStringLiteral("unknown");
    case FenceWait::None:
        return QStringLiteral("none");
    case FenceWait::Quorum:
        return QStringLiteral("quorum");
    case FenceWait::Messages:
        return QStringLiteral("messages");
    case FenceWait::Fencing:
        return QStringLiteral("fencing");
    }
    return {};
}

EvidenceRef evidenceOf(const Machine &machine, const DrbdResource &side)
{
    EvidenceRef evidence = machine.drbd.evidence;
    evidence.firstLine = side.lines.first;
    evidence.lastLine = side.lines.last;
    return evidence;
}
} // namespace Core
