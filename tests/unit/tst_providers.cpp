// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/provider.h"
#include "tests/testmain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;

namespace
{
const NodeName machine(QStringLiteral("hautbois"));

std::shared_ptr<const Provider> provider(const char *id)
{
    for (const std::shared_ptr<const Provider> &candidate : allProviders()) {
        if (candidate->id() == QString::fromLatin1(id))
            return candidate;
    }
    return nullptr;
}

std::shared_ptr<const Provider> providerOf(const QString &probe)
{
    for (const std::shared_ptr<const Provider> &candidate : allProviders()) {
        for (const MachineKind kind : {MachineKind::Node, MachineKind::QuorumServer}) {
            for (const Probe &known : candidate->probes({machine, kind, {}})) {
                if (known.id.text() == probe)
                    return candidate;
            }
        }
    }
    return nullptr;
}

ProbeResult answer(const QString &probe, const QByteArray &output, int exitCode = 0,
                   const QByteArray &errors = {})
{
    ProbeResult result;
    result.machine = machine;
    result.probe = ProbeId(probe);
    result.exitCode = exitCode;
    result.output = output;
    result.errors = errors;
    return result;
}

// The error of the only fact, and whether it also has a value.
struct Seen {
    std::optional<Error> error;
    bool value = false;
    EvidenceRef evidence;
};

struct Look {
    Seen operator()(const ContactFact &) const { return {}; }
    Seen operator()(const ProvidersFact &) const { return {}; }
    Seen operator()(const BmcFact &) const { return {}; }
    template <typename T> Seen operator()(const Observed<T> &fact) const
    {
        return {fact.error, fact.value.has_value(), fact.evidence};
    }
};

Seen seen(const ProbeResult &result)
{
    const Patch patch = providerOf(result.probe.text())->read(result);
    return patch.facts.size() == 1 ? std::visit(Look(), patch.facts.first()) : Seen();
}

template <typename T> std::optional<T> valueOf(const Patch &patch)
{
    const Observed<T> *fact
        = patch.facts.isEmpty() ? nullptr : std::get_if<Observed<T>>(&patch.facts.first());
    return fact ? fact->value : std::nullopt;
}

// A probe's script run in a folder that stands for a machine's root, by one shell.
struct Run {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

QStringList shellOf(const QString &name)
{
    return name == QStringLiteral("busybox") ? QStringList{name, QStringLiteral("sh")}
                                             : QStringList{name};
}

class Box
{
public:
    QString root() const { return m_folder.filePath(QStringLiteral("a root's")); }

    void write(const QString &path, const QByteArray &text) const
    {
        const QString whole = root() + path;
        QDir().mkpath(QFileInfo(whole).path());
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    // A command of that machine, found before the real ones.
    void command(const QString &name, const QByteArray &script) const
    {
        write(QStringLiteral("/bin/") + name, "#!/bin/sh\n" + script);
        QFile::setPermissions(root() + QStringLiteral("/bin/") + name,
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    Run run(const QString &probe, const QString &shell, MachineKind kind = MachineKind::Node) const
    {
        for (const Probe &known : providerOf(probe)->probes({machine, kind, root()})) {
            if (known.id.text() == probe)
                return run(known.script, shell);
        }
        return {};
    }

private:
    Run run(const QByteArray &script, const QString &shell) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"),
                           root() + QStringLiteral("/bin:") + qEnvironmentVariable("PATH"));
        process.setProcessEnvironment(environment);
        QStringList words = shellOf(shell);
        const QString program = words.takeFirst();
        words << QStringLiteral("-c") << QString::fromUtf8(script);
        process.start(program, words);
        if (!process.waitForFinished())
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    QTemporaryDir m_folder;
};

void addShells()
{
    QTest::addColumn<QString>("shell");
    for (const char *shell : {"dash", "bash", "busybox"})
        QTest::newRow(shell) << QString::fromLatin1(shell);
}
} // namespace

class TstProviders : public QObject
{
    Q_OBJECT
private slots:
    void idsAndProbesAreUnique();
    void nodeOfProxmox3HasEverything();
    void machineOfAnotherStackHasOnlyItsOwn();
    void quorumServerIsAskedNothingOfANode();
    void scriptsAreOfTheRightChannel();

    void goodAnswersBecomeFacts_data();
    void goodAnswersBecomeFacts();
    void garbledAnswersBecomeErrors_data();
    void garbledAnswersBecomeErrors();
    void failuresKeepTheirMeaning_data();
    void failuresKeepTheirMeaning();
    void downDaemonsAreNamed_data();
    void downDaemonsAreNamed();
    void noAnswerIsThatError();
    void noSessionIsNoError();
    void secretsOfStderrAreMasked();
    void secretsOfTheConfigurationStayOut();
    void answersOfOthersGiveNoFact();

