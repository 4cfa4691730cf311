// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "mechanisms/clusterconfig.h"

#include <sstream>

namespace Lab
{

namespace
{

constexpr Time apiTime{800}; // perl starts, asks pvedaemon, validates

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> list;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        list.push_back(line);
    return list;
}

// One hunk with three lines around it: the first and the last difference bound it.
std::string difference(const std::string &before, const std::string &after)
{
    const auto old = linesOf(before);
    const auto now = linesOf(after);
    std::size_t head = 0;
    while (head < old.size() && head < now.size() && old[head] == now[head])
        ++head;
    std::size_t tail = 0;
    while (tail < old.size() - head && tail < now.size() - head
           && old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    const std::size_t from = head > 3 ? head - 3 : 0;
    const std::size_t around = std::min<std::size_t>(tail, 3);
    std::string text = "--- /etc/pve/cluster.conf\n+++ /etc/pve/cluster.conf.new\n";
    text += printed("@@ -%zu,%zu +%zu,%zu @@\n", from + 1, old.size() - tail + around - from,
                    from + 1, now.size() - tail + around - from);
    for (std::size_t i = from; i < head; ++i)
        text += " " + old[i] + "\n";
    for (std::size_t i = head; i < old.size() - tail; ++i)
        text += "-" + old[i] + "\n";
    for (std::size_t i = head; i < now.size() - tail; ++i)
        text += "+" + now[i] + "\n";
    for (std::size_t i = old.size() - tail; i < old.size() - tail + around; ++i)
        text += " " + old[i] + "\n";
    return text;
}

bool same(const XmlElement &a, const XmlElement &b)
{
    const std::map<std::string, std::string> left(a.attributes.begin(), a.attributes.end());
    const std::map<std::string, std::string> right(b.attributes.begin(), b.attributes.end());
    if (a.name != b.name || left != right || a.children.size() != b.children.size())
        return false;
    for (std::size_t i = 0; i < a.children.size(); ++i) {
        if (!same(a.children[i], b.children[i]))
            return false;
    }
    return true;
}

// White space, comments and the order of attributes are no change.
std::string changes(const World &world)
{
    if (!world.pending)
        return {};
    const std::string before = committedConf(world);
    const auto old = readXml(before);
    const auto now = readXml(*world.pending);
    const auto *a = std::get_if<XmlElement>(&old);
    const auto *b = std::get_if<XmlElement>(&now);
    return a && b && same(*a, *b) ? std::string() : difference(before, *world.pending);
}

Answer good(const std::string &out = {})
{
    return {0, out, "200 OK\n"};
}

Answer bad(const std::string &why)
{
    return {255, {}, "500 " + why + "\n"};
}

Answer activate(const Call &call)
{
    const std::string error = call.simulation.pmxcfs().activate(call.node);
    call.simulation.settle();
    return error.empty() ? good() : bad(error);
}

std::string quoted(const std::string &text)
{
    std::string out = "\"";
    for (char c : text)
        out += c == '"' ? "\\\"" : (c == '\n' ? "\\n" : std::string(1, c));
    return out + "\"";
}

Answer answerOf(const Call &call)
{
    const std::string verb = call.first();
    const std::string path = call.at(1);
    if (path == "/cluster/ha/changes" && verb == "get")
        return good((call.world().pending ? quoted(changes(call.world())) : "null") + "\n");
    if (path == "/cluster/ha/changes" && verb == "create")
        return activate(call);
    if (path == "/cluster/ha/changes" && verb == "delete")
        return call.simulation.pmxcfs().dropPending(call.node)
            ? good()
            : bad("unlink failed - No such file or directory");
    if (path == "/cluster/ha/groups" && verb == "get") {
        std::string text = "[\n";
        const char *separator = "";
        for (const ServiceConf &one : call.world().settings.services) {
            text += printed("%s   {\n      \"id\" : \"pvevm:%d\"\n   }", separator, one.vmid);
            separator = ",\n";
        }
        return good(text + "\n]\n");
    }
    return {255, {}, "no '" + verb + "' handler for '" + path + "'\n"};
}

} // namespace

// The part of the interface that concerns cluster.conf.
Answer pvesh(const Call &call)
{
    const Time end = call.now() + apiTime;
    return goOnWhen([call, end] { return call.now() >= end; }, [call] { return answerOf(call); });
}

} // namespace Lab
