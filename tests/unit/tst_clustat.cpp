// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/clustat.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;

namespace
{
const QByteArray table
    = "Cluster Status for alpine @ Tue Feb  3 04:06:00 2026\n"
      "Member Status: Quorate\n"
      "\n"
      " Member Name                             ID   Status\n"
      " ------ ----                             ---- ------\n"
      " hautbois                                    1 Online, Local, rgmanager\n"
      " basson                                      2 Offline\n"
      " cor                                         3 Online, Estranged, RG-Master\n"
      " /dev/block/8:16                             0 Online, Quorum Disk\n"
      "\n"
      " Service Name                   Owner (Last)                   State         \n"
      " ------- ----                   ----- ------                   -----         \n"
      " pvevm:100                      hautbois                       started       \n"
      " pvevm:101                      (basson)                       stopped   [Z] \n"
      " pvevm:102                      (none)                         disabled      \n"
      " service:two words              cor                            recoverable [Z\n"
      " vm:x                           unknown                        migrating [ZP]\n";

QByteArray xmlText(const QByteArray &groups, const QByteArray &node = "basson")
{
    return "<?xml version=\"1.0\"?>\n"
           "<clustat version=\"4.1.1\">\n"
           "  <cluster name=\"alpine\" id=\"4321\" generation=\"96\"/>\n"
           "  <quorum quorate=\"1\" groupmember=\"1\"/>\n"
           "  <nodes>\n"
           "    <node name=\"hautbois\" state=\"1\" local=\"1\" estranged=\"0\" rgmanager=\"1\""
           " rgmanager_master=\"0\" qdisk=\"0\" nodeid=\"0x00000001\"/>\n"
           "    <node name=\""
        + node
        + "\" state=\"0\" local=\"0\" estranged=\"1\" rgmanager=\"0\""
          " rgmanager_master=\"0\" qdisk=\"0\" nodeid=\"0x0000001f\"/>\n"
          "  </nodes>\n"
        + groups + "</clustat>\n";
}

QByteArray group(const QByteArray &name, const QByteArray &state, const QByteArray &flags,
                 const QByteArray &owner, const QByteArray &lastOwner, const QByteArray &when)
{
    return "    <group name=\"" + name + "\" state=\"" + state + "\" state_str=\"started\" flags=\""
        + flags + "\" flags_str=\"\" owner=\"" + owner + "\" last_owner=\"" + lastOwner
        + "\" restarts=\"0\" last_transition=\"" + when + "\" last_transition_str=\"\"/>\n";
}

QByteArray groups(const QByteArray &inside)
{
    return "  <groups>\n" + inside + "  </groups>\n";
}

std::optional<NodeName> node(const char *name)
{
    return NodeName(QString::fromLatin1(name));
}
} // namespace

class TstClustat : public QObject
{
    Q_OBJECT
private slots:
    void tableGivesTheMembers();
    void tableGivesTheServices();
    void headWithoutDate();
    void rhcs4HasNoIdsAndNoName();
    void indentedCopyReadsTheSame();
    void withoutServiceTableServicesAreUnknown();
    void missingStateIsUnknown();
    void inquorateTable();
    void badTableNamesItsPlace_data();
    void badTableNamesItsPlace();
    void xmlGivesTheMembers();
    void xmlGivesTheServices();
    void newStateNumberFallsBackToItsWord();
    void xmlWithoutGroupsLeavesServicesUnknown();
    void inquorateXmlBreaksALineInTheTag();
    void remarkInFrontIsSkipped();
    void unescapedNamesLoseNothing_data();
    void unescapedNamesLoseNothing();
    void invalidUtf8LosesNothing();
    void cutXmlIsAnError();
    void badXmlNamesItsLine();
    void hugeTagIsRefusedQuickly();
};

void TstClustat::tableGivesTheMembers()
{
    const Expected<HaStatus> status = parseClustat(table);
    QVERIFY(status);
    QCOMPARE(status->cluster, QStringLiteral("alpine"));
    QVERIFY(status->quorate);
    const QList<ClustatNode> wanted{
        {*node("hautbois"), 1, true, true, false, true, false},
        {*node("basson"), 2, false, false, false, false, false},
        {*node("cor"), 3, true, false, true, true, false},
        {*node("/dev/block/8:16"), 0, true, false, false, false, true},
    };
    QVERIFY(status->nodes == wanted);
}

