// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pmxcfs.h"

#include "note.h"

namespace Lab
{

bool Pmxcfs::writable(int id) const
{
    const Node &node = m_world.node(id);
    return node.running() && node.view.quorate;
}

bool Pmxcfs::writePending(int node, const std::string &text)
{
    if (!writable(node))
        return false;
    m_world.pending = text;
    return true;
}

bool Pmxcfs::dropPending(int node)
{
    if (!writable(node) || !m_world.pending)
        return false;
    m_world.pending.reset();
    return true;
}

bool Pmxcfs::commit(int id, const std::string &text)
{
    if (!writable(id))
        return false;
    for (Node &node : m_world.nodes)
        node.localConf = localConf(m_world, node); // what they have until they take the new one
    m_world.committed = text;
    ++m_world.confSerial;
    if (const auto read = readClusterConf(text, m_world.settings))
        m_world.settings = *read;
    for (Node &node : m_world.nodes) {
        if (node.id == id || (node.running() && m_world.node(id).view.members.count(node.id)))
            take(node, text);
    }
    reload(id);
    return true;
}

// Source: dcdb_sync_cluster_conf: nothing for a version that is no number, an older one is refused,
// an equal one is written.
void Pmxcfs::take(Node &node, const std::string &text)
{
    node.confSeen = m_world.confSerial;
    const unsigned long version = configVersionOf(text);
    if (version == 0)
        return;
    if (version < configVersionOf(localConf(m_world, node))) {
        note(m_world, m_queue.now(), node.name + ": pmxcfs: local cluster.conf is newer");
        return;
    }
    node.localConf.reset();
    note(m_world, m_queue.now(),
         node.name + ": pmxcfs: wrote new cluster config '/etc/cluster/cluster.conf'");
}

void Pmxcfs::synchronise(int id)
{
    Node &node = m_world.node(id);
    if (node.confSeen != m_world.confSerial)
        take(node, committedConf(m_world));
}

std::string Pmxcfs::activate(int node)
{
    const std::string file = "/etc/pve/cluster.conf.new";
    if (!m_world.pending)
        return "config validation failed: Unable to get the configuration";
    const auto read = readXml(*m_world.pending);
    if (const auto *broken = std::get_if<XmlError>(&read))
        return "config validation failed: " + file + ":" + std::to_string(broken->line)
            + ": parser error : " + broken->text;
    // Schema errors stand on standard output, which is not looked at.
    if (validateConf(*m_world.pending, file).exit != 0)
        return "config validation failed: unknown error";
    if (!cmanRefuses(*m_world.pending, m_world.nameOf(node)).empty())
        return "config validation failed: Unable to get the configuration";
    if (!writable(node))
        return "cluster not ready - no quorum?";
    const std::string text = *m_world.pending;
    m_world.pending.reset();
    commit(node, text);
    return {};
}

Pmxcfs::Reload Pmxcfs::reload(int id)
{
    Node &node = m_world.node(id);
    const std::string text = localConf(m_world, node);
    const auto read = readClusterConf(text, m_world.settings);
    if (!node.cman || !read || !cmanRefuses(text, node.name).empty())
        return Reload::NotReadable;
    if (read->configVersion <= node.view.configVersion)
        return Reload::NotNewer;
    for (Node &member : m_world.nodes) {
        const auto own = readClusterConf(localConf(m_world, member), m_world.settings);
        const bool told = node.view.members.count(member.id) && member.running() && member.cman;
        if (told && own && own->configVersion == read->configVersion)
            adopt(member, *own);
        else if (told)
            note(m_world, m_queue.now(),
                 member.name + ": cman: Can't get updated config version "
                     + std::to_string(read->configVersion));
    }
    return Reload::Done;
}

// Quorum may go down by it. The token, two_node and quorum_dev_poll are read at
// start only.
void Pmxcfs::adopt(Node &node, const Settings &read)
{
    const Settings old = node.conf;
    node.conf = read;
    node.conf.token = old.token;
    node.conf.twoNode = old.twoNode;
    node.conf.quorumDevPoll = old.quorumDevPoll;
    node.qdiskConf.allowKill = read.allowKill;
    node.qdiskConf.qdiskVotes = read.qdiskVotes;
    node.view.configVersion = read.configVersion;
    node.view.quorum = 0;
    note(m_world, m_queue.now(),
         node.name + ": cman: configuration version " + std::to_string(read.configVersion));
    if (onReloaded)
        onReloaded(node.id);
}

std::string Pmxcfs::load(int id)
{
    Node &node = m_world.node(id);
    const std::string text = localConf(m_world, node);
    node.cmanError = cmanRefuses(text, node.name);
    if (!node.cmanError.empty()) {
        note(m_world, m_queue.now(), node.name + ": cman: " + node.cmanError);
        return node.cmanError;
    }
    node.conf = *readClusterConf(text, m_world.settings);
    node.qdiskConf = node.conf;
    return {};
}

void Pmxcfs::editLocal(int node, const std::string &text)
{
    m_world.node(node).localConf = text;
}

} // namespace Lab
