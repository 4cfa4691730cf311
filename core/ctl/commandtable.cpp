// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/commandtable.h"

#include "core/base/terminal.h"
#include "core/ctl/formats.h"

#include <array>

namespace Ctl
{
namespace
{
constexpr std::array table{
    Subcommand{"parse", runParse, QT_TRANSLATE_NOOP("Core", "read a tool's output and print JSON"),
               "parse FORMAT [FILE|-]",
               QT_TRANSLATE_NOOP("Core",
                                 "Reads FILE, or standard input when FILE is missing or -, "
                                 "and prints it as one JSON document.")},
    Subcommand{"status", runStatus,
               QT_TRANSLATE_NOOP("Core", "observe a cluster once and say how it is"),
               "status CLUSTER [--json] [--watch]",
               QT_TRANSLATE_NOOP("Core",
                                 "CLUSTER is the name of a saved cluster or the file of its "
                                 "profile. --watch goes on and prints one JSON line a change. "
                                 "Exit status 0: healthy, 1: not.")},
    Subcommand{"lint", runLint, QT_TRANSLATE_NOOP("Core", "check a cluster.conf off line"),
               "lint FILE [--against RUNNING] [--json]",
               QT_TRANSLATE_NOOP("Core",
                                 "Says what is wrong in a cluster.conf, where and why. RUNNING is "
                                 "the file that runs now: the version must be above its own, and "
                                 "each change is said with when it takes effect. Exit status 1: "
                                 "there is an error.")},
    Subcommand{
        "conf", runConf,
        QT_TRANSLATE_NOOP("Core", "compare, activate and look back at versions of cluster.conf"),
        "conf diff A B [--json] | diff CLUSTER FROM TO [--json] | history CLUSTER [--offline] "
        "[--json] | activate|rescue CLUSTER FILE | rollback CLUSTER VERSION [--plan] [--yes] "
        "[--reason "
        "TEXT]",
        QT_TRANSLATE_NOOP("Core",
                          "diff compares two files, or two versions of a cluster's, by line and by "
                          "what they say; passwords are masked. FROM and TO are a version (12, or "
                          "@5 by its number in the history), committed, local, pending, one of "
                          "these on one node (node2:local), or a file. history lists every version "
                          "that was ever seen; --offline does not ask the cluster first. activate "
                          "writes FILE beside cluster.conf, lets the node validate it, activates "
                          "it and looks for it on every member; rollback does so with an earlier "
                          "version, under the next number and with the passwords that the nodes "
                          "have now; rescue restores FILE where no node has quorum. --plan prints "
                          "the plan and does nothing; --yes asks nothing.")},
    Subcommand{"fence", runFence, QT_TRANSLATE_NOOP("Core", "let the cluster fence a node"),
               "fence CLUSTER NODE [--acknowledge] [--plan] [--yes] [--reason TEXT]",
               QT_TRANSLATE_NOOP("Core",
                                 "The node that stays fences NODE; it is then seen to leave, and "
                                 "to come back or to stay off. --acknowledge tells the cluster "
                                 "that NODE is dead (fence_ack_manual), while fencing it fails and "
                                 "after its power was seen to be off. --plan prints the plan and "
                                 "does nothing; --yes asks nothing.")},
    Subcommand{"power", runPower, QT_TRANSLATE_NOOP("Core", "switch a machine by its BMC"),
               "power CLUSTER NODE status [--json] | on|off|cycle|reset|soft|identify [--plan] "
               "[--yes] [--reason TEXT]",
               QT_TRANSLATE_NOOP("Core",
                                 "status asks the BMC by this computer's own session and by "
                                 "ipmitool on every other node, and says what each was told. "
                                 "Orders go by this computer's own session, or by ipmitool on "
                                 "the other node where that fails; the state is read twice. A "
                                 "member of the cluster is never switched off; reset is for one "
                                 "that hangs, soft presses the power button, identify lights the "
                                 "lamp. --plan prints the plan and does nothing; --yes asks "
                                 "nothing.")},
    Subcommand{"node", runNode,
               QT_TRANSLATE_NOOP("Core", "take a node out of the cluster and back, or down"),
               "node CLUSTER ACTION NODE [--plan] [--yes] [--reason TEXT]",
               QT_TRANSLATE_NOOP("Core",
                                 "ACTION is maintenance (emptied, then out of the cluster), "
                                 "end-maintenance, leave, join, stop-rgmanager, start-rgmanager, "
                                 "reboot, shutdown, stop-both (NODE goes down first), "
                                 "cold-start (NODE, which went down last, is switched on first), "
                                 "or quorum-alone (pvecm expected 1 on NODE, the others off). "
                                 "--plan prints the plan and does nothing; --yes asks nothing.")},
    Subcommand{"migrate", runMigrate,
               QT_TRANSLATE_NOOP("Core", "move running guests to the other node"),
               "migrate CLUSTER VMID [NODE] | CLUSTER --empty NODE [--plan] [--yes]",
               QT_TRANSLATE_NOOP("Core",
                                 "Without stopping them: by rgmanager where it runs the guest, "
                                 "else by qm. --empty moves every guest that runs on NODE. --plan "
                                 "prints the plan and does nothing; --yes asks nothing.")},
    Subcommand{"ha", runHa,
               QT_TRANSLATE_NOOP("Core", "start and stop guests and their HA services"),
               "ha CLUSTER ACTION VMID [NODE] [--plan] [--yes] [--reason TEXT]",
               QT_TRANSLATE_NOOP("Core",
                                 "ACTION of the HA service: enable, disable, relocate, restart, "
                                 "freeze, thaw, or recover, out of failed. ACTION of a guest that "
                                 "is not under HA: start, shutdown, stop, reset. --plan prints the "
                                 "plan and does nothing; --yes asks nothing.")},
    Subcommand{"bundle", runBundle,
               QT_TRANSLATE_NOOP("Core", "save a diagnostic bundle for somebody who helps"),
               "bundle CLUSTER FILE",
               QT_TRANSLATE_NOOP("Core",
                                 "Observes the cluster once and writes FILE, a ZIP archive: the "
                                 "snapshot, the last output of every question, cluster.conf, the "
                                 "timeline, the journal, versions. Passwords are taken out; names "
                                 "and addresses are in it.")},
};

QString translated(const char *text)
{
    return Core::rendered(Core::message(text));
}
} // namespace

std::span<const Subcommand> subcommands()
{
    return table;
}

QString helpText(const Subcommand &command)
{
    QString text = translated(QT_TRANSLATE_NOOP("Core", "Usage:")) + QStringLiteral(" binomectl ")
        + QString::fromLatin1(command.usage) + u'\n' + translated(command.help) + u'\n';
    if (command.run == runParse) {
        QStringList names;
        for (const Format &format : formats())
            names << QString::fromLatin1(format.name);
        text += Core::rendered(Core::message(QT_TRANSLATE_NOOP("Core", "FORMAT is one of: %1"),
                                             {names.join(QStringLiteral(", "))}))
            + u'\n';
    }
    return text;
}

void say(const QString &text)
{
    Core::writeTo(stdout, text.toUtf8());
}

void complain(const QString &text)
{
    Core::writeTo(stderr, (QStringLiteral("binomectl: ") + text + u'\n').toUtf8());
}

int wrongUsage(const QString &what, const char *commandName)
{
    complain(what);
    const QString topic = commandName ? QString::fromLatin1(commandName) + QStringLiteral(" --help")
                                      : QStringLiteral("--help");
    complain(Core::rendered(Core::message(QT_TRANSLATE_NOOP("Core", "see: %1"),
                                          {QStringLiteral("binomectl ") + topic})));
    return WrongUsage;
}
} // namespace Ctl