    void interfacesScript_data() { addShells(); }
    void interfacesScript();
    void interfacesOfThisMachine();
    void uptimeScript_data() { addShells(); }
    void uptimeScript();
    void drbdScript_data() { addShells(); }
    void drbdScript();
    void drbdNamesScript_data() { addShells(); }
    void drbdNamesScript();
    void drbdNamesScriptFailsWithItsCommand_data() { addShells(); }
    void drbdNamesScriptFailsWithItsCommand();
    void drbdConfigScript_data() { addShells(); }
    void drbdConfigScript();
    void drbdSecretStaysOnTheMachine_data();
    void drbdSecretStaysOnTheMachine();
    void drbdSecretWithAnOpenQuote();
    void drbdGenerationsScript_data() { addShells(); }
    void drbdGenerationsScript();
    void drbdLogScript_data() { addShells(); }
    void drbdLogScript();
    void runningGuestsScript_data() { addShells(); }
    void runningGuestsScript();
    void bootGuestsScript_data() { addShells(); }
    void bootGuestsScript();
    void guestStorageScript_data() { addShells(); }
    void guestStorageScript();
    void capacityScript_data() { addShells(); }
    void capacityScript();
    void configurationScripts_data() { addShells(); }
    void configurationScripts();
    void targetsScript_data() { addShells(); }
    void targetsScript();
    void absentCommandIs127_data() { addShells(); }
    void absentCommandIs127();
};

void TstProviders::idsAndProbesAreUnique()
{
    QSet<QString> ids;
    QSet<QString> probes;
    int count = 0;
    int probeCount = 0;
    for (const std::shared_ptr<const Provider> &each : allProviders()) {
        ids.insert(each->id());
        ++count;
        for (const Probe &probe : each->probes({machine, MachineKind::Node, {}})) {
            probes.insert(probe.id.text());
            ++probeCount;
        }
    }
    QCOMPARE(ids.size(), count);
    QCOMPARE(probes.size(), probeCount);
}

namespace
{
QStringList found(const MachineFacts &facts)
{
    QStringList ids;
    for (const std::shared_ptr<const Provider> &each : allProviders()) {
        if (each->detect(facts))
            ids << each->id();
    }
    return ids;
}

QStringList list(const char *words)
{
    return QString::fromLatin1(words).split(u' ');
}
} // namespace

void TstProviders::nodeOfProxmox3HasEverything()
{
    const MachineFacts facts{
        list("cman_tool mkqdisk fence_tool clustat drbdadm vgs pvs iscsiadm qm"),
        list("/sys/class/net /proc/drbd /etc/pve/.vmlist /etc/pve/cluster.conf"), 0};
    QCOMPARE(found(facts), list("net cman qdisk fenced rgmanager drbd8 lvm iscsi qm clusterconf"));
}

void TstProviders::machineOfAnotherStackHasOnlyItsOwn()
{
    const MachineFacts facts{list("corosync crm_mon drbdadm vgs pvs iscsiadm"),
                             list("/sys/class/net /proc/drbd"), 0};
    QCOMPARE(found(facts), list("net drbd8 lvm iscsi"));
    QCOMPARE(found({}), QStringList());
}

void TstProviders::quorumServerIsAskedNothingOfANode()
{
    QStringList probes;
    for (const std::shared_ptr<const Provider> &each : allProviders()) {
        for (const Probe &probe : each->probes({machine, MachineKind::QuorumServer, {}}))
            probes << probe.id.text();
    }
    QCOMPARE(probes, list("net uptime iscsi-targets"));
}

void TstProviders::scriptsAreOfTheRightChannel()
{
    QStringList slowOnFast;
    for (const std::shared_ptr<const Provider> &each : allProviders()) {
        for (const Probe &probe : each->probes({machine, MachineKind::Node, {}})) {
            const bool mayHang = probe.channel == ProbeChannel::Heavy;
            QVERIFY(!probe.script.isEmpty());
            QCOMPARE(mayHang, probe.period >= std::chrono::seconds(60));
            if (probe.channel == ProbeChannel::Fast && probe.period > std::chrono::seconds(1))
                slowOnFast << probe.id.text();
        }
    }
    QCOMPARE(slowOnFast, QStringList());
}

namespace
{
const QByteArray statusText
    = "Version: 6.2.0\nConfig Version: 4\nCluster Name: alpine\nMembership state: Cluster-Member\n"
      "Nodes: 2\nExpected votes: 3\nTotal votes: 3\nQuorum: 2  \nNode name: hautbois\nNode ID: 1\n";
const QByteArray clustatText
    = "<?xml version=\"1.0\"?>\n<clustat version=\"4.1.1\">\n<cluster name=\"a\"/>\n"
      "<quorum quorate=\"1\"/>\n</clustat>\n";
const QByteArray sum(64, 'a');

void addGoodAnswers()
{
    QTest::addColumn<QString>("probe");
    QTest::addColumn<QByteArray>("output");
    const auto row = [](const char *probe, const QByteArray &output) {
        QTest::newRow(probe) << QString::fromLatin1(probe) << output;
    };
    row("net", "if eth0 1 1000 1 2\n2: eth0    inet 10.8.0.11/24 scope global eth0\n");
    row("uptime", "1200.55 99.00\n");
    row("cman-status", statusText);
    row("cman-nodes", "Node  Sts   Inc   Joined               Name\n");
    row("fence-domain",
        "fence domain\nmember count  1\nvictim count  0\nvictim now    0\n"
        "master nodeid 1\nwait state    none\nmembers       1 \n\n");
    row("clustat", clustatText);
    row("drbd", "version: 8.3.13 (api:88/proto:86-96)\n");
    row("drbd-names", "reed 0 10.9.0.11\n");
    row("drbd-config", "#binome-file /etc/drbd.conf\nresource reed { }\n");
    row("drbd-generations", "reed 8C5C1C4B0F1A2B3C:0:0:0:1:1:1:0:0:0:0\n");
    row("drbd-log", "now 1772420400 +0100 86400.25\n");
    row("vgs", "  reeds|4096|1024|wz--n-|41\n");
    row("pvs", "  /dev/drbd0|reeds|4096|1024|a--\n");
    row("lvs", "  vm-100-disk-1|reeds|4096|-wi-ao--|41\n");
    row("iscsi-sessions", "tcp: [1] 10.8.0.3:3260,1 iqn.2026-02.lan.attic:ballot\n");
    row("iscsi-targets", "Target 1: iqn.2026-02.lan.attic:ballot\n");
    row("vmlist",
        "{\"version\": 1, \"ids\": {\"100\": {\"node\": \"hautbois\", \"type\": "
        "\"qemu\", \"version\": 1}}}\n");
    row("running-guests", "100\n");
    row("boot-guests", "hautbois/qemu-server/100.conf:onboot: 1\n");
    row("guest-storage", "nodes/hautbois/qemu-server/100.conf:virtio0: reeds:vm-100-disk-1\n");
    row("qm-list",
        "      VMID NAME                 STATUS     MEM(MB)    BOOTDISK(GB) PID       \n"
        "       100 mail                 running    512                8.00 4321      \n");
    row("clusterconf-sum", sum + "  /etc/pve/cluster.conf\n");
    row("clusterconf", "<cluster name=\"a\" config_version=\"1\"/>\n");
}
} // namespace

void TstProviders::goodAnswersBecomeFacts_data()
{
    addGoodAnswers();
}

void TstProviders::goodAnswersBecomeFacts()
{
    QFETCH(QString, probe);
    QFETCH(QByteArray, output);
    const Patch patch = providerOf(probe)->read(answer(probe, output));
    QCOMPARE(patch.machine, machine);
    QCOMPARE(patch.observer, Observer(machine));
    const Seen fact = seen(answer(probe, output));
    QVERIFY2(!fact.error, fact.error ? qPrintable(rendered(fact.error->what)) : "");
    QVERIFY(fact.value);
    QCOMPARE(fact.evidence.machine, machine);
    QCOMPARE(fact.evidence.probe.text(), probe);
}

void TstProviders::garbledAnswersBecomeErrors_data()
{
    addGoodAnswers();
}

void TstProviders::garbledAnswersBecomeErrors()
{
    QFETCH(QString, probe);
    const Seen fact = seen(answer(probe,
                                  "\x7f"
                                  "ELF not what it was\n"));
    QVERIFY(fact.error);
    QCOMPARE(fact.error->kind, ErrorKind::ParseFailed);
    QVERIFY(!fact.value);
}

void TstProviders::failuresKeepTheirMeaning_data()
{
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("too slow") << 124 << int(ErrorKind::Timeout)
                              << QStringLiteral("did not end in time on hautbois");
    QTest::newRow("absent") << 127 << int(ErrorKind::CommandFailed)
                            << QStringLiteral("is not installed on hautbois");
    QTest::newRow("killed") << 137 << int(ErrorKind::CommandFailed)
                            << QStringLiteral("was killed on hautbois");
}

void TstProviders::failuresKeepTheirMeaning()
{
    QFETCH(int, exitCode);
    QFETCH(int, kind);
    QFETCH(QString, words);
    for (const char *probe : {"net", "cman-status", "vgs", "iscsi-sessions", "clusterconf"}) {
        const Seen fact = seen(answer(QString::fromLatin1(probe), "half an ans", exitCode));
        QVERIFY(fact.error);
        QCOMPARE(int(fact.error->kind), kind);
        QVERIFY2(rendered(fact.error->what).contains(words),
                 qPrintable(rendered(fact.error->what)));
        QVERIFY(!fact.value);
    }
}

void TstProviders::downDaemonsAreNamed_data()
{
    QTest::addColumn<QString>("probe");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("errors");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *probe, int exitCode, const char *errors, const char *words) {
        QTest::newRow(probe) << QString::fromLatin1(probe) << exitCode << QByteArray(errors)
                             << QString::fromLatin1(words);
    };
    row("cman-status", 1, "cman_tool: Cannot open connection to cman, is it running ?\n",
        "cman does not answer on hautbois");
    row("cman-nodes", 1, "", "cman does not answer on hautbois");
    row("fence-domain", 1, "", "hautbois is not in the fence domain, or fenced is not running");
    row("clustat", 1, "Could not connect to CMAN: No such file or directory\n",
        "clustat cannot ask cman on hautbois");
    row("drbd", 1, "cat: /proc/drbd: No such file or directory\n",
        "DRBD is not loaded on hautbois");
    row("drbd-names", 10, "drbd.conf:1: Parse error\n",
        "drbdadm cannot tell the resources of hautbois");
    row("drbd-config", 1, "cannot read /etc/drbd.conf\n",
        "The configuration of DRBD cannot be read on hautbois");
    row("drbd-generations", 10, "drbd.conf:1: Parse error\n",
        "drbdadm cannot tell the data generations of hautbois");
    row("drbd-log", 1, "", "The kernel log of hautbois cannot be read");
    row("vgs", 5, "  Volume group reeds not found\n", "LVM cannot read its volumes on hautbois");
    row("iscsi-sessions", 20, "iscsiadm: can not connect to iSCSI daemon\n",
        "open-iscsi does not answer on hautbois");
    row("iscsi-targets", 107, "tgtadm: failed to send request hdr to tgt daemon\n",
        "tgtd does not answer on hautbois");
    row("vmlist", 1, "cat: /etc/pve/.vmlist: No such file or directory\n",
        "/etc/pve/.vmlist cannot be read on hautbois");
    row("boot-guests", 1, "cd: can't cd to /etc/pve/nodes\n",
        "The guests' files cannot be read on hautbois");
    row("guest-storage", 1, "cd: can't cd to /etc/pve\n",
        "The guests' files cannot be read on hautbois");
    row("qm-list", 255, "ipcc_send_rec failed: Connection refused\n",
        "qm cannot list the guests of hautbois");
    row("clusterconf", 1, "cat: /etc/pve/cluster.conf: No such file or directory\n",
        "cluster.conf of hautbois cannot be read");
}

void TstProviders::downDaemonsAreNamed()
{
    QFETCH(QString, probe);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, errors);
    QFETCH(QString, words);
    const Seen fact = seen(answer(probe, "", exitCode, errors));
    QVERIFY(fact.error);
    QCOMPARE(fact.error->kind, ErrorKind::CommandFailed);
    QCOMPARE(rendered(fact.error->what), words);
    QCOMPARE(fact.error->detail, QString::fromUtf8(errors.trimmed()));
    QVERIFY(!fact.value);
}

void TstProviders::noAnswerIsThatError()
{
    ProbeResult result = answer(QStringLiteral("iscsi-sessions"), {}, 21);
    result.error = Error{ErrorKind::Timeout, message("no answer"), QStringLiteral("channel")};
    QVERIFY(seen(result).error == result.error);
}

void TstProviders::noSessionIsNoError()
{
    const ProbeResult result
        = answer(QStringLiteral("iscsi-sessions"), {}, 21, "iscsiadm: No active sessions.\n");
    const std::optional<IscsiSessions> sessions
        = valueOf<IscsiSessions>(provider("iscsi")->read(result));
    QVERIFY(sessions);
    QVERIFY(sessions->isEmpty());
}

void TstProviders::secretsOfStderrAreMasked()
{
    const Seen fact = seen(
        answer(QStringLiteral("vgs"), {}, 5, "warning\nagent said password=hunter2 is wrong\n"));
    QVERIFY(fact.error);
    QVERIFY(fact.error->detail.startsWith(QStringLiteral("agent said")));
    QVERIFY(!fact.error->detail.contains(QStringLiteral("hunter2")));
}

void TstProviders::secretsOfTheConfigurationStayOut()
{
    const QByteArray text
        = "<cluster name=\"a\" config_version=\"1\"><fencedevices>"
          "<fencedevice name=\"b\" passwd=\"hunter2\"/></fencedevices>%</cluster>";
    const QString probe = QStringLiteral("clusterconf");
    const std::optional<ClusterConfig> config = valueOf<ClusterConfig>(
        provider("clusterconf")->read(answer(probe, QByteArray(text).replace('%', ""))));
    QVERIFY(config);
    QCOMPARE(config->fenceDevices.at(0).name, QStringLiteral("b"));
    QVERIFY(config->fenceDevices.at(0).login.isEmpty());
    const Seen broken = seen(answer(probe, QByteArray(text).replace('%', "<")));
    QVERIFY(broken.error);
    QVERIFY(!broken.error->detail.contains(QStringLiteral("hunter2")));
}

void TstProviders::answersOfOthersGiveNoFact()
{
    for (const std::shared_ptr<const Provider> &each : allProviders())
        QVERIFY(each->read(answer(QStringLiteral("of another"), "x")).facts.isEmpty());
}

void TstProviders::interfacesScript()
{
    QFETCH(QString, shell);
    const Box box;
    const QString net = QStringLiteral("/sys/class/net/");
    const auto interface = [&](const char *name, const QByteArray &carrier) {
        const QString folder = net + QString::fromLatin1(name);
        box.write(folder + QStringLiteral("/statistics/rx_bytes"), "123\n");
        box.write(folder + QStringLiteral("/statistics/tx_bytes"), "456\n");
        box.write(folder + QStringLiteral("/speed"), "1000\n");
        if (!carrier.isEmpty())
            box.write(folder + QStringLiteral("/carrier"), carrier + '\n');
    };
    interface("eth0", "1");
    interface("eth1", "0");
    interface("eth2", {});
    interface("bond0", "1");
    box.write(net + QStringLiteral("bond0/bonding/mode"), "balance-rr 0\n");
    box.write(net + QStringLiteral("vmbr0/brif/bond0"), {});
    box.write(net + QStringLiteral("vmbr5/brif/bond0.5"), {});
    box.write(net + QStringLiteral("vmbr1/brif/eth0"), {});
    box.write(net + QStringLiteral("bonding_masters"), "bond0\n");
    box.command(QStringLiteral("ip"), "echo '1: eth0    inet 10.8.0.11/24 scope global eth0'\n");

    const Run run = box.run(QStringLiteral("net"), shell);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.errors, QByteArray());
    const Patch patch = provider("net")->read(answer(QStringLiteral("net"), run.output));
    const std::optional<NetInterfaces> interfaces = valueOf<NetInterfaces>(patch);
    QVERIFY2(interfaces, run.output.constData());
    const NetInterfaces wanted{
        {QStringLiteral("bond0"),
         true,
         {},
         1000,
         123,
         456,
         QStringLiteral("balance-rr"),
         {QStringLiteral("vmbr0"), QStringLiteral("vmbr5")}},
        {QStringLiteral("eth0"), true, QStringList{QStringLiteral("10.8.0.11")}, 1000, 123, 456},
        {QStringLiteral("eth1"), false, {}, 1000, 123, 456},
        {QStringLiteral("eth2"), {}, {}, 1000, 123, 456},
    };
    QVERIFY2(*interfaces == wanted, run.output.constData());
}

