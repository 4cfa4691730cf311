// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusterconfig.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <sstream>

namespace Lab
{

namespace
{

using Words = std::set<std::string>;

// What cluster.rng allows in an element: attributes, those it must have, children. What is not
// listed as a rule is not looked into. Source: cluster.rng 3.2.0 with pvevm and fence_ipmilan.
struct Rule {
    Words attributes;
    Words required;
    Words children;
};

const Words ipmi{"action",  "auth",     "cipher",        "delay",         "ipaddr",
                 "ipport",  "lanplus",  "login",         "method",        "name",
                 "option",  "passwd",   "passwd_script", "power_timeout", "power_wait",
                 "privlvl", "retry_on", "shell_timeout", "login_timeout", "timeout",
                 "verbose", "debug",    "port",          "secure",        "ipmitool_path",
                 "agent"};

const std::map<std::string, Rule> &rules()
{
    static const std::map<std::string, Rule> table{
        {"cluster",
         {{"name", "config_version"},
          {"name", "config_version"},
          {"cman", "totem", "quorumd", "fence_daemon", "clusternodes", "fencedevices", "rm", "dlm",
           "logging", "uidgid", "gfs_controld", "group", "clvmd", "fence_xvmd"}}},
        {"cman",
         {{"two_node", "expected_votes", "upgrading", "disallowed", "quorum_dev_poll",
           "shutdown_timeout", "ccsd_poll", "debug_mask", "port", "cluster_id", "hash_cluster_id",
           "nodename", "broadcast", "transport", "keyfile", "disable_openais"},
          {},
          {"multicast", "altmulticast"}}},
        {"totem",
         {{"consensus", "join", "token", "fail_recv_const", "seqno_unchanged_const", "netmtu",
           "window_size", "max_messages", "token_retransmits_before_loss_const", "miss_count_const",
           "rrp_mode", "rrp_problem_count_threshold", "secauth", "keyfile"},
          {},
          {"interface"}}},
        {"quorumd",
         {{"interval",     "tko",         "votes",
           "min_score",    "device",      "label",
           "cman_label",   "status_file", "scheduler",
           "reboot",       "priority",    "tko_up",
           "upgrade_wait", "use_uptime",  "stop_cman",
           "paranoid",     "allow_kill",  "max_error_cycles",
           "io_timeout",   "master_wins"},
          {},
          {"heuristic"}}},
        {"heuristic", {{"program", "score", "interval", "tko"}, {"program"}, {}}},
        {"fence_daemon",
         {{"post_join_delay", "post_fail_delay", "override_path", "override_time", "clean_start",
           "skip_undefined"},
          {},
          {}}},
        {"clusternodes", {{}, {}, {"clusternode"}}},
        {"clusternode",
         {{"name", "nodeid", "votes", "weight"},
          {"name", "nodeid"},
          {"altname", "fence", "unfence"}}},
        {"fence", {{}, {}, {"method"}}},
        {"method", {{"name"}, {"name"}, {"device"}}},
        {"device", {ipmi, {"name"}, {}}},
        {"fencedevices", {{}, {}, {"fencedevice"}}},
        {"fencedevice", {ipmi, {"name", "agent"}, {}}},
        {"rm",
         {{"log_level", "status_child_max", "status_poll_interval", "transition_throttling",
           "central_processing", "log_facility", "disabled"},
          {},
          {"failoverdomains", "events", "resources", "resource-defaults", "service", "vm",
           "pvevm"}}},
        {"failoverdomains", {{}, {}, {"failoverdomain"}}},
        {"failoverdomain",
         {{"name", "ordered", "restricted", "nofailback"}, {"name"}, {"failoverdomainnode"}}},
        {"failoverdomainnode", {{"name", "priority"}, {"name"}, {}}},
        {"pvevm",
         {{"vmid", "domain", "autostart", "exclusive", "recovery", "migrate", "depend",
           "depend_mode", "max_restarts", "restart_expire_time", "status_program",
           "__independent_subtree", "__enforce_timeouts", "__max_failures", "__failure_expire_time",
           "__max_restarts", "__restart_expire_time"},
          {"vmid"},
          {}}},
    };
    return table;
}

bool positive(const std::string &text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); })
        && text.find_first_not_of('0') != std::string::npos;
}

bool valuesAreGood(const XmlElement &one)
{
    for (const char *key : {"votes", "nodeid", "expected_votes"}) {
        const std::string *value = one.attribute(key);
        if (value && !positive(*value))
            return false;
    }
    if (one.name == "cluster")
        return one.value("name").size() <= 15;
    return true;
}

class Validator
{
public:
    explicit Validator(const XmlElement &root) : m_root(root) { collect(root); }

