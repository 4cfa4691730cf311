// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakecluster/fakeshell.h"

#include <algorithm>

namespace Testing
{
using namespace Core;

namespace
{
DrbdPeer &peerOn(DrbdResource &side)
{
    if (side.peers.isEmpty())
        side.peers << DrbdPeer();
    return side.peers.first();
}

void set(DrbdResource &side, DrbdConnection connection)
{
    peerOn(side).connection = connection;
    if (!isConnected(connection)) {
        peerOn(side).role = Role::Unknown;
        peerOn(side).disk = DiskState::DUnknown;
        peerOn(side).sync.reset();
    }
}

void mirror(DrbdResource &a, DrbdResource &b)
{
    peerOn(a).role = b.role;
    peerOn(a).disk = b.disk;
    peerOn(b).role = a.role;
    peerOn(b).disk = a.disk;
}

SyncProgress begun(Bytes total)
{
    SyncProgress sync;
    sync.total = sync.left = total;
    sync.speed = Bytes{64 << 20};
    sync.finish = std::chrono::seconds(4);
    return sync;
}

bool standsAlone(DrbdResource &side)
{
    return peerOn(side).connection == DrbdConnection::StandAlone;
}

CommandOutput said(int exitCode, const QByteArray &words)
{
    CommandOutput output;
    output.exitCode = exitCode;
    (exitCode ? output.err : output.out) = words;
    return output;
}
} // namespace

DrbdResource &FakeShell::side(const NodeName &node, const QString &resource)
{
    for (DrbdResource &one : picture.machines[node].drbd.value->resources) {
        if (one.name.text() == resource)
            return one;
    }
    Q_UNREACHABLE();
}

SnapshotPtr FakeShell::freshSnapshot()
{
    ++looks;
    if (beforeLook)
        beforeLook(*this);
    copyOn();
    ClusterSnapshot seen = picture;
    for (const NodeName &node : std::as_const(cut))
        seen.machines[node].contact.state = ContactState::Silent;
    return std::make_shared<const ClusterSnapshot>(seen);
}

Expected<CommandOutput> FakeShell::run(const NodeName &on, const Command &command)
{
    const QString line = QString::fromUtf8(shellLine(command));
    if (beforeCommand)
        beforeCommand(*this, line);
    if (cut.contains(on))
        return failure(ErrorKind::Unreachable, message("%1", {on.text()}));
    sent << on.text() + QStringLiteral("# ") + line;
    if (answers.contains(line))
        return answers[line];
    if (!obeys)
        return said(0, {});
    if (command.program == QStringLiteral("drbdadm"))
        return drbd(on, command.arguments);
    if (command.program == QStringLiteral("service"))
        return init(on, command.arguments);
    if (command.program == QStringLiteral("fence_tool"))
        return fenceTool(on, command.arguments.first());
    if (command.program == QStringLiteral("shutdown")) {
        shutDown(on, command.arguments.contains(QStringLiteral("-r")));
        return said(0, {});
    }
    if (command.program == QStringLiteral("sh"))
        return script(on, command.arguments);
    if (command.program == QStringLiteral("qm") && command.arguments[0] == QStringLiteral("config"))
        return said(0, configs.value(command.arguments[1].toInt(), "memory: 1024\n"));
    if (command.program == QStringLiteral("qm")
        && command.arguments[0] == QStringLiteral("migrate"))
        return migrate(command.arguments[1].toInt(), NodeName(command.arguments[2]));
    if (command.program == QStringLiteral("clusvcadm") || command.program == QStringLiteral("qm"))
        guest(on, command);
    else
        return volumes(on, command);
    return said(0, {});
}

CommandOutput FakeShell::drbd(const NodeName &on, const QStringList &words)
{
    QStringList plain;
    for (const QString &word : words) {
        if (!word.startsWith(u'-'))
            plain << word;
    }
    if (words.contains(QStringLiteral("--dry-run")) || plain.size() < 2)
        return said(0, {});
    return obey(on, plain[0], plain[1], words.contains(QStringLiteral("--discard-my-data")));
}

CommandOutput FakeShell::obey(const NodeName &on, const QString &verb, const QString &resource,
                              bool discard)
{
    DrbdResource &own = side(on, resource);
    const NodeName peerName = peerOf(picture, on);
    DrbdResource &peer = side(peerName, resource);
    if (verb == QStringLiteral("disconnect")) {
        set(own, DrbdConnection::StandAlone);
        if (!standsAlone(peer))
            set(peer, DrbdConnection::WFConnection);
    } else if (verb == QStringLiteral("connect")) {
        connectAgain(on, resource, discard);
    } else if (verb == QStringLiteral("primary")) {
        own.role = Role::Primary;
        mirror(own, peer);
    } else if (verb == QStringLiteral("secondary")) {
        for (const LogicalVolume &volume :
             picture.machines[on].logicalVolumes.value.value_or(LogicalVolumes())) {
            if (isActive(volume) && volume.group == resource + QStringLiteral("vg"))
                return said(11, "State change failed: (-12) Device is held open by someone\n");
        }
        own.role = Role::Secondary;
        mirror(own, peer);
    } else if (verb == QStringLiteral("invalidate")) {
        m_targets[resource] = on;
        own.counters.outOfSync = resync;
    } else if (verb == QStringLiteral("pause-sync") && own.flags.size() > 3) {
        own.flags[3] = u'u';
    } else if (verb == QStringLiteral("resume-sync") && own.flags.size() > 3) {
        own.flags[3] = u'-';
    } else if (verb == QStringLiteral("detach")) {
        own.disk = DiskState::Diskless;
        mirror(own, peer);
    } else if (verb == QStringLiteral("attach")) {
        own.disk = DiskState::UpToDate;
        mirror(own, peer);
    }
    return said(0, {});
}

void FakeShell::connectAgain(const NodeName &on, const QString &resource, bool discard)
{
    const NodeName peerName = peerOf(picture, on);
    DrbdResource &own = side(on, resource);
    DrbdResource &peer = side(peerName, resource);
    if (discard)
        m_discards[resource] = on;
    set(own, DrbdConnection::WFConnection);
    if (standsAlone(peer))
        return;
    const bool differs = own.counters.outOfSync.value_or(Bytes()).value > 0
        || peer.counters.outOfSync.value_or(Bytes()).value > 0;
    set(own, DrbdConnection::Connected);
    set(peer, DrbdConnection::Connected);
    mirror(own, peer);
    if (m_discards.contains(resource) || differs)
        m_targets[resource]
            = m_discards.value(resource, own.role == Role::Secondary ? on : peerName);
    m_discards.remove(resource);
}

// The target's copy comes nearer with each look.
void FakeShell::copyOn()
{
    for (const QString &resource : m_targets.keys()) {
        DrbdResource &target = side(m_targets[resource], resource);
        DrbdResource &source = side(peerOf(picture, m_targets[resource]), resource);
        if (peerOn(target).connection == DrbdConnection::Connected) {
            target.disk = DiskState::Inconsistent;
            peerOn(target).connection = DrbdConnection::SyncTarget;
            peerOn(source).connection = DrbdConnection::SyncSource;
            peerOn(target).sync = peerOn(source).sync = begun(resync);
        } else if (peerOn(target).sync) {
            SyncProgress &sync = *peerOn(target).sync;
            sync.left.value = std::max<qint64>(sync.left.value - sync.total.value / 4, 0);
            peerOn(source).sync = sync;
            target.counters.outOfSync = source.counters.outOfSync = sync.left;
            if (sync.left.value > 0)
                continue;
            target.disk = DiskState::UpToDate;
            set(target, DrbdConnection::Connected);
            set(source, DrbdConnection::Connected);
            peerOn(target).sync.reset();
            peerOn(source).sync.reset();
            m_targets.remove(resource);
        }
        mirror(target, source);
    }
}

CommandOutput FakeShell::volumes(const NodeName &on, const Command &command)
{
    Machine &machine = picture.machines[on];
    LogicalVolumes all = machine.logicalVolumes.value.value_or(LogicalVolumes());
    if (command.program == QStringLiteral("vgchange")) {
        for (LogicalVolume &volume : all) {
            if (volume.group == command.arguments.last())
                volume.attributes = QStringLiteral("-wi-----");
        }
        machine.logicalVolumes.value = all;
    } else if (command.program == QStringLiteral("lvs")) {
        QByteArray rows;
        for (const LogicalVolume &volume : all) {
            if (command.arguments.contains(volume.group))
                rows += QStringLiteral("  %1|%2|%3|%4|7\n")
                            .arg(volume.name, volume.group)
                            .arg(volume.size.value)
                            .arg(volume.attributes)
                            .toUtf8();
        }
        return said(0, rows);
    } else if (command.program == QStringLiteral("vgs")) {
        QByteArray rows;
        for (const VolumeGroup &group : machine.volumeGroups.value.value_or(VolumeGroups())) {
            if (command.arguments.contains(group.name))
                rows += QStringLiteral("  %1|%2|%3|wz--n-|%4\n")
                            .arg(group.name)
                            .arg(group.size.value)
                            .arg(group.free.value)
                            .arg(group.seqno)
                            .toUtf8();
        }
        return said(0, rows);
    }
    return said(0, {});
}

// A script of the plans: a migration by rgmanager, or what a node has for guests.
CommandOutput FakeShell::script(const NodeName &on, const QStringList &arguments)
{
    if (!arguments.value(1).contains(QStringLiteral("clusvcadm")))
        return said(0, capacities.value(on, "MemTotal: 9000000 kB\nMemFree: 8000000 kB\n"));
    const int id = arguments.value(5).toInt();
    const NodeName target(arguments.value(4));
    for (Machine &machine : picture.machines) {
        for (qsizetype i = 0; machine.ha.value && i < machine.ha.value->services.size(); ++i) {
            HaService &service = machine.ha.value->services[i];
            if (vmidOf(service.name) == id)
                service.owner = target;
        }
    }
    return migrate(id, target);
}

CommandOutput FakeShell::migrate(int id, const NodeName &target)
{
    for (Machine &machine : picture.machines) {
        if (!machine.running.value)
            continue;
        machine.running.value->ids.removeAll(id);
        if (machine.name == target)
            machine.running.value->ids << id;
    }
    return said(0, migrationLog);
}

HaService *FakeShell::service(Machine &machine, int id)
{
    for (qsizetype i = 0; machine.ha.value && i < machine.ha.value->services.size(); ++i) {
        HaService &one = machine.ha.value->services[i];
        if (vmidOf(one.name) == id)
            return &one;
    }
    return nullptr;
}

void FakeShell::guest(const NodeName &on, const Command &command)
{
    const QStringList &words = command.arguments;
    const bool cluster = command.program == QStringLiteral("clusvcadm");
    const QString verb = words.first();
    const int id = words.value(1).section(u':', -1).toInt();
    if (verb == QStringLiteral("reset") || verb == QStringLiteral("-R")
        || verb == QStringLiteral("monitor"))
        return;
    const bool freezes = verb == QStringLiteral("-Z") || verb == QStringLiteral("-U");
    const bool starts = verb == QStringLiteral("-e") || verb == QStringLiteral("-r")
        || verb == QStringLiteral("start");
    const NodeName where = cluster && starts ? NodeName(words.last()) : on;
    for (Machine &machine : picture.machines) {
        HaService *const one = cluster ? service(machine, id) : nullptr;
        if (freezes && one)
            one->frozen = verb == QStringLiteral("-Z");
        if (freezes || !machine.running.value)
            continue;
        machine.running.value->ids.removeAll(id);
        if (starts && machine.name == where)
            machine.running.value->ids << id;
        if (!one)
            continue;
        one->state = starts ? ServiceState::Started : ServiceState::Disabled;
        one->owner = starts ? std::optional(where) : std::nullopt;
    }
}

FakeRun runPlan(const ActionPlan &plan, FakeShell &shell, int cancelAt)
{
    bool committed = false;
    for (int i = 0; i < int(plan.steps.size()); ++i) {
        const Step &step = plan.steps[size_t(i)];
        if (i == cancelAt && !committed)
            return {i, Error{ErrorKind::Cancelled, {}, {}}};
        committed = committed || step.info.pointOfNoReturn;
        for (const auto &part : {step.execute, step.verify}) {
            const Expected<void> done = part(shell);
            if (!done)
                return {i, done.error()};
        }
    }
    return {int(plan.steps.size()), {}};
}
} // namespace Testing