// The kernel of this machine: sysfs answers some reads with an error.
void TstProviders::interfacesOfThisMachine()
{
    const Probe probe = provider("net")->probes({machine, MachineKind::Node, {}}).first();
    if (!QFileInfo::exists(QStringLiteral("/sys/class/net/lo")))
        QSKIP("no sysfs here");
    QProcess process;
    process.start(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromUtf8(probe.script)});
    QVERIFY(process.waitForFinished());
    const QByteArray output = process.readAllStandardOutput();
    const Patch patch = provider("net")->read(answer(QStringLiteral("net"), output));
    const std::optional<NetInterfaces> interfaces = valueOf<NetInterfaces>(patch);
    QVERIFY2(interfaces, output.constData());
    QVERIFY(std::any_of(interfaces->cbegin(), interfaces->cend(), [](const NetInterface &i) {
        return i.name == QStringLiteral("lo") && !i.speedMbit;
    }));
}

void TstProviders::uptimeScript()
{
    QFETCH(QString, shell);
    const Box box;
    box.write(QStringLiteral("/proc/uptime"), "77.10 10.00\n");
    const Run run = box.run(QStringLiteral("uptime"), shell);
    const Patch patch = provider("net")->read(answer(QStringLiteral("uptime"), run.output));
    QCOMPARE(valueOf<Uptime>(patch)->up, std::chrono::seconds(77));
}

