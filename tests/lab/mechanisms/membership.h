// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <functional>
#include <memory>

namespace Lab
{

// Totem and cman: a node that is not heard for the token leaves the others' membership; votes are
// counted again at each change. A node that comes back with its old state is told to stop its cman.
class Membership
{
public:
    Membership(World &world, EventQueue &queue);

    // (observer, lost): lost without having said goodbye.
    std::function<void(int, int)> onLost;
    std::function<void(int)> onKilled;
    std::function<void(int)> onMet; // it has a peer again
    std::function<void(int)> onOlder; // it meets a newer configuration

    void start(int node);
    // Orderly: no victim. Removed: the quorum of those who stay goes down.
    void leave(int node, bool removed = false);
    void forget(int node); // the machine is gone, and what it believed with it
    void review();

private:
    void lose(Node &observer, const Node &gone);
    void loseFormer(Node &observer, const Node &joining);
    void merge();
    bool sameVersion();
    void admit(Node &observer, const Node &joined);
    bool heard() const;
    void countVotes(Node &node);
    void reviewLosses(Node &node);

    World &m_world;
    EventQueue &m_queue;
    std::array<std::unique_ptr<Alarm>, 2> m_loss;
    Alarm m_merge;
};

} // namespace Lab
