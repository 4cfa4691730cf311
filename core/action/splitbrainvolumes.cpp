// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/splitbrainrepair.h"

#include "core/model/freshness.h"
#include "core/parse/lvm.h"

#include <algorithm>

// The steps around a repair: guests and volumes.
namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto guestTakes = 5min; // an orderly stop, or a start that waits for a boot
constexpr auto copyTakes = 24h; // of one volume, at most
constexpr auto lvmTakes = 60s;
constexpr qint64 gibibytes = 1LL << 30; // one

Command command(const char *program, const QStringList &arguments)
{
    Command made;
    made.program = QString::fromLatin1(program);
    made.arguments = arguments;
    return made;
}

Command report(const char *program, const char *fields, const QStringList &groups)
{
    return command(program,
                   QStringList{QStringLiteral("--noheadings"), QStringLiteral("--nosuffix"),
                               QStringLiteral("--units"), QStringLiteral("b"),
                               QStringLiteral("--separator"), QStringLiteral("|"),
                               QStringLiteral("-o"), QString::fromLatin1(fields)}
                       + groups);
}

Expected<LogicalVolumes> listed(Shell &shell, const NodeName &on, const QStringList &groups)
{
    return ran(shell, on, report("lvs", "lv_name,vg_name,lv_size,lv_attr,vg_seqno", groups))
        .and_then([](const CommandOutput &output) { return parseLvs(output.out); });
}

Expected<VolumeGroups> groupsOn(Shell &shell, const NodeName &on, const QStringList &groups)
{
    return ran(shell, on, report("vgs", "vg_name,vg_size,vg_free,vg_attr,vg_seqno", groups))
        .and_then([](const CommandOutput &output) { return parseVgs(output.out); });
}

QStringList pathsOf(const LogicalVolumes &volumes)
{
    QStringList paths;
    for (const LogicalVolume &volume : volumes)
        paths << volume.group + u'/' + volume.name;
    return paths;
}

QString deviceOf(const SplitVolume &volume)
{
    return QStringLiteral("/dev/") + volume.path();
}

QString copyOf(const SplitBrainRepair &repair, const SplitVolume &volume)
{
    const QString folder = repair.wish.saveFolder.endsWith(u'/') ? repair.wish.saveFolder.chopped(1)
                                                                 : repair.wish.saveFolder;
    return QStringLiteral("%1/%2-%3-%4-%5.raw")
        .arg(folder, repair.resource().text(), repair.victim.node.text(), volume.group,
             volume.name);
}

// Of an HA guest also that rgmanager does not start it again.
Expected<void> guestIs(const ClusterSnapshot &now, const SplitGuest &guest, const NodeName &on,
                       bool runs)
{
    const auto machine = now.machines.constFind(on);
    const RunningGuests *running
        = machine == now.machines.cend() ? nullptr : freshFact(*machine, machine->running);
    if (!running)
        return failure(
            ErrorKind::Unreachable,
            message(QT_TRANSLATE_NOOP("Core", "not known: which guests run on %1"), {on.text()}));
    bool so = running->ids.contains(guest.id) == runs;
    const HaStatus *ha = guest.highlyAvailable && !runs ? haView(now) : nullptr;
    for (const HaService &service : ha ? ha->services : QList<HaService>())
        so = so && (vmidOf(service.name) != guest.id || service.state == ServiceState::Disabled);
    if (so)
        return {};
    return failure(ErrorKind::Stale,
                   runs ? message(QT_TRANSLATE_NOOP("Core", "Guest %1 does not run on %2 yet"),
                                  {QString::number(guest.id), on.text()})
                        : message(QT_TRANSLATE_NOOP("Core", "Guest %1 is not stopped yet on %2"),
                                  {QString::number(guest.id), on.text()}));
}

Step guestStep(Message title, const SplitGuest &guest, const NodeName &on, Command made, bool runs)
{
    made.timeout = guestTakes;
    Step step = commandStep(std::move(title), on, made, [=](const ClusterSnapshot &now) {
        return guestIs(now, guest, on, runs);
    });
    step.info.timeout = guestTakes;
    return step;
}

Expected<void> noneActive(Shell &shell, const NodeName &on, const QString &group)
{
    const Expected<LogicalVolumes> volumes = listed(shell, on, {group});
    if (!volumes)
        return tl::unexpected(volumes.error());
    for (const LogicalVolume &volume : *volumes) {
        if (isActive(volume))
            return failure(ErrorKind::Stale,
                           message(QT_TRANSLATE_NOOP("Core", "%1 is still active on %2"),
                                   {volume.group + u'/' + volume.name, on.text()}));
    }
    return {};
}

// "   1024-blocks Used Available": the fourth column of the last line, KiB (POSIX df -P -k).
std::optional<qint64> availableIn(const QByteArray &df)
{
    const QList<QByteArray> lines = df.trimmed().split('\n');
    const QList<QByteArray> words = lines.last().simplified().split(' ');
    bool ok = false;
    const qint64 kib = words.value(3).toLongLong(&ok);
    return ok && lines.size() > 1 && kib >= 0 && kib < (1LL << 50) ? std::optional(kib * 1024)
                                                                   : std::nullopt;
}

