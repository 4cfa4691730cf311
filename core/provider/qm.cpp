// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/qm.h"

#include "core/parse/guestfiles.h"
#include "core/parse/gueststorage.h"
#include "core/parse/qm.h"
#include "core/provider/answers.h"

namespace Core
{
namespace
{
const ProbeId placementsProbe(QStringLiteral("vmlist"));
const ProbeId runningProbe(QStringLiteral("running-guests"));
const ProbeId bootProbe(QStringLiteral("boot-guests"));
const ProbeId storageProbe(QStringLiteral("guest-storage"));
const ProbeId capacityProbe(QStringLiteral("capacity"));
const ProbeId listProbe(QStringLiteral("qm-list"));
const QString qm = QStringLiteral("qm");
const QString vmlist = QStringLiteral("/etc/pve/.vmlist");

// Ids whose pid file names a live process, without a process of its own for each guest. What may
// not be read is a failure, never "no guest". The number of a QEMU that died may belong to
// something else by now, so the process must have QEMU's name where the kernel tells one.
QByteArray runningScript(const MachineContext &context)
{
    return "R=" + rooted(context, QStringLiteral("/proc"))
        + "; D=" + rooted(context, QStringLiteral("/var/run/qemu-server")) + R"(
lost() { echo "cannot read $1" >&2; exit 1; }
[ -d "$R" ] || lost "$R"
if [ -d "$D" ]; then [ -r "$D" ] && [ -x "$D" ] || lost "$D"; fi
for f in "$D"/*.pid; do
 p=; c=; i=${f##*/}; i=${i%.pid}
 case $i in ''|*[!0-9]*) continue;; esac
 if [ -e "$f" ] && ! [ -r "$f" ]; then lost "$f"; fi
 { read -r p <"$f"; } 2>/dev/null
 case $p in ''|*[!0-9]*) continue;; esac
 [ -d "$R/$p" ] || continue
 { read -r c <"$R/$p/comm"; } 2>/dev/null
 case $c in ''|*kvm*|*qemu*) echo "$i";; esac
done
:
)";
}

// One grep over the few files of all guests; folders without a guest are none to be told of.
QByteArray bootScript(const MachineContext &context)
{
    return "cd " + rooted(context, QStringLiteral("/etc/pve/nodes")) + R"( || exit 1
set --
for f in */qemu-server/*.conf */openvz/*.conf; do [ -f "$f" ] && set -- "$@" "$f"; done
[ $# -gt 0 ] || exit 0
grep -H -E '^(onboot:|ONBOOT=|\[)' -- "$@"
[ $? -lt 2 ]
)";
}

// Where the guests' disks lie, and what else decides whether they can be moved. A cluster without
// storage.cfg has the local folder alone.
QByteArray storageScript(const MachineContext &context)
{
    return "cd " + rooted(context, QStringLiteral("/etc/pve")) + R"( || exit 1
if [ -e storage.cfg ]; then
 grep -H -E '^([a-z]+:|[[:blank:]]+(vgname[[:blank:]]|shared([[:blank:]]|$)))' storage.cfg
 [ $? -lt 2 ] || exit 1
fi
set --
for f in nodes/*/qemu-server/*.conf; do [ -f "$f" ] && set -- "$@" "$f"; done
[ $# -gt 0 ] || exit 0
grep -H -E '^((ide|sata|scsi|virtio|hostpci|usb|serial|parallel)[0-9]+:|(memory|cpu|lock):|\[)' -- "$@"
[ $? -lt 2 ]
)";
}

// What the node has for guests: the few lines of it, for cpuinfo has pages of a big machine.
QByteArray capacityScript(const MachineContext &context)
{
    return "cd " + rooted(context, QStringLiteral("/proc")) + R"( || exit 1
grep -E '^(MemFree|MemAvailable|Buffers|Cached):' meminfo || exit 1
grep -m 1 '^model name' cpuinfo
[ $? -lt 2 ]
)";
}

Message failed(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "qm cannot list the guests of %1"), named(result));
}
Message noGuestFiles(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "The guests' files cannot be read on %1"),
                   named(result));
}
Message noCapacity(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "/proc/meminfo cannot be read on %1"), named(result));
}
Message noVmlist(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "/etc/pve/.vmlist cannot be read on %1"),
                   named(result));
}
} // namespace

QStringList QmProvider::wantedCommands() const
{
    return {qm};
}

QStringList QmProvider::wantedPaths() const
{
    return {vmlist};
}

bool QmProvider::detect(const MachineFacts &facts) const
{
    return facts.commands.contains(qm) || facts.paths.contains(vmlist);
}

QList<Probe> QmProvider::probes(const MachineContext &context) const
{
    if (context.kind != MachineKind::Node)
        return {};
    Probe placements;
    placements.id = placementsProbe;
    placements.script = "cat " + rooted(context, vmlist);
    placements.period = std::chrono::seconds(2);
    placements.channel = ProbeChannel::Slow;
    Probe running = placements;
    running.id = runningProbe;
    running.script = runningScript(context);
    Probe boot = placements;
    boot.id = bootProbe;
    boot.script = bootScript(context);
    boot.period = std::chrono::seconds(10); // a person's setting
    Probe storage = boot;
    storage.id = storageProbe;
    storage.script = storageScript(context);
    Probe capacity = boot;
    capacity.id = capacityProbe;
    capacity.script = capacityScript(context);
    Probe list;
    list.id = listProbe;
    list.script = "qm list";
    list.period = std::chrono::seconds(60);
    list.timeout = std::chrono::seconds(30);
    list.channel = ProbeChannel::Heavy;
    return {placements, running, boot, storage, capacity, list};
}

Patch QmProvider::read(const ProbeResult &result) const
{
    if (result.probe == placementsProbe)
        return patchOf(result, reworded(result, observedBy(result, parseVmlist), noVmlist(result)));
    if (result.probe == runningProbe)
        return patchOf(result, observedBy(result, parseRunningGuests));
    if (result.probe == bootProbe)
        return patchOf(result,
                       reworded(result, observedBy(result, parseBootGuests), noGuestFiles(result)));
    if (result.probe == storageProbe)
        return patchOf(
            result, reworded(result, observedBy(result, parseGuestStorage), noGuestFiles(result)));
    if (result.probe == capacityProbe)
        return patchOf(result,
                       reworded(result, observedBy(result, parseCapacity), noCapacity(result)));
    if (result.probe == listProbe)
        return patchOf(result, reworded(result, observedBy(result, parseQmList), failed(result)));
    return noFacts(result);
}
} // namespace Core
