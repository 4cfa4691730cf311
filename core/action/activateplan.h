// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

// A new cluster.conf made the running one, the way Proxmox VE 3 does it: written beside as
// cluster.conf.new, validated by the node, activated by its API, and then looked for on every
// member: the API says OK even when cman keeps the old version.
namespace Core
{
struct ActivationWish {
    QByteArray text; // the whole new file
    // SHA-256, lower-case hex, of the committed file the change began from; of the pending one too,
    // empty: there was none. Anything else found there is somebody else's change and stops us.
    QByteArray openedSha256;
    QByteArray pendingSha256;
    QHash<NodeName, QString> rootPrefixes; // of the profile's nodes; absent: none
};

// pmxcfs keeps no larger file.
constexpr qsizetype largestClusterConf = 128 * 1024;

// Refuses before anything is written: no quorum, a version that is not the highest, a file that
// cannot be read, a committed file that is not the opened one. Pure; any thread.
ActionPlan planActivation(const ActivationWish &wish, const ClusterSnapshot &snapshot);

// The same for the runner, and what it was made for; null: another kind of action.
Planner activationOf(ActivationWish wish);
const ActivationWish *activationIn(const Planner &planner);

// One above every version that any node runs or has committed; 0: none is known.
quint32 highestVersionKnown(const ClusterSnapshot &snapshot);

// "6.2.0 config 12" of `cman_tool version`: 12. ParseFailed otherwise.
Expected<int> parseRunningVersion(QByteArrayView text);
} // namespace Core
