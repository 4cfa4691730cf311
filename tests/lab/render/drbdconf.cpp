// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drbdtexts.h"
#include "text.h"

namespace Lab
{

namespace
{

constexpr int indentation = 4;

std::string indented(int level, const std::string &line)
{
    return std::string(static_cast<std::size_t>(level * indentation), ' ') + line + "\n";
}

// drbdadm's own columns: names end at column 24, short values are pushed to the right.
std::string setting(int level, const std::string &name, const std::string &value)
{
    return indented(level,
                    printed("%*s %3s;", -24 + indentation * level, name.c_str(), value.c_str()));
}

std::string optionLine(int level, const std::string &name, const std::string &value)
{
    return value == "yes" ? indented(level, name + ";") : setting(level, name, value);
}

const char *handlerScript(const std::string &handler)
{
    return handler.empty() ? "" : "/usr/lib/drbd/outdate-peer.sh";
}

// One section with what differs from the common part; nothing when nothing does.
std::string section(int level, const char *name, const DrbdOptions &options, OptionPart part)
{
    static const DrbdOptions common;
    std::string lines;
    for (const OptionKey &key : drbdOptionKeys()) {
        const std::string option = key.name;
        std::string value = drbdOption(options, option);
        const bool elsewhere = option == "protocol"
            || (part == OptionPart::Syncer && value == drbdOption(common, option));
        if (key.part != part || value.empty() || elsewhere)
            continue;
        if (part == OptionPart::Handler)
            value = handlerScript(value);
        lines += optionLine(level + 1, option, value);
    }
    return lines.empty() ? ""
                         : indented(level, std::string(name) + " {") + lines + indented(level, "}");
}

std::string startup(int level)
{
    return indented(level, "startup {") + setting(level + 1, "wfc-timeout", "0")
        + setting(level + 1, "degr-wfc-timeout", "60")
        + setting(level + 1, "become-primary-on", "both") + indented(level, "}");
}

std::string host(const Resource &resource, const Node &node)
{
    const std::string device = "/dev/drbd" + std::to_string(resource.minor);
    return indented(1, "on " + node.name + " {")
        + indented(2, printed("device%*s%s minor %d;", -11, "", device.c_str(), resource.minor))
        + setting(2, "disk", resource.backingDisk)
        + indented(2,
                   printed("%-16s ipv4 %s:%d;", "address", node.drbdAddress.c_str(), resource.port))
        + setting(2, "meta-disk", "internal") + indented(1, "}");
}

std::string body(const World &world, const Resource &resource, int node)
{
    const DrbdOptions &file = resource.file(node);
    std::string text = "resource " + resource.name + " {\n"
        + setting(1, "protocol", std::string(1, file.net.protocol));
    for (const Node &one : world.nodes)
        text += host(resource, one);
    return text + section(1, "net", file, OptionPart::Net)
        + section(1, "disk", file, OptionPart::Disk)
        + section(1, "syncer", file, OptionPart::Syncer) + startup(1)
        + section(1, "handlers", file, OptionPart::Handler) + "}\n";
}

std::string shown(const std::string &name, const std::string &value, const char *rest)
{
    return printed("\t%-16s\t%s%s\n", name.c_str(), value.c_str(), rest);
}

// What is a number to the kernel is shown with its unit, a word with a mark when it is the default.
std::string shownSyncer(const SyncerOptions &s)
{
    const auto rate = [](const char *name, int kibps, int usual) {
        return shown(name, std::to_string(kibps) + "k",
                     kibps == usual ? " _is_default; # bytes/second" : "; # bytes/second");
    };
    return "syncer {\n" + rate("rate", s.rateKiBps, 250)
        + shown("after", s.after.empty() ? "-1" : s.after, s.after.empty() ? " _is_default;" : ";")
        + shown("al-extents", "127", " _is_default;")
        + shown("verify-alg", "\"" + s.verifyAlg + "\"", ";")
        + shown("on-no-data-accessible", "io-error", " _is_default;")
        + shown("c-plan-ahead", std::to_string(s.cPlanAhead),
                s.cPlanAhead ? "; # 1/10 seconds" : " _is_default; # 1/10 seconds")
        + rate("c-max-rate", s.cMaxRateKiBps, 102400) + rate("c-min-rate", s.cMinRateKiBps, 4096)
        + "}\n";
}

std::string policy(const char *name, const std::string &value)
{
    return shown(name, value, value == "disconnect" ? " _is_default;" : ";");
}

std::string shownNet(const NetOptions &n)
{
    return "net {\n" + shown("timeout", "60", " _is_default; # 1/10 seconds")
        + shown("connect-int", "10", " _is_default; # seconds")
        + shown("ping-int", "10", " _is_default; # seconds")
        + shown("ko-count", "0", " _is_default;")
        + (n.allowTwoPrimaries ? "\tallow-two-primaries;\n" : "")
        + shown("cram-hmac-alg", "\"" + n.cramHmacAlg + "\"", ";")
        + shown("shared-secret", "\"" + n.sharedSecret + "\"", ";")
        + policy("after-sb-0pri", n.afterSb0) + policy("after-sb-1pri", n.afterSb1)
        + policy("after-sb-2pri", n.afterSb2) + policy("rr-conflict", n.rrConflict)
        + shown("ping-timeout", "5", " _is_default; # 1/10 seconds") + "}\n";
}

std::string shownDisk(const DiskOptions &d)
{
    return "disk {\n" + shown("size", "0s", " _is_default; # bytes")
        + shown("on-io-error", d.onIoError, d.onIoError == "pass_on" ? " _is_default;" : ";")
        + shown("fencing", d.fencing, d.fencing == "dont-care" ? " _is_default;" : ";") + "}\n";
}

std::string address(const Node &node, int port)
{
    return printed("\taddress\t\t\tipv4 %s:%d;\n", node.drbdAddress.c_str(), port);
}

} // namespace

std::string drbdMainFile()
{
    return "# the resources are described below /etc/drbd.d\n"
           "include \"drbd.d/global_common.conf\";\ninclude \"drbd.d/*.res\";\n";
}

std::string drbdCommonFile()
{
    return "global {\n" + setting(1, "usage-count", "no") + "}\n\n" + drbdDumpCommon();
}

std::string drbdDumpCommon()
{
    const SyncerOptions common;
    return "common {\n" + indented(1, "syncer {") + setting(2, "rate", rateText(common.rateKiBps))
        + setting(2, "verify-alg", common.verifyAlg) + indented(1, "}") + "}\n\n";
}

std::string drbdResourceFile(const World &world, const Resource &resource, int node)
{
    return body(world, resource, node);
}

std::string drbdDump(const World &world, const Resource &resource, int node)
{
    return "# resource " + resource.name + " on " + world.nameOf(node)
        + ": not ignored, not stacked\n" + body(world, resource, node) + "\n";
}

std::string drbdShow(const World &world, const Resource &resource, int node)
{
    const DrbdSide &side = resource.side(node);
    if (unconfigured(side))
        return {};
    std::string text;
    const bool attached = side.disk > Disk::Failed;
    const bool linked = side.connection > Connection::StandAlone;
    text += attached ? shownDisk(side.running.disk) : "";
    text += linked ? shownNet(side.running.net) : "";
    text += shownSyncer(side.running.syncer);
    text += linked ? printed("protocol %c;\n", side.running.net.protocol) : "";
    text += printed("_this_host {\n\tdevice\t\t\tminor %d;\n", resource.minor);
    if (attached)
        text += "\tdisk\t\t\t\"" + resource.backingDisk + "\";\n\tmeta-disk\t\tinternal;\n";
    text += (linked ? address(world.node(node), resource.port) : "") + "}\n";
    const Node &peer = world.node(World::peerOf(node));
    return linked ? text + "_remote_host {\n" + address(peer, resource.port) + "}\n" : text;
}

std::string drbdsetupWords(const World &world, const Resource &resource, int node,
                           const std::string &verb)
{
    const std::string minor = std::to_string(resource.minor);
    const DrbdOptions &file = resource.file(node);
    if (verb == "attach")
        return minor + " disk " + resource.backingDisk + " " + resource.backingDisk
            + " internal --set-defaults --create-device";
    if (verb != "connect")
        return minor + " " + verb;
    std::string text = minor + " net";
    for (const int end : {node, World::peerOf(node)})
        text += printed(" ipv4:%s:%d", world.node(end).drbdAddress.c_str(), resource.port);
    text += printed(" %c --set-defaults --create-device", file.net.protocol);
    for (const OptionKey &key : drbdOptionKeys()) {
        const std::string value = drbdOption(file, key.name);
        if (key.part == OptionPart::Net && key.name != std::string("protocol") && !value.empty())
            text += std::string(" --") + key.name + (value == "yes" ? "" : "=" + value);
    }
    return text;
}

} // namespace Lab
