// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livelab.h"
#include "mechanisms/clusterconfig.h"
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// cluster.conf: what it says is what happens, and how a new one comes into force.
class TstClusterconf : public QObject
{
    Q_OBJECT

private slots:
    void theFileWrittenIsTheFileRead();
    void theFileSaysWhatTheDaemonsDo();
    void defaultsAreTheDaemons();
    void brokenXmlIsToldWithItsLine_data();
    void brokenXmlIsToldWithItsLine();
    void whatTheSchemaRefuses_data();
    void whatTheSchemaRefuses();
    void activationSpreadsTheNewVersion();
    void activationOfASyntaxErrorFails();
    void activationOfTheSameVersionChangesNothing();
    void aVersionThatIsNoNumberIsIgnored();
    void withoutQuorumNothingIsWritten();
    void changesAreShownAsADifference();
    void aNodeThatWasAwayTakesTheNewFile();
    void aBrokenFileStopsCmanAtItsNextStart();
    void expectedVotesAreSetOnlyWithinReason();
    void anSshSessionEditsAndActivates();

private:
    // The committed file with one text replaced by another.
    static std::string with(const Scenario &s, const std::string &what, const std::string &by)
    {
        std::string text = committedConf(s.world());
        const auto at = text.find(what);
        return at == std::string::npos ? std::string() : text.replace(at, what.size(), by);
    }
    static void stage(Scenario &s, const std::string &text)
    {
        QVERIFY(s.simulation().pmxcfs().writePending(1, text));
    }
    static std::string next(const Scenario &s, const std::string &what, const std::string &by)
    {
        std::string text = with(s, what, by);
        const auto at = text.find("config_version=\"5\"");
        return text.replace(at, 18, "config_version=\"6\"");
    }
};

void TstClusterconf::theFileWrittenIsTheFileRead()
{
    Scenario s;
    s.event("set qdisk-tko 8");
    s.event("set post-join-delay 30000");
    s.event("set quorum-dev-poll 30000");
    const std::string text = clusterConf(s.world());
    World other = s.world();
    const auto read = readClusterConf(text, Settings());
    QVERIFY(read.has_value());
    other.settings = *read;
    QCOMPARE(QString::fromStdString(clusterConf(other)), QString::fromStdString(text));
    QCOMPARE(validateConf(text, "f").text, std::string());
}

void TstClusterconf::theFileSaysWhatTheDaemonsDo()
{
    Scenario s;
    stage(s, next(s, "<totem", "<fence_daemon post_join_delay=\"42\"/><totem"));
    QCOMPARE(s.command("node1", "pvesh create /cluster/ha/changes").exit, 0);
    QVERIFY(s.node(1).conf.postJoinDelay == Time{42000});
    QVERIFY(s.node(2).conf.postJoinDelay == Time{42000});
}

void TstClusterconf::defaultsAreTheDaemons()
{
    const auto read = readClusterConf("<cluster name='c' config_version='1'><quorumd label='q'/>"
                                      "<clusternodes><clusternode name='a' nodeid='1'/>"
                                      "</clusternodes></cluster>",
                                      Settings());
    QVERIFY(read.has_value());
    QVERIFY(read->token == Time{10000} && read->quorumDevPoll == Time{0});
    QCOMPARE(read->qdiskTko, 4);
    QCOMPARE(read->qdiskTkoUp, 2);
    QCOMPARE(read->masterWait, 3);
    QVERIFY(read->allowKill && read->masterWins);
    QCOMPARE(read->expectedVotes, 2);
}

void TstClusterconf::brokenXmlIsToldWithItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("mismatch") << QByteArray("<a>\n<b>\n</a>") << 3
                              << QByteArray("Opening and ending tag mismatch: b line 2 and a");
    QTest::newRow("unclosed") << QByteArray("<a>\n<b/>\n") << 3
                              << QByteArray("Premature end of data in tag a line 1");
    QTest::newRow("twice") << QByteArray("<a x='1'\n x='2'/>") << 2
                           << QByteArray("Attribute x redefined");
    QTest::newRow("less") << QByteArray("<a x='<'/>") << 1
                          << QByteArray("Unescaped '<' not allowed in attributes values");
    QTest::newRow("value") << QByteArray("<a x=1/>") << 1
                           << QByteArray("AttValue: \" or ' expected");
    QTest::newRow("empty") << QByteArray("") << 1 << QByteArray("Document is empty");
    QTest::newRow("more") << QByteArray("<a/>\n<b/>") << 2
                          << QByteArray("Extra content at the end of the document");
}

void TstClusterconf::brokenXmlIsToldWithItsLine()
{
    QFETCH(QByteArray, text);
    const auto read = readXml(text.toStdString());
    const auto *error = std::get_if<XmlError>(&read);
    QVERIFY(error != nullptr);
    QTEST(error->line, "line");
    QTEST(QByteArray::fromStdString(error->text), "why");
}

