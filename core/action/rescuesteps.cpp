// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/rescuesteps.h"

#include "core/action/activatesteps.h"
#include "core/action/confonnode.h"
#include "core/action/provenoff.h"
#include "core/action/steps.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto serviceTakes = 60s;
constexpr auto cmanTakes = 180s; // it waits for quorum and for the fence domain

ConfPaths filesOf(const RescueTarget &target, const NodeName &node)
{
    return ConfPaths(target.wish.rootPrefixes.value(node));
}

Command service(const char *name, const char *verb)
{
    Command command;
    command.program = QStringLiteral("service");
    command.arguments = {QString::fromLatin1(name), QString::fromLatin1(verb)};
    return command;
}

Expected<void> executed(Shell &on, const NodeName &node, const Command &command)
{
    return ran(on, node, command).map([](const CommandOutput &) {});
}

// ---- without the cluster

// Beside the file that cman reads, which works without pmxcfs; nothing has changed if it is wrong.
Step validateStep(const RescueTarget &target)
{
    const NodeName node = target.wish.node;
    const QString path = filesOf(target, node).local + QStringLiteral(".binome");
    const Command write = shellCommand("cat > \"$1\"", {path}, target.wish.text);
    Command validate;
    validate.program = QStringLiteral("ccs_config_validate");
    validate.arguments = {QStringLiteral("-v"), QStringLiteral("-f"), path};
    Step step;
    step.info
        = {message(QT_TRANSLATE_NOOP("Core", "Let %1 validate the new file"), {node.text()}),
           previewOf(write) + QStringLiteral("; ") + previewOf(validate), serviceTakes, false};
    step.execute = [=](Shell &on) -> Expected<void> {
        if (const Expected<void> written = executed(on, node, write); !written)
            return written;
        const Expected<void> valid = executed(on, node, validate);
        if (!valid)
            static_cast<void>(on.run(node, shellCommand("rm -f \"$1\"", {path})));
        return valid;
    };
    const Message otherwise = message(
        QT_TRANSLATE_NOOP("Core", "%1 on %2 does not hold what was written"), {path, node.text()});
    step.verify = [=, sum = sha256Of(target.wish.text)](Shell &on) {
        return isThere(on, node, path, sum, otherwise);
    };
    return step;
}

Step stopFileSystemStep(const RescueTarget &target)
{
    const NodeName node = target.wish.node;
    const Command command = service("pve-cluster", "stop");
    Step step;
    step.info = {message(QT_TRANSLATE_NOOP("Core",
                                           "Stop pmxcfs on %1, which waits for a quorum that "
                                           "cannot come"),
                         {node.text()}),
                 previewOf(command), serviceTakes, true};
    step.execute = [=](Shell &on) { return executed(on, node, command); };
    const Message otherwise
        = message(QT_TRANSLATE_NOOP("Core", "/etc/pve is still there on %1"), {node.text()});
    step.verify = [=, path = filesOf(target, node).committed](Shell &on) {
        return awaited(on, [&] { return isThere(on, node, path, {}, otherwise); });
    };
    return step;
}

Step localModeStep(const RescueTarget &target)
{
    const NodeName node = target.wish.node;
    Command command;
    command.program = QStringLiteral("pmxcfs");
    command.arguments = {QStringLiteral("-l")};
    Step step;
    step.info = {message(QT_TRANSLATE_NOOP("Core",
                                           "Start pmxcfs on %1 without the cluster: there it may "
                                           "write without quorum"),
                         {node.text()}),
                 previewOf(command), serviceTakes, false};
    step.execute = [=](Shell &on) { return executed(on, node, command); };
    const Command look = shellCommand("[ -w \"${1%/*}\" ]", {filesOf(target, node).committed});
    step.verify = [=](Shell &on) { return awaited(on, [&] { return executed(on, node, look); }); };
    return step;
}

Step restoreStep(const RescueTarget &target)
{
    const NodeName node = target.wish.node;
    const ConfPaths files = filesOf(target, node);
    const Command command = shellCommand("cat > \"$1\" && mv -f \"$1\" \"$2\"",
                                         {files.written, files.committed}, target.wish.text);
    Step step;
    step.info = {
        message(QT_TRANSLATE_NOOP("Core", "Restore cluster.conf in /etc/pve of %1"), {node.text()}),
        previewOf(command), serviceTakes, false};
    step.execute = [=](Shell &on) { return executed(on, node, command); };
    const Message otherwise = message(QT_TRANSLATE_NOOP("Core", "%1 on %2 is not the new file"),
                                      {files.committed, node.text()});
    step.verify = [=, sum = sha256Of(target.wish.text)](Shell &on) {
        return isThere(on, node, files.committed, sum, otherwise);
    };
    return step;
}

