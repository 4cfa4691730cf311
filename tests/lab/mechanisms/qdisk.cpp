// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qdisk.h"

#include "note.h"

namespace Lab
{

QuorumDisk::QuorumDisk(World &world, EventQueue &queue) : m_world(world), m_queue(queue)
{
    for (auto &alarm : m_alarms)
        alarm = std::make_unique<Alarm>(queue);
}

bool QuorumDisk::writable(const Node &node) const
{
    return node.running() && node.cman && node.qdiskd && iscsiPath(m_world, node.id);
}

// With master_wins only the master's node counts the disk's votes.
bool QuorumDisk::entitled(const Node &node) const
{
    return writable(node) && (!node.qdiskConf.masterWins || m_world.qdiskMaster == node.id);
}

void QuorumDisk::review()
{
    electMaster();
    for (Node &node : m_world.nodes)
        reviewNode(node);
}

void QuorumDisk::electMaster()
{
    const int master = m_world.qdiskMaster;
    if (master && writable(m_world.node(master)))
        return;
    m_world.qdiskMaster = 0;
    for (const Node &node : m_world.nodes) {
        if (!m_world.qdiskMaster && writable(node) && node.view.qdiskVote)
            m_world.qdiskMaster = node.id;
    }
    for (const Node &node : m_world.nodes) {
        if (!m_world.qdiskMaster && writable(node))
            m_world.qdiskMaster = node.id;
    }
}

void QuorumDisk::reviewNode(Node &node)
{
    Alarm &alarm = *m_alarms.at(static_cast<std::size_t>(node.id - 1));
    const bool wanted = entitled(node);
    if (!node.cman || node.hung || wanted == node.view.qdiskVote) {
        alarm.clear();
        return;
    }
    if (!node.qdiskd) { // stopped in order: it deregisters
        setVote(node, false);
        return;
    }
    const Settings &settings = node.qdiskConf;
    const int intervals = wanted ? settings.qdiskTkoUp : settings.qdiskTko;
    if (alarm.isSet())
        return;
    // The first miss is noticed at the next beat, which is not just now.
    const Time since = m_world.chance.below(settings.qdiskInterval);
    alarm.setAfter(settings.qdiskInterval * intervals + since,
                   [this, &node, wanted] { setVote(node, wanted); });
}

void QuorumDisk::setVote(Node &node, bool vote)
{
    node.view.qdiskVote = vote;
    node.view.qdiskJoined = m_queue.now();
    node.view.generation = node.view.generation ? node.view.generation : m_world.ringSequence;
    note(m_world, m_queue.now(),
         node.name + (vote ? ": qdiskd: quorum disk votes" : ": qdiskd: quorum disk lost"));
}

} // namespace Lab
