// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/probescript.h"

#include <QRandomGenerator>

namespace Core
{
namespace
{
// Words of POSIX only, tried on dash, bash and busybox. Whole output is kept in a variable: a file
// would need a disk, and a full one is among the things to be diagnosed. No here-document either,
// bash puts those into /tmp.
constexpr auto prologue = R"(LC_ALL=C; export LC_ALL; unset LANGUAGE
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin; export PATH
n='
'
)";

// busybox took the seconds after -t until 1.30, and knows -k since; coreutils since 8.5.
constexpr auto findTimeout = R"(exec 3<&0 4>&1 2>/dev/null
if timeout -k 1 9 true; then T='timeout -k 1'
elif timeout 9 true; then T=timeout
elif timeout -t 9 true; then T='timeout -t'
else T=; fi
)";

// quick: stdout and status alone, five processes instead of eight; stderr is asked for by the next
// run when this one failed. full: stderr too, its last 4 KiB. The status stands behind the output
// in the same pipe, before the cap, so that `head` can change neither. Both the process and its
// group are killed: a `timeout` that is just starting dies without its child.
constexpr auto runners = R"(quick() {
 { $T $t sh -c "$c" "$m$p" 3<&- 4>&- </dev/null; printf '\n%s 0 %s.' $N $?; } | head -c $k
}
tail4() {
 s=${e##*"$n"}; e=${e%"$n"*}; [ "$s" = 0 ] && e=
 printf '%s\n%s %s %s.' "$e" $N ${#e} $s
}
full() {
 { e=$( { $T $t sh -c "$c" "$m$p" 2>&1 >&5 3<&- 4>&- 5>&- </dev/null
   printf '\n%s' $?; } | tail -c 4096)
  tail4; } 5>&1 | head -c $k
}
watched() {
 { e=$( { $T $t sh -c "$c" "$m$p" 2>&1 >&5 3<&- 4>&- 5>&- </dev/null & j=$!
   { while read -r q; do printf '!\n' >&4; done; kill $j; kill -- -$j; } <&3 >/dev/null 5>&- & w=$!
   wait $j; s=$?; kill -9 $w; printf '\n%s' $s; } | tail -c 4096)
  tail4; } 5>&1 | head -c $k
}
)";

// Durations from /proc/uptime, read by the shell itself: `date` would be a process, and busybox'
// knows no fractions. "1${b#*.}": 08 would be taken for an octal number.
constexpr auto answer = R"( esac
 eval "l=\$l$i x=\$x$i"; s=0
 a=0.00; b=0.00; read a r </proc/uptime
 case $W$x in 2*) o=$(watched);; 0|00) o=$(quick);; *) o=$(full);; esac
 read b r </proc/uptime
 d=$(( (${b%.*}-${a%.*})*100+1${b#*.}-1${a#*.} ))
 z=${o##*"$n$N "}
 case $z in ?*' '?*.) [ "$z" != "$o" ];; *) false;; esac || {
  eval "l$i= x$i=1"; printf '%s 0 %s !\n' $i $d; return; }
 s=${z#* }; s=${s%.}; e=${z%% *}
 eval "x$i=\$s"
 if [ "$o" = "$l" ]; then printf '%s %s %s =\n' $i $s $d; return; fi
 eval "l$i=\$o"
 o=${o%"$n$N "*}
 printf '%s %s %s %s %s\n%s\n' $i $s $d $((${#o}-e)) $e "$o"
}
h=none; [ -n "$T" ] && h=ok; printf '%s 1 %s\n' $N $h
while read -r q; do
 for i in $q; do case $i in !) printf '!\n';; *) ask; case $s in 124|137|143) break;; esac;; esac; done
done
)";

constexpr int stderrRoom = 4096 + 64; // and the trailer

QByteArray caseLine(int index, const Probe &probe)
{
    const qint64 seconds = std::max<qint64>(1, (probe.timeout.count() + 999) / 1000);
    return ' ' + QByteArray::number(index) + ") t=" + QByteArray::number(seconds)
        + " k=" + QByteArray::number(probe.outputCap + stderrRoom) + " p=" + plainId(probe.id)
        + " c=" + quoted(QString::fromUtf8(probe.script)) + ";;\n";
}

// The part of `text` that stands behind the last "NONCE " on each of its lines.
QList<QByteArray> markedLines(const QByteArray &text, const QByteArray &marker)
{
    QList<QByteArray> marked;
    for (const QByteArray &line : text.split('\n')) {
        if (const qsizetype at = line.indexOf(marker); at >= 0)
            marked << line.mid(at + marker.size()).trimmed();
    }
    return marked;
}
} // namespace

