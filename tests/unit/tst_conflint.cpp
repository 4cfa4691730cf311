// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/edit.h"
#include "core/clusterconf/lint.h"
#include "tests/testmain.h"

#include <QTest>

#include <algorithm>

using namespace Core;
using namespace std::chrono_literals;

namespace
{
// Nothing to say about it, not even a note.
const QByteArray good = R"(<?xml version="1.0"?>
<cluster name="pair" config_version="14">
  <cman expected_votes="3" keyfile="/var/lib/pve-cluster/corosync.authkey"/>
  <totem token="54000"/>
  <quorumd label="ballot" interval="1" tko="10" votes="1" master_wins="1"/>
  <fence_daemon post_join_delay="60"/>
  <fencedevices>
    <fencedevice name="bmc1" agent="fence_ipmilan" ipaddr="10.9.8.1" login="f" passwd_script="/s" lanplus="1" delay="15"/>
    <fencedevice name="bmc2" agent="fence_ipmilan" ipaddr="10.9.8.2" login="f" passwd_script="/s" lanplus="1"/>
    <fencedevice name="pdu" agent="fence_apc_snmp" ipaddr="10.9.8.3"/>
  </fencedevices>
  <clusternodes>
    <clusternode name="alpha" nodeid="1" votes="1">
      <fence>
        <method name="bmc"><device name="bmc1"/></method>
        <method name="pdu"><device name="pdu" port="1" action="off"/><device name="pdu" port="1" action="on"/></method>
      </fence>
    </clusternode>
    <clusternode name="beta" nodeid="2" votes="1">
      <fence>
        <method name="bmc"><device name="bmc2"/></method>
        <method name="pdu"><device name="pdu" port="2"/></method>
      </fence>
    </clusternode>
  </clusternodes>
  <rm>
    <failoverdomains>
      <failoverdomain name="left" ordered="1"><failoverdomainnode name="alpha" priority="1"/></failoverdomain>
    </failoverdomains>
    <pvevm vmid="100" domain="left"/>
  </rm>
</cluster>
)";

// The configuration that a well-known how-to ends with, in its own words and other names.
const QByteArray howTo = R"(<?xml version="1.0"?>
<cluster config_version="5" name="pve-pair">
 <cman expected_votes="3" keyfile="/var/lib/pve-cluster/corosync.authkey"/>
 <quorumd votes="1" allow_kill="0" interval="1" label="pair_quorum" tko="10"/>
 <totem token="54000"/>
 <clusternodes>
  <clusternode name="alpha" votes="1" nodeid="1">
   <fence><method name="1"><device name="bmc1"/></method></fence>
  </clusternode>
  <clusternode name="beta" votes="1" nodeid="2">
   <fence><method name="1"><device name="bmc2"/></method></fence>
  </clusternode>
 </clusternodes>
 <fencedevices>
  <fencedevice agent="fence_ipmilan" ipaddr="10.0.0.1" login="root" name="bmc1" passwd="hunter2" />
  <fencedevice agent="fence_ipmilan" ipaddr="10.0.0.2" login="root" name="bmc2" passwd="hunter2" />
 </fencedevices>
 <rm><pvevm autostart="1" vmid="100"/></rm>
</cluster>
)";

QByteArray with(const QByteArray &from, const QByteArray &to)
{
    if (!good.contains(from))
        qFatal("not there: %s", from.constData());
    return QByteArray(good).replace(from, to);
}

QByteArray without(const QByteArray &from)
{
    return with(from, {});
}

QByteArray twoNode(const QByteArray &cman)
{
    return QByteArray(good)
        .replace("<cman expected_votes=\"3\"", "<cman " + cman)
        .replace("  <quorumd label=\"ballot\" interval=\"1\" tko=\"10\" votes=\"1\" "
                 "master_wins=\"1\"/>\n",
                 "");
}

const Finding *finding(const LintResult &result, const QString &id)
{
    const auto found = std::find_if(result.findings.begin(), result.findings.end(),
                                    [&](const Finding &f) { return f.id == id; });
    return found == result.findings.end() ? nullptr : &*found;
}

QString idsOf(const LintResult &result)
{
    QStringList ids;
    for (const Finding &one : result.findings)
        ids << one.id;
    ids.sort();
    return ids.join(u' ');
}

