// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/samplecluster.h"

#include "core/model/snapshotdiff.h"
#include "core/parse/drbdlog.h"

namespace SampleCluster
{
namespace
{
DrbdResource resource(const char *name, int minor)
{
    DrbdResource r;
    r.name = ResourceName(QString::fromLatin1(name));
    r.minor = minor;
    r.role = Role::Primary;
    r.disk = DiskState::UpToDate;
    r.protocol = 'C';
    r.flags = QStringLiteral("r-----");
    r.counters.outOfSync = Bytes{0};
    r.peers = {{NodeName(), DrbdConnection::Connected, Role::Primary, DiskState::UpToDate, {}}};
    return r;
}

HaService service(int vmid, int owner)
{
    HaService s;
    s.name = ServiceName(QStringLiteral("pvevm:%1").arg(vmid));
    s.state = ServiceState::Started;
    s.owner = node(owner);
    s.since = QDateTime(QDate(2013, 10, 22), QTime(2, 15, 48), Qt::UTC);
    return s;
}

QuorumState quorum(int id)
{
    QuorumState q;
    q.clusterName = QStringLiteral("pve-ha");
    q.membership = MemberState::Member;
    q.nodeId = id;
    q.nodeName = node(id);
    q.quorate = true;
    q.memberCount = 2;
    q.expectedVotes = q.totalVotes = 3;
    q.quorum = 2;
    q.nodeVotes = 1;
    q.quorumDeviceVotes = 1;
    q.configVersion = 12;
    q.nodeAddresses = {QStringLiteral("192.168.1.%1").arg(10 + id)};
    return q;
}

NetInterfaces interfaces(int id)
{
    return {{QStringLiteral("eth0"), true, {QStringLiteral("192.168.1.%1").arg(10 + id)}, 1000},
            {QStringLiteral("eth4"), true, {QStringLiteral("10.0.0.%1").arg(id)}, 10000}};
}

Vm vm(int id, const char *name)
{
    Vm v;
    v.id = id;
    v.name = VmName(QString::fromLatin1(name));
    v.state = GuestState::Running;
    v.memory = fromKiB(2048 * 1024);
    return v;
}

void takeGuests(Machine &m, int id)
{
    const QList<Vm> mine = id == 1 ? QList<Vm>{vm(100, "web"), vm(101, "db"), vm(102, "mail")}
                                   : QList<Vm>{vm(103, "build")};
    RunningGuests running;
    for (const Vm &guest : mine)
        running.ids << guest.id;
    m.vms = told(m.name, "qm-list", mine);
    m.running = told(m.name, "running-guests", running);
    m.placements = told(m.name, "vmlist",
                        VmPlacements{{100, node(1), false},
                                     {101, node(1), false},
                                     {102, node(1), false},
                                     {103, node(2), false}});
}

void setConnection(ClusterSnapshot &s, int minor, DrbdConnection state)
{
    for (const int id : {1, 2})
        drbd(s, id, minor).peers.first().connection = state;
}

ClusterConfig configuration()
{
    ClusterConfig config;
    config.name = QStringLiteral("pve-ha");
    config.version = 12;
    QuorumDisk disk;
    disk.label = QStringLiteral("pve_quorum");
    disk.device = QStringLiteral("/dev/sdc1");
    disk.interval = 1;
    disk.tko = 10;
    config.quorumDisk = disk;
    config.haGuests = {{100, true}, {101, true}};
    return config;
}

void contact(Machine &m, ContactState state, int hour, int minute, int second)
{
    m.contact.state = state;
    m.contact.since = QDateTime(QDate(2013, 10, 22), QTime(hour, minute, second), Qt::UTC);
}

ClusterSnapshot derived(ClusterSnapshot s)
{
    return applied(std::move(s), QList<Patch>());
}
} // namespace

Machine machine(int id)
{
    Machine m;
    m.name = node(id);
    m.address = QStringLiteral("192.168.1.%1").arg(10 + id);
    m.contact.state = ContactState::Connected;
    m.quorum = told(m.name, "cman-status", quorum(id));
    m.members = told(m.name, "cman-nodes",
                     Members{{node(1), 1, MemberState::Member, 4, {}},
                             {node(2), 2, MemberState::Member, 8, {}}});
    HaStatus ha;
    ha.quorate = ha.rgmanagerAnswers = true;
    ha.services = {service(100, 1), service(101, 1)};
    m.ha = told(m.name, "clustat", ha);
    m.fenceDomain = told(m.name, "fence-domain", FenceDomain{2, 0, 0, 1, FenceWait::None, {1, 2}});
    m.drbd
        = told(m.name, "drbd",
               DrbdStatus{QStringLiteral("8.3.13"), false, {resource("r1", 1), resource("r2", 2)}});
    m.drbd.value->resources[0].lines = {4, 7}; // as Source::evidence() quotes them
    m.drbd.value->resources[1].lines = {8, 9};
    m.drbdNames = told(
        m.name, "drbd-names",
        DrbdNames{{ResourceName(QStringLiteral("r1")), 1, QStringLiteral("10.0.0.%1").arg(id)},
                  {ResourceName(QStringLiteral("r2")), 2, QStringLiteral("10.0.0.%1").arg(id)}});
    m.interfaces = told(m.name, "net", interfaces(id));
    m.uptime = told(m.name, "uptime", Uptime{std::chrono::hours(id == 1 ? 61 * 24 : 22 * 24)});
    m.iscsiSessions
        = told(m.name, "iscsi-sessions",
               IscsiSessions{{QStringLiteral("tcp"), 1, QStringLiteral("192.168.1.20:3260"), 1,
                              QStringLiteral("iqn.2013-10.lan:quorum")}});
    m.bmc.insert(Workstation(),
                 {BmcState{PowerState::On}, {}, {m.name, ProbeId(QStringLiteral("bmc.power"))}});
    takeGuests(m, id);
    return m;
}

Machine quorumServer()
{
    Machine server;
    server.name = NodeName(QStringLiteral("quorum"));
    server.kind = MachineKind::QuorumServer;
    server.address = QStringLiteral("192.168.1.20");
    server.contact.state = ContactState::Connected;
    server.uptime = told(server.name, "uptime", Uptime{std::chrono::hours(300 * 24)});
    return server;
}

ClusterSnapshot healthy()
{
    ClusterSnapshot s;
    s.revision = 1;
    s.clusterName = QStringLiteral("pve-ha");
    for (const int id : {1, 2})
        s.machines.insert(node(id), machine(id));
    s.machines.insert(quorumServer().name, quorumServer());
    s.machines[node(1)].configuration = told(node(1), "cluster-conf", configuration());
    return derived(std::move(s));
}

DrbdResource &drbd(ClusterSnapshot &snapshot, int id, int minor)
{
    for (DrbdResource &r : snapshot.machines[node(id)].drbd.value->resources) {
        if (r.minor == minor)
            return r;
    }
    Q_UNREACHABLE();
}

ClusterSnapshot counted(ClusterSnapshot snapshot)
{
    for (Machine &machine : snapshot.machines) {
        if (machine.uptime.value)
            machine.uptime.value->up += std::chrono::seconds(1);
        if (machine.interfaces.value) {
            for (NetInterface &interface : *machine.interfaces.value)
                interface.rxBytes += 4096;
        }
        if (machine.drbd.value) {
            for (DrbdResource &resource : machine.drbd.value->resources)
                resource.counters.ns = resource.counters.ns.value_or(0) + 8;
        }
    }
    return derived(std::move(snapshot));
}

ClusterSnapshot unreachable()
{
    ClusterSnapshot s = healthy();
    Machine machine;
    machine.name = node(2);
    machine.contact.state = ContactState::Lost;
    machine.contact.error
        = Error{ErrorKind::Unreachable,
                message("No answer from %1, port %2", {QStringLiteral("192.168.100.112"), 22}),
                {}};
    s.machines[node(2)] = machine;
    return derived(std::move(s));
}

ClusterSnapshot resyncing()
{
    ClusterSnapshot s = healthy();
    SyncProgress sync;
    sync.percent = 85.2;
    sync.left = fromKiB(12704LL * 1024);
    sync.total = fromKiB(85811LL * 1024);
    sync.finish = std::chrono::seconds(302);
    sync.speed = fromKiB(43110);
    sync.average = fromKiB(36864);
    DrbdResource &source = drbd(s, 1, 1);
    DrbdResource &target = drbd(s, 2, 1);
    source.peers.first().connection = DrbdConnection::SyncSource;
    source.peers.first().disk = DiskState::Inconsistent;
    target.peers.first().connection = DrbdConnection::SyncTarget;
    target.disk = DiskState::Inconsistent;
    source.peers.first().sync = target.peers.first().sync = sync;
    return derived(std::move(s));
}

ClusterSnapshot silentNode2()
{
    ClusterSnapshot s = healthy();
    contact(s.machines[node(2)], ContactState::Silent, 2, 57, 12);
    return derived(std::move(s));
}

ClusterSnapshot fencedNode2()
{
    ClusterSnapshot s = silentNode2();
    contact(s.machines[node(2)], ContactState::Lost, 2, 56, 2);
    Machine &one = s.machines[node(1)];
    one.members.value->last().state = MemberState::Dead;
    one.quorum.value->totalVotes = 2;
    one.drbd.value->resources[0].peers.first().connection = DrbdConnection::WFConnection;
    one.drbd.value->resources[1].peers.first().connection = DrbdConnection::WFConnection;
    s.machines[node(2)].bmc.first().value = BmcState{PowerState::Off};
    return derived(std::move(s));
}

ClusterSnapshot splitBrain()
{
    ClusterSnapshot s = healthy();
    setConnection(s, 1, DrbdConnection::StandAlone);
    drbd(s, 2, 1).peers.first().connection = DrbdConnection::WFConnection;
    for (const int id : {1, 2}) {
        drbd(s, id, 1).counters.outOfSync = fromKiB(1024LL * 1024 * id);
        drbd(s, id, 1).peers.first().disk = DiskState::DUnknown;
        drbd(s, id, 1).peers.first().role = Role::Unknown;
    }
    return derived(std::move(s));
}

ClusterSnapshot provenSplit()
{
    const auto log = [](const char *lines) {
        return parseDrbdLog(QByteArray("now 1382410680 +0000 5000.00\n") + lines)
            .value_or(DrbdLog());
    };
    ClusterSnapshot s = splitBrain();
    setConnection(s, 2, DrbdConnection::StandAlone);
    drbd(s, 1, 2).peers.first().connection = DrbdConnection::WFConnection;
    s.machines[node(1)].drbdLog
        = told(node(1), "drbd-log",
               log("[  4600.000000] block drbd1: peer( Primary -> Unknown ) "
                   "conn( Connected -> NetworkFailure )\n"
                   "[  4700.000000] block drbd1: Split-Brain detected but unresolved, "
                   "dropping connection!\n"));
    s.machines[node(2)].drbdLog
        = told(node(2), "drbd-log",
               log("[  4800.000000] block drbd2: conn( Connected -> Disconnecting )\n"));
    return derived(std::move(s));
}

ClusterSnapshot disagreeing()
{
    ClusterSnapshot s = healthy();
    s.machines[node(1)].members.value->last().state = MemberState::Dead;
    QuorumState &two = *s.machines[node(2)].quorum.value;
    two.quorate = false;
    two.totalVotes = 1;
    two.quorumDeviceVotes.reset();
    s.machines[node(1)].quorum.value->totalVotes = 2;
    return derived(std::move(s));
}

ClusterSnapshot untold()
{
    ClusterSnapshot s;
    s.clusterName = QStringLiteral("pve-ha");
    for (const Machine &known : healthy().machines) {
        Machine m;
        m.name = known.name;
        m.kind = known.kind;
        m.address = known.address;
        m.contact.state = ContactState::Connecting;
        s.machines.insert(m.name, m);
    }
    return derived(std::move(s));
}

ClusterSnapshot named(ClusterSnapshot snapshot, const QString &name)
{
    snapshot.clusterName = name;
    return snapshot;
}

Source::Source(ClusterSnapshot snapshot)
    : m_snapshot(std::make_shared<const ClusterSnapshot>(std::move(snapshot)))
{
}

ProbeResult Source::evidence(const EvidenceRef &ref) const
{
    ProbeResult result;
    result.machine = ref.machine;
    result.probe = ref.probe;
    result.at = m_now;
    if (ref.probe.text() == QStringLiteral("drbd")) {
        result.output = "version: 8.3.13 (api:88/proto:86-96)\n"
                        "GIT-hash: 0000000000000000000000000000000000000000 build by lab\n"
                        "\n"
                        " 1: cs:SyncTarget ro:Primary/Primary ds:Inconsistent/UpToDate C r-----\n"
                        "    ns:0 nr:4096 dw:4096 dr:0 al:0 bm:12 lo:0 pe:0 ua:0 ap:0 ep:1 wo:b\n"
                        "\t[===============>....] sync'ed: 85.2% (12704/85811)M\n"
                        "\tfinish: 0:05:02 speed: 43,110 (36,864) want: 0 K/sec\n"
                        " 2: cs:Connected ro:Primary/Primary ds:UpToDate/UpToDate C r-----\n"
                        "    ns:4 nr:8 dw:12 dr:16 al:0 bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 wo:b oos:0\n";
    } else {
        result.output = "output of " + ref.probe.text().toLatin1() + "\nsecond line\n";
    }
    return result;
}

std::optional<std::chrono::milliseconds> Source::age(const EvidenceRef &ref) const
{
    const auto machine = m_snapshot->machines.constFind(ref.machine);
    if (machine == m_snapshot->machines.cend())
        return std::nullopt;
    const bool silent = machine->contact.state == ContactState::Silent
        || machine->contact.state == ContactState::Lost;
    if (silent && machine->contact.since)
        return std::chrono::milliseconds(machine->contact.since->msecsTo(m_now));
    return std::chrono::milliseconds(200);
}

PathState Source::path(const NodeName &machine) const
{
    PathState path;
    const Contact contact = m_snapshot->machines.value(machine).contact;
    if (contact.state == ContactState::Connecting || contact.state == ContactState::NeverTried)
        return path;
    const bool silent = contact.state != ContactState::Connected;
    path.lastByte = silent ? contact.since.value_or(m_now) : m_now.addMSecs(-400);
    path.roundTrip = std::chrono::microseconds(430);
    path.clockOffset = std::chrono::milliseconds(8);
    return path;
}

void Source::publish(ClusterSnapshot snapshot)
{
    const SnapshotPtr before = m_snapshot;
    snapshot.revision = before->revision + 1;
    m_snapshot = std::make_shared<const ClusterSnapshot>(std::move(snapshot));
    emit changed(m_snapshot, Core::diff(*before, *m_snapshot));
}
} // namespace SampleCluster
