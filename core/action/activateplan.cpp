// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/activateplan.h"

#include "core/action/steps.h"
#include "core/clusterconf/lint.h"
#include "core/clusterconf/reader.h"
#include "core/parse/cursor.h"

#include <QCryptographicHash>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto apiTakes = 60s; // Perl, locks, and the rename through pmxcfs
constexpr auto membersTake = 60s; // pmxcfs copies the file, cman tells the version around
constexpr auto lookEvery = 500ms;

QByteArray sumOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

// Where the files of a node lie, and what is asked of them.
struct Files {
    explicit Files(const QString &prefix)
        : committed(prefix + QStringLiteral("/etc/pve/cluster.conf")),
          pending(committed + QStringLiteral(".new")), written(pending + QStringLiteral(".binome")),
          local(prefix + QStringLiteral("/etc/cluster/cluster.conf"))
    {
    }
    QString committed, pending, written, local;
};

Command shell(const char *script, const QStringList &arguments, const QByteArray &input = {})
{
    Command command;
    command.program = QStringLiteral("sh");
    command.arguments
        = QStringList{QStringLiteral("-c"), QString::fromLatin1(script), QStringLiteral("sh")}
        + arguments;
    command.input = input;
    return command;
}

// No content travels, so that no password of a fence device does. Empty: no such file, or an empty
// one.
Expected<QByteArray> sumOn(Shell &on, const NodeName &node, const QString &path)
{
    const Expected<CommandOutput> output
        = ran(on, node, shell("[ ! -s \"$1\" ] || sha256sum < \"$1\"", {path}));
    if (!output)
        return tl::unexpected(output.error());
    return output->out.left(output->out.indexOf(' '));
}

Expected<void> isThere(Shell &on, const NodeName &node, const QString &path,
                       const QByteArray &wanted, const Message &otherwise)
{
    const Expected<QByteArray> sum = sumOn(on, node, path);
    if (!sum)
        return tl::unexpected(sum.error());
    return *sum == wanted ? Expected<void>() : failure(ErrorKind::Stale, otherwise);
}

// Looks until it is so, or the step's time is over; the last look's error then.
Expected<void> awaited(Shell &on, const std::function<Expected<void>()> &look)
{
    for (;;) {
        Expected<void> seen = look();
        if (seen || !on.sleepFor(lookEvery))
            return seen;
    }
}

struct Draft {
    const ActivationWish &wish;
    const ClusterSnapshot &snapshot;
    NodeName node; // where it is written
    QList<NodeName> members; // that answer now
    quint32 version = 0;
    ActionPlan plan{};

    Files filesOf(const NodeName &name) const { return Files(wish.rootPrefixes.value(name)); }
    void find(Severity severity, const char *id, Message text, const char *source)
    {
        addFinding(plan, severity, id, std::move(text), {}, source);
    }
    void block(const char *id, Message text, const char *source)
    {
        find(Severity::Blocker, id, std::move(text), source);
    }
};

bool isQuorate(const Machine &machine)
{
    return machine.kind == MachineKind::Node && machine.quorum.value && !machine.quorum.error
        && machine.quorum.value->quorate;
}

void chooseNode(Draft &draft)
{
    for (const Machine &machine : draft.snapshot.machines) {
        if (machine.kind != MachineKind::Node)
            continue;
        if (isQuorate(machine)) {
            draft.members << machine.name;
            if (draft.node.isEmpty() && machine.configFile.value && !machine.configFile.error)
                draft.node = machine.name;
            continue;
        }
        draft.find(Severity::Warning, "conf.member",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "%1 is not seen in the quorate cluster: it takes the "
                                             "new file when it joins again"),
                           {machine.name.text()}),
                   "formats 1.3");
    }
    if (draft.members.isEmpty())
        draft.block("conf.quorum",
                    message(QT_TRANSLATE_NOOP(
                        "Core",
                        "No node is known to be quorate: /etc/pve is read-only without quorum, "
                        "nothing can be written. Bring quorum back first; when the file itself "
                        "stops cman, the rescue is the way")),
                    "rule 25");
    else if (draft.node.isEmpty())
        draft.block("conf.unread",
                    message(QT_TRANSLATE_NOOP(
                        "Core", "Not known: which cluster.conf is the committed one now")),
                    "rule 25");
}