QString allWords(const LintResult &result)
{
    QString words;
    for (const Finding &one : result.findings)
        words += rendered(one.text) + rendered(one.reason) + one.source
            + (one.fix ? rendered(one.fix->title) : QString()) + u'\n';
    return words;
}

Severity worst(const LintResult &result)
{
    Severity found = Severity::Note;
    for (const Finding &one : result.findings)
        found = std::max(found, one.severity);
    return found;
}
} // namespace

class TstConflint : public QObject
{
    Q_OBJECT
private slots:
    void goodConfigurationHasNoFinding();
    void howToPassesWithWarnings();
    void eachMistakeHasItsFinding_data();
    void eachMistakeHasItsFinding();
    void severityFollowsTheRule_data();
    void severityFollowsTheRule();
    void fixesPutItRight_data();
    void fixesPutItRight();
    void everyFindingHasItsPlaceAndSource_data() { eachMistakeHasItsFinding_data(); }
    void everyFindingHasItsPlaceAndSource();
    void versionMustBeAboveAllKnown();
    void otherNodesFileMustBeTheSame();
    void delayMustProtectTheGuests();
    void joinDelayIsComparedWithTheMeasuredGap();
    void bondModesOfTheHeartbeat();
    void labelOnAReplicatedDevice();
    void changesAgainstTheRunningFile();
    void noPasswordInAnyFinding();
    void exportsWithPasswordsAreBlocked();
    void malformedTextIsOneFinding();
    void hugeTextIsSaid();
    void corosyncConf_data();
    void corosyncConf();
    void timingOfAQuorumDisk_data();
    void timingOfAQuorumDisk();
};

void TstConflint::goodConfigurationHasNoFinding()
{
    const LintResult result = lint(good);
    QVERIFY(result.wellFormed);
    QVERIFY(result.schemaValid);
    QVERIFY2(result.findings.isEmpty(), qPrintable(allWords(result)));
}

void TstConflint::howToPassesWithWarnings()
{
    const LintResult result = lint(howTo);
    QVERIFY(result.schemaValid);
    QCOMPARE(worst(result), Severity::Warning);
    QVERIFY(finding(result, QStringLiteral("C11")));
    QVERIFY(finding(result, QStringLiteral("C11"))->fix);
}