void TstClusterconf::whatTheSchemaRefuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *what, const char *by, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(what) << QString::fromLatin1(by)
                            << QString::fromLatin1(says);
    };
    row("unknown attribute", "<totem token", "<totem tokin", "Extra element totem in interleave");
    row("no votes", "votes=\"1\">", "votes=\"0\">", "Extra element clusternodes in interleave");
    row("no such device", "<device name=\"ipminode2\"", "<device name=\"ipmi2\"",
        "Extra element clusternodes in interleave");
    row("digit first", "name=\"ipminode1\" passwd", "name=\"1ipmi\" passwd",
        "Extra element clusternodes in interleave");
    row("long name", "name=\"pve-ha\"", "name=\"a-very-long-name\"",
        "Element cluster failed to validate attributes");
    row("deep in rm", "autostart=\"1\"", "autostrat=\"1\"", "Extra element rm in interleave");
}

void TstClusterconf::whatTheSchemaRefuses()
{
    QFETCH(QString, what);
    QFETCH(QString, by);
    QFETCH(QString, says);
    Scenario s;
    stage(s, with(s, what.toStdString(), by.toStdString()));
    const Answer answer = s.command("node1", "ccs_config_validate -v -f /etc/pve/cluster.conf.new");
    QCOMPARE(answer.exit, 3);
    const QString out = QString::fromStdString(answer.out);
    QVERIFY2(out.contains(says), qPrintable(out));
    QVERIFY2(out.contains(QStringLiteral("Configuration fails to validate\n")), qPrintable(out));
}

void TstClusterconf::activationSpreadsTheNewVersion()
{
    Scenario s;
    stage(s, next(s, "expected_votes=\"3\"", "expected_votes=\"2\""));
    QCOMPARE(s.out("node1", "ccs_config_validate -f /etc/pve/cluster.conf.new"),
             QStringLiteral("Configuration validates\n"));
    const Answer answer = s.command("node1", "pvesh create /cluster/ha/changes");
    QCOMPARE(answer.err, std::string("200 OK\n"));
    for (const char *node : {"node1", "node2"}) {
        QCOMPARE(s.out(node, "cman_tool version"), QStringLiteral("6.2.0 config 6\n"));
        QVERIFY(s.out(node, "cman_tool status").contains(QStringLiteral("Expected votes: 2\n")));
        QVERIFY(s.file(node, "etc/cluster/cluster.conf").contains(QStringLiteral("\"6\"")));
        QCOMPARE(s.file(node, "etc/pve/cluster.conf.new"), QString());
    }
}

void TstClusterconf::activationOfASyntaxErrorFails()
{
    Scenario s;
    stage(s, next(s, "</fence>", "<fence>"));
    const Answer answer = s.command("node1", "pvesh create /cluster/ha/changes");
    QVERIFY(answer.exit != 0);
    QVERIFY2(answer.err.find("config validation failed: ") != std::string::npos,
             answer.err.c_str());
    QCOMPARE(s.out("node1", "cman_tool version"), QStringLiteral("6.2.0 config 5\n"));
    QVERIFY(s.world().pending.has_value());
    stage(s, next(s, "tko=", "tak="));
    QVERIFY(s.command("node1", "pvesh create /cluster/ha/changes")
                .err.find("config validation failed: unknown error")
            != std::string::npos);
}

// The answer is OK, the file is there, and cman goes on with the old one.
void TstClusterconf::activationOfTheSameVersionChangesNothing()
{
    Scenario s;
    stage(s, with(s, "token=\"54000\"", "token=\"30000\""));
    QCOMPARE(s.command("node1", "pvesh create /cluster/ha/changes").err, std::string("200 OK\n"));
    QVERIFY(s.file("node2", "etc/cluster/cluster.conf").contains(QStringLiteral("30000")));
    const Answer again = s.command("node1", "cman_tool version -r");
    QCOMPARE(again.exit, 1);
    QVERIFY(again.err.find("config version older or equal the running config")
            != std::string::npos);
    QVERIFY(s.node(1).conf.token == Time{54000});
}

void TstClusterconf::aVersionThatIsNoNumberIsIgnored()
{
    Scenario s;
    stage(s, with(s, "config_version=\"5\"", "config_version=\"next\""));
    QCOMPARE(s.command("node1", "pvesh create /cluster/ha/changes").err, std::string("200 OK\n"));
    QVERIFY(s.file("node1", "etc/pve/cluster.conf").contains(QStringLiteral("\"next\"")));
    QVERIFY(!s.file("node1", "etc/cluster/cluster.conf").contains(QStringLiteral("\"next\"")));
}

