// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/discovery.h"
#include "tests/testmain.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;

class TstDiscovery : public QObject
{
    Q_OBJECT
private slots:
    void oneNodeTellsTheWholeCluster();
    void passwordsAreInNothingThatIsProposed();
    void aMachineWithoutClusterConfIsRefused();
    void brokenClusterConfSaysWhere();
    void anAnswerCutShortIsNoCluster();
    void nodesWithoutAddressKeepTheirName();

private:
    CommandOutput answer(const QByteArray &conf, const QByteArray &members);
};

constexpr auto conf = R"(<?xml version="1.0"?>
<cluster name="shop" config_version="7">
  <quorumd label="q" votes="1"/>
  <clusternodes>
    <clusternode name="alpha" nodeid="1"><fence><method name="1"><device name="bmc-a"/></method></fence></clusternode>
    <clusternode name="beta" nodeid="2"/>
  </clusternodes>
  <fencedevices><fencedevice agent="fence_ipmilan" name="bmc-a" ipaddr="192.0.2.21" login="root" passwd="hunter2"/></fencedevices>
</cluster>
)";
constexpr auto members
    = R"({"nodename":"alpha","version":3,"nodelist":{"alpha":{"id":1,"online":1,"ip":"192.0.2.1"},
"beta":{"id":2,"online":0,"ip":"192.0.2.2"}}})";

static ProfileMachine first()
{
    ProfileMachine machine;
    machine.address = QStringLiteral("gate.example.org");
    machine.port = 2222;
    machine.user = QStringLiteral("admin");
    return machine;
}

// The real command in a real shell, on a folder that stands for the node.
CommandOutput TstDiscovery::answer(const QByteArray &confText, const QByteArray &membersText)
{
    QTemporaryDir root;
    QDir(root.path()).mkpath(QStringLiteral("etc/pve"));
    const auto put = [&root](const char *name, const QByteArray &bytes) {
        QFile file(root.filePath(QString::fromLatin1(name)));
        if (!bytes.isEmpty() && file.open(QIODevice::WriteOnly))
            file.write(bytes);
    };
    put("etc/pve/cluster.conf", confText);
    put("etc/pve/.members", membersText);
    ProfileMachine machine = first();
    machine.rootPrefix = root.path();
    QProcess shell;
    shell.start(QStringLiteral("sh"),
                {QStringLiteral("-c"), QString::fromUtf8(shellLine(discoveryCommand(machine)))});
    if (!shell.waitForFinished())
        return {};
    return {shell.exitCode(), shell.readAllStandardOutput(), shell.readAllStandardError(), {}};
}

void TstDiscovery::oneNodeTellsTheWholeCluster()
{
    Expected<NodeKnowledge> knowledge = readDiscovery(answer(conf, members));
    QVERIFY(knowledge.has_value());
    knowledge->self = NodeName(QStringLiteral("alpha"));
    knowledge->iscsiSessions = {
        {QStringLiteral("tcp"), 1, QStringLiteral("192.0.2.9:3260"), 1, QStringLiteral("iqn.q")}};
    const Discovery found = proposedDiscovery(first(), *knowledge);
    QCOMPARE(found.profile.name, QStringLiteral("shop"));
    QCOMPARE(found.profile.machines.size(), 3);
    QCOMPARE(found.profile.machines[0].address,
             QStringLiteral("gate.example.org")); // as it was reached
    QCOMPARE(found.profile.machines[1].address, QStringLiteral("192.0.2.2"));
    QCOMPARE(found.profile.machines[1].user, QStringLiteral("admin"));
    QCOMPARE(found.profile.machines[2].kind, ProfileMachineKind::QuorumServer);
    QCOMPARE(found.profile.machines[2].address, QStringLiteral("192.0.2.9"));
}

void TstDiscovery::passwordsAreInNothingThatIsProposed()
{
    const Expected<NodeKnowledge> knowledge = readDiscovery(answer(conf, members));
    QVERIFY(knowledge.has_value());
    const Discovery found = proposedDiscovery(first(), *knowledge);
    QVERIFY(!toJson(found.profile).contains("hunter2"));
    for (const Message &note : found.notes)
        QVERIFY(!rendered(note).contains(QStringLiteral("hunter2")));
}

void TstDiscovery::aMachineWithoutClusterConfIsRefused()
{
    const Expected<NodeKnowledge> knowledge = readDiscovery(answer({}, {}));
    QVERIFY(!knowledge);
    QCOMPARE(knowledge.error().kind, ErrorKind::Refused);
}

void TstDiscovery::brokenClusterConfSaysWhere()
{
    const Expected<NodeKnowledge> knowledge
        = readDiscovery(answer("<cluster name=\"x\">\n<clusternodes>\n</cluster>\n", members));
    QVERIFY(!knowledge);
    QCOMPARE(knowledge.error().kind, ErrorKind::ParseFailed);
}

void TstDiscovery::anAnswerCutShortIsNoCluster()
{
    CommandOutput output = answer(conf, members);
    for (const qsizetype size : {qsizetype(0), qsizetype(40), output.out.size() - 20}) {
        CommandOutput cut = output;
        cut.out.truncate(size);
        QVERIFY(!readDiscovery(cut));
    }
}

void TstDiscovery::nodesWithoutAddressKeepTheirName()
{
    const Expected<NodeKnowledge> knowledge = readDiscovery(answer(conf, "not json"));
    QVERIFY(knowledge.has_value());
    const Discovery found = proposedDiscovery(first(), *knowledge);
    QCOMPARE(found.profile.machines.last().address, QStringLiteral("beta"));
}

BINOME_TEST(TstDiscovery)
#include "tst_discovery.moc"