Step endLocalModeStep(const RescueTarget &target)
{
    const NodeName node = target.wish.node;
    const QString path = filesOf(target, node).committed;
    // The one that was started by hand holds the mount point and the lock until it has gone.
    const Command command = shellCommand(
        "killall pmxcfs; i=0; while [ -e \"$1\" ] && [ $i -lt 20 ]; do sleep 1; i=$((i+1)); done; "
        "service pve-cluster start",
        {path});
    Step step;
    step.info = {message(QT_TRANSLATE_NOOP("Core", "Start pmxcfs on %1 as it was"), {node.text()}),
                 previewOf(command), serviceTakes, false};
    step.execute = [=](Shell &on) { return executed(on, node, command); };
    const Message otherwise
        = message(QT_TRANSLATE_NOOP("Core", "%1 on %2 is not the new file"), {path, node.text()});
    step.verify = [=, sum = sha256Of(target.wish.text)](Shell &on) {
        return awaited(on, [&] { return isThere(on, node, path, sum, otherwise); });
    };
    return step;
}

// What cman reads at its start; the former one is kept beside.
Step copyStep(const RescueTarget &target, const NodeName &node)
{
    const QString path = filesOf(target, node).local;
    const Command command
        = shellCommand("[ ! -e \"$1\" ] || cp -p \"$1\" \"$1.before\"; umask 027; cat > \"$2\" && "
                       "mv -f \"$2\" \"$1\"",
                       {path, path + QStringLiteral(".binome")}, target.wish.text);
    Step step;
    step.info = {message(QT_TRANSLATE_NOOP("Core",
                                           "Put it where cman of %1 reads it, and compare: every "
                                           "node must start with the same file"),
                         {node.text()}),
                 previewOf(command), serviceTakes, false};
    step.execute = [=](Shell &on) { return executed(on, node, command); };
    const Message otherwise
        = message(QT_TRANSLATE_NOOP("Core", "%1 on %2 is not the new file"), {path, node.text()});
    step.verify = [=, sum = sha256Of(target.wish.text)](Shell &on) {
        return isThere(on, node, path, sum, otherwise);
    };
    return step;
}

// Alone it gets no quorum and its script says so; the version that runs is what counts.
Step startStep(const RescueTarget &target, const NodeName &node)
{
    const Command command = service("cman", "start");
    Step step;
    step.info = {message(QT_TRANSLATE_NOOP("Core", "Start cman on %1 and see that it runs %2"),
                         {node.text(), qint64(target.version)}),
                 previewOf(command), cmanTakes, false};
    step.execute = [=](Shell &on) -> Expected<void> {
        const Expected<CommandOutput> output = on.run(node, command);
        return output ? Expected<void>() : tl::unexpected(output.error());
    };
    step.verify = [=, version = int(target.version)](Shell &on) {
        return awaited(on, [&] { return runsIt(on, node, version); });
    };
    return step;
}
} // namespace

std::vector<Step> peersOffSteps(const RescueTarget &target)
{
    std::vector<Step> steps;
    for (const NodeName &node : target.off)
        steps.push_back(provenOffStep(node));
    steps.push_back(lowerVotesStep(target.wish.node));
    ActivationWish wish;
    wish.text = target.wish.text;
    wish.openedSha256 = target.openedSha256;
    wish.rootPrefixes = target.wish.rootPrefixes;
    for (Step &step : activationSteps({wish, target.wish.node, {target.wish.node}, target.version}))
        steps.push_back(std::move(step));
    return steps;
}

std::vector<Step> localModeSteps(const RescueTarget &target)
{
    std::vector<Step> steps{validateStep(target), stopFileSystemStep(target), localModeStep(target),
                            restoreStep(target), endLocalModeStep(target)};
    for (const NodeName &node : target.reached)
        steps.push_back(copyStep(target, node));
    for (const NodeName &node : target.reached)
        steps.push_back(startStep(target, node));
    return steps;
}
} // namespace Core