QByteArray scriptText(const ChannelScript &channel)
{
    QByteArray text = QByteArray(prologue) + "N=" + channel.nonce + " m=" + channel.marker
        + " W=" + QByteArray::number(int(channel.kind)) + '\n' + findTimeout + runners
        + "ask() {\n case $i in\n";
    for (int i = 0; i < channel.probes.size(); ++i)
        text += caseLine(i, channel.probes.at(i));
    return text + " *) return;;\n" + answer;
}

Command shellCommand(const QByteArray &script, bool sudo)
{
    Command command;
    command.program = sudo ? QStringLiteral("sudo") : QStringLiteral("sh");
    if (sudo)
        command.arguments << QStringLiteral("-n") << QStringLiteral("sh");
    command.arguments << QStringLiteral("-c") << QString::fromUtf8(script);
    command.timeout = std::chrono::milliseconds(0);
    return command;
}

QByteArray lookScript(const QStringList &commands, const QStringList &paths,
                      const QString &rootPrefix, const QByteArray &nonce)
{
    QByteArray text
        = QByteArray(prologue) + "N=" + nonce + " R=" + quoted(rootPrefix) + "\nfor c in";
    for (const QString &command : commands)
        text += ' ' + quoted(command);
    text += "; do command -v \"$c\" >/dev/null 2>&1 && printf '%s c %s\\n' $N \"$c\"; done\nfor p "
            "in";
    for (const QString &path : paths)
        text += ' ' + quoted(path);
    return text
        + "; do [ -e \"$R$p\" ] && printf '%s p %s\\n' $N \"$p\"; done\n"
          "printf '%s u %s\\n%s end\\n' $N \"$(id -u)\" $N\n";
}

Expected<MachineFacts> parseLook(const QByteArray &output, const QByteArray &nonce)
{
    MachineFacts facts;
    bool complete = false;
    for (const QByteArray &line : markedLines(output, nonce + ' ')) {
        const QString rest = QString::fromUtf8(line.mid(2));
        if (line.startsWith("c "))
            facts.commands << rest;
        else if (line.startsWith("p "))
            facts.paths << rest;
        else if (line.startsWith("u "))
            facts.uid = rest.toInt();
        complete = line == "end";
    }
    if (!complete)
        return failure(ErrorKind::ParseFailed,
                       message(QT_TRANSLATE_NOOP("Core", "The answer to the look-around is cut")),
                       QString::fromUtf8(output.right(200)));
    return facts;
}

QByteArray livingScript(const QByteArray &marker)
{
    // A class around one letter, or this very pipeline would find itself.
    const QByteArray pattern = '[' + marker.left(1) + ']' + marker.mid(1);
    return "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n' | grep '^" + pattern
        + "' | sort -u";
}

QStringList parseLiving(const QByteArray &output, const QByteArray &marker)
{
    QStringList ids;
    for (const QByteArray &id : markedLines(output, marker))
        ids << QString::fromLatin1(id);
    return ids;
}

QByteArray plainId(const ProbeId &id)
{
    QByteArray bytes = id.text().toLatin1();
    for (char &c : bytes) {
        if (!(std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-' || c == '_'))
            c = '_';
    }
    return bytes;
}

QByteArray randomNonce()
{
    const quint64 number = QRandomGenerator::global()->generate64();
    return QByteArray::number(number, 16).rightJustified(16, '0');
}
} // namespace Core