void TstProviders::drbdScript()
{
    QFETCH(QString, shell);
    const Box box;
    QVERIFY(box.run(QStringLiteral("drbd"), shell).exitCode != 0);
    box.write(QStringLiteral("/proc/drbd"), "version: 8.3.13 (api:88/proto:86-96)\n");
    QCOMPARE(box.run(QStringLiteral("drbd"), shell).output,
             QByteArray("version: 8.3.13 (api:88/proto:86-96)\n"));
}

void TstProviders::drbdNamesScript()
{
    QFETCH(QString, shell);
    const Box box;
    box.command(QStringLiteral("drbdadm"),
                "case \"$*\" in\n"
                "sh-resources) echo 'reed *';;\n"
                "'sh-minor reed') echo 0; echo 1;;\n"
                "'sh-minor *') echo 7;;\n"
                "'sh-ip reed') echo 10.9.0.11;;\n"
                "*) exit 10;;\n"
                "esac\n");
    const Run run = box.run(QStringLiteral("drbd-names"), shell);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output, QByteArray("reed 0 10.9.0.11\nreed 1 10.9.0.11\n* 7 \n"));
    const Patch patch = provider("drbd8")->read(answer(QStringLiteral("drbd-names"), run.output));
    QCOMPARE(valueOf<DrbdNames>(patch)->size(), 3);
}

