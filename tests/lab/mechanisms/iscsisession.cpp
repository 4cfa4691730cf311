// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "iscsisession.h"

namespace Lab
{

SessionPhase sessionPhase(const Node &node, Time now)
{
    if (node.stage != Stage::Up || !node.iscsi.loggedIn)
        return SessionPhase::None;
    if (node.iscsi.pathLost < Time{0} || now - node.iscsi.pathLost < noopNotices)
        return SessionPhase::LoggedIn;
    const bool waits = now - node.iscsi.pathLost < noopNotices + replacementTimeout;
    return waits ? SessionPhase::Recovery : SessionPhase::GivenUp;
}

void reviewSessions(World &world, Time now)
{
    for (Node &node : world.nodes) {
        IscsiSession &session = node.iscsi;
        if (node.stage != Stage::Up) {
            session = {};
        } else if (!session.loggedIn || iscsiPath(world, node.id)) {
            session.pathLost = Time{-1};
        } else if (session.pathLost < Time{0}) {
            session.pathLost = now;
        }
    }
}

} // namespace Lab
