// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/drbd8.h"

#include "core/parse/drbdconf.h"
#include "core/parse/drbdlog.h"
#include "core/parse/drbdnames.h"
#include "core/parse/procdrbd.h"
#include "core/provider/answers.h"

namespace Core
{
namespace
{
const ProbeId stateProbe(QStringLiteral("drbd"));
const ProbeId namesProbe(QStringLiteral("drbd-names"));
const ProbeId configProbe(QStringLiteral("drbd-config"));
const ProbeId generationsProbe(QStringLiteral("drbd-generations"));
const ProbeId logProbe(QStringLiteral("drbd-log"));
const QString drbdadm = QStringLiteral("drbdadm");
const QString procDrbd = QStringLiteral("/proc/drbd");

// A line "NAME MINOR ADDRESS" for each volume. The names are printed on one line by 8.3 and 8.4; a
// resource may have several volumes, and sh-ip fails for one without a connection.
constexpr auto namesScript = R"(set -f
n=$(drbdadm sh-resources) || exit
for r in $n; do
 m=$(drbdadm sh-minor "$r") || exit
 set -- $(drbdadm sh-ip "$r" 2>/dev/null)
 for i in $m; do echo "$r $i $1"; done
done
)";

// A line "NAME GENERATIONS" for each volume; of a resource that is not there now, none.
constexpr auto generationsScript = R"(set -f
n=$(drbdadm sh-resources) || exit
for r in $n; do
 for g in $(drbdadm get-gi "$r" 2>/dev/null); do
  case $g in *:*:*:*:*) echo "$r $g";; esac
 done
done
:
)";

// The files, each behind a line with its name. What follows "shared-secret" never leaves the
// machine, up to its semicolon, also over several lines; in a comment up to its end. mawk of
// Debian 7 knows no [[:space:]].
constexpr auto withoutSecret = R"('
FNR==1 { print "#binome-file " substr(FILENAME, cut + 1); hide = 0 }
{
 s = $0; o = ""
 while (s != "") {
  if (hide) {
   if (match(s, /^([^";]|"[^"]*")*;/)) { s = substr(s, RLENGTH); hide = 0 } else s = ""
  } else if (match(s, /shared-secret/)) {
   o = o substr(s, 1, RSTART + RLENGTH - 1) " \"***\""
   hide = o !~ /^[ \t]*#/
   s = hide ? substr(s, RSTART + RLENGTH) : ""
  } else { o = o s; s = "" }
 }
 print o
}' )";

QByteArray configScript(const MachineContext &context)
{
    const QByteArray folder = rooted(context, QStringLiteral("/etc"));
    return "c=" + folder + R"(
[ -r "$c/drbd.conf" ] || { echo "cannot read $c/drbd.conf" >&2; exit 1; }
set -- "$c/drbd.conf"
for f in "$c"/drbd.d/*; do [ -f "$f" ] && set -- "$@" "$f"; done
awk -v cut=)"
        + QByteArray::number(context.rootPrefix.toUtf8().size()) + ' ' + withoutSecret + "\"$@\"\n";
}

// The newest lines are enough: a split brain is looked for since the sides parted. What rotated
// away is gone, dmesg may still have it.
QByteArray logScript(const MachineContext &context)
{
    return "l=" + rooted(context, QStringLiteral("/var/log/kern.log"))
        + "; u=" + rooted(context, QStringLiteral("/proc/uptime")) + R"(
read -r up rest <"$u" || exit
echo "now $(date '+%s %z') $up"
if [ -r "$l" ]; then tail -c 1048576 "$l"; else dmesg; fi | grep drbd | tail -n 500
:
)";
}

Message noConfig(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "The configuration of DRBD cannot be read on %1"),
                   named(result));
}
Message noGenerations(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "drbdadm cannot tell the data generations of %1"),
                   named(result));
}
Message noLog(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "The kernel log of %1 cannot be read"), named(result));
}
// Asked once a minute, where slowness delays nothing else.
Probe rareProbe(const ProbeId &id, QByteArray script)
{
    Probe probe;
    probe.id = id;
    probe.script = std::move(script);
    probe.period = std::chrono::seconds(60);
    probe.timeout = std::chrono::seconds(15);
    probe.channel = ProbeChannel::Heavy;
    return probe;
}

Message notLoaded(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "DRBD is not loaded on %1"), named(result));
}
Message noNames(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "drbdadm cannot tell the resources of %1"),
                   named(result));
}
} // namespace

QStringList Drbd8Provider::wantedCommands() const
{
    return {drbdadm};
}

QStringList Drbd8Provider::wantedPaths() const
{
    return {procDrbd};
}

// The module may be loaded later, and may have been loaded by another tool than drbdadm.
bool Drbd8Provider::detect(const MachineFacts &facts) const
{
    return facts.commands.contains(drbdadm) || facts.paths.contains(procDrbd);
}

QList<Probe> Drbd8Provider::probes(const MachineContext &context) const
{
    if (context.kind != MachineKind::Node)
        return {};
    Probe state;
    state.id = stateProbe;
    state.script = "cat " + rooted(context, procDrbd);
    return {
        state, rareProbe(namesProbe, namesScript), rareProbe(configProbe, configScript(context)),
        rareProbe(generationsProbe, generationsScript), rareProbe(logProbe, logScript(context))};
}

Patch Drbd8Provider::read(const ProbeResult &result) const
{
    if (result.probe == stateProbe)
        return patchOf(result,
                       reworded(result, observedBy(result, parseDrbdStatus), notLoaded(result)));
    if (result.probe == namesProbe)
        return patchOf(result,
                       reworded(result, observedBy(result, parseDrbdNames), noNames(result)));
    if (result.probe == configProbe)
        return patchOf(result,
                       reworded(result, observedBy(result, parseDrbdConf), noConfig(result)));
    if (result.probe == generationsProbe)
        return patchOf(
            result,
            reworded(result, observedBy(result, parseDrbdGenerations), noGenerations(result)));
    if (result.probe == logProbe)
        return patchOf(result, reworded(result, observedBy(result, parseDrbdLog), noLog(result)));
    return noFacts(result);
}
} // namespace Core