void TstConflint::eachMistakeHasItsFinding_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *name, const QByteArray &text, const char *ids) {
        QTest::newRow(name) << text << QString::fromLatin1(ids);
    };
    row("C01 malformed", without("</rm>"), "C01");
    row("C01 unknown element", with("<rm>", "<rm><dependencies/>"), "C01");
    row("C01 unknown attribute", with("<rm>", "<rm color=\"1\">"), "C01");
    row("C02 a word", with("\"14\"", "\"Next\""), "C02");
    row("C02 zero", with("\"14\"", "\"0\""), "C02");
    row("C02 beyond 2^31", with("\"14\"", "\"2147483648\""), "C02");
    row("C02 a number and more", with("\"14\"", "\"14a\""), "C02");
    row("C03 sixteen characters", with("\"pair\"", "\"pairpairpairpair\""), "C03");
    row("C04 no method",
        without("<method name=\"bmc\"><device name=\"bmc2\"/></method>\n        "
                "<method name=\"pdu\"><device name=\"pdu\" port=\"2\"/></method>"),
        "C04 fence.unused");
    row("C04 no such device", with("<device name=\"bmc1\"/>", "<device name=\"bmc9\"/>"),
        "C04 C05 C07 fence.unused");
    row("C04 a method without devices", with("<device name=\"bmc1\"/>", ""),
        "C04 C05 fence.unused");
    row("C05 one way only",
        without("<method name=\"pdu\"><device name=\"pdu\" port=\"2\"/></method>"), "C05");
    row("C06 fence_manual", with("agent=\"fence_apc_snmp\"", "agent=\"fence_manual\""), "C06");
    row("C06 cycle", with("delay=\"15\"", "delay=\"15\" method=\"cycle\""), "C06");
    row("C07 no delay", without(" delay=\"15\""), "C07");
    row("C07 the same delay", with("lanplus=\"1\"/>", "lanplus=\"1\" delay=\"15\"/>"), "C07");
    row("C08 with a disk", with("<cman ", "<cman two_node=\"1\" "), "C08");
    row("C08 expected votes", twoNode("two_node=\"1\" expected_votes=\"2\""), "C08");
    row("C08 no expected votes", twoNode("two_node=\"1\""), "C08");
    row("C08 votes",
        QByteArray(twoNode("two_node=\"1\" expected_votes=\"1\""))
            .replace("nodeid=\"2\" votes=\"1\"", "nodeid=\"2\" votes=\"2\""),
        "C08");
    row("C09 expected votes", with("expected_votes=\"3\"", "expected_votes=\"2\""), "C09");
    row("C09 missing", without(" expected_votes=\"3\""), "C09");
    row("C09 votes of the disk", with("votes=\"1\" master", "votes=\"2\" master"), "C09 C09");
    row("C10 below 10 s", with("54000", "9000"), "C10");
    row("C10 below the laxer rule", with("54000", "17999"), "C10");
    row("C10 between both rules", with("54000", "18000"), "C10");
    row("C10 at the stricter rule", with("54000", "20000"), "C10");
    row("C10 above both rules", with("54000", "20001"), "");
    row("C11 nobody wins", without(" master_wins=\"1\""), "C11");
    row("C11 with a heuristic",
        with("master_wins=\"1\"/>", "master_wins=\"1\"><heuristic program=\"/x\"/></quorumd>"),
        "C11");
    row("C12 ping without end",
        with(" master_wins=\"1\"/>", "><heuristic program=\"ping -c1 a\"/></quorumd>"), "C12");
    row("C12 one answer",
        with(" master_wins=\"1\"/>",
             "><heuristic program=\"ping -c1 -w1 a\" tko=\"1\"/></quorumd>"),
        "C12");
    row("C13 label and device", with("<quorumd ", "<quorumd device=\"/dev/x\" "), "C13");
    row("C13 status_file", with("<quorumd ", "<quorumd status_file=\"/t\" "), "C13");
    row("C13 reboot", with("<quorumd ", "<quorumd reboot=\"0\" "), "C13");
    row("C13 allow_kill", with("<quorumd ", "<quorumd allow_kill=\"0\" "), "C13");
    row("C14 clean_start", with("<fence_daemon ", "<fence_daemon clean_start=\"1\" "), "C14");
    row("C14 post_fail_delay", with("<fence_daemon ", "<fence_daemon post_fail_delay=\"5\" "),
        "C14");
    row("C14 post_join_delay", with("\"60\"", "\"3\""), "C14");
    row("C14 for ever", with("\"60\"", "\"-1\""), "");
    row("C26 on DRBD", with("label=\"ballot\"", "device=\"/dev/drbd5\""), "C26");
    row("C27 a password", with("agent=\"fence_apc_snmp\"", "agent=\"fence_apc_snmp\" passwd=\"x\""),
        "C27");
    row("large", with("</cluster>", "<!--" + QByteArray(130'000, ' ') + "--></cluster>"),
        "conf.comments conf.size");
    row("latin 1",
        QByteArray(good)
            .replace("version=\"1.0\"", "version=\"1.0\" encoding=\"ISO-8859-1\"")
            .replace("login=\"f\"", "login=\"\xE9\""),
        "conf.encoding");
    row("byte order mark", "\xEF\xBB\xBF" + good, "conf.mark");
    row("CR LF", QByteArray(good).replace("\n", "\r\n"), "conf.lineends");
    row("document type",
        with("?>\n", "?>\n<!DOCTYPE cluster SYSTEM \"http://127.0.0.1:1/x.dtd\">\n"),
        "conf.doctype");
    row("a comment", with("<rm>", "<rm><!-- x -->"), "conf.comments");
    row("an ampersand", with("keyfile=\"", "keyfile=\"&amp;"), "conf.escape");
    row("a name of PVE's", with("<pvevm ", "<pvevm text=\"1\" "), "C01 conf.reserved");
    row("a node twice", with("name=\"beta\"", "name=\"alpha\""), "conf.node.name");
    row("an id twice", with("nodeid=\"2\"", "nodeid=\"1\""), "conf.node.id");
    row("ids in gaps", with("nodeid=\"2\"", "nodeid=\"9\""), "conf.node.gap");
    row("an id beyond the disk", with("nodeid=\"2\"", "nodeid=\"17\""),
        "conf.node.disk conf.node.gap");
    row("localhost", with("name=\"beta\" nodeid", "name=\"localhost\" nodeid"),
        "conf.node.loopback");
    row("votes beyond 255", with("nodeid=\"2\" votes=\"1\"", "nodeid=\"2\" votes=\"256\""),
        "C09 C09 conf.votes");
    row("no margin", twoNode("expected_votes=\"2\""), "conf.margin");
    row("expected votes of nobody", twoNode("expected_votes=\"5\""), "conf.expected conf.margin");
    row("transport of totem", with("<totem ", "<totem transport=\"udpu\" "), "C01 conf.transport");
    row("a token of words", twoNode("two_node=\"1\" expected_votes=\"1\"").replace("54000", "long"),
        "conf.token");
    row("three rings",
        with("<totem token=\"54000\"/>",
             "<totem token=\"54000\"><interface/><interface/><interface/></totem>"),
        "conf.rings");
    row("broadcast", with("<cman ", "<cman broadcast=\"yes\" transport=\"udpu\" "),
        "conf.broadcast");
    row("ttl",
        with("<totem token=\"54000\"/>", "<totem token=\"54000\"><interface ttl=\"256\"/></totem>"),
        "conf.ttl");
    row("no label", without("label=\"ballot\" "), "qdisk.place");
    row("a device name", with("label=\"ballot\"", "device=\"/dev/sdc1\""), "qdisk.device");
    row("poll unlike token", with("<cman ", "<cman quorum_dev_poll=\"10000\" "), "qdisk.poll");
    row("a number in words", with("interval=\"1\"", "interval=\"one\""), "qdisk.number");
    row("a short tko", with("tko=\"10\"", "tko=\"3\""), "qdisk.tko");
    row("a score out of reach",
        with("master_wins=\"1\"/>",
             "min_score=\"3\"><heuristic program=\"/x\" score=\"2\"/></quorumd>"),
        "qdisk.score");
    row("a slow heuristic",
        with(" master_wins=\"1\"/>",
             "><heuristic program=\"/x\" interval=\"5\" tko=\"2\"/></quorumd>"),
        "qdisk.heuristic");
    row("an agent of no package", with("agent=\"fence_apc_snmp\"", "agent=\"fence_mine\""),
        "fence.agent");
    row("methods of one name",
        with("<method name=\"pdu\"><device name=\"pdu\" port=\"2\"/>",
             "<method name=\"bmc\"><device name=\"pdu\" port=\"2\"/>"),
        "fence.method");
    row("one BMC for both", with("<device name=\"bmc2\"/>", "<device name=\"bmc1\"/>"),
        "C07 fence.same fence.unused");
    row("both supplies in turn",
        with("<device name=\"pdu\" port=\"2\"/>",
             "<device name=\"pdu\" port=\"2\"/><device name=\"pdu\" port=\"3\"/>"),
        "fence.supplies");
    row("only on",
        with("<device name=\"pdu\" port=\"2\"/>",
             "<device name=\"pdu\" port=\"2\" action=\"on\"/>"),
        "fence.on");
    row("no effect", with("<device name=\"bmc2\"/>", "<device name=\"bmc2\" login=\"g\"/>"),
        "fence.override");
    row("long arguments",
        with("<device name=\"bmc2\"/>",
             "<device name=\"bmc2\" ssh_options=\"" + QByteArray(4'200, 'x') + "\"/>"),
        "fence.arguments");
    row("not IPMI 2", without(" lanplus=\"1\" delay=\"15\""), "C07 fence.lanplus");
    row("a device for nobody",
        with("</fencedevices>", "<fencedevice name=\"z\" agent=\"fence_apc\"/></fencedevices>"),
        "fence.unused");
    row("a device twice",
        with("</fencedevices>", "<fencedevice name=\"pdu\" agent=\"fence_apc\"/></fencedevices>"),
        "C01");
    row("no rgmanager",
        QByteArray(good).replace(good.indexOf("  <rm>"),
                                 good.indexOf("</rm>") + 6 - good.indexOf("  <rm>"), ""),
        "rm.missing");
    row("rgmanager off", with("<rm>", "<rm disabled=\"1\">"), "rm.disabled");
    row("a guest twice", with("</rm>", "<pvevm vmid=\"100\"/></rm>"), "rm.vmid");
    row("a guest without number", with("vmid=\"100\"", "vmid=\"web\""), "rm.vmid");
    row("no such domain", with("domain=\"left\"", "domain=\"right\""), "rm.domain");
    row("no such node", with("node name=\"alpha\" priority", "node name=\"gamma\" priority"),
        "rm.domainnode");
    row("priority 0", with("priority=\"1\"", "priority=\"200\""), "rm.priority");
}

void TstConflint::eachMistakeHasItsFinding()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, ids);
    const LintResult result = lint(text);
    QVERIFY2(idsOf(result) == ids, qPrintable(idsOf(result) + u'\n' + allWords(result)));
}

void TstConflint::severityFollowsTheRule_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("severity");
    const auto row = [](const char *name, const QByteArray &text, Severity severity) {
        QTest::newRow(name) << text << int(severity);
    };
    row("below the laxer rule", with("54000", "17999"), Severity::Blocker);
    row("below the stricter rule", with("54000", "18000"), Severity::Warning);
    row("no winner", without(" master_wins=\"1\""), Severity::Warning);
    row("allow_kill off", with("<quorumd ", "<quorumd allow_kill=\"0\" "), Severity::Note);
    row("not fenceable", with("<device name=\"bmc1\"/>", "<device name=\"bmc9\"/>"),
        Severity::Blocker);
    row("two_node with a disk", with("<cman ", "<cman two_node=\"1\" "), Severity::Error);
    row("no schema", with("<rm>", "<rm color=\"1\">"), Severity::Blocker);
}

