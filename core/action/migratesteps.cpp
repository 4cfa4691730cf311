// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/clusvcadm.h"
#include "core/action/migratedraft.h"
#include "core/action/migrationwatch.h"
#include "core/model/freshness.h"

// A live migration as it runs: its command, its log, and where the guest is afterwards.
namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto longest = 3600s; // of a big guest over a slow line
constexpr auto settling = 30s; // until every node's process list and rgmanager have followed
constexpr qint64 logCap = 4 * 1024 * 1024; // a line every two seconds, for hours

// rgmanager tells nothing while it migrates, but its agent runs an ordinary task of PVE: the lines
// of that task's log are printed as they come. The end of clusvcadm interrupts the pause between
// two looks; the log's own end may be written a moment later, and is waited for half a second.
// $1 service, $2 target, $3 guest.
const QString followedByRgmanager = QStringLiteral(R"(logs=$BINOME_ROOT/var/log/pve/tasks
mark=$(ls -d "$logs"/*/*:qmigrate:"$3":* 2>/dev/null)
(
 f= n=0 last=0
 trap last=1 TERM
 while kill -0 $$ 2>/dev/null; do
  end=$last
  for t in "$logs"/*/*:qmigrate:"$3":*; do
   [ -f "$t" ] || continue
   case $mark in *"$t"*) ;; *) f=$t;; esac
  done
  if [ -n "$f" ]; then
   c=$(wc -l <"$f")
   if [ "$c" -gt $n ]; then sed -n "$((n + 1)),${c}p" "$f" || exit; n=$c; fi
  fi
  pause=0.5
  if [ "$end" -gt 0 ]; then
   [ -n "$f" ] && [ "$end" -lt 6 ] || break
   case $(tail -n 1 "$f") in *"TASK "* | *" finished "* | *" aborted "*) break;; esac
   last=$((end + 1)) pause=0.1
  fi
  sleep $pause >/dev/null 2>&1 &
  wait $!
 done
) & w=$!
clusvcadm -M "$1" -m "$2"; r=$?
kill $w 2>/dev/null
wait $w 2>/dev/null
exit $r
)");

Command throughRgmanager(const Move &move)
{
    return clusvcadm(
        {QStringLiteral("-M"), serviceName(move.vmid), QStringLiteral("-m"), move.target.text()},
        longest);
}

Command commandOf(const Move &move)
{
    Command command;
    command.timeout = longest;
    command.outputCap = logCap;
    if (move.byRgmanager) {
        command.program = QStringLiteral("sh");
        command.arguments
            = {QStringLiteral("-c"),   followedByRgmanager, QStringLiteral("sh"),
               serviceName(move.vmid), move.target.text(),  QString::number(move.vmid)};
        return command;
    }
    command.program = QStringLiteral("qm");
    command.arguments = {QStringLiteral("migrate"), QString::number(move.vmid), move.target.text(),
                         QStringLiteral("--online")};
    return command;
}

// QEMU alone decides between the call back and the last pass, at once: while it still copies, it
// stops that and the guest goes on; afterwards the command does nothing. qm sees the cancelled
// migration at its next look, stops what waits on the target and takes its lock away, as after any
// that failed (qemu-server of Proxmox VE 3, QemuMigrate.pm). A signal to qm itself could meet it
// between two of its last steps.
Command recallOf(const Move &move)
{
    Command command;
    command.program = QStringLiteral("qm");
    command.arguments = {QStringLiteral("monitor"), QString::number(move.vmid)};
    command.input = "migrate_cancel\n";
    return command;
}

Sight seesUnlocked(const Move &move)
{
    return [move](const ClusterSnapshot &now) -> Expected<void> {
        const Machine source = now.machines.value(move.source);
        const GuestStorage *files = freshFact(source, source.guestStorage);
        const auto guest = files ? files->settings.constFind(move.vmid)
                                 : QMap<int, GuestSettings>::const_iterator();
        if (!files || guest == files->settings.cend())
            return failure(
                ErrorKind::Stale,
                message(QT_TRANSLATE_NOOP("Core", "not known: whether %1 is locked"), {move.name}));
        if (guest->lock.isEmpty())
            return {};
        return failure(
            ErrorKind::Stale,
            message(QT_TRANSLATE_NOOP("Core", "%1 is locked: %2"), {move.name, guest->lock}));
    };
}

Sight seesMoved(const Move &move)
{
    const Sight there = seesGuestOn(move.vmid, {move.target});
    return move.byRgmanager
        ? both(there, seesService(move.vmid, ServiceState::Started, move.target))
        : there;
}

