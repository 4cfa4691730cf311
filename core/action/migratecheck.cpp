// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/migratedraft.h"
#include "core/model/freshness.h"
#include "core/model/resourceuse.h"

#include <algorithm>

// What stands in the way of a live migration.
namespace Core
{
namespace
{
struct Draft {
    ActionPlan &plan;
    const Move &move;
    const ClusterSnapshot &snapshot;

    void block(const char *id, Message text, const char *rule = "P29") const
    {
        addFinding(plan, Severity::Blocker, id, std::move(text), {}, rule);
    }
    void warn(const char *id, Message text, const char *rule = "P29") const
    {
        addFinding(plan, Severity::Warning, id, std::move(text), {}, rule);
    }
};

void checkService(const Draft &draft, const GuestView &guest)
{
    const Move &move = draft.move;
    if (!guest.service) {
        if (guest.highlyAvailable)
            draft.block("migrate.service",
                        message(QT_TRANSLATE_NOOP("Core",
                                                  "Not known: whether rgmanager runs %1, which is "
                                                  "an HA guest"),
                                {move.name}),
                        "P22");
        return;
    }
    const HaService &service = *guest.service;
    if (service.state != ServiceState::Started || service.owner != move.source)
        draft.block("migrate.service",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "rgmanager has %1 as %2: it migrates only what it "
                                              "has started on %3"),
                            {serviceName(guest.id), word(service.state), move.source.text()}),
                    "P22");
    if (service.frozen)
        draft.block("migrate.frozen",
                    message(QT_TRANSLATE_NOOP("Core", "%1 is frozen: thaw it first"),
                            {serviceName(guest.id)}),
                    "P22");
    if (hasRgmanager(move.target, draft.snapshot) != true)
        draft.block("migrate.rgmanager",
                    message(QT_TRANSLATE_NOOP("Core", "rgmanager is not seen running on %1"),
                            {move.target.text()}),
                    "P22");
}

// ---- disks

void checkRoles(const Draft &draft, const ReplicationView &view, const DrbdResource &here,
                const DrbdResource &there)
{
    if (here.protocol && *here.protocol != 'C')
        draft.block(
            "migrate.protocol",
            message(QT_TRANSLATE_NOOP("Core", "%1 does not use protocol C"), {view.name.text()}),
            "P28");
    if (here.role != Role::Primary || there.role != Role::Primary)
        draft.block("migrate.primary",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "%1 is not Primary on both nodes: a migration opens "
                                              "it on both"),
                            {view.name.text()}),
                    "P28");
}

// Both copies have to be one: the guest goes on with the target's at once.
void checkResource(const Draft &draft, const ReplicationView &view)
{
    const auto here = view.sides.constFind(draft.move.source);
    const auto there = view.sides.constFind(draft.move.target);
    const auto told = [&](const NodeName &node) {
        const Machine machine = draft.snapshot.machines.value(node);
        return freshFact(machine, machine.drbd) != nullptr;
    };
    if (here == view.sides.cend() || there == view.sides.cend() || !told(draft.move.source)
        || !told(draft.move.target))
        return draft.block(
            "migrate.drbd",
            message(QT_TRANSLATE_NOOP("Core", "Not known: the state of %1 on both nodes"),
                    {view.name.text()}),
            "P28");
    const auto connected = [](const DrbdResource &side) {
        return !side.peers.isEmpty()
            && side.peers.constFirst().connection == DrbdConnection::Connected;
    };
    if (here->disk != DiskState::UpToDate || there->disk != DiskState::UpToDate)
        draft.block("migrate.disk",
                    message(QT_TRANSLATE_NOOP("Core", "%1 is %2 on %3 and %4 on %5"),
                            {view.name.text(), word(here->disk), draft.move.source.text(),
                             word(there->disk), draft.move.target.text()}),
                    "P28");
    else if (!connected(*here) || !connected(*there))
        draft.block("migrate.connected",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "%1 is not Connected, or a resync of it runs: the "
                                              "copies are not one"),
                            {view.name.text()}),
                    "P28");
    checkRoles(draft, view, *here, *there);
}

bool isNetworked(const Storage &storage)
{
    if (storage.shared && storage.type != QStringLiteral("lvm"))
        return true;
    static const QStringList types{
        QStringLiteral("nfs"),         QStringLiteral("glusterfs"), QStringLiteral("rbd"),
        QStringLiteral("iscsi"),       QStringLiteral("sheepdog"),  QStringLiteral("cifs"),
        QStringLiteral("iscsidirect"), QStringLiteral("cephfs"),    QStringLiteral("pbs")};
    return types.contains(storage.type);
}

