// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"

#include <chrono>

namespace Core
{
// How long a quorum disk needs to settle who is alive, against the time after which totem gives a
// node up: on one number line, from 0 to a little more than the token.
// qdiskd 3.2 (cman/qdisk/main.c) reads the values; a value that is missing has its default:
// interval 1 s, tko (token - interval) / 2 intervals, upgrade_wait 2 and master_wait
// max(tko / 2, max(2, tko / 3) + 1) intervals; token 10 s.
struct QuorumTiming {
    std::chrono::milliseconds token{10'000};
    std::chrono::milliseconds interval{1'000};
    int tko = 0; // in intervals, as the next two
    int masterWait = 0;
    int upgradeWait = 0;
    bool tokenGiven = false;
    friend bool operator==(const QuorumTiming &, const QuorumTiming &) = default;

    // When a node is declared dead, when a master is found, when the quorum is told.
    std::chrono::milliseconds dead() const { return interval * tko; }
    std::chrono::milliseconds elected() const { return interval * (tko + masterWait); }
    std::chrono::milliseconds settled() const
    {
        return interval * (tko + masterWait + upgradeWait);
    }
    // qdisk(5): the token must be at least one interval longer; below, qdiskd does not start.
    std::chrono::milliseconds leastToken() const { return settled() + interval; }
    // Red Hat's rule of thumb: the token must be longer than twice the time to be dead.
    std::chrono::milliseconds carefulToken() const { return 2 * dead(); }
    // Above both with three intervals to spare, in whole seconds.
    std::chrono::milliseconds advisedToken() const;

    // qdiskd refuses a token below 10 s, whatever its own times.
    bool refused() const { return token < std::chrono::seconds(10) || token < leastToken(); }
    bool tight() const { return token <= carefulToken(); }
};

// None: no <quorumd>.
std::optional<QuorumTiming> quorumTiming(const Document &document);
} // namespace Core