void TstConflint::severityFollowsTheRule()
{
    QFETCH(QByteArray, text);
    QFETCH(int, severity);
    QCOMPARE(int(worst(lint(text))), severity);
}

void TstConflint::fixesPutItRight_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *id, const QByteArray &text) {
        QTest::newRow(id) << text << QString::fromLatin1(id).section(u' ', 0, 0);
    };
    row("C06", with("delay=\"15\"", "delay=\"15\" method=\"cycle\""));
    row("C07", without(" delay=\"15\""));
    row("C08 disk", with("<cman ", "<cman two_node=\"1\" "));
    row("C08 votes", twoNode("two_node=\"1\""));
    row("C09", with("expected_votes=\"3\"", "expected_votes=\"2\""));
    row("C09 no cman",
        without(
            "  <cman expected_votes=\"3\" keyfile=\"/var/lib/pve-cluster/corosync.authkey\"/>\n"));
    row("C10", with("54000", "12000"));
    row("C10 no totem", without("  <totem token=\"54000\"/>\n"));
    row("C11", without(" master_wins=\"1\""));
    row("C13", with("<quorumd ", "<quorumd device=\"/dev/x\" "));
    row("C14", with("<fence_daemon ", "<fence_daemon clean_start=\"1\" "));
    row("C14 none", without("  <fence_daemon post_join_delay=\"60\"/>\n"));
    row("fence.method",
        with("<method name=\"pdu\"><device name=\"pdu\" port=\"2\"/>",
             "<method name=\"bmc\"><device name=\"pdu\" port=\"2\"/>"));
    row("fence.override", with("<device name=\"bmc2\"/>", "<device name=\"bmc2\" login=\"g\"/>"));
    row("rm.vmid", with("</rm>", "<pvevm vmid=\"100\"/></rm>"));
}