void TstClustat::tableGivesTheServices()
{
    const Expected<HaStatus> status = parseClustat(table);
    QVERIFY(status);
    QVERIFY(status->rgmanagerAnswers);
    const auto name = [](const char *text) { return ServiceName(QString::fromLatin1(text)); };
    const QList<HaService> wanted{
        {name("pvevm:100"), ServiceState::Started, node("hautbois"), {}, false, false, {}},
        {name("pvevm:101"), ServiceState::Stopped, {}, node("basson"), true, false, {}},
        {name("pvevm:102"), ServiceState::Disabled, {}, {}, false, false, {}},
        {name("service:two words"), ServiceState::Recoverable, node("cor"), {}, true, false, {}},
        {name("vm:x"), ServiceState::Migrating, {}, {}, true, true, {}},
    };
    QVERIFY(status->services == wanted);
}

void TstClustat::headWithoutDate()
{
    const Expected<HaStatus> status
        = parseClustat(QByteArray(table).replace(" @ Tue Feb  3 04:06:00 2026", ""));
    QVERIFY(status);
    QCOMPARE(status->cluster, QStringLiteral("alpine"));
}

void TstClustat::rhcs4HasNoIdsAndNoName()
{
    const Expected<HaStatus> status = parseClustat("Member Status: Quorate\n"
                                                   "\n"
                                                   "  Member Name          Status\n"
                                                   "  ------ ----          ------\n"
                                                   "  hautbois             Online, rgmanager\n"
                                                   "  basson               Online, Local\n"
                                                   "\n"
                                                   "  Service Name   Owner (Last)   State\n"
                                                   "  ------- ----   ----- ------   -----\n"
                                                   "  mail           hautbois       started\n");
    QVERIFY(status);
    QVERIFY(status->cluster.isEmpty());
    QCOMPARE(status->nodes.size(), 2);
    QCOMPARE(status->nodes.at(1).name, *node("basson"));
    QCOMPARE(status->nodes.at(1).id, -1);
    QCOMPARE(status->services.at(0).state, ServiceState::Started);
}

void TstClustat::indentedCopyReadsTheSame()
{
    const QByteArray indented = "    " + QByteArray(table).replace("\n", "\n    ");
    QVERIFY(*parseClustat(indented) == *parseClustat(table));
}

void TstClustat::withoutServiceTableServicesAreUnknown()
{
    const QByteArray members = table.first(table.indexOf("\n Service Name"));
    const Expected<HaStatus> status = parseClustat(
        members + "\nResource Group Manager not running; no service information available.\n");
    QVERIFY(status);
    QVERIFY(!status->rgmanagerAnswers);
    QCOMPARE(status->nodes.size(), 4);
}

void TstClustat::missingStateIsUnknown()
{
    const Expected<HaStatus> status = parseClustat(
        QByteArray(table).replace("(none)                         disabled", "(none)"));
    QVERIFY(status);
    QCOMPARE(status->services.at(2).state, ServiceState::Unknown);
    QCOMPARE(status->services.at(2).lastOwner, std::nullopt);
}

void TstClustat::inquorateTable()
{
    const Expected<HaStatus> status
        = parseClustat(QByteArray(table).replace("Quorate", "Inquorate"));
    QVERIFY(status);
    QVERIFY(!status->quorate);
}

void TstClustat::badTableNamesItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("empty") << QByteArray() << "0";
    QTest::newRow("another tool") << QByteArray("ls: cannot access\n") << "1";
    QTest::newRow("quorum word") << QByteArray(table).replace("Quorate", "Perhaps") << "2";
    QTest::newRow("member without status")
        << QByteArray(table).replace("2 Offline", "2 Off") << "7";
    QTest::newRow("member without id") << QByteArray(table).replace("2 Offline", "Offline") << "7";
    QTest::newRow("service alone")
        << QByteArray(table).replace("(none)                         disabled", "") << "15";
}

void TstClustat::badTableNamesItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, line);
    const Expected<HaStatus> status = parseClustat(text);
    QVERIFY(!status);
    QCOMPARE(status.error().kind, ErrorKind::ParseFailed);
    QCOMPARE(std::get<QString>(status.error().what.args.at(0)), line);
}

void TstClustat::xmlGivesTheMembers()
{
    const Expected<HaStatus> status = parseClustat(xmlText(""));
    QVERIFY(status);
    QCOMPARE(status->cluster, QStringLiteral("alpine"));
    QVERIFY(status->quorate);
    const QList<ClustatNode> wanted{
        {*node("hautbois"), 1, true, true, false, true, false},
        {*node("basson"), 31, false, false, true, false, false},
    };
    QVERIFY(status->nodes == wanted);
}