// A GiB of the volume into the same place of the file, which the first of them makes: never one
// that is there already. Each is on the disk when it is told.
Command copyPart(const SplitVolume &volume, const QString &file, qint64 gibibyte)
{
    Command copy = command(
        "dd",
        {QStringLiteral("if=") + deviceOf(volume), QStringLiteral("of=") + file,
         QStringLiteral("bs=1M"), QStringLiteral("count=1024"),
         QStringLiteral("skip=%1").arg(gibibyte * 1024),
         QStringLiteral("seek=%1").arg(gibibyte * 1024),
         gibibyte == 0 ? QStringLiteral("conv=excl,fsync") : QStringLiteral("conv=notrunc,fsync")});
    copy.timeout = copyTakes;
    return copy;
}

Expected<void> copyAll(Shell &shell, const NodeName &on, const SplitVolume &volume,
                       const QString &file)
{
    const qint64 size = volume.size.value;
    for (qint64 done = 0; done < size || done == 0; done += gibibytes) {
        shell.tell(
            {message(QT_TRANSLATE_NOOP("Core", "%1 of %2 are copied"), {Bytes{done}, volume.size}),
             size > 0 ? std::optional(double(done) / double(size)) : std::nullopt});
        const Expected<CommandOutput> said
            = ran(shell, on, copyPart(volume, file, done / gibibytes));
        if (!said)
            return tl::unexpected(said.error());
    }
    return {};
}

Expected<void> seesCopy(Shell &shell, const NodeName &on, const QString &file, Bytes size)
{
    const Expected<CommandOutput> said = ran(
        shell, on,
        command("stat", {QStringLiteral("-c"), QStringLiteral("%s"), QStringLiteral("--"), file}));
    if (!said)
        return tl::unexpected(said.error());
    if (said->out.trimmed() != QByteArray::number(size.value))
        return failure(
            ErrorKind::Stale,
            message(QT_TRANSLATE_NOOP("Core", "%1 on %2 has another size than the volume"),
                    {file, on.text()}),
            QString::fromUtf8(said->out));
    return {};
}
} // namespace

Step stopGuestStep(const SplitGuest &guest, const NodeName &on)
{
    const QString id = QString::number(guest.id);
    if (guest.highlyAvailable)
        return guestStep(
            message(QT_TRANSLATE_NOOP("Core", "Disable guest %1 (HA)"),
                    {QString::number(guest.id)}),
            guest, on, command("clusvcadm", {QStringLiteral("-d"), QStringLiteral("pvevm:") + id}),
            false);
    return guestStep(
        message(QT_TRANSLATE_NOOP("Core", "Shut guest %1 down"), {QString::number(guest.id)}),
        guest, on,
        command("qm",
                {QStringLiteral("shutdown"), id, QStringLiteral("-timeout"), QStringLiteral("120"),
                 QStringLiteral("-forceStop"), QStringLiteral("1")}),
        false);
}

Step startGuestStep(const SplitGuest &guest, const NodeName &on)
{
    const QString id = QString::number(guest.id);
    if (guest.highlyAvailable)
        return guestStep(message(QT_TRANSLATE_NOOP("Core", "Enable guest %1 again (HA)"),
                                 {QString::number(guest.id)}),
                         guest, on,
                         command("clusvcadm",
                                 {QStringLiteral("-e"), QStringLiteral("pvevm:") + id,
                                  QStringLiteral("-m"), on.text()}),
                         true);
    return guestStep(
        message(QT_TRANSLATE_NOOP("Core", "Start guest %1 again"), {QString::number(guest.id)}),
        guest, on, command("qm", {QStringLiteral("start"), id}), true);
}

// What only the victim has is gone afterwards, so nothing new may have come since the plan.
Step compareVolumesStep(const SplitBrainRepair &repair)
{
    QStringList saved;
    for (const SplitVolume &volume : repair.saved)
        saved << volume.path();
    Step step;
    step.info.title = message(QT_TRANSLATE_NOOP("Core", "Compare the volumes of both sides"));
    step.info.preview = previewOf(
        report("lvs", "lv_name,vg_name,lv_size,lv_attr,vg_seqno", repair.brain.use.groups));
    step.info.timeout = lvmTakes;
    step.execute = [groups = repair.brain.use.groups, saved, victim = repair.victim.node,
                    kept = repair.kept.node](Shell &shell) -> Expected<void> {
        const Expected<LogicalVolumes> here = listed(shell, victim, groups);
        const Expected<LogicalVolumes> there = here ? listed(shell, kept, groups) : here;
        if (!here || !there)
            return tl::unexpected(here ? there.error() : here.error());
        const QStringList known = pathsOf(*there) + saved;
        for (const QString &path : pathsOf(*here)) {
            if (!known.contains(path))
                return failure(ErrorKind::Stale,
                               message(QT_TRANSLATE_NOOP("Core",
                                                         "The volume %1 is on %2 only and would "
                                                         "be gone: save it"),
                                       {path, victim.text()}));
        }
        return {};
    };
    step.verify = [](Shell &) { return Expected<void>(); };
    return step;
}