void TstConflint::fixesPutItRight()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, id);
    const Expected<Document> document = Document::fromBytes(text);
    QVERIFY(document);
    const LintResult result = lint(*document);
    const Finding *wrong = finding(result, id);
    QVERIFY2(wrong && wrong->fix, qPrintable(allWords(result)));
    const Expected<Document> fixed = edited(*document, wrong->fix->edits);
    QVERIFY(fixed);
    const LintResult after = lint(*fixed);
    QVERIFY2(after.findings.isEmpty(), qPrintable(allWords(after)));
}

void TstConflint::everyFindingHasItsPlaceAndSource()
{
    QFETCH(QByteArray, text);
    for (const Finding &one : lint(text).findings) {
        QVERIFY(one.span && one.span->line >= 1 && one.span->column >= 1);
        QVERIFY(!one.source.isEmpty());
        QVERIFY(!one.text.isEmpty());
    }
}

void TstConflint::versionMustBeAboveAllKnown()
{
    LintContext context;
    context.knownVersions = {13};
    QVERIFY(lint(good, context).findings.isEmpty());
    context.knownVersions = {13, 20, 14};
    const LintResult result = lint(good, context);
    QCOMPARE(idsOf(result), QStringLiteral("C02"));
    QCOMPARE(worst(result), Severity::Blocker);
    const Expected<Document> document = Document::fromBytes(good);
    const Expected<Document> fixed = edited(*document, result.findings.first().fix->edits);
    QCOMPARE(fixed->root().value(u"config_version"), QStringLiteral("21"));
    context.knownVersions = {highestVersion};
    QVERIFY(!lint(good, context).findings.first().fix); // there is no higher one
}

