// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <memory>

namespace Lab
{

// qdiskd: a node that can write to the quorum disk brings its votes after tko_up intervals, and
// loses them after tko intervals without. The first to write is master and stays so.
class QuorumDisk
{
public:
    QuorumDisk(World &world, EventQueue &queue);
    void review();

private:
    bool writable(const Node &node) const;
    bool entitled(const Node &node) const;
    void reviewNode(Node &node);
    void setVote(Node &node, bool vote);
    void electMaster();

    World &m_world;
    EventQueue &m_queue;
    std::array<std::unique_ptr<Alarm>, 2> m_alarms;
};

} // namespace Lab