bool sees(const NodeName &node, const QString &group, const ClusterSnapshot &snapshot)
{
    const Machine machine = snapshot.machines.value(node);
    const VolumeGroups *groups = freshFact(machine, machine.volumeGroups);
    return groups && std::any_of(groups->cbegin(), groups->cend(), [&](const VolumeGroup &one) {
               return one.name == group;
           });
}

void blockLocal(const Draft &draft, const GuestDisk &disk)
{
    const QString what = disk.storage.isEmpty() ? disk.volume : disk.storage + u':' + disk.volume;
    const bool image = disk.volume.endsWith(QStringLiteral(".iso"), Qt::CaseInsensitive);
    const EvidenceRef evidence
        = lineOf(draft.snapshot.machines.value(draft.move.source).guestStorage, disk.line);
    addFinding(
        draft.plan, Severity::Blocker, "migrate.local",
        image ? message(QT_TRANSLATE_NOOP("Core",
                                          "The drive %1 of %2 holds %3, which is on its "
                                          "node alone: eject it"),
                        {disk.slot, draft.move.name, what})
              : message(QT_TRANSLATE_NOOP("Core", "The disk %1 of %2 is on its node alone: %3"),
                        {disk.slot, draft.move.name, what}),
        {evidence}, "P29");
}

// The resource below a volume group or a path; none: it lies elsewhere.
const ReplicationView *resourceBelow(const QList<ReplicationView> &views, const GuestDisk &disk,
                                     const ClusterSnapshot &snapshot)
{
    // Another node may have told it, with that line elsewhere.
    const auto same = [&](const GuestDisk &one) {
        return one.guest == disk.guest && one.slot == disk.slot && one.storage == disk.storage
            && one.volume == disk.volume;
    };
    for (const ReplicationView &view : views) {
        const QList<GuestDisk> disks = useOf(snapshot, view.name, view.minor).disks;
        if (std::any_of(disks.cbegin(), disks.cend(), same))
            return &view;
    }
    return nullptr;
}

void checkElsewhere(const Draft &draft, const GuestDisk &disk, const Storage *storage)
{
    if (!storage || (storage->type != QStringLiteral("lvm") && !isNetworked(*storage)))
        return blockLocal(draft, disk);
    if (storage->type != QStringLiteral("lvm"))
        return;
    if (!sees(draft.move.target, storage->volumeGroup, draft.snapshot))
        draft.block(
            "migrate.volumes",
            message(QT_TRANSLATE_NOOP("Core",
                                      "%1 is not known to see the volume group %2 with the "
                                      "disk %3 of %4"),
                    {draft.move.target.text(), storage->volumeGroup, disk.slot, draft.move.name}));
    else
        draft.warn(
            "migrate.volumes",
            message(QT_TRANSLATE_NOOP("Core",
                                      "The disk %1 of %2 is in the volume group %3, which is "
                                      "on no DRBD resource: it must be the same on both "
                                      "nodes"),
                    {disk.slot, draft.move.name, storage->volumeGroup}));
}

void checkDisks(const Draft &draft)
{
    const Machine source = draft.snapshot.machines.value(draft.move.source);
    const GuestStorage *files = freshFact(source, source.guestStorage);
    if (!files)
        return draft.block(
            "migrate.disks",
            message(QT_TRANSLATE_NOOP("Core", "Not known: where the disks of %1 lie"),
                    {draft.move.name}));
    const QList<ReplicationView> views = replicationOf(draft.snapshot);
    QList<int> checked; // by minor
    for (const GuestDisk &disk : files->disks) {
        if (disk.guest != draft.move.vmid)
            continue;
        if (const ReplicationView *view = resourceBelow(views, disk, draft.snapshot)) {
            if (!checked.contains(view->minor))
                checkResource(draft, *view);
            checked << view->minor;
            continue;
        }
        const auto storage
            = std::find_if(files->storages.cbegin(), files->storages.cend(),
                           [&](const Storage &one) { return one.id == disk.storage; });
        checkElsewhere(draft, disk, storage == files->storages.cend() ? nullptr : &*storage);
    }
}
} // namespace

void checkMove(ActionPlan &plan, const Move &move, const GuestView &guest,
               const ClusterSnapshot &snapshot)
{
    const Draft draft{plan, move, snapshot};
    checkProcesses(plan, guest, 1, snapshot);
    checkService(draft, guest);
    checkDisks(draft);
    if (guest.state == GuestState::IoError)
        draft.warn(
            "migrate.ioerror",
            message(QT_TRANSLATE_NOOP("Core", "%1 stands still after an I/O error"), {move.name}),
            "rule 19");
}
} // namespace Core