Step roomStep(const SplitBrainRepair &repair)
{
    qint64 wanted = 0;
    for (const SplitVolume &volume : repair.saved)
        wanted += volume.size.value;
    const Command look = command(
        "df",
        {QStringLiteral("-P"), QStringLiteral("-k"), QStringLiteral("--"), repair.wish.saveFolder});
    Step step;
    step.info.title = message(QT_TRANSLATE_NOOP("Core", "Look for room in %1 on %2"),
                              {repair.wish.saveFolder, repair.victim.node.text()});
    step.info.preview = previewOf(look);
    step.execute = [look, wanted, on = repair.victim.node](Shell &shell) -> Expected<void> {
        const Expected<CommandOutput> said = ran(shell, on, look);
        if (!said)
            return tl::unexpected(said.error());
        const std::optional<qint64> free = availableIn(said->out);
        if (!free || *free < wanted)
            return failure(ErrorKind::Refused,
                           message(QT_TRANSLATE_NOOP("Core",
                                                     "Not enough room there: %1 are needed, %2 are "
                                                     "free"),
                                   {Bytes{wanted}, Bytes{free.value_or(0)}}),
                           QString::fromUtf8(said->out));
        return {};
    };
    step.verify = [](Shell &) { return Expected<void>(); };
    return step;
}

namespace
{
// Piece by piece, so that somebody who waits for it sees how far it is.
Step copyStep(const NodeName &on, const SplitVolume &volume, const QString &file)
{
    Step save;
    save.info.title = message(QT_TRANSLATE_NOOP("Core", "Copy %1 (%2) to %3"),
                              {volume.path(), volume.size, file});
    save.info.preview = previewOf(copyPart(volume, file, 0));
    if (volume.size.value > gibibytes)
        save.info.preview += u'\n' + previewOf(copyPart(volume, file, 1));
    if (volume.size.value > 2 * gibibytes)
        save.info.preview += QStringLiteral("\n…");
    save.info.timeout = copyTakes;
    save.execute = [on, volume, file](Shell &shell) { return copyAll(shell, on, volume, file); };
    save.verify
        = [on, file, size = volume.size](Shell &shell) { return seesCopy(shell, on, file, size); };
    return save;
}
} // namespace

std::vector<Step> saveSteps(const SplitBrainRepair &repair, const SplitVolume &volume)
{
    const NodeName on = repair.victim.node;
    std::vector<Step> steps;
    if (!volume.active) {
        Step open = commandStep(
            message(QT_TRANSLATE_NOOP("Core", "Activate %1 to read it"), {volume.path()}), on,
            command("lvchange", {QStringLiteral("-ay"), volume.path()}), {});
        open.verify = [](Shell &) { return Expected<void>(); }; // the copy proves it
        steps.push_back(std::move(open));
    }
    steps.push_back(copyStep(on, volume, copyOf(repair, volume)));
    return steps;
}

Step deactivateStep(const NodeName &on, const QString &group)
{
    Command off = command("vgchange", {QStringLiteral("-an"), group});
    off.timeout = lvmTakes;
    Step step = commandStep(message(QT_TRANSLATE_NOOP("Core", "Deactivate the volumes of %1 on %2"),
                                    {group, on.text()}),
                            on, off, {});
    step.info.timeout = lvmTakes;
    step.verify = [on, group](Shell &shell) { return noneActive(shell, on, group); };
    return step;
}

Step scanStep(const NodeName &on)
{
    Command scan = command("vgscan", {});
    scan.timeout = lvmTakes;
    Step step = commandStep(
        message(QT_TRANSLATE_NOOP("Core", "Let LVM of %1 look at its devices again"), {on.text()}),
        on, scan, {});
    step.info.timeout = lvmTakes;
    step.verify = [](Shell &) { return Expected<void>(); }; // seen by the comparison that follows
    return step;
}

Step sameGroupsStep(const SplitBrainRepair &repair)
{
    const QStringList groups = repair.brain.use.groups;
    Step step;
    step.info.title
        = message(QT_TRANSLATE_NOOP("Core", "See the same volume groups on both sides"));
    step.info.preview
        = previewOf(report("vgs", "vg_name,vg_size,vg_free,vg_attr,vg_seqno", groups));
    step.info.timeout = lvmTakes;
    step.execute = [](Shell &) { return Expected<void>(); };
    step.verify
        = [groups, a = repair.victim.node, b = repair.kept.node](Shell &shell) -> Expected<void> {
        const Expected<VolumeGroups> here = groupsOn(shell, a, groups);
        const Expected<VolumeGroups> there = here ? groupsOn(shell, b, groups) : here;
        if (!here || !there)
            return tl::unexpected(here ? there.error() : here.error());
        if (*here != *there)
            return failure(ErrorKind::Stale,
                           message(QT_TRANSLATE_NOOP("Core",
                                                     "The volume groups on %1 and %2 are not the "
                                                     "same"),
                                   {a.text(), b.text()}));
        return {};
    };
    return step;
}
} // namespace Core
