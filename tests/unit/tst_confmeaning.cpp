// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/maskedlines.h"
#include "core/clusterconf/meaning.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;

namespace
{
const QByteArray whole = R"(<cluster name="pair" config_version="7">
  <cman expected_votes="3"/>
  <totem token="54000"/>
  <quorumd label="ballot" votes="1" tko="10"/>
  <fencedevices>
    <fencedevice name="bmc1" agent="fence_ipmilan" ipaddr="10.0.0.1" passwd="hunter2"/>
    <fencedevice name="bmc2" agent="fence_ipmilan" ipaddr="10.0.0.2" passwd="hunter2"/>
  </fencedevices>
  <clusternodes>
    <clusternode name="alpha" nodeid="1">
      <fence><method name="1"><device name="bmc1"/></method></fence>
    </clusternode>
    <clusternode name="beta" nodeid="2"/>
  </clusternodes>
  <rm>
    <pvevm vmid="100"/>
  </rm>
</cluster>
)";

QByteArray with(const QByteArray &from, const QByteArray &to)
{
    if (!whole.contains(from))
        qFatal("not there: %s", from.constData());
    return QByteArray(whole).replace(from, to);
}

QList<ConfChange> changes(const QByteArray &before, const QByteArray &after)
{
    const Expected<Document> left = Document::fromBytes(before);
    const Expected<Document> right = Document::fromBytes(after);
    if (!left || !right)
        qFatal("not well-formed");
    return changesOf(*left, *right);
}

QString wordsOf(const QList<ConfChange> &changes)
{
    static const QStringList effects{QStringLiteral("live"), QStringLiteral("qdiskd"),
                                     QStringLiteral("node"), QStringLiteral("cluster"),
                                     QStringLiteral("rgmanager")};
    QStringList words;
    for (const ConfChange &change : changes)
        words << effects.at(int(change.effect)) + QStringLiteral(": ")
                + rendered(change.text, QLocale::c());
    return words.join(u'\n');
}
} // namespace

class TstConfmeaning : public QObject
{
    Q_OBJECT
private slots:
    void whatSaysTheSameIsNoChange();
    void eachChangeInWords_data();
    void eachChangeInWords();
    void firstServicesNeedTheirManager();
    void changesKnowTheirPlaces();
    void secretsAreNeverShown_data();
    void secretsAreNeverShown();
    void masksKeepLinesAndMoveMarks();
    void whatIsASecret_data();
    void whatIsASecret();
};

void TstConfmeaning::whatSaysTheSameIsNoChange()
{
    QVERIFY(changes(whole, whole).isEmpty());
    const QByteArray other
        = with("<totem token=\"54000\"/>", "<totem\n token='54000' /><!-- x -->")
              .replace("name=\"alpha\" nodeid=\"1\"", "nodeid=\"1\" name=\"alpha\"")
              .replace("  <rm>", "<rm>");
    QVERIFY(changes(whole, other).isEmpty());
}

void TstConfmeaning::eachChangeInWords_data()
{
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char *wanted, const QByteArray &after) {
        QTest::newRow(wanted) << after << QString::fromUtf8(wanted);
    };
    row("live: cluster: version changed from 7 to 8", with("\"7\"", "\"8\""));
    row("cluster: cluster: name changed from pair to duo", with("\"pair\"", "\"duo\""));
    row("live: <cman>: expected_votes changed from 3 to 1", with("votes=\"3\"", "votes=\"1\""));
    row("cluster: <cman>: two_node set to 1", with("<cman ", "<cman two_node=\"1\" "));
    row("cluster: <totem>: token changed from 54000 to 10000", with("54000", "10000"));
    row("cluster: <totem> removed", with("<totem token=\"54000\"/>", ""));
    row("live: quorum disk: votes changed from 1 to 2", with("votes=\"1\" tko", "votes=\"2\" tko"));
    row("qdiskd: quorum disk: tko changed from 10 to 8", with("tko=\"10\"", "tko=\"8\""));
    row("qdiskd: heuristic “ping a” added (program=ping a)",
        with("tko=\"10\"/>", "tko=\"10\"><heuristic program=\"ping a\"/></quorumd>"));
    row("live: fence device bmc2: address changed from 10.0.0.2 to 10.0.0.9",
        with("10.0.0.2", "10.0.0.9"));
    row("live: fence device bmc3 added (name=bmc3, agent=x, passwd=***)",
        with("  </fencedevices>",
             "<fencedevice name=\"bmc3\" agent=\"x\" passwd=\"hunter2\"/></fencedevices>"));
    row("live: device bmc1 in method 1 of node alpha: action set to off",
        with("<device name=\"bmc1\"/>", "<device name=\"bmc1\" action=\"off\"/>"));
    row("live: method 2 of node alpha added (bmc2, bmc1)",
        with(
            "</method>",
            "</method><method name=\"2\"><device name=\"bmc2\"/><device name=\"bmc1\"/></method>"));
    row("live: method 1 of node beta added (bmc2)",
        with("nodeid=\"2\"/>",
             "nodeid=\"2\"><fence><method name=\"1\"><device "
             "name=\"bmc2\"/></method></fence></clusternode>"));
    row("node: node beta: votes set to 2", with("nodeid=\"2\"", "nodeid=\"2\" votes=\"2\""));
    row("cluster: node beta: nodeid changed from 2 to 3", with("nodeid=\"2\"", "nodeid=\"3\""));
    row("live: node gamma added (name=gamma, nodeid=3)",
        with("  </clusternodes>", "<clusternode name=\"gamma\" nodeid=\"3\"/></clusternodes>"));
    row("cluster: node beta removed", with("    <clusternode name=\"beta\" nodeid=\"2\"/>\n", ""));
    row("live: guest 101 under HA added (vmid=101)", with("</rm>", "<pvevm vmid=\"101\"/></rm>"));
    row("live: guest 100 under HA removed", with("<pvevm vmid=\"100\"/>", ""));
}

