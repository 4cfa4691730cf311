// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drbdhandshake.h"

#include <cstdlib>

namespace Lab
{

namespace
{

// The lowest bit says whether that side was Primary, not which generation it is.
std::uint64_t plain(std::uint64_t uuid)
{
    return uuid & ~std::uint64_t{1};
}

bool inHistory(std::uint64_t uuid, const Generations &generations)
{
    return plain(uuid) == plain(generations.history[0])
        || plain(uuid) == plain(generations.history[1]);
}

bool historiesMeet(const Generations &a, const Generations &b)
{
    return inHistory(a.history[0], b) || inHistory(a.history[1], b);
}

// Both stopped at the same data: the one that was Primary may have written a little more.
Comparison sameData(const DrbdSide &self, const DrbdSide &peer)
{
    if (peer.generations.bitmap == 0 && self.generations.bitmap != 0)
        return {1, 36};
    if (self.generations.bitmap == 0 && peer.generations.bitmap != 0)
        return {-1, 37};
    if (self.crashedPrimary)
        return {1, 40};
    return {peer.crashedPrimary ? -1 : 0, 40};
}

Comparison emptyData(std::uint64_t self, std::uint64_t peer)
{
    if (self == justCreated && peer == justCreated)
        return {0, 10};
    if ((self == justCreated || self == 0) && peer != justCreated)
        return {-2, 20};
    return {2, 30};
}

int least(const DrbdSide &self, const DrbdSide &peer)
{
    // Equal: the side that accepted the connection wins, here always the first.
    return self.outOfSyncKiB < peer.outOfSyncKiB ? -1 : 1;
}

int zeroChanges(const DrbdSide &self, const DrbdSide &peer)
{
    if (peer.outOfSyncKiB == 0)
        return 1;
    return self.outOfSyncKiB == 0 ? -1 : splitBrain;
}

// Who was Primary first is told by the bitmap's generation, which keeps that bit.
int byAge(const DrbdSide &self, const DrbdSide &peer, bool youngerLoses)
{
    const bool selfWas = self.generations.bitmap & 1;
    const bool peerWas = peer.generations.bitmap & 1;
    if (selfWas == peerWas)
        return zeroChanges(self, peer) == splitBrain ? least(self, peer) : zeroChanges(self, peer);
    return selfWas == youngerLoses ? 1 : -1;
}

int withoutPrimary(const DrbdSide &self, const DrbdSide &peer)
{
    const std::string &policy = self.running.net.afterSb0;
    if (policy == "discard-younger-primary" || policy == "discard-older-primary")
        return byAge(self, peer, policy == "discard-younger-primary");
    if (policy == "discard-zero-changes")
        return zeroChanges(self, peer);
    return policy == "discard-least-changes" ? least(self, peer) : splitBrain;
}

Recovery withOnePrimary(const DrbdSide &self, const DrbdSide &peer)
{
    const std::string &policy = self.running.net.afterSb1;
    const int outcome = withoutPrimary(self, peer);
    const int primaryWins = self.role == Role::Primary ? 1 : -1;
    if (policy == "discard-secondary")
        return {primaryWins, false};
    if (policy == "consensus")
        return {outcome == primaryWins ? outcome : splitBrain, false};
    if (policy == "violently-as0p")
        return {outcome, false};
    return policy == "call-pri-lost-after-sb" ? Recovery{outcome, true} : Recovery{};
}

Recovery withTwoPrimaries(const DrbdSide &self, const DrbdSide &peer)
{
    const std::string &policy = self.running.net.afterSb2;
    if (policy == "violently-as0p")
        return {withoutPrimary(self, peer), false};
    if (policy == "call-pri-lost-after-sb")
        return {withoutPrimary(self, peer), true};
    return {};
}

} // namespace

Comparison compareGenerations(const DrbdSide &self, const DrbdSide &peer)
{
    const Generations &a = self.generations;
    const Generations &b = peer.generations;
    const std::uint64_t mine = plain(a.current);
    const std::uint64_t theirs = plain(b.current);
    if (mine == justCreated || mine == 0 || theirs == justCreated || theirs == 0)
        return emptyData(mine, theirs);
    if (mine == theirs)
        return sameData(self, peer);
    if (mine == plain(b.bitmap))
        return {-1, 50};
    if (inHistory(mine, b))
        return {-2, 60};
    if (theirs == plain(a.bitmap))
        return {1, 70};
    if (inHistory(theirs, a))
        return {2, 80};
    if (plain(a.bitmap) == plain(b.bitmap) && plain(a.bitmap) != 0)
        return {100, 90};
    return {historiesMeet(a, b) ? splitBrain : unrelatedData, 100};
}

Recovery recovered(const DrbdSide &self, const DrbdSide &peer)
{
    const int primaries = (self.role == Role::Primary) + (peer.role == Role::Primary);
    if (primaries == 0)
        return {withoutPrimary(self, peer), false};
    return primaries == 1 ? withOnePrimary(self, peer) : withTwoPrimaries(self, peer);
}

std::string incompatible(const DrbdSide &self, const DrbdSide &peer)
{
    const NetOptions &a = self.running.net;
    const NetOptions &b = peer.running.net;
    if (a.protocol != b.protocol)
        return "incompatible communication protocols";
    if (a.afterSb0 != b.afterSb0)
        return "incompatible after-sb-0pri settings";
    if (a.afterSb1 != b.afterSb1)
        return "incompatible after-sb-1pri settings";
    if (a.afterSb2 != b.afterSb2)
        return "incompatible after-sb-2pri settings";
    if (self.discardMyData && peer.discardMyData)
        return "both sides have the 'want_lose' flag set";
    return a.allowTwoPrimaries == b.allowTwoPrimaries
        ? ""
        : "incompatible setting of the two-primaries options";
}

} // namespace Lab
