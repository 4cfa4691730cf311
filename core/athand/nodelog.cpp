// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/nodelog.h"

namespace Core
{
namespace
{
// $1 is the root. Each leaves what is to be run in the positional parameters. A file name gets
// "./" before it: it may begin with a dash.
constexpr auto clusterLogs = R"(cd "$1/var/log/cluster" || exit 1
set --
for f in *.log; do [ -r "$f" ] && set -- "$@" "./$f"; done
[ $# -gt 0 ] || { echo 'no readable *.log in /var/log/cluster' >&2; exit 1; }
set -- tail -n 200 -F "$@"
)";
constexpr auto systemLog = R"(r=$1
if [ -r "$r/var/log/syslog" ]; then set -- tail -n 400 -F "$r/var/log/syslog"
elif [ -r "$r/var/log/messages" ]; then set -- tail -n 400 -F "$r/var/log/messages"
elif command -v journalctl >/dev/null; then set -- journalctl --no-pager -n 400 -f
else echo 'neither /var/log/syslog nor /var/log/messages can be read' >&2; exit 1; fi
)";
constexpr auto kernelLog = R"(r=$1
if [ -r "$r/var/log/kern.log" ]; then set -- tail -n 400 -F "$r/var/log/kern.log"
elif dmesg --help 2>&1 | grep -q -e --follow; then set -- dmesg --follow
else set -- dmesg; fi
)";
// A console that vanishes closes the input, which `tail` alone would never notice on a quiet log;
// `read` is the shell's own, so that the watcher has no child to be left behind.
constexpr auto untilInputEnds = R"(exec 3<&0
"$@" 3<&- </dev/null & p=$!
{ while read -r x; do :; done <&3; kill $p; } >/dev/null 2>&1 & w=$!
wait $p; s=$?
kill $w 2>/dev/null
exit $s
)";

const char *scriptOf(NodeLog log)
{
    switch (log) {
    case NodeLog::Cluster:
        return clusterLogs;
    case NodeLog::System:
        return systemLog;
    case NodeLog::Kernel:
        return kernelLog;
    }
    return systemLog;
}
} // namespace

Command followCommand(NodeLog log, const QString &rootPrefix)
{
    Command command;
    command.program = QStringLiteral("sh");
    command.arguments
        = {QStringLiteral("-c"), QString::fromLatin1(QByteArray(scriptOf(log)) + untilInputEnds),
           QStringLiteral("sh"), rootPrefix};
    command.timeout = std::chrono::milliseconds(0);
    return command;
}

Message logTitle(NodeLog log, const NodeName &of)
{
    switch (log) {
    case NodeLog::Cluster:
        return message(QT_TRANSLATE_NOOP("Core", "Cluster log of %1"), {of.text()});
    case NodeLog::System:
        return message(QT_TRANSLATE_NOOP("Core", "System log of %1"), {of.text()});
    case NodeLog::Kernel:
        return message(QT_TRANSLATE_NOOP("Core", "Kernel log of %1"), {of.text()});
    }
    return {};
}
} // namespace Core
