// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/clusterlock.h"

#include "core/action/awaited.h"
#include "core/base/whendone.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QSysInfo>
#include <QUuid>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
// A step that hangs costs this at most; a lease is worth no more.
constexpr auto patience = 5s;

// $1 path, $2 seconds, $3 key, $4 owner, $5 "keep": only what is ours already, since a refresh may
// arrive after the end. A key is WORKSTATION-ACTION: one workstation takes one after another. Says
// "lost" then, and otherwise "taken", or "held", since when (s since the epoch) and by whom. An end
// further away than any lease lasts is from before a reboot. Only the shell's own words, flock and
// what every system has.
const QString takeScript = QStringLiteral(R"(f=$1
mkdir -p "${f%/*}" && exec 9>>"$f.mutex" && flock 9 || exit 3
read u r </proc/uptime; u=${u%.*}
k= e= s= o=
[ -e "$f" ] && { IFS= read -r k; IFS= read -r e; IFS= read -r s; IFS= read -r o; } <"$f"
case $e in ''|*[!0-9]*) e=0;; esac
[ "$5" = keep ] && [ "$k" != "$3" ] && { echo lost; exit 0; }
if [ "${k%-*}" != "${3%-*}" ] && [ "$e" -gt "$u" ] && [ $((e-u)) -le 600 ]; then
 printf 'held\n%s\n%s\n' "$s" "$o"; exit 0; fi
[ "$k" = "$3" ] || s=$(date +%s)
printf '%s\n%s\n%s\n%s\n' "$3" $((u+$2)) "$s" "$4" >"$f.new" && mv -f "$f.new" "$f" || exit 3
echo taken)");

// $1 path, $2 key.
const QString giveScript = QStringLiteral(R"(f=$1
exec 9>>"$f.mutex" && flock 9 || exit 3
IFS= read -r k <"$f" && [ "$k" = "$2" ] && rm -f "$f"; exit 0)");

Command script(const QString &text, const QStringList &words)
{
    Command command;
    command.program = QStringLiteral("sh");
    command.arguments = QStringList{QStringLiteral("-c"), text, QStringLiteral("sh")} + words;
    command.timeout = patience;
    return command;
}

Finding notLocked(const NodeName &node, const QString &why)
{
    Finding finding;
    finding.id = QStringLiteral("action.notLocked");
    finding.severity = Severity::Note;
    finding.text = message(
        QT_TRANSLATE_NOOP("Core",
                          "%1 could not be told that an action runs: another console could act"),
        {node.text()});
    finding.source = why;
    return finding;
}

// Whoever has the lock file may take over what an earlier holder of it left on the nodes.
QString keyOf(const QString &lockFile)
{
    const QString action = QUuid::createUuid().toString(QUuid::Id128);
    if (lockFile.isEmpty())
        return action;
    const QByteArray place = QSysInfo::machineUniqueId() + lockFile.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(16)) + u'-' + action;
}

tl::unexpected<Error> heldBy(const QByteArray &answer, const NodeName &node)
{
    const QList<QByteArray> lines = answer.split('\n');
    const auto since = QDateTime::fromSecsSinceEpoch(lines.value(1).toLongLong(), Qt::UTC);
    return failure(
        ErrorKind::Refused,
        message(QT_TRANSLATE_NOOP("Core",
                                  "%1 acts on this cluster since %2, as %3 says: nothing was sent"),
                {QString::fromUtf8(lines.value(2)), since, node.text()}));
}
} // namespace

QString leasePath(const MachineContext &context)
{
    return context.rootPrefix + QStringLiteral("/var/lock/binome/action");
}

QString lockFileOf(const QString &folder, const QString &cluster)
{
    return folder + u'/' + QString::fromLatin1(cluster.toUtf8().toPercentEncoding())
        + QStringLiteral(".lock");
}

ClusterLock::ClusterLock(Setup setup) : m_setup(std::move(setup)), m_key(keyOf(m_setup.file))
{
}

