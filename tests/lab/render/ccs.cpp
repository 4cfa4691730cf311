// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "mechanisms/clusterconfig.h"

#include <cstdlib>

namespace Lab
{

namespace
{

std::optional<std::string> fileNamed(const Call &call, const std::string &path)
{
    if (path == "/etc/pve/cluster.conf.new"
        || path.find("etc/pve/cluster.conf.new") != std::string::npos)
        return call.world().pending;
    if (path.find("etc/pve/cluster.conf") != std::string::npos)
        return committedConf(call.world());
    if (path.find("etc/cluster/cluster.conf") != std::string::npos)
        return localConf(call.world(), call.self());
    return std::nullopt;
}

Answer notLoaded(const std::string &why)
{
    return {255, "\n", why + "\nUnable to get the configuration\n"};
}

// The load test asks what cman asks when it starts.
std::optional<Answer> loadFailure(const Call &call, const std::string &path,
                                  const std::string &text)
{
    const auto read = readXml(text);
    if (const auto *error = std::get_if<XmlError>(&read))
        return notLoaded(path + ":" + std::to_string(error->line)
                         + ": parser error : " + error->text);
    const std::string refusal = cmanRefuses(text, call.self().name);
    if (!refusal.empty())
        return notLoaded(refusal);
    return std::nullopt;
}

Answer judged(const Call &call, const std::string &text)
{
    const Verdict verdict = validateConf(text, "tempfile");
    const int running = std::atoi(valueOf(call.arguments, "-R").c_str());
    const bool quiet = call.has("-q");
    if (verdict.exit == 0 && running > 0) {
        const auto version = static_cast<int>(configVersionOf(text));
        if (version <= running)
            return {254,
                    {},
                    quiet ? "" : "Error: Configuration version is older than running config!\n"};
    }
    if (verdict.exit == 0)
        return {0, quiet ? "" : "Configuration validates\n", {}};
    return {verdict.exit,
            verdict.text + (verdict.exit == 1 ? "" : "Configuration fails to validate\n"),
            {}};
}

std::string verbose(const Call &call, const std::string &line)
{
    return call.has("-v") ? line + "\n" : std::string();
}

} // namespace

// Source: config/tools/xml/ccs_config_validate.in.
Answer ccsConfigValidate(const Call &call)
{
    const std::string onlySchema = valueOf(call.arguments, "-f");
    const std::string loaded = valueOf(call.arguments, "-l");
    if (!onlySchema.empty() && !loaded.empty())
        return {
            255, {}, "Error: invalid options. -f can not be set together with -r or -C or -l\n"};
    if (call.has("-v") && call.has("-q"))
        return {255, {}, "Error: invalid options. -v can not be set together with -q\n"};
    const std::string path = !onlySchema.empty() ? onlySchema
        : !loaded.empty()                        ? loaded
                                                 : "/etc/cluster/cluster.conf";
    const auto text = fileNamed(call, path);
    if (!text && !onlySchema.empty())
        return {255, {}, "cp: cannot stat `" + path + "': No such file or directory\n"};
    if (!text)
        return notLoaded("Could not open configuration file " + path);
    if (onlySchema.empty()) {
        if (auto failure = loadFailure(call, path, *text))
            return *failure;
    }
    Answer answer = judged(call, *text);
    answer.out = verbose(call, "Creating temporary file: /tmp/tmp.ccs")
        + verbose(call, "Config interface set to: ")
        + verbose(call, "Configuration stored in temporary file") + verbose(call, "Validating..")
        + answer.out + verbose(call, "Validation completed");
    return answer;
}

// lsnode and query, as init scripts and people use them.
Answer ccsTool(const Call &call)
{
    const std::string given = valueOf(call.arguments, "-c");
    const auto text = given.empty() ? localConf(call.world(), call.self()) : fileNamed(call, given);
    const auto read = text ? readXml(*text) : readXml({});
    const auto *root = std::get_if<XmlElement>(&read);
    if (!root)
        return {1, {}, "ccs_tool: Unable to parse configuration file\n"};
    if (call.first() == "query") {
        const std::string path = call.at(call.arguments.size() - 1);
        const std::string child = path.substr(path.rfind('/') + 1);
        return {child == "cluster" || root->child(child) ? 0 : 1, {}, {}};
    }
    if (call.first() != "lsnode")
        return {1, {}, "Unknown command, \"" + call.first() + "\".\n"};
    std::string out = "\nCluster name: " + root->value("name")
        + ", config_version: " + root->value("config_version") + "\n\n"
        + printed("%-32s %5s %s %s\n", "Nodename", "Votes", "Nodeid", "Fencetype");
    const XmlElement *nodes = root->child("clusternodes");
    for (const XmlElement &node : nodes ? nodes->children : std::vector<XmlElement>()) {
        std::string types;
        const XmlElement *fence = node.child("fence");
        for (const XmlElement &method : fence ? fence->children : std::vector<XmlElement>()) {
            for (const XmlElement &device : method.children)
                types += device.value("name") + " ";
        }
        out += printed("%-32s %3d  %3d    %s\n", node.value("name").c_str(),
                       node.number("votes", 1), node.number("nodeid", 0), types.c_str());
    }
    return {0, out, {}};
}

} // namespace Lab