void checkCommitted(Draft &draft)
{
    if (draft.node.isEmpty())
        return;
    const Machine &machine = *draft.snapshot.machines.find(draft.node);
    if (machine.configFile.value->sha256 != draft.wish.openedSha256)
        draft.block("conf.changed",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "cluster.conf on %1 is no longer the one that was "
                                              "opened: somebody else changed it"),
                            {draft.node.text()}),
                    "formats 1.2");
    else if (draft.wish.openedSha256 == sumOf(draft.wish.text))
        draft.block("conf.same", message(QT_TRANSLATE_NOOP("Core", "There is nothing to change")),
                    "formats 1.2");
}

// An error that our checks know of is not tried on the cluster; notes stay in the editor.
void addLint(Draft &draft)
{
    LintContext context;
    context.knownVersions = {highestVersionKnown(draft.snapshot)};
    for (Finding &finding : lint(draft.wish.text, context).findings) {
        if (finding.severity == Severity::Note)
            continue;
        if (finding.severity == Severity::Error)
            finding.severity = Severity::Blocker;
        addFinding(draft.plan, std::move(finding));
    }
}

void checkText(Draft &draft)
{
    if (draft.wish.text.size() > largestClusterConf)
        draft.block("conf.size",
                    message(QT_TRANSLATE_NOOP("Core", "The file is larger than %1, pmxcfs's limit"),
                            {Bytes{largestClusterConf}}),
                    "rule 25");
    const Expected<ClusterConfig> read = readClusterConfig(draft.wish.text);
    if (!read) {
        draft.block("conf.broken", read.error().what, "formats 1.4");
        return;
    }
    if (read->name != draft.snapshot.clusterName && !draft.snapshot.clusterName.isEmpty())
        draft.block("conf.name",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "The file is of the cluster %1, this one is %2: a "
                                              "running cluster cannot be renamed"),
                            {read->name, draft.snapshot.clusterName}),
                    "formats 1.4");
    draft.version = read->version.value_or(0);
    addLint(draft);
}