void TstProviders::drbdNamesScriptFailsWithItsCommand()
{
    QFETCH(QString, shell);
    const Box box;
    box.command(QStringLiteral("drbdadm"), "echo 'drbd.conf:3: Parse error' >&2; exit 10\n");
    const Run run = box.run(QStringLiteral("drbd-names"), shell);
    QCOMPARE(run.exitCode, 10);
    QCOMPARE(run.errors, QByteArray("drbd.conf:3: Parse error\n"));
}

void TstProviders::drbdConfigScript()
{
    QFETCH(QString, shell);
    const Box box;
    const QString probe = QStringLiteral("drbd-config");
    QCOMPARE(box.run(probe, shell).exitCode, 1);
    box.write(QStringLiteral("/etc/drbd.conf"), "include \"drbd.d/*.res\";\n");
    box.write(QStringLiteral("/etc/drbd.d/a reed.res"), "resource reed {\n protocol C; }\n");
    const Run run = box.run(probe, shell);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output,
             QByteArray("#binome-file /etc/drbd.conf\ninclude \"drbd.d/*.res\";\n"
                        "#binome-file /etc/drbd.d/a reed.res\nresource reed {\n protocol C; }\n"));
    const Patch patch = provider("drbd8")->read(answer(probe, run.output));
    QCOMPARE(valueOf<DrbdConfig>(patch)->resources.size(), 1);
}