Expected<void> ClusterLock::acquire(ActionShell &shell)
{
    Expected<void> done = lockFile();
    for (auto it = m_setup.leases.cbegin(); done && it != m_setup.leases.cend(); ++it)
        done = lease(shell, it.key(), it.value());
    return done;
}

Expected<void> ClusterLock::lockFile()
{
    if (m_setup.file.isEmpty())
        return {};
    QDir().mkpath(QFileInfo(m_setup.file).path());
    m_file = std::make_unique<QLockFile>(m_setup.file);
    m_file->setStaleLockTime(0); // a crash leaves a lock whose process is gone: that is enough
    if (m_file->tryLock(1s))
        return {};
    qint64 pid = 0;
    QString host, program;
    const bool held = m_file->error() == QLockFile::LockFailedError;
    m_file->getLockInfo(&pid, &host, &program);
    m_file.reset();
    if (held)
        return failure(ErrorKind::Refused,
                       message(QT_TRANSLATE_NOOP("Core",
                                                 "Another Binôme acts on this cluster (process %1 "
                                                 "on %2): nothing was sent"),
                               {QString::number(pid), host}));
    return failure(
        ErrorKind::Storage,
        message(QT_TRANSLATE_NOOP("Core", "The lock file cannot be written: %1"), {m_setup.file}));
}

Command ClusterLock::leaseCommand(const QString &path, const QString &how) const
{
    return script(takeScript, {path, QString::number(lasts.count()), m_key, m_setup.owner, how});
}

Expected<void> ClusterLock::lease(ActionShell &shell, const NodeName &node, const QString &path)
{
    shell.begin(patience);
    const Expected<CommandOutput> answer
        = shell.run(node, leaseCommand(path, QStringLiteral("take")));
    if (answer && answer->out.startsWith("held\n"))
        return heldBy(answer->out, node);
    const bool taken = answer && answer->out == "taken\n";
    // An answer that did not come back may have been "taken" too.
    if (taken || (!answer && shell.sent())) {
        const std::lock_guard lock(m_mutex);
        m_held << node;
    }
    if (!taken) {
        m_notes << notLocked(node, answer ? QString::fromUtf8(answer->err) : answer.error().detail);
    }
    return {};
}

void ClusterLock::release(QObject &main, ActionReach &reach, const std::stop_token &stop)
{
    QMap<NodeName, Command> words;
    {
        const std::lock_guard lock(m_mutex);
        for (const NodeName &node : std::exchange(m_held, {}))
            words.insert(node, script(giveScript, {m_setup.leases.value(node), m_key}));
    }
    const auto given = std::make_shared<Awaited<bool>>();
    // What cannot be given back is over by itself.
    const auto give = [main = &main, reach = &reach, words, given] {
        const auto left = std::make_shared<qsizetype>(words.size());
        for (auto it = words.cbegin(); it != words.cend(); ++it) {
            Transport *transport = reach->transport(it.key());
            if (transport && transport->state() == TransportState::Ready)
                whenDone(
                    transport->run(elevated(*it, reach->context(it.key()), reach->sudo(it.key()))),
                    main, [left, given](const Expected<CommandOutput> &) {
                        if (--*left == 0)
                            given->give(true);
                    });
            else if (--*left == 0)
                given->give(true);
        }
    };
    if (!words.isEmpty()) {
        QMetaObject::invokeMethod(&main, give, Qt::QueuedConnection);
        given->take(stop, std::chrono::steady_clock::now() + releasePatience);
    }
    m_file.reset();
}

void ClusterLock::refresh(ActionReach &reach)
{
    const std::lock_guard lock(m_mutex);
    for (const NodeName &node : m_held) {
        const Command keep = leaseCommand(m_setup.leases.value(node), QStringLiteral("keep"));
        Transport *transport = reach.transport(node);
        if (transport && transport->state() == TransportState::Ready)
            transport->run(elevated(keep, reach.context(node), reach.sudo(node)));
    }
}
} // namespace Core
