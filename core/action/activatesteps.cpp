// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/activatesteps.h"

#include "core/action/confonnode.h"
#include "core/action/steps.h"
#include "core/parse/cursor.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto apiTakes = 60s; // Perl, locks, and the rename through pmxcfs
constexpr auto membersTake = 60s; // pmxcfs copies the file, cman tells the version around

ConfPaths filesOf(const ActivationTarget &target, const NodeName &node)
{
    return ConfPaths(target.wish.rootPrefixes.value(node));
}

Step compareStep(const ActivationTarget &target)
{
    const ConfPaths files = filesOf(target, target.node);
    Step step;
    step.info.title = message(QT_TRANSLATE_NOOP("Core",
                                                "Compare the files on %1 with what was "
                                                "opened"),
                              {target.node.text()});
    step.info.preview = QStringLiteral("sha256sum ") + files.committed + u' ' + files.pending;
    const Message changed = message(QT_TRANSLATE_NOOP("Core",
                                                      "%1 on %2 was changed by somebody else since "
                                                      "it was opened: nothing was written"),
                                    {files.committed, target.node.text()});
    const Message pending = message(QT_TRANSLATE_NOOP("Core",
                                                      "%1 on %2 holds somebody else's change that "
                                                      "is not activated: nothing was written"),
                                    {files.pending, target.node.text()});
    // Our own file of a try that was cancelled is no obstacle.
    const QByteArrayList harmless{target.wish.pendingSha256, sha256Of(target.wish.text)};
    const auto unchanged
        = [=, node = target.node, opened = target.wish.openedSha256](Shell &on) -> Expected<void> {
        if (const Expected<void> same = isThere(on, node, files.committed, opened, changed); !same)
            return same;
        const Expected<QByteArray> waiting = sumOn(on, node, files.pending);
        if (!waiting)
            return tl::unexpected(waiting.error());
        return harmless.contains(*waiting) ? Expected<void>() : failure(ErrorKind::Stale, pending);
    };
    step.execute = unchanged;
    step.verify = [](Shell &) { return Expected<void>(); };
    return step;
}

// Written beside and renamed: pmxcfs tells the other nodes of every single write.
Step writeStep(const ActivationTarget &target)
{
    const ConfPaths files = filesOf(target, target.node);
    const Command command = shellCommand("cat > \"$1\" && mv -f \"$1\" \"$2\"",
                                         {files.written, files.pending}, target.wish.text);
    const Message otherwise
        = message(QT_TRANSLATE_NOOP("Core", "%1 on %2 does not hold what was written"),
                  {files.pending, target.node.text()});
    Step step;
    step.info.title
        = message(QT_TRANSLATE_NOOP("Core", "Write version %1 beside, as cluster.conf.new"),
                  {qint64(target.version)});
    step.info.preview = previewOf(command);
    step.execute = [node = target.node, command](Shell &on) {
        return ran(on, node, command).map([](const CommandOutput &) {});
    };
    step.verify = [=, node = target.node, sum = sha256Of(target.wish.text)](Shell &on) {
        return isThere(on, node, files.pending, sum, otherwise);
    };
    return step;
}

// The reason stands on standard output; the API hides it.
Error notValid(const NodeName &node, const CommandOutput &output)
{
    return {ErrorKind::CommandFailed,
            message(QT_TRANSLATE_NOOP("Core", "%1 does not accept the file: %2"),
                    {node.text(), excerpt(output.out.trimmed().split('\n').constFirst())}),
            QString::fromUtf8(output.out + output.err)};
}

// What was written is taken back while it is still ours, so that nobody activates it by accident.
void takeBack(Shell &on, const NodeName &node, const ConfPaths &files, const QByteArray &sum)
{
    if (sumOn(on, node, files.pending) == Expected<QByteArray>(sum))
        static_cast<void>(on.run(node, shellCommand("rm -f \"$1\"", {files.pending})));
}