void TstProviders::drbdSecretStaysOnTheMachine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("net { shared-secret hush; after-sb-2pri x; }\n");
    QTest::newRow("quoted") << QByteArray("net { shared-secret \"hush; hush\"; after-sb-2pri x; }");
    QTest::newRow("below") << QByteArray("net { shared-secret\n \"hush\"\n; after-sb-2pri x; }\n");
    QTest::newRow("comment") << QByteArray(" # shared-secret hush\nafter-sb-2pri x;\n");
    QTest::newRow("twice") << QByteArray(
        "shared-secret hush; shared-secret \"hush\"; after-sb-2pri x;\n");
}

void TstProviders::drbdSecretStaysOnTheMachine()
{
    QFETCH(QByteArray, text);
    const Box box;
    box.write(QStringLiteral("/etc/drbd.conf"), text);
    const Run run = box.run(QStringLiteral("drbd-config"), QStringLiteral("dash"));
    QVERIFY2(!run.output.contains("hush"), run.output.constData());
    QVERIFY2(run.output.contains("after-sb-2pri x;"), run.output.constData());
}

// A quote that never closes hides the rest of the file rather than the end of the secret.
void TstProviders::drbdSecretWithAnOpenQuote()
{
    const Box box;
    box.write(QStringLiteral("/etc/drbd.conf"), "shared-secret \"hush;\nhush;\n");
    const Run run = box.run(QStringLiteral("drbd-config"), QStringLiteral("dash"));
    QVERIFY2(!run.output.contains("hush"), run.output.constData());
}

void TstProviders::drbdGenerationsScript()
{
    QFETCH(QString, shell);
    const Box box;
    box.command(QStringLiteral("drbdadm"),
                "case \"$*\" in\n"
                "sh-resources) echo 'reed oboe';;\n"
                "'get-gi reed') echo A:B:C:D:1:0; echo E:F:0:0:1;;\n"
                "*) echo 'No valid meta data found'; exit 255;;\n"
                "esac\n");
    const Run run = box.run(QStringLiteral("drbd-generations"), shell);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output, QByteArray("reed A:B:C:D:1:0\nreed E:F:0:0:1\n"));
}