void TstConflint::otherNodesFileMustBeTheSame()
{
    LintContext context;
    context.otherFile = good;
    QVERIFY(lint(good, context).findings.isEmpty());
    context.otherFile = good + "\n";
    QCOMPARE(idsOf(lint(good, context)), QStringLiteral("C15"));
}

void TstConflint::delayMustProtectTheGuests()
{
    LintContext context;
    context.holders = {NodeName(QStringLiteral("alpha"))};
    QVERIFY(lint(good, context).findings.isEmpty());
    context.holders = {NodeName(QStringLiteral("beta"))};
    QCOMPARE(idsOf(lint(good, context)), QStringLiteral("C07"));
    context.holders << NodeName(QStringLiteral("alpha"));
    QVERIFY(lint(good, context).findings.isEmpty()); // either choice loses
}

void TstConflint::joinDelayIsComparedWithTheMeasuredGap()
{
    LintContext context;
    context.bootGap = 61s;
    QCOMPARE(idsOf(lint(good, context)), QStringLiteral("C14"));
    context.bootGap = 2s;
    QVERIFY(lint(with("\"60\"", "\"3\""), context).findings.isEmpty());
}

void TstConflint::bondModesOfTheHeartbeat()
{
    LintContext context;
    context.bonds = {{NodeName(QStringLiteral("alpha")), QStringLiteral("bond0"),
                      QStringLiteral("active-backup")}};
    QVERIFY(lint(good, context).findings.isEmpty());
    context.bonds.first().mode = QStringLiteral("balance-rr");
    QCOMPARE(idsOf(lint(good, context)), QStringLiteral("C25"));
}

void TstConflint::labelOnAReplicatedDevice()
{
    LintContext context;
    context.quorumDevice = QStringLiteral("/dev/sdc");
    QVERIFY(lint(good, context).findings.isEmpty());
    context.quorumDevice = QStringLiteral("/dev/drbd3");
    QCOMPARE(idsOf(lint(good, context)), QStringLiteral("C26"));
}

void TstConflint::changesAgainstTheRunningFile()
{
    const Expected<Document> running = Document::fromBytes(with("54000", "10000"));
    LintContext context;
    context.running = &*running;
    const LintResult result = lint(good, context);
    QCOMPARE(idsOf(result), QStringLiteral("C16"));
    QVERIFY(rendered(result.findings.first().text).contains(QStringLiteral("10000 to 54000")));
    QVERIFY(rendered(result.findings.first().reason).contains(QStringLiteral("restart of cman")));
}

void TstConflint::noPasswordInAnyFinding()
{
    const Expected<Document> running
        = Document::fromBytes(QByteArray(howTo).replace("hunter2", "former3"));
    LintContext context;
    context.running = &*running;
    const QString words = allWords(lint(howTo, context));
    QVERIFY(words.contains(QStringLiteral("password changed")));
    QVERIFY(!words.contains(QStringLiteral("hunter2")));
    QVERIFY(!words.contains(QStringLiteral("former3")));
}

