// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/cmantool.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;

namespace
{
QByteArray statusText()
{
    return "Version: 6.2.0\n"
           "Config Version: 23\n"
           "Cluster Name: alpine\n"
           "Cluster Id: 4321\n"
           "Cluster Member: Yes\n"
           "Cluster Generation: 96\n"
           "Membership state: Cluster-Member\n"
           "Nodes: 2\n"
           "Expected votes: 3\n"
           "Quorum device votes: 1\n"
           "Total votes: 3\n"
           "Node votes: 1\n"
           "Quorum: 2  \n"
           "Active subsystems: 9\n"
           "Flags: HaveState DisallowedEnabled \n"
           "Ports Bound: 0 177 178  \n"
           "Node name: hautbois\n"
           "Node ID: 1\n"
           "Multicast addresses: 239.192.16.9 \n"
           "Node addresses: 10.8.0.11 10.9.0.11 \n";
}

QByteArray with(const QByteArray &before, const QByteArray &after)
{
    QByteArray text = statusText();
    Q_ASSERT(text.contains(before));
    return text.replace(before, after);
}

QString place(const Error &error) // "line, column"
{
    return std::get<QString>(error.what.args.value(0)) + QStringLiteral(", ")
        + std::get<QString>(error.what.args.value(1));
}
} // namespace

class TstCmantool : public QObject
{
    Q_OBJECT
private slots:
    void statusGivesEveryValue();
    void activityBlockedIsInquorate();
    void absentVotesStayUnknown();
    void remarksBehindValuesAreIgnored();
    void anotherAnswerUnderARulerIsIgnored();
    void unknownMembershipIsUnknown();
    void badStatusNamesItsPlace_data();
    void badStatusNamesItsPlace();
    void cutStatusIsAnError();
    void nodesGiveEveryRow();
    void nodesOfManyDigitsKeepTheirColumns();
    void addressLinesAndNotesAreSkipped();
    void badNodesNameTheirPlace_data();
    void badNodesNameTheirPlace();
    void versionIsTheSecondNumber();
    void versionWithoutConfigIsAnError();
};

void TstCmantool::statusGivesEveryValue()
{
    const Expected<QuorumState> state = parseCmanStatus(statusText());
    QVERIFY(state);
    QuorumState wanted;
    wanted.clusterName = QStringLiteral("alpine");
    wanted.membership = MemberState::Member;
    wanted.nodeId = 1;
    wanted.nodeName = NodeName(QStringLiteral("hautbois"));
    wanted.quorate = true;
    wanted.memberCount = 2;
    wanted.expectedVotes = 3;
    wanted.totalVotes = 3;
    wanted.quorum = 2;
    wanted.nodeVotes = 1;
    wanted.quorumDeviceVotes = 1;
    wanted.configVersion = 23;
    wanted.flags = QStringList{QStringLiteral("HaveState"), QStringLiteral("DisallowedEnabled")};
    wanted.nodeAddresses = QStringList{QStringLiteral("10.8.0.11"), QStringLiteral("10.9.0.11")};
    QVERIFY(*state == wanted);
}

void TstCmantool::activityBlockedIsInquorate()
{
    const Expected<QuorumState> state
        = parseCmanStatus(with("Quorum: 2  ", "Quorum: 2 Activity blocked"));
    QVERIFY(state);
    QVERIFY(!state->quorate);
    QCOMPARE(state->quorum, 2);
}

void TstCmantool::absentVotesStayUnknown()
{
    const Expected<QuorumState> state
        = parseCmanStatus(with("Quorum device votes: 1\n", "").replace("Node votes: 1\n", ""));
    QVERIFY(state);
    QCOMPARE(state->quorumDeviceVotes, std::nullopt);
    QCOMPARE(state->nodeVotes, std::nullopt);
}

void TstCmantool::remarksBehindValuesAreIgnored()
{
    const Expected<QuorumState> state
        = parseCmanStatus(with("Total votes: 3", "Total votes: 3   # all of them")
                              .replace("alpine", "alpine # ours"));
    QVERIFY(state);
    QCOMPARE(state->totalVotes, 3);
    QCOMPARE(state->clusterName, QStringLiteral("alpine"));
}

void TstCmantool::anotherAnswerUnderARulerIsIgnored()
{
    QVERIFY(parseCmanStatus(statusText() + "---Nodes---\n1 M what hautbois\n"));
}

void TstCmantool::unknownMembershipIsUnknown()
{
    const Expected<QuorumState> state = parseCmanStatus(with("Cluster-Member", "Unknown: code=7"));
    QVERIFY(state);
    QCOMPARE(state->membership, MemberState::Unknown);
}

