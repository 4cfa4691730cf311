// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "membership.h"

#include "note.h"
#include "votes.h"

#include <algorithm>

namespace Lab
{

namespace
{

// cman's default for two nodes: a fifth of the token, 200 ms at least and 2 s at most.
Time consensus(Time token)
{
    return std::clamp(token / 5, Time{200}, Time{2000});
}

constexpr Time joinTime{1500};

} // namespace

Membership::Membership(World &world, EventQueue &queue)
    : m_world(world), m_queue(queue), m_merge(queue)
{
    for (auto &alarm : m_loss)
        alarm = std::make_unique<Alarm>(queue);
}

void Membership::start(int id)
{
    Node &node = m_world.node(id);
    node.cman = true;
    ++node.cmanStart;
    node.cmanSince = m_queue.now();
    node.view = {};
    node.view.configVersion = node.conf.configVersion;
    admit(node, node);
}

void Membership::leave(int id, bool removed)
{
    Node &node = m_world.node(id);
    node.cman = false;
    node.view = {};
    Node &peer = m_world.node(World::peerOf(id));
    if (!peer.view.members.erase(id))
        return;
    peer.view.records[id].lostStart = -1;
    if (removed) { // "leave remove": the others expect as many votes as there are nodes left
        peer.conf.expectedVotes = static_cast<int>(peer.view.members.size());
        peer.view.quorum = 0;
    }
    peer.view.generation = m_world.ringSequence += 4;
    ++m_world.membersVersion;
}

void Membership::forget(int id)
{
    Node &node = m_world.node(id);
    node.cman = false;
    node.view = {};
}

bool Membership::heard() const
{
    return std::all_of(m_world.nodes.begin(), m_world.nodes.end(),
                       [](const Node &n) { return n.running() && n.cman; })
        && clusterPath(m_world);
}

void Membership::review()
{
    for (Node &node : m_world.nodes)
        reviewLosses(node);
    const Node &a = m_world.node(1);
    const Node &b = m_world.node(2);
    if (heard() && !(a.view.members.count(2) && b.view.members.count(1)))
        m_merge.ensureAfter(joinTime, [this] { merge(); });
    else
        m_merge.clear();
    for (Node &node : m_world.nodes)
        countVotes(node);
}

void Membership::reviewLosses(Node &node)
{
    Alarm &alarm = *m_loss.at(static_cast<std::size_t>(node.id - 1));
    Node &peer = m_world.node(World::peerOf(node.id));
    if (!node.running() || !node.cman || !node.view.members.count(peer.id)) {
        alarm.clear();
        return;
    }
    if (!heard()) {
        const Time token = node.conf.token;
        alarm.ensureAfter(token + consensus(token), [this, &node, &peer] { lose(node, peer); });
        return;
    }
    alarm.clear();
}

// The peer's cman was started again within the token: the old one is lost all the same, in the very
// change of membership in which the new one joins, so that fenced finds a clean member and averts.
void Membership::loseFormer(Node &observer, const Node &joining)
{
    if (observer.view.members.count(joining.id)
        && observer.view.records[joining.id].joined < joining.cmanSince)
        lose(observer, joining);
}

void Membership::lose(Node &observer, const Node &gone)
{
    observer.view.members.erase(gone.id);
    MemberRecord &record = observer.view.records[gone.id];
    record.lostStart = record.joined < gone.cmanSince ? gone.cmanStart - 1 : gone.cmanStart;
    observer.view.generation = m_world.ringSequence += 4;
    ++m_world.membersVersion;
    note(m_world, m_queue.now(),
         observer.name + ": corosync: " + gone.name + " left the membership");
    countVotes(observer);
    if (onLost)
        onLost(observer.id, gone.id);
}

// Two partitions meet. A node that was declared lost and kept its state may not rejoin: the side
// without quorum (else the higher id) has to stop its cman. Source: cman 3.2.0, commands.c.
void Membership::merge()
{
    Node &a = m_world.node(1);
    Node &b = m_world.node(2);
    const bool dirty
        = a.view.records[2].lostStart == b.cmanStart || b.view.records[1].lostStart == a.cmanStart;
    if (dirty) {
        const int loser = a.view.quorate == b.view.quorate ? 2 : (a.view.quorate ? 2 : 1);
        note(m_world, m_queue.now(),
             m_world.node(loser).name + ": cman killed, it rejoined with its old state");
        if (onKilled)
            onKilled(loser);
        return;
    }
    loseFormer(a, b);
    loseFormer(b, a);
    if (!sameVersion())
        return;
    m_world.ringSequence += 4;
    admit(a, b);
    admit(b, a);
    a.view.generation = b.view.generation = m_world.ringSequence;
    for (Node *node : {&a, &b}) {
        if (onMet)
            onMet(node->id);
    }
    note(m_world, m_queue.now(), "corosync: node1 and node2 form one membership");
}

// The one with the older configuration takes the newer file, or has to go.
bool Membership::sameVersion()
{
    Node &a = m_world.node(1);
    Node &b = m_world.node(2);
    if (a.view.configVersion == b.view.configVersion)
        return true;
    Node &older = a.view.configVersion < b.view.configVersion ? a : b;
    const int wanted = std::max(a.view.configVersion, b.view.configVersion);
    if (onOlder)
        onOlder(older.id);
    if (older.view.configVersion == wanted)
        return true;
    note(m_world, m_queue.now(),
         older.name + ": cman: Failed to get an up-to-date config file, wanted "
             + std::to_string(wanted) + ", only got " + std::to_string(older.view.configVersion)
             + ". Will exit");
    if (onKilled)
        onKilled(older.id);
    return false;
}

void Membership::admit(Node &observer, const Node &joined)
{
    observer.view.members.insert(joined.id);
    observer.view.records[joined.id] = {m_world.ringSequence, m_queue.now(), -1};
    ++m_world.membersVersion;
}

void Membership::countVotes(Node &node)
{
    if (!node.cman || node.hung)
        return;
    ClusterView &view = node.view;
    int expected = 0;
    view.totalVotes = view.qdiskVote ? node.qdiskConf.qdiskVotes : 0;
    for (int member : view.members) {
        const Settings &conf = m_world.node(member).conf;
        expected = std::max(expected, conf.expectedVotes);
        view.totalVotes += conf.nodeVotes.at(static_cast<std::size_t>(member - 1));
    }
    view.expectedVotes = expected;
    const int quorum = quorumOf(expected, view.totalVotes, node.conf.twoNode);
    // It never goes down by itself.
    view.quorum = node.conf.twoNode ? quorum : std::max(view.quorum, quorum);
    const bool quorate = view.totalVotes >= view.quorum;
    if (quorate != view.quorate) {
        note(m_world, m_queue.now(),
             node.name + (quorate ? ": cman: quorum regained" : ": cman: quorum lost"));
        ++m_world.membersVersion;
    }
    view.quorate = quorate;
}

} // namespace Lab
