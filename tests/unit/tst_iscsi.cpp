// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/iscsi.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;

namespace
{
const QByteArray oneTarget = "Target 3: iqn.2026-02.lan.attic:ballot\n"
                             "    System information:\n"
                             "        Driver: iscsi\n"
                             "        State: ready\n"
                             "    I_T nexus information:\n"
                             "        I_T nexus: 4\n"
                             "            Initiator: iqn.1993-08.org.debian:01:aa alias: hautbois\n"
                             "            Connection: 0\n"
                             "                IP Address: 10.8.0.11\n"
                             "        I_T nexus: 5\n"
                             "            Initiator: iqn.1993-08.org.debian:01:bb alias: basson\n"
                             "            Connection: 0\n"
                             "                IP Address: 10.8.0.12\n"
                             "    LUN information:\n"
                             "        LUN: 0\n"
                             "            Type: controller\n"
                             "            Online: Yes\n"
                             "            Backing store type: null\n"
                             "            Backing store path: None\n"
                             "            Backing store flags: \n"
                             "        LUN: 1\n"
                             "            Type: disk\n"
                             "            Backing store path: /srv/ballot.img\n"
                             "    Account information:\n"
                             "        someone\n"
                             "    ACL information:\n"
                             "        10.8.0.11\n"
                             "        10.8.0.12\n";
} // namespace

class TstIscsi : public QObject
{
    Q_OBJECT
private slots:
    void sessionsOfBothReleases();
    void noSessionIsAnEmptyList();
    void badSessionNamesItsPlace_data();
    void badSessionNamesItsPlace();
    void targetGivesEverything();
    void targetsStayApart();
    void connectionBlocksAreNoTargets();
    void otherTextIsAnError_data();
    void otherTextIsAnError();
};

void TstIscsi::sessionsOfBothReleases()
{
    const Expected<IscsiSessions> sessions
        = parseIscsiSessions("tcp: [1] 10.8.0.3:3260,1 iqn.2026-02.lan.attic:ballot\n"
                             "iser: [12] [fd00::3]:3260,2 iqn.2026-02.lan.attic:b (non-flash)\n");
    QVERIFY(sessions);
    const IscsiSessions wanted{
        {QStringLiteral("tcp"), 1, QStringLiteral("10.8.0.3:3260"), 1,
         QStringLiteral("iqn.2026-02.lan.attic:ballot")},
        {QStringLiteral("iser"), 12, QStringLiteral("[fd00::3]:3260"), 2,
         QStringLiteral("iqn.2026-02.lan.attic:b")},
    };
    QVERIFY(*sessions == wanted);
}

void TstIscsi::noSessionIsAnEmptyList()
{
    QVERIFY(parseIscsiSessions("")->isEmpty());
    QVERIFY(parseIscsiSessions("iscsiadm: No active sessions.\n")->isEmpty());
}

void TstIscsi::badSessionNamesItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("column");
    QTest::newRow("no number") << QByteArray("tcp: [x] 10.8.0.3:3260,1 iqn") << "7";
    QTest::newRow("no group") << QByteArray("tcp: [1] 10.8.0.3:3260 iqn") << "27";
    QTest::newRow("no target") << QByteArray("tcp: [1] 10.8.0.3:3260,1 ") << "26";
    QTest::newRow("a sentence") << QByteArray("iscsiadm: cannot connect") << "9";
}

void TstIscsi::badSessionNamesItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, column);
    const Expected<IscsiSessions> sessions = parseIscsiSessions(text);
    QVERIFY(!sessions);
    QCOMPARE(std::get<QString>(sessions.error().what.args.at(1)), column);
}

void TstIscsi::targetGivesEverything()
{
    const Expected<IscsiTargets> targets = parseTgtTargets(oneTarget);
    QVERIFY(targets);
    const IscsiTargets wanted{{3,
                               QStringLiteral("iqn.2026-02.lan.attic:ballot"),
                               QStringLiteral("ready"),
                               {QStringLiteral("/srv/ballot.img")},
                               {QStringLiteral("10.8.0.11"), QStringLiteral("10.8.0.12")},
                               {QStringLiteral("10.8.0.11"), QStringLiteral("10.8.0.12")}}};
    QVERIFY(*targets == wanted);
}

void TstIscsi::targetsStayApart()
{
    const Expected<IscsiTargets> targets
        = parseTgtTargets(oneTarget
                          + "Target 4: iqn.2026-02.lan.attic:other\n"
                            "    System information:\n"
                            "        State: offline\n");
    QVERIFY(targets);
    QCOMPARE(targets->size(), 2);
    QCOMPARE(targets->at(0).state, QStringLiteral("ready"));
    QCOMPARE(targets->at(1).state, QStringLiteral("offline"));
    QVERIFY(targets->at(1).acl.isEmpty());
}

void TstIscsi::connectionBlocksAreNoTargets()
{
    const Expected<IscsiTargets> targets = parseTgtTargets(
        oneTarget + "Session: 4\n    Connection: 0\n        IP Address: 10.8.0.9\n");
    QVERIFY(targets);
    QVERIFY(*targets == *parseTgtTargets(oneTarget));
}

void TstIscsi::otherTextIsAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a sentence") << QByteArray("tgtadm: failed to send request\n");
    QTest::newRow("details first") << QByteArray("    System information:\n");
    QTest::newRow("no number") << QByteArray("Target x: iqn\n");
}

void TstIscsi::otherTextIsAnError()
{
    QFETCH(QByteArray, text);
    const Expected<IscsiTargets> targets = parseTgtTargets(text);
    QVERIFY(!targets);
    QCOMPARE(targets.error().kind, ErrorKind::ParseFailed);
}

BINOME_TEST(TstIscsi)
#include "tst_iscsi.moc"