Step compareStep(const Draft &draft)
{
    const Files files = draft.filesOf(draft.node);
    Step step;
    step.info.title = message(QT_TRANSLATE_NOOP("Core",
                                                "Compare the files on %1 with what was "
                                                "opened"),
                              {draft.node.text()});
    step.info.preview = QStringLiteral("sha256sum ") + files.committed + u' ' + files.pending;
    const Message changed = message(QT_TRANSLATE_NOOP("Core",
                                                      "%1 on %2 was changed by somebody else since "
                                                      "it was opened: nothing was written"),
                                    {files.committed, draft.node.text()});
    const Message pending = message(QT_TRANSLATE_NOOP("Core",
                                                      "%1 on %2 holds somebody else's change that "
                                                      "is not activated: nothing was written"),
                                    {files.pending, draft.node.text()});
    // Our own file of a try that was cancelled is no obstacle.
    const QByteArrayList harmless{draft.wish.pendingSha256, sumOf(draft.wish.text)};
    const auto unchanged
        = [=, node = draft.node, opened = draft.wish.openedSha256](Shell &on) -> Expected<void> {
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
Step writeStep(const Draft &draft)
{
    const Files files = draft.filesOf(draft.node);
    const Command command = shell("cat > \"$1\" && mv -f \"$1\" \"$2\"",
                                  {files.written, files.pending}, draft.wish.text);
    const Message otherwise
        = message(QT_TRANSLATE_NOOP("Core", "%1 on %2 does not hold what was written"),
                  {files.pending, draft.node.text()});
    Step step;
    step.info.title
        = message(QT_TRANSLATE_NOOP("Core", "Write version %1 beside, as cluster.conf.new"),
                  {qint64(draft.version)});
    step.info.preview = previewOf(command);
    step.execute = [node = draft.node, command](Shell &on) {
        return ran(on, node, command).map([](const CommandOutput &) {});
    };
    step.verify = [=, node = draft.node, sum = sumOf(draft.wish.text)](Shell &on) {
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
void takeBack(Shell &on, const NodeName &node, const Files &files, const QByteArray &sum)
{
    if (sumOn(on, node, files.pending) == Expected<QByteArray>(sum))
        static_cast<void>(on.run(node, shell("rm -f \"$1\"", {files.pending})));
}

Step validateStep(const Draft &draft)
{
    const Files files = draft.filesOf(draft.node);
    Command command;
    command.program = QStringLiteral("ccs_config_validate");
    command.arguments = {QStringLiteral("-v"), QStringLiteral("-f"), files.pending};
    Step step;
    step.info.title = message(QT_TRANSLATE_NOOP("Core", "Let %1 validate it"), {draft.node.text()});
    step.info.preview = previewOf(command);
    const QByteArray sum = sumOf(draft.wish.text);
    step.execute = [=, node = draft.node](Shell &on) -> Expected<void> {
        const Expected<CommandOutput> output = on.run(node, command);
        if (output && output->exitCode == 0)
            return {};
        takeBack(on, node, files, sum);
        return tl::unexpected(output ? notValid(node, *output) : output.error());
    };
    step.verify = [=, node = draft.node](Shell &on) {
        return isThere(on, node, files.pending, sum,
                       message(QT_TRANSLATE_NOOP("Core", "%1 on %2 was replaced meanwhile"),
                               {files.pending, node.text()}));
    };
    return step;
}

Step activateStep(const Draft &draft)
{
    const Files files = draft.filesOf(draft.node);
    Command command;
    command.program = QStringLiteral("pvesh");
    command.arguments = {QStringLiteral("create"), QStringLiteral("/cluster/ha/changes")};
    command.timeout = apiTakes;
    Step step;
    step.info = {message(QT_TRANSLATE_NOOP("Core", "Activate version %1"), {qint64(draft.version)}),
                 previewOf(command), apiTakes, true};
    step.execute = [node = draft.node, command](Shell &on) {
        return ran(on, node, command).map([](const CommandOutput &) {});
    };
    const Message otherwise = message(QT_TRANSLATE_NOOP("Core", "%1 on %2 is not the new file"),
                                      {files.committed, draft.node.text()});
    step.verify = [=, node = draft.node, sum = sumOf(draft.wish.text)](Shell &on) {
        return awaited(on, [&] { return isThere(on, node, files.committed, sum, otherwise); });
    };
    return step;
}

Expected<void> runsIt(Shell &on, const NodeName &node, int version)
{
    Command command;
    command.program = QStringLiteral("cman_tool");
    command.arguments = {QStringLiteral("version")};
    const Expected<CommandOutput> output = ran(on, node, command);
    if (!output)
        return tl::unexpected(output.error());
    const Expected<int> running = parseRunningVersion(output->out);
    if (!running)
        return tl::unexpected(running.error());
    if (*running == version)
        return {};
    return failure(ErrorKind::Stale,
                   message(QT_TRANSLATE_NOOP("Core",
                                             "%1 still runs version %2: see its syslog for the "
                                             "reason, then type “cman_tool version -r” there"),
                           {node.text(), qint64(*running)}));
}

Step memberStep(const Draft &draft, const NodeName &node)
{
    const Files files = draft.filesOf(node);
    Step step;
    step.info.title = message(QT_TRANSLATE_NOOP("Core", "See that %1 has it and runs version %2"),
                              {node.text(), qint64(draft.version)});
    step.info.preview
        = QStringLiteral("sha256sum ") + files.local + QStringLiteral("; cman_tool version");
    step.info.timeout = membersTake;
    step.execute = [](Shell &) { return Expected<void>(); };
    const Message otherwise = message(QT_TRANSLATE_NOOP("Core",
                                                        "%1 on %2 is not the new file: pmxcfs "
                                                        "there did not copy it, see its syslog"),
                                      {files.local, node.text()});
    step.verify = [=, version = int(draft.version), sum = sumOf(draft.wish.text)](Shell &on) {
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

quint32 highestVersionKnown(const ClusterSnapshot &snapshot)
{
    quint32 highest = 0;
    for (const Machine &machine : snapshot.machines) {
        if (machine.quorum.value)
            highest = std::max(highest, quint32(std::max(0, machine.quorum.value->configVersion)));
        if (machine.configuration.value)
            highest = std::max(highest, machine.configuration.value->version.value_or(0));
    }
    return highest;
}

ActionPlan planActivation(const ActivationWish &wish, const ClusterSnapshot &snapshot)
{
    Draft draft{wish, snapshot, {}, {}, 0, {}};
    draft.plan.madeFromRevision = snapshot.revision;
    // Nothing is lost by it, yet why it was done is what the next person looks for.
    draft.plan.confirmation = {ConfirmationKind::OneClick, {}, true};
    chooseNode(draft);
    checkCommitted(draft);
    checkText(draft);
    draft.plan.title = message(QT_TRANSLATE_NOOP("Core", "Activate version %1 of cluster.conf"),
                               {qint64(draft.version)});
    draft.plan.touches = draft.members;
    if (draft.plan.blocked())
        return draft.plan;
    draft.plan.steps
        = {compareStep(draft), writeStep(draft), validateStep(draft), activateStep(draft)};
    for (const NodeName &node : draft.members)
        draft.plan.steps.push_back(memberStep(draft, node));
    return draft.plan;
}
} // namespace Core