void TstCmantool::badStatusNamesItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("word for a number") << with("Quorum: 2  ", "Quorum: many") << "13, 9";
    QTest::newRow("digits and more") << with("Nodes: 2", "Nodes: 2x") << "8, 8";
    QTest::newRow("beyond an int")
        << with("Total votes: 3", "Total votes: 99999999999") << "11, 14";
    QTest::newRow("other words behind the quorum")
        << with("Quorum: 2  ", "Quorum: 2 Activity allowed") << "13, 9";
    QTest::newRow("no key") << with("Node votes: 1", "Node votes 1") << "12, 1";
    QTest::newRow("nothing at all") << QByteArray() << "0, 1";
}

void TstCmantool::badStatusNamesItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    const Expected<QuorumState> state = parseCmanStatus(text);
    QVERIFY(!state);
    QCOMPARE(state.error().kind, ErrorKind::ParseFailed);
    QCOMPARE(place(state.error()), where);
}

void TstCmantool::cutStatusIsAnError()
{
    const QByteArray whole = statusText();
    const qsizetype lastNeeded = whole.indexOf("Node ID: 1") + 10;
    for (qsizetype size = 0; size < lastNeeded; ++size)
        QVERIFY2(!parseCmanStatus(whole.first(size)), QByteArray::number(size).constData());
}

void TstCmantool::nodesGiveEveryRow()
{
    const Expected<Members> members
        = parseCmanNodes("Node  Sts   Inc   Joined               Name\n"
                         "   0   M      0   2026-02-03 04:05:06  /dev/block/8:16\n"
                         "   1   M     96   2026-02-03 04:04:58  hautbois\n"
                         "   2   X    100                        basson\n"
                         "   3   d     12                        cor anglais\n");
    QVERIFY(members);
    QCOMPARE(members->size(), 4);
    QCOMPARE(members->at(0).name.text(), QStringLiteral("/dev/block/8:16"));
    QCOMPARE(members->at(1).joined, QStringLiteral("2026-02-03 04:04:58"));
    const Member dead{NodeName(QStringLiteral("basson")), 2, MemberState::Dead, 100, {}};
    QVERIFY(members->at(2) == dead);
    QCOMPARE(members->at(3).state, MemberState::Disallowed);
    QCOMPARE(members->at(3).name.text(), QStringLiteral("cor anglais"));
}

void TstCmantool::nodesOfManyDigitsKeepTheirColumns()
{
    const Expected<Members> members
        = parseCmanNodes("Node  Sts   Inc   Joined               Name\n"
                         "167772171   M   1234567   2026-02-03 04:04:58  hautbois\n");
    QVERIFY(members);
    QCOMPARE(members->at(0).id, 167772171);
    QCOMPARE(members->at(0).incarnation, 1234567);
}

void TstCmantool::addressLinesAndNotesAreSkipped()
{
    const Expected<Members> members
        = parseCmanNodes("NOTE: There are 1 disallowed nodes,\n"
                         "      members list may seem inconsistent across the cluster\n"
                         "Node  Sts   Inc   Joined               Name\n"
                         "   1   M     96   2026-02-03 04:04:58  hautbois\n"
                         "       Addresses: 10.8.0.11 10.9.0.11 \n"
                         "   2   d    100                        basson\n");
    QVERIFY(members);
    QCOMPARE(members->size(), 2);
}

void TstCmantool::badNodesNameTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    const QByteArray header = "Node  Sts   Inc   Joined               Name\n";
    QTest::newRow("empty") << QByteArray() << "0, 1";
    QTest::newRow("no header") << QByteArray("   1   M   96   hautbois\n") << "1, 1";
    QTest::newRow("no number") << header + "   a   M     96  \n"
                               << "2, 4";
    QTest::newRow("two letters") << header + "   1   MM    96   x\n"
                                 << "2, 8";
    QTest::newRow("no incarnation") << header + "   1   M     x\n"
                                    << "2, 14";
    QTest::newRow("cut in the date") << header + "   1   M     96   2026-02-03 04:0\n"
                                     << "2, 19";
    QTest::newRow("cut before the name") << header + "   1   M     96   2026-02-03 04:05:06\n"
                                         << "2, 38";
}

void TstCmantool::badNodesNameTheirPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    const Expected<Members> members = parseCmanNodes(text);
    QVERIFY(!members);
    QCOMPARE(members.error().kind, ErrorKind::ParseFailed);
    QCOMPARE(place(members.error()), where);
}

void TstCmantool::versionIsTheSecondNumber()
{
    QCOMPARE(parseCmanVersion("6.2.0 config 23\n").value_or(-1), 23);
}

void TstCmantool::versionWithoutConfigIsAnError()
{
    QVERIFY(!parseCmanVersion(""));
    QVERIFY(!parseCmanVersion("6.2.0\n"));
    QVERIFY(!parseCmanVersion("6.2.0 config \n"));
}

BINOME_TEST(TstCmantool)
#include "tst_cmantool.moc"