Step validateStep(const ActivationTarget &target)
{
    const ConfPaths files = filesOf(target, target.node);
    Command command;
    command.program = QStringLiteral("ccs_config_validate");
    command.arguments = {QStringLiteral("-v"), QStringLiteral("-f"), files.pending};
    Step step;
    step.info.title
        = message(QT_TRANSLATE_NOOP("Core", "Let %1 validate it"), {target.node.text()});
    step.info.preview = previewOf(command);
    const QByteArray sum = sha256Of(target.wish.text);
    step.execute = [=, node = target.node](Shell &on) -> Expected<void> {
        const Expected<CommandOutput> output = on.run(node, command);
        if (output && output->exitCode == 0)
            return {};
        takeBack(on, node, files, sum);
        return tl::unexpected(output ? notValid(node, *output) : output.error());
    };
    step.verify = [=, node = target.node](Shell &on) {
        return isThere(on, node, files.pending, sum,
                       message(QT_TRANSLATE_NOOP("Core", "%1 on %2 was replaced meanwhile"),
                               {files.pending, node.text()}));
    };
    return step;
}

Step activateStep(const ActivationTarget &target)
{
    const ConfPaths files = filesOf(target, target.node);
    Command command;
    command.program = QStringLiteral("pvesh");
    command.arguments = {QStringLiteral("create"), QStringLiteral("/cluster/ha/changes")};
    command.timeout = apiTakes;
    Step step;
    step.info
        = {message(QT_TRANSLATE_NOOP("Core", "Activate version %1"), {qint64(target.version)}),
           previewOf(command), apiTakes, true};
    step.execute = [node = target.node, command](Shell &on) {
        return ran(on, node, command).map([](const CommandOutput &) {});
    };
    const Message otherwise = message(QT_TRANSLATE_NOOP("Core", "%1 on %2 is not the new file"),
                                      {files.committed, target.node.text()});
    step.verify = [=, node = target.node, sum = sha256Of(target.wish.text)](Shell &on) {
        return awaited(on, [&] { return isThere(on, node, files.committed, sum, otherwise); });
    };
    return step;
}

Step memberStep(const ActivationTarget &target, const NodeName &node)
{
    const ConfPaths files = filesOf(target, node);
    Step step;
    step.info.title = message(QT_TRANSLATE_NOOP("Core", "See that %1 has it and runs version %2"),
                              {node.text(), qint64(target.version)});
    step.info.preview
        = QStringLiteral("sha256sum ") + files.local + QStringLiteral("; cman_tool version");
    step.info.timeout = membersTake;
    step.execute = [](Shell &) { return Expected<void>(); };
    const Message otherwise = message(QT_TRANSLATE_NOOP("Core",
                                                        "%1 on %2 is not the new file: pmxcfs "
                                                        "there did not copy it, see its syslog"),
                                      {files.local, node.text()});
    step.verify = [=, version = int(target.version), sum = sha256Of(target.wish.text)](Shell &on) {
        return awaited(on, [&] {
            return isThere(on, node, files.local, sum, otherwise).and_then([&] {
                return runsIt(on, node, version);
            });
        });
    };
    return step;
}
} // namespace

Expected<int> parseRunningVersion(QByteArrayView text)
{
    Lines lines(text);
    lines.next();
    Cursor cursor = lines.cursor();
    const bool found = cursor.skipPast(" config ");
    const std::optional<int> version = found ? cursor.number<int>() : std::nullopt;
    if (!version)
        return lines.failure(cursor.column(),
                             message(QT_TRANSLATE_NOOP("Core",
                                                       "“config” and a "
                                                       "version")));
    return *version;
}

std::vector<Step> activationSteps(const ActivationTarget &target)
{
    std::vector<Step> steps{compareStep(target), writeStep(target), validateStep(target),
                            activateStep(target)};
    for (const NodeName &node : target.members)
        steps.push_back(memberStep(target, node));
    return steps;
}
} // namespace Core