void TstProviders::drbdLogScript()
{
    QFETCH(QString, shell);
    const Box box;
    const QString probe = QStringLiteral("drbd-log");
    box.write(QStringLiteral("/proc/uptime"), "86400.25 1.00\n");
    box.command(QStringLiteral("dmesg"),
                "echo '[    1.5] drbd0: by dmesg'; echo '[    2.0] usb'\n");
    QVERIFY(box.run(probe, shell).output.endsWith(" 86400.25\n[    1.5] drbd0: by dmesg\n"));
    box.write(QStringLiteral("/var/log/kern.log"), "Mar  2 03:04:05 a kernel: drbd0: by file\n");
    const Run run = box.run(probe, shell);
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.endsWith("kernel: drbd0: by file\n"));
    const Patch patch = provider("drbd8")->read(answer(probe, run.output));
    QVERIFY(valueOf<DrbdLog>(patch));
}

void TstProviders::runningGuestsScript()
{
    QFETCH(QString, shell);
    const Box box;
    const auto guest = [&](const char *id, const QByteArray &pid, const QByteArray &name) {
        box.write(QStringLiteral("/var/run/qemu-server/") + QString::fromLatin1(id)
                      + QStringLiteral(".pid"),
                  pid + '\n');
        if (!name.isEmpty())
            box.write(QStringLiteral("/proc/%1/comm").arg(QString::fromLatin1(pid)), name + '\n');
    };
    QCOMPARE(box.run(QStringLiteral("running-guests"), shell).exitCode, 1);
    box.write(QStringLiteral("/proc/uptime"), "1.00 1.00\n");
    const Run none = box.run(QStringLiteral("running-guests"), shell);
    QCOMPARE(none.exitCode, 0);
    QCOMPARE(none.output, QByteArray());
    guest("101", "4002", "kvm");
    guest("100", "4001", "qemu-system-x86");
    guest("102", "4003", "apache2"); // the number of a QEMU that died was given away
    guest("103", "4004", {}); // no such process
    guest("104", "", {});
    guest("notes", "4001", {});
    const Run run = box.run(QStringLiteral("running-guests"), shell);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.errors, QByteArray());
    const Patch patch = provider("qm")->read(answer(QStringLiteral("running-guests"), run.output));
    const QList<int> wanted{100, 101};
    QCOMPARE(valueOf<RunningGuests>(patch)->ids, wanted);
}

void TstProviders::bootGuestsScript()
{
    QFETCH(QString, shell);
    const Box box;
    const QString probe = QStringLiteral("boot-guests");
    QVERIFY(box.run(probe, shell).exitCode != 0); // no pmxcfs
    const QString nodes = QStringLiteral("/etc/pve/nodes/");
    box.write(nodes + QStringLiteral("hautbois/lrm_status"), "{}\n");
    const Run none = box.run(probe, shell);
    QCOMPARE(none.exitCode, 0);
    QCOMPARE(none.output, QByteArray());
    box.write(nodes + QStringLiteral("hautbois/qemu-server/101.conf"), "name: web\nonboot: 0\n");
    QCOMPARE(box.run(probe, shell).exitCode, 0);
    box.write(nodes + QStringLiteral("cor/qemu-server/100.conf"),
              "name: db\nonboot: 1\n\n[before]\nonboot: 1\n");
    box.write(nodes + QStringLiteral("cor/qemu-server/102.conf"), "\n[before]\nonboot: 1\n");
    box.write(nodes + QStringLiteral("cor/openvz/103.conf"), "ONBOOT=\"yes\"\n");
    const Run run = box.run(probe, shell);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.errors, QByteArray());
    const Patch patch = provider("qm")->read(answer(probe, run.output));
    const QList<int> wanted{100, 103};
    QCOMPARE(valueOf<BootGuests>(patch)->ids, wanted);
}