void TstClustat::xmlGivesTheServices()
{
    const Expected<HaStatus> status = parseClustat(
        xmlText(groups(group("pvevm:100", "112", "0", "hautbois", "basson", "1770091560")
                       + group("pvevm:101", "119", "3", "none", "unknown", "0"))));
    QVERIFY(status);
    QVERIFY(status->rgmanagerAnswers);
    const QDateTime since(QDate(2026, 2, 3), QTime(4, 6), Qt::UTC);
    const auto name = [](const char *text) { return ServiceName(QString::fromLatin1(text)); };
    const QList<HaService> wanted{
        {name("pvevm:100"), ServiceState::Started, node("hautbois"), node("basson"), false, false,
         since},
        {name("pvevm:101"), ServiceState::Disabled, {}, {}, true, true, {}},
    };
    QVERIFY(status->services == wanted);
}

void TstClustat::newStateNumberFallsBackToItsWord()
{
    const Expected<HaStatus> status
        = parseClustat(xmlText(groups(group("pvevm:100", "212", "0", "hautbois", "basson", "0"))));
    QVERIFY(status);
    QCOMPARE(status->services.at(0).state, ServiceState::Started);
}

void TstClustat::xmlWithoutGroupsLeavesServicesUnknown()
{
    QVERIFY(!parseClustat(xmlText(""))->rgmanagerAnswers);
    QVERIFY(parseClustat(xmlText(groups("")))->rgmanagerAnswers);
}

void TstClustat::inquorateXmlBreaksALineInTheTag()
{
    const Expected<HaStatus> status
        = parseClustat(xmlText("").replace("quorate=\"1\" group", "quorate=\"0\"\n group"));
    QVERIFY(status);
    QVERIFY(!status->quorate);
    QCOMPARE(status->nodes.size(), 2);
}

void TstClustat::remarkInFrontIsSkipped()
{
    const QByteArray remark = "Service states unavailable: Operation requires quorum\n";
    const QByteArray xml = xmlText("").replace("quorate=\"1\" group", "quorate=\"0\"\n group");
    const Expected<HaStatus> status = parseClustat(remark + xml);
    QVERIFY(status);
    QVERIFY(*status == *parseClustat(xml));
    const QByteArray unescaped = xmlText("", "a&b");
    QVERIFY(*parseClustat(remark + unescaped) == *parseClustat(unescaped));
    QVERIFY(*parseClustat(remark + table) == *parseClustat(table));
}

void TstClustat::unescapedNamesLoseNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("ampersand") << QByteArray("a&b");
    QTest::newRow("less") << QByteArray("a<b");
    QTest::newRow("tag") << QByteArray("<node/>");
    QTest::newRow("quote") << QByteArray("a\"b");
    QTest::newRow("quote and end") << QByteArray("a&b\"c d=e");
    QTest::newRow("entity") << QByteArray("a&nosuch;b");
}

void TstClustat::unescapedNamesLoseNothing()
{
    QFETCH(QByteArray, name);
    const Expected<HaStatus> status
        = parseClustat(xmlText(groups(group("pvevm:100", "112", "0", name, name, "0")
                                      + group("pvevm:101", "112", "0", "hautbois", "basson", "0")),
                               name));
    QVERIFY(status);
    QCOMPARE(status->nodes.at(1).name.text().toUtf8(), name);
    QCOMPARE(status->services.at(0).owner->text().toUtf8(), name);
    QCOMPARE(status->services.size(), 2);
}

void TstClustat::invalidUtf8LosesNothing()
{
    const Expected<HaStatus> status = parseClustat(
        xmlText(groups(group("pvevm:101", "112", "0", "hautbois", "basson", "0")), "b\xff"));
    QVERIFY(status);
    QCOMPARE(status->nodes.size(), 2);
    QCOMPARE(status->services.size(), 1);
}

void TstClustat::cutXmlIsAnError()
{
    const QByteArray whole = xmlText(
        groups(group("pvevm:100", "112", "0", "hautbois", "basson", "1770091560")), "a&b");
    const qsizetype end = whole.indexOf("</clustat") + 9;
    for (qsizetype size = 0; size < end; ++size)
        QVERIFY2(!parseClustat(whole.first(size)), QByteArray::number(size).constData());
}

void TstClustat::badXmlNamesItsLine()
{
    const Expected<HaStatus> status
        = parseClustat(xmlText("").replace("nodeid=\"0x0000001f\"", "nodeid=\"second\""));
    QVERIFY(!status);
    QCOMPARE(std::get<QString>(status.error().what.args.at(0)), QStringLiteral("7"));
}

void TstClustat::hugeTagIsRefusedQuickly()
{
    QByteArray attributes;
    for (int i = 0; i < 200'000; ++i)
        attributes += " a" + QByteArray::number(i) + "=\"\"";
    QVERIFY(parseClustat(xmlText("<x" + attributes + "/>")));
}

BINOME_TEST(TstClustat)
#include "tst_clustat.moc"