// The log's own reason; else what the command says.
Argument reasonOf(const Move &move, const CommandOutput &output, const Expected<Migration> &log)
{
    if (log && !log->reason.isEmpty())
        return log->reason;
    if (move.byRgmanager)
        return MessageList{clusvcadmRefusal(output)};
    const QString words = QString::fromUtf8(output.err.isEmpty() ? output.out : output.err);
    return words.trimmed().section(u'\n', -1);
}

// A migration that ended with problems may have moved the guest all the same: looked up.
Expected<void> afterTrouble(Shell &shell, const Move &move, const CommandOutput &output,
                            const Expected<Migration> &log)
{
    const Expected<void> moved = awaitSoon(shell, seesMoved(move), 2s);
    if (moved)
        return {};
    return tl::unexpected(
        Error{ErrorKind::CommandFailed,
              message(QT_TRANSLATE_NOOP("Core", "%1 was not migrated: %2 (%3)"),
                      {move.name, reasonOf(move, output, log), MessageList{moved.error().what}}),
              QString::fromUtf8(output.err)});
}

void tellTooLate(Shell &shell, const Move &move)
{
    shell.tell({message(QT_TRANSLATE_NOOP("Core",
                                          "It was too late to call %1 back: it had gone through, "
                                          "and %1 runs on %2"),
                        {move.name, move.target.text()}),
                1.0});
}

// Called back, and qm has ended: where is the guest?
Expected<void> afterRecall(Shell &shell, const Move &move)
{
    const Expected<void> back = awaitSoon(
        shell, both(seesGuestOn(move.vmid, {move.source}), seesUnlocked(move)), settling);
    if (back)
        return failure(ErrorKind::Cancelled,
                       message(QT_TRANSLATE_NOOP("Core",
                                                 "%1 was called back: it runs on %2 and only "
                                                 "there, and is not locked"),
                               {move.name, move.source.text()}));
    if (awaitSoon(shell, seesMoved(move), 2s)) {
        tellTooLate(shell, move);
        return {};
    }
    return failure(
        ErrorKind::Timeout,
        message(QT_TRANSLATE_NOOP("Core", "%1 was called back, but is not seen whole on %2: %3"),
                {move.name, move.source.text(), MessageList{back.error().what}}));
}

Expected<void> migrate(Shell &shell, const Move &move)
{
    MigrationWatch watch;
    bool recalled = false;
    const auto now = [] {
        return std::chrono::duration_cast<MigrationWatch::Time>(
            std::chrono::steady_clock::now().time_since_epoch());
    };
    const Expected<CommandOutput> output
        = shell.follow(move.source, commandOf(move), [&](const QByteArray &bytes) {
              if (const std::optional<StepProgress> progress = watch.take(bytes, now()))
                  shell.tell(*progress);
              // Before QEMU copies there is nothing that it could cancel.
              if (recalled || move.byRgmanager || !watch.copying() || !shell.recallAsked())
                  return;
              recalled = true; // once; what it answers is in the journal, and proves nothing
              static_cast<void>(shell.run(move.source, recallOf(move)));
          });
    if (!output)
        return tl::unexpected(output.error());
    const Expected<Migration> log = parseQmMigrate(watch.log());
    if (output->exitCode != 0 && recalled)
        return afterRecall(shell, move);
    if (output->exitCode != 0)
        return afterTrouble(shell, move, *output, log);
    const auto summary = log ? migrationSummary(*log) : std::nullopt;
    if (summary)
        shell.tell(*summary);
    if (recalled)
        tellTooLate(shell, move);
    return {};
}
} // namespace

Step moveStep(const Move &move)
{
    Step step;
    step.info.title = message(QT_TRANSLATE_NOOP("Core", "Migrate %1 from %2 to %3"),
                              {move.name, move.source.text(), move.target.text()});
    step.info.preview = previewOf(move.byRgmanager ? throughRgmanager(move) : commandOf(move));
    step.info.timeout = longest;
    step.info.pointOfNoReturn = true;
    step.info.mayBeLeftOut = true;
    if (move.byRgmanager)
        step.info.noRecall = message(QT_TRANSLATE_NOOP(
            "Core", "rgmanager runs it: clusvcadm has no word to call a migration back"));
    else
        step.info.recall = QStringLiteral("echo migrate_cancel | ") + previewOf(recallOf(move));
    step.execute = [move](Shell &shell) { return migrate(shell, move); };
    step.verify
        = [sight = seesMoved(move)](Shell &shell) { return awaitSoon(shell, sight, settling); };
    return step;
}
} // namespace Core