    // In libxml's manner: what is wrong below a child of <cluster> is told of that child.
    std::string run()
    {
        std::string text = headOf(m_root);
        for (const XmlElement &child : m_root.children) {
            if (text.empty() && !whole(child))
                text = told(child, "Extra element " + child.name + " in interleave");
        }
        if (text.empty() && !m_root.child("clusternodes"))
            text = told(m_root, "Expecting an element clusternodes, got nothing");
        if (!text.empty())
            text += told(m_root, "Element cluster failed to validate content");
        return text;
    }

private:
    static std::string told(const XmlElement &one, const std::string &what)
    {
        return ":" + std::to_string(one.line) + ": element " + one.name
            + ": Relax-NG validity error : " + what + "\n";
    }
    std::string headOf(const XmlElement &root) const
    {
        if (root.name != "cluster")
            return told(root, "Expecting element cluster, got " + root.name);
        for (const std::string &key : rules().at("cluster").required) {
            if (!root.attribute(key))
                return told(root, "Element cluster failed to validate attributes");
        }
        for (const auto &[key, value] : root.attributes) {
            if (!rules().at("cluster").attributes.count(key))
                return told(root, "Invalid attribute " + key + " for element cluster");
        }
        return valuesAreGood(root) ? ""
                                   : told(root, "Element cluster failed to validate attributes");
    }
    bool whole(const XmlElement &one) const
    {
        const auto rule = rules().find(one.name);
        if (rule == rules().end())
            return true;
        const bool attributes
            = std::all_of(one.attributes.begin(), one.attributes.end(), [&](const auto &pair) {
                  return rule->second.attributes.count(pair.first);
              });
        const bool required
            = std::all_of(rule->second.required.begin(), rule->second.required.end(),
                          [&](const std::string &key) { return one.attribute(key); });
        const bool below
            = std::all_of(one.children.begin(), one.children.end(), [&](const XmlElement &child) {
                  return rule->second.children.count(child.name) && whole(child);
              });
        return attributes && required && below && valuesAreGood(one) && namesAreGood(one);
    }
    // xsd:ID and IDREF: unique, no digit first; a method's device has to exist.
    bool namesAreGood(const XmlElement &one) const
    {
        const std::string name = one.value("name");
        if (one.name == "fencedevice")
            return !name.empty() && !std::isdigit(static_cast<unsigned char>(name[0]))
                && m_ids.count(name) == 1;
        return one.name != "device" || m_ids.count(name);
    }
    void collect(const XmlElement &one)
    {
        if (one.name == "fencedevice")
            m_ids.insert(one.value("name"));
        for (const XmlElement &child : one.children)
            collect(child);
    }

    const XmlElement &m_root;
    std::multiset<std::string> m_ids;
};

std::string sourceLine(const std::string &text, int wanted)
{
    std::istringstream lines(text);
    std::string line;
    for (int i = 0; i < wanted && std::getline(lines, line); ++i) { }
    return line;
}

int countNodes(const XmlElement &root)
{
    const XmlElement *nodes = root.child("clusternodes");
    return nodes ? static_cast<int>(nodes->children.size()) : 0;
}

bool namesNode(const XmlElement &root, const std::string &name)
{
    const XmlElement *nodes = root.child("clusternodes");
    return nodes
        && std::any_of(nodes->children.begin(), nodes->children.end(),
                       [&](const auto &one) { return one.value("name") == name; });
}

// Source: cman 3.2.0, cmanconfig.c.
std::string twoNodeRefuses(const XmlElement &root)
{
    const XmlElement *cman = root.child("cman");
    if (!cman || !cman->yes("two_node"))
        return {};
    if (countNodes(root) != 2)
        return "two_node set but there are more than 2 nodes";
    for (const XmlElement &node : root.child("clusternodes")->children) {
        if (node.number("votes", 1) != 1)
            return "two_node set but votes not set to 1";
    }
    return {};
}

} // namespace

Verdict validateConf(const std::string &text, const std::string &file)
{
    const auto read = readXml(text);
    if (const auto *error = std::get_if<XmlError>(&read)) {
        const std::string line = sourceLine(text, error->line);
        return {1,
                file + ":" + std::to_string(error->line) + ": parser error : " + error->text + "\n"
                    + line + "\n" + std::string(line.size(), ' ') + "^\n"};
    }
    std::istringstream lines(Validator(std::get<XmlElement>(read)).run());
    Verdict verdict;
    for (std::string line; std::getline(lines, line);)
        verdict.text += file + line + "\n";
    verdict.exit = verdict.text.empty() ? 0 : 3;
    return verdict;
}

std::string cmanRefuses(const std::string &text, const std::string &nodeName)
{
    const auto read = readXml(text);
    const auto *root = std::get_if<XmlElement>(&read);
    if (!root || root->name != "cluster")
        return "Could not parse configuration file";
    if (!namesNode(*root, nodeName))
        return "Cannot find node name in cluster.conf";
    const XmlElement *totem = root->child("totem");
    if (totem && totem->attribute("transport"))
        return "Transport should not be specified within <totem .../>";
    for (const XmlElement &node : root->child("clusternodes")->children) {
        if (node.number("votes", 1) < 0 || node.number("votes", 1) > 255)
            return "Found invalid votes for node " + node.value("name");
    }
    return twoNodeRefuses(*root);
}

} // namespace Lab