void TstClusterconf::withoutQuorumNothingIsWritten()
{
    Scenario s;
    stage(s, next(s, "token=\"54000\"", "token=\"30000\""));
    s.event("bmc-cut node1");
    s.event("cut lan:node1");
    s.run(60);
    QVERIFY(s.command("node1", "pvesh create /cluster/ha/changes")
                .err.find("cluster not ready - no quorum?")
            != std::string::npos);
    QCOMPARE(s.event("conf-new node1 token 20000"),
             QStringLiteral("/etc/pve/cluster.conf.new: Permission denied"));
    QVERIFY(!s.simulation().pmxcfs().commit(1, "<cluster/>"));
}

void TstClusterconf::changesAreShownAsADifference()
{
    Scenario s;
    QCOMPARE(s.out("node1", "pvesh get /cluster/ha/changes"), QStringLiteral("null\n"));
    QCOMPARE(s.event("conf-new node1 token 30000"), QString());
    const QString text = s.out("node1", "pvesh get /cluster/ha/changes");
    QVERIFY2(text.contains(QStringLiteral("-  <totem token=\\\"54000\\\"/>\\n")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("+  <totem token=\\\"30000\\\"/>\\n")), qPrintable(text));
    QCOMPARE(s.command("node1", "pvesh delete /cluster/ha/changes").exit, 0);
    QVERIFY(!s.world().pending);
}

void TstClusterconf::aNodeThatWasAwayTakesTheNewFile()
{
    Scenario s;
    s.event("cman-stop node2");
    s.event("shutdown node2");
    s.run(20);
    stage(s, next(s, "token=\"54000\"", "token=\"30000\""));
    QCOMPARE(s.command("node1", "pvesh create /cluster/ha/changes").exit, 0);
    QVERIFY(!s.file("node2", "etc/cluster/cluster.conf").contains(QStringLiteral("30000")));
    s.simulation().setPower(2, true);
    QVERIFY2(s.when([&] { return s.node(2).view.members.count(1) != 0; }, 200) > 0,
             qPrintable(s.log()));
    QVERIFY(s.file("node2", "etc/cluster/cluster.conf").contains(QStringLiteral("30000")));
    QCOMPARE(s.out("node2", "cman_tool version"), QStringLiteral("6.2.0 config 6\n"));
}

void TstClusterconf::aBrokenFileStopsCmanAtItsNextStart()
{
    Scenario s;
    QCOMPARE(s.event("conf-break node2"), QString());
    s.run(60);
    QVERIFY(s.node(2).cman);
    s.event("cman-stop node2");
    s.event("cman-start node2");
    s.run(20);
    QVERIFY(!s.node(2).cman);
    s.event("conf-restore node2");
    s.event("cman-start node2");
    s.run(20);
    QVERIFY2(s.node(2).cman && s.node(2).view.quorate, qPrintable(s.log()));
}

void TstClusterconf::expectedVotesAreSetOnlyWithinReason()
{
    Scenario s;
    QCOMPARE(s.command("node1", "pvecm expected 9").exit, 1);
    s.event("qdisk-loss");
    s.event("power-cut node1 --with-bmc");
    s.run(60);
    QVERIFY(!s.node(2).view.quorate);
    QCOMPARE(s.command("node2", "pvecm expected 1").exit, 0);
    QVERIFY(s.node(2).view.quorate);
    QVERIFY(s.out("node2", "cman_tool status")
                .contains(QStringLiteral(
                    "Expected votes: 1\nTotal votes: 1\nNode votes: 1\nQuorum: 1  \n")));
}

void TstClusterconf::anSshSessionEditsAndActivates()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    lab.ssh(QStringLiteral("node1"),
            QStringLiteral("sed -e 's/config_version=\"5\"/config_version=\"6\"/' "
                           "-e 's/token=\"54000\"/token=\"30000\"/' etc/pve/cluster.conf > "
                           "etc/pve/cluster.conf.new && ccs_config_validate -f "
                           "/etc/pve/cluster.conf.new && pvesh create /cluster/ha/changes"));
    QCOMPARE(lab.exit(), 0);
    QCOMPARE(lab.said(), QByteArray("200 OK\n"));
    QCOMPARE(lab.ssh(QStringLiteral("node2"), QStringLiteral("cman_tool version")),
             QByteArray("6.2.0 config 6\n"));
    QVERIFY(LiveLab::eventually([&] {
        return lab.ssh(QStringLiteral("node2"), QStringLiteral("cat etc/cluster/cluster.conf"))
            .contains("30000");
    }));
    QVERIFY(LiveLab::eventually([&] {
        return lab.ssh(QStringLiteral("node1"), QStringLiteral("ls etc/pve")).indexOf(".new") < 0;
    }));
}

BINOME_TEST(TstClusterconf)
#include "tst_clusterconf.moc"