void TstConfmeaning::eachChangeInWords()
{
    QFETCH(QByteArray, after);
    QFETCH(QString, wanted);
    QCOMPARE(wordsOf(changes(whole, after)), wanted);
}

void TstConfmeaning::firstServicesNeedTheirManager()
{
    const QByteArray without = with("  <rm>\n    <pvevm vmid=\"100\"/>\n  </rm>\n", "");
    QCOMPARE(wordsOf(changes(without, whole)), QStringLiteral("rgmanager: <rm> added"));
    QCOMPARE(wordsOf(changes(whole, without)), QStringLiteral("live: <rm> removed"));
}

void TstConfmeaning::changesKnowTheirPlaces()
{
    const QList<ConfChange> found
        = changes(whole, with("<totem token=\"54000\"/>\n", "\n").replace("\"7\"", "\"8\""));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).before->line, 1);
    QCOMPARE(found.at(0).after->line, 1);
    QCOMPARE(found.at(1).before->line, 3);
    QVERIFY(!found.at(1).after);
}

void TstConfmeaning::secretsAreNeverShown_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("changed") << whole
                             << with("ipaddr=\"10.0.0.2\" passwd=\"hunter2\"",
                                     "ipaddr=\"10.0.0.2\" passwd=\"secret9\"");
    QTest::newRow("set") << with(" passwd=\"hunter2\"", "") << whole;
    QTest::newRow("removed") << whole << with(" passwd=\"hunter2\"", "");
    QTest::newRow("device added") << with("    <fencedevice name=\"bmc2\" agent=\"fence_ipmilan\" "
                                          "ipaddr=\"10.0.0.2\" passwd=\"hunter2\"/>\n",
                                          "")
                                  << whole;
}

void TstConfmeaning::secretsAreNeverShown()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QString words = wordsOf(changes(before, after));
    QVERIFY(words.contains(QStringLiteral("passw")));
    QVERIFY2(!words.contains(QStringLiteral("hunter2")), qPrintable(words));
    QVERIFY2(!words.contains(QStringLiteral("secret9")), qPrintable(words));
}

void TstConfmeaning::masksKeepLinesAndMoveMarks()
{
    const MaskedLines lines(u"<f passwd=\"longer\" x=\"1\"/>\n<g password='a\nb' y=\"2\"/>\n");
    QCOMPARE(lines.count(), 3);
    QCOMPARE(lines.line(0), QStringLiteral("<f passwd=\"***\" x=\"1\"/>"));
    QCOMPARE(lines.line(1), QStringLiteral("<g password='***"));
    QCOMPARE(lines.line(2), QStringLiteral("***' y=\"2\"/>"));
    QVERIFY(lines.shown(0, {3, 6}) == LinePart({3, 6})); // before the secret
    QVERIFY(lines.shown(0, {13, 2}) == LinePart({11, 3})); // inside of it
    QVERIFY(lines.shown(0, {22, 1}) == LinePart({19, 1})); // behind it
}

void TstConfmeaning::whatIsASecret_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char *text, const char *wanted) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(wanted);
    };
    row("<f passwd=\"p\"/>", "<f passwd=\"***\"/>");
    row("<f snmp_priv_passwd = 'p' />", "<f snmp_priv_passwd = '***' />");
    row("<f community=\"p\"/>", "<f community=\"***\"/>");
    row("<f hexadecimal_kg=\"p\"/>", "<f hexadecimal_kg=\"***\"/>");
    row("<!-- <f PASSWD=\"p\"/> -->", "<!-- <f PASSWD=\"***\"/> -->");
    row("<f passwd=\"never closed", "<f passwd=\"***");
    row("<f passwd=p/>", "<f passwd=***/>");
    row("<f passwd_script=\"/s\" login=\"l\"/>", "<f passwd_script=\"/s\" login=\"l\"/>");
    row("<f passwd=\"\"/>", "<f passwd=\"\"/>");
}

void TstConfmeaning::whatIsASecret()
{
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    QCOMPARE(masked(text), wanted);
}

BINOME_TEST(TstConfmeaning)
#include "tst_confmeaning.moc"
