// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/net.h"

#include "core/parse/net.h"
#include "core/provider/answers.h"

namespace Core
{
namespace
{
const ProbeId interfacesProbe(QStringLiteral("net"));
const ProbeId uptimeProbe(QStringLiteral("uptime"));
const QString sysfs = QStringLiteral("/sys/class/net");

// The shell reads the files itself, so twenty of them cost no process. A link that is down answers
// EINVAL for carrier and speed, which leaves "-". Files that are no interface (bonding_masters)
// have no counters. A bond tells its mode and the bridges that it, or a VLAN on it, is a port of:
// there Proxmox puts the address.
constexpr auto interfacesScript = R"( || exit
for i in *; do
 r=; t=; c=; s=
 { read -r r <"$i/statistics/rx_bytes"; read -r t <"$i/statistics/tx_bytes"; } 2>/dev/null
 [ -n "$r" ] || continue
 { read -r c <"$i/carrier"; read -r s <"$i/speed"; } 2>/dev/null
 echo "if $i ${c:--} ${s:--} $r ${t:-0}"
 m=
 { read -r m c <"$i/bonding/mode"; } 2>/dev/null
 [ -n "$m" ] || continue
 for b in */brif/"$i" */brif/"$i".*; do
  if [ -e "$b" ]; then m="$m ${b%%/*}"; fi
 done
 echo "bond $i $m"
done
if command -v ip >/dev/null; then ip -o addr; fi
)";
} // namespace

QStringList NetProvider::wantedPaths() const
{
    return {sysfs};
}

bool NetProvider::detect(const MachineFacts &facts) const
{
    return facts.paths.contains(sysfs);
}

QList<Probe> NetProvider::probes(const MachineContext &context) const
{
    Probe interfaces;
    interfaces.id = interfacesProbe;
    interfaces.script = "cd " + rooted(context, sysfs) + interfacesScript;
    Probe uptime;
    uptime.id = uptimeProbe;
    uptime.script = "cat " + rooted(context, QStringLiteral("/proc/uptime"));
    uptime.period = std::chrono::seconds(10); // a restart shows in the membership long before
    uptime.channel = ProbeChannel::Slow;
    return {interfaces, uptime};
}

Patch NetProvider::read(const ProbeResult &result) const
{
    if (result.probe == interfacesProbe)
        return patchOf(result, observedBy(result, parseNet));
    if (result.probe == uptimeProbe)
        return patchOf(result, observedBy(result, parseUptime));
    return noFacts(result);
}
} // namespace Core
