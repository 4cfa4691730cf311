// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/clusvcadm.h"
#include "core/action/migratedraft.h"
#include "core/action/migrationwatch.h"

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
// of that task's log are printed as they come. $1 service, $2 target, $3 guest.
const QString followedByRgmanager = QStringLiteral(R"(logs=$BINOME_ROOT/var/log/pve/tasks
mark=$(ls -d "$logs"/*/*:qmigrate:"$3":* 2>/dev/null)
(
 f= n=0 last=
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
  [ -z "$end" ] || break
  sleep 0.5
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

Expected<void> migrate(Shell &shell, const Move &move)
{
    MigrationWatch watch;
    const auto now = [] {
        return std::chrono::duration_cast<MigrationWatch::Time>(
            std::chrono::steady_clock::now().time_since_epoch());
    };
    const Expected<CommandOutput> output
        = shell.follow(move.source, commandOf(move), [&](const QByteArray &bytes) {
              if (const std::optional<StepProgress> progress = watch.take(bytes, now()))
                  shell.tell(*progress);
          });
    if (!output)
        return tl::unexpected(output.error());
    const Expected<Migration> log = parseQmMigrate(watch.log());
    if (output->exitCode != 0)
        return afterTrouble(shell, move, *output, log);
    const auto summary = log ? migrationSummary(*log) : std::nullopt;
    if (summary)
        shell.tell(*summary);
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
    step.execute = [move](Shell &shell) { return migrate(shell, move); };
    step.verify
        = [sight = seesMoved(move)](Shell &shell) { return awaitSoon(shell, sight, settling); };
    return step;
}
} // namespace Core