void TstConflint::exportsWithPasswordsAreBlocked()
{
    const QList<Finding> found = exportBlockers(QString::fromUtf8(howTo));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.first().severity, Severity::Blocker);
    QCOMPARE(found.first().span->line, 15);
    QVERIFY(exportBlockers(QStringLiteral("<a passwd=\"***\"/>")).isEmpty());
}

void TstConflint::malformedTextIsOneFinding()
{
    const LintResult result
        = lint("<cluster name=\"a\"\n config_version=\"1\">\n <cman x=1/>\n</cluster>");
    QVERIFY(!result.wellFormed);
    QVERIFY(!result.schemaValid);
    QCOMPARE(result.findings.size(), 1);
    const TextSpan wanted{3, 10, 1};
    QVERIFY(result.findings.first().span == wanted);
}

void TstConflint::hugeTextIsSaid()
{
    const QByteArray five
        = with("</cluster>", "<!--" + QByteArray(5 * 1024 * 1024, 'x') + "--></cluster>");
    const LintResult result = lint(five);
    QVERIFY(!result.wellFormed);
    QVERIFY(allWords(result).contains(QStringLiteral("larger than")));
    QVERIFY(result.findings.first().reason.isEmpty()); // nobody said that a daemon cannot read it
}

void TstConflint::corosyncConf_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *name, const QByteArray &text, const char *ids) {
        QTest::newRow(name) << "totem {\n  config_version: 3\n}\n" + text
                            << QString::fromLatin1(ids);
    };
    row("good", "quorum {\n # two_node: 1\n device {\n  model: net\n }\n}\n", "");
    row("C17 tie breaker", "quorum {\n device {\n }\n auto_tie_breaker: 1\n}\n", "C17");
    row("C17 last man", "quorum {\n device {\n }\n last_man_standing: 1\n}\n", "C17");
    row("without a device", "quorum {\n auto_tie_breaker: 1\n}\n", "");
    row("C18 two_node", "quorum {\n two_node: 1\n}\n", "C18");
    row("C19 nobody waits", "quorum {\n two_node: 1\n wait_for_all: 0\n}\n", "C18 C19");
    row("C19 without two_node", "quorum {\n wait_for_all: 0\n}\n", "");
    row("never closed", "quorum {\n", "C01");
    row("neither nor", "quorum {\n two_node\n}\n", "C01");
    row("closed twice", "}\n", "C01");
}

void TstConflint::corosyncConf()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, ids);
    QVERIFY(looksLikeCorosync(text));
    QVERIFY(!looksLikeCorosync(good));
    const LintResult result = lintCorosync(text);
    QCOMPARE(idsOf(result), ids);
    QCOMPARE(result.wellFormed, ids != QStringLiteral("C01"));
}

void TstConflint::timingOfAQuorumDisk_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<int>("settled"); // seconds
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("careful");
    const auto row = [](const char *inside, int settled, int least, int careful) {
        QTest::newRow(inside) << QByteArray(inside) << settled << least << careful;
    };
    row("<quorumd interval=\"1\" tko=\"10\"/>", 17, 18, 20);
    row("<quorumd interval=\"2\" tko=\"7\" master_wait=\"2\" upgrade_wait=\"2\"/>", 22, 24, 28);
    row("<quorumd/>", 9, 10, 8); // of the token of 10 s: tko 4, master_wait 3
    row("<totem token=\"54000\"/><quorumd/>", 41, 42, 52); // tko 26, master_wait 13
}

void TstConflint::timingOfAQuorumDisk()
{
    QFETCH(QByteArray, inside);
    QFETCH(int, settled);
    QFETCH(int, least);
    QFETCH(int, careful);
    const Expected<Document> document = Document::fromBytes("<cluster>" + inside + "</cluster>");
    const std::optional<QuorumTiming> timing = quorumTiming(*document);
    QVERIFY(timing);
    QCOMPARE(timing->settled(), std::chrono::seconds(settled));
    QCOMPARE(timing->leastToken(), std::chrono::seconds(least));
    QCOMPARE(timing->carefulToken(), std::chrono::seconds(careful));
    QVERIFY(timing->advisedToken() > timing->leastToken());
    QVERIFY(timing->advisedToken() > timing->carefulToken());
}

BINOME_TEST(TstConflint)
#include "tst_conflint.moc"
