// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/drbddraft.h"

// Attach, detach and adjust.
namespace Core
{
namespace
{
bool attached(DiskState disk)
{
    return disk != DiskState::Diskless && disk != DiskState::Failed && disk != DiskState::Detaching;
}

void judgeLastCopy(DrbdDraft &draft)
{
    const bool reached = isConnected(draft.pair.own.connection());
    if (!reached || draft.pair.peerDisk() != DiskState::UpToDate)
        draft.block("drbd.onlycopy",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "%1 is not connected to an UpToDate copy on %2: "
                                              "without this disk nothing can be read any more"),
                            {draft.name().text(), draft.peer().text()}),
                    "rule 8");
}

// The kernel of 8.3 takes a connection down to change its options.
bool reconnects(const QByteArray &commands)
{
    for (const QByteArray &line : commands.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        for (const char *verb : {"disconnect", "net", "connect", "down", "detach"}) {
            if (words.contains(QByteArray(verb)))
                return true;
        }
    }
    return false;
}
} // namespace

Step dryAdjustStep(const DrbdDraft &draft, const NodeName &on)
{
    Command look;
    look.program = QStringLiteral("drbdadm");
    look.arguments
        = QStringList{QStringLiteral("--dry-run"), QStringLiteral("adjust"), draft.name().text()};
    Step step;
    step.info.title
        = message(QT_TRANSLATE_NOOP("Core", "Look what would change on %1"), {on.text()});
    step.info.preview = previewOf(look);
    step.execute = [node = on, look](Shell &shell) -> Expected<void> {
        const Expected<CommandOutput> said = ran(shell, node, look);
        if (!said)
            return tl::unexpected(said.error());
        if (reconnects(said->out))
            return failure(ErrorKind::Refused,
                           message(QT_TRANSLATE_NOOP(
                               "Core",
                               "The files changed the connection or the disk: adjusting would "
                               "disconnect while both sides are Primary, a split brain")),
                           QString::fromUtf8(said->out));
        return {};
    };
    step.verify = [](Shell &) { return Expected<void>(); };
    return step;
}

void planAttach(DrbdDraft &draft)
{
    if (attached(draft.pair.own.disk()))
        draft.block(
            "drbd.nothing",
            message(QT_TRANSLATE_NOOP("Core", "Nothing to do: %1 on %2 is %3"),
                    {draft.name().text(), draft.node().text(), word(draft.pair.own.disk())}));
    draft.note(
        "drbd.resync",
        message(QT_TRANSLATE_NOOP("Core", "What changed meanwhile is copied from the other side")));
    draft.add(message(QT_TRANSLATE_NOOP("Core", "Attach the disk on %1"), {draft.node().text()}),
              "attach",
              sees(draft.node(), draft.name(),
                   message(QT_TRANSLATE_NOOP("Core", "attached to its disk")),
                   [](const DrbdResource &side) { return attached(side.disk); }));
}

void planDetach(DrbdDraft &draft)
{
    if (!attached(draft.pair.own.disk()))
        draft.block(
            "drbd.nothing",
            message(QT_TRANSLATE_NOOP("Core", "Nothing to do: %1 on %2 is %3"),
                    {draft.name().text(), draft.node().text(), word(draft.pair.own.disk())}));
    judgeLastCopy(draft);
    draft.warn("drbd.diskless",
               message(QT_TRANSLATE_NOOP("Core",
                                         "%1 then works over the network on the only copy: if %2 "
                                         "or the replication link fails, its guests stop"),
                       {draft.node().text(), draft.peer().text()}),
               "rule 16");
    draft.askName(draft.name().text());
    draft.add(message(QT_TRANSLATE_NOOP("Core", "Detach the disk on %1"), {draft.node().text()}),
              "detach",
              sees(draft.node(), draft.name(), message("%1", {word(DiskState::Diskless)}),
                   [](const DrbdResource &side) { return side.disk == DiskState::Diskless; }));
}

void planAdjust(DrbdDraft &draft)
{
    if (!configOf(draft.snapshot, draft.node(), draft.name()))
        draft.block("drbd.config",
                    message(QT_TRANSLATE_NOOP("Core", "not known: the configuration of %1 on %2"),
                            {draft.name().text(), draft.node().text()}));
    draft.note("drbd.adjust",
               message(QT_TRANSLATE_NOOP("Core",
                                         "What its files say takes effect on this node: a changed "
                                         "connection is taken down and made again")));
    if (draft.pair.bothPrimary().value_or(true)) {
        draft.warn("drbd.bothprimary",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "Both sides may be Primary: it is only done if it "
                                             "does not take the connection down")),
                   "rule 14");
        draft.plan.steps.push_back(dryAdjustStep(draft, draft.node()));
    }
    draft.add(message(QT_TRANSLATE_NOOP("Core", "Adjust on %1"), {draft.node().text()}), "adjust",
              seesConnecting(draft.node(), draft.name()));
}
} // namespace Core