void TstProviders::guestStorageScript()
{
    QFETCH(QString, shell);
    const Box box;
    const QString probe = QStringLiteral("guest-storage");
    QVERIFY(box.run(probe, shell).exitCode != 0); // no pmxcfs
    box.write(QStringLiteral("/etc/pve/.vmlist"), "{}\n");
    const Run none = box.run(probe, shell);
    QCOMPARE(none.exitCode, 0);
    QCOMPARE(none.output, QByteArray());
    box.write(QStringLiteral("/etc/pve/storage.cfg"),
              "dir: local\n\tpath /var/lib/vz\n\tsharedish 1\n\nlvm: reed\n\tvgname reeds\n"
              "\tcontent images\n\tshared\n");
    box.write(QStringLiteral("/etc/pve/nodes/cor/qemu-server/100.conf"),
              "name: db\ncpu: host\nide2: none,media=cdrom\nlock: backup\nmemory: 2048\n"
              "virtio0: reed:vm-100-disk-1,size=8G\nscsi1: /dev/drbd7\nusb0: host=1:2\n"
              "\n[before]\nvirtio1: reed:vm-100-disk-2\nmemory: 64\n");
    const Run run = box.run(probe, shell);
    QCOMPARE(run.exitCode, 0);
    const Patch patch = provider("qm")->read(answer(probe, run.output));
    const GuestStorage wanted{
        {{QStringLiteral("local"), QStringLiteral("dir"), {}},
         {QStringLiteral("reed"), QStringLiteral("lvm"), QStringLiteral("reeds"), true}},
        {{100, QStringLiteral("virtio0"), QStringLiteral("reed"), QStringLiteral("vm-100-disk-1"),
          9},
         {100, QStringLiteral("scsi1"), {}, QStringLiteral("/dev/drbd7"), 10}},
        {{100,
          {Bytes{2LL << 30},
           QStringLiteral("host"),
           QStringLiteral("backup"),
           {QStringLiteral("usb0")},
           8,
           5,
           7,
           11}}}};
    QCOMPARE(*valueOf<GuestStorage>(patch), wanted);
}

void TstProviders::capacityScript()
{
    QFETCH(QString, shell);
    const Box box;
    box.write(QStringLiteral("/etc/pve/.vmlist"), "{}\n");
    QVERIFY(box.run(QStringLiteral("capacity"), shell).exitCode != 0); // no /proc
    box.write(QStringLiteral("/proc/meminfo"),
              "MemTotal: 4096 kB\nMemFree: 1024 kB\nBuffers: 8 kB\nCached: 16 kB\nActive: 1 kB\n");
    box.write(QStringLiteral("/proc/cpuinfo"),
              "processor\t: 0\nmodel name\t: One\nprocessor\t: 1\nmodel name\t: One\n");
    const Run run = box.run(QStringLiteral("capacity"), shell);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output.count('\n'), 4);
    const Patch patch = provider("qm")->read(answer(QStringLiteral("capacity"), run.output));
    const Capacity wanted{fromKiB(1048), QStringLiteral("One")};
    QCOMPARE(*valueOf<Capacity>(patch), wanted);
    const Patch bad = provider("qm")->read(answer(QStringLiteral("capacity"), "MemFree: lots\n"));
    QVERIFY(!valueOf<Capacity>(bad));
}

void TstProviders::configurationScripts()
{
    QFETCH(QString, shell);
    const Box box;
    const QByteArray text = "<cluster name=\"a\" config_version=\"9\"/>\n";
    box.write(QStringLiteral("/etc/pve/cluster.conf"), text);
    const Run sumRun = box.run(QStringLiteral("clusterconf-sum"), shell);
    const Patch patch
        = provider("clusterconf")->read(answer(QStringLiteral("clusterconf-sum"), sumRun.output));
    QCOMPARE(valueOf<ConfigFile>(patch)->sha256,
             QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
    QCOMPARE(box.run(QStringLiteral("clusterconf"), shell).output, text);
    // No change waits: that is an answer, not a failure.
    const Run none = box.run(QStringLiteral("clusterconf-pending"), shell);
    QCOMPARE(none.exitCode, 0);
    QCOMPARE(none.output, QByteArray());
    box.write(QStringLiteral("/etc/pve/cluster.conf.new"), text + text);
    QCOMPARE(box.run(QStringLiteral("clusterconf-pending"), shell).output, text + text);
    box.write(QStringLiteral("/etc/cluster/cluster.conf"), text + "\n");
    QCOMPARE(box.run(QStringLiteral("clusterconf-local"), shell).output, text + "\n");
}

void TstProviders::targetsScript()
{
    QFETCH(QString, shell);
    const Box box;
    const QString probe = QStringLiteral("iscsi-targets");
    box.command(QStringLiteral("tgtadm"),
                "[ \"$*\" = '--lld iscsi --mode target --op show' ] "
                "&& echo 'Target 1: by tgtadm'\n");
    QCOMPARE(box.run(probe, shell, MachineKind::QuorumServer).output,
             QByteArray("Target 1: by tgtadm\n"));
    box.command(QStringLiteral("tgt-admin"),
                "[ \"$*\" = '-s' ] && echo 'Target 1: by tgt-admin'\n");
    QCOMPARE(box.run(probe, shell, MachineKind::QuorumServer).output,
             QByteArray("Target 1: by tgt-admin\n"));
}

void TstProviders::absentCommandIs127()
{
    QFETCH(QString, shell);
    const Box box;
    for (const char *probe : {"cman-status", "fence-domain", "clustat", "qm-list", "drbd-names"})
        QCOMPARE(box.run(QString::fromLatin1(probe), shell).exitCode, 127);
}

BINOME_TEST(TstProviders)
#include "tst_providers.moc"
