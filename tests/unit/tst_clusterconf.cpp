// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/reader.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

namespace
{
const QByteArray whole = R"(<?xml version="1.0"?>
<!-- two nodes <and> a disk -->
<cluster name="alpine" config_version="7">
  <cman expected_votes="3" keyfile="/var/lib/pve-cluster/corosync.authkey"/>
  <quorumd allow_kill="0" interval="1" label="ballot" tko="10" votes="1" master_wins="1">
    <heuristic program="ping -c1 10.8.0.1" score="1"/>
  </quorumd>
  <totem token="54000"/>
  <fencedevices>
    <fencedevice agent="fence_ipmilan" ipaddr="10.7.0.11" ipport="6230" name="bmc1" lanplus="1"
                 login="console" passwd="oboe&amp;reed" privlvl="OPERATOR" delay="15" method="onoff"/>
    <fencedevice agent="fence_ipmilan" ipaddr="10.7.0.12" name="bmc2" login="console" passwd="s2"/>
  </fencedevices>
  <clusternodes>
    <clusternode name="hautbois" nodeid="1" votes="1">
      <fence>
        <method name="1"><device name="bmc1" action="off"/></method>
        <method name="2"><device name="pdu" option="reboot"/><device name="pdu"/></method>
      </fence>
    </clusternode>
    <clusternode name="basson" nodeid="2">
      <fence><method name="1"><device name="bmc2"/></method></fence>
    </clusternode>
  </clusternodes>
  <rm>
    <pvevm autostart="1" vmid="100"/>
    <pvevm vmid="101"/>
    <pvevm autostart="0" vmid="102"/>
    <service name="mail"/>
  </rm>
</cluster>
)";

QByteArray cluster(const QByteArray &inside, const QByteArray &version = "1")
{
    return "<cluster name=\"a\" config_version=\"" + version + "\">" + inside + "</cluster>";
}

QString placeText(const Error &error)
{
    const std::optional<TextSpan> place = placeOf(error);
    return place ? QStringLiteral("%1, %2").arg(place->line).arg(place->column) : QString();
}
} // namespace

class TstClusterconf : public QObject
{
    Q_OBJECT
private slots:
    void elementsKnowTheirPlaces();
    void attributesKnowTheirPlaces();
    void entitiesAreResolvedAndPlacesAreAsWritten();
    void bytesComeBackUnchanged_data();
    void bytesComeBackUnchanged();
    void spansCountFromOne();
    void childrenByNameInOrder();
    void badTextNamesItsPlace_data();
    void badTextNamesItsPlace();
    void slipOfTheSelfClosedNodeIsNamed();
    void everyCutIsAnError();
    void hostileTextIsRefused_data();
    void hostileTextIsRefused();
    void failureNeverShowsAPassword_data();
    void failureNeverShowsAPassword();

    void wholeConfiguration();
    void twoNodeWithoutDisk();
    void versionThatIsNoNumber_data();
    void versionThatIsNoNumber();
    void defaultsOfMissingValues();
    void deviceAttributesThatAllUsesAgreeUpon();
    void deviceAttributesThatDifferStayUnknown();
    void fenceDeviceOverridesItsUse();
    void lanplusCountsByPresence();
    void secretsAreReadApart();
    void anotherRootIsAnError();
};

void TstClusterconf::elementsKnowTheirPlaces()
{
    const Expected<Document> document = Document::fromBytes(whole);
    QVERIFY(document);
    for (const ConfElement &element : document->elements()) {
        const QString tag = document->text().mid(element.startTag.start, element.startTag.size);
        QVERIFY2(tag.startsWith(QChar(u'<') + element.name), qPrintable(tag));
        QVERIFY2(tag.endsWith(u'>'), qPrintable(tag));
        const QString all = document->text().mid(element.whole.start, element.whole.size);
        const QString end
            = element.empty ? QStringLiteral("/>") : QStringLiteral("</%1>").arg(element.name);
        QVERIFY2(all.endsWith(end), qPrintable(all));
    }
    QCOMPARE(document->elements().size(), 25);
}

void TstClusterconf::attributesKnowTheirPlaces()
{
    const Expected<Document> document
        = Document::fromBytes("<a\n  x = '1'\ty=\"\"  xmlns:z=\"u\"/>");
    QVERIFY(document);
    const auto text
        = [&](TextRange range) { return document->text().mid(range.start, range.size); };
    const QList<ConfAttribute> &attributes = document->root().attributes;
    QCOMPARE(attributes.size(), 3);
    QCOMPARE(text(attributes[0].range), QStringLiteral("x = '1'"));
    QCOMPARE(text(attributes[0].valueRange), QStringLiteral("1"));
    QCOMPARE(text(attributes[1].range), QStringLiteral("y=\"\""));
    QCOMPARE(text(attributes[2].range), QStringLiteral("xmlns:z=\"u\""));
}

void TstClusterconf::entitiesAreResolvedAndPlacesAreAsWritten()
{
    const Expected<Document> document = Document::fromBytes("<a>&amp;<b x=\"1&lt;2 &#65;\"/></a>");
    QVERIFY(document);
    const ConfAttribute &attribute = document->elements().at(1).attributes.at(0);
    QCOMPARE(attribute.value, QStringLiteral("1<2 A"));
    QCOMPARE(document->text().mid(attribute.valueRange.start, attribute.valueRange.size),
             QStringLiteral("1&lt;2 &#65;"));
}

void TstClusterconf::bytesComeBackUnchanged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << whole;
    QTest::newRow("carriage returns") << QByteArray("<a>\r\n<b/>\r\n</a>\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF<a/>");
    QTest::newRow("accents") << QByteArray("<a x=\"n\xC5\x93ud \xF0\x9F\x8E\xBA\"/>");
    QTest::newRow("latin 1") << QByteArray("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
                                           "<a x=\"\xE9t\xE9\"/>");
}

void TstClusterconf::bytesComeBackUnchanged()
{
    QFETCH(QByteArray, bytes);
    const Expected<Document> document = Document::fromBytes(bytes);
    QVERIFY(document);
    QCOMPARE(document->bytes(), bytes);
}

void TstClusterconf::spansCountFromOne()
{
    const Expected<Document> document = Document::fromBytes("<a>\n  <b x=\"12\"/>\n</a>");
    QVERIFY(document);
    const TextSpan wanted{2, 9, 2};
    QVERIFY(document->span(document->elements().at(1).attributes.at(0).valueRange) == wanted);
    const TextSpan root{1, 1, 3};
    QVERIFY(document->span(document->root().startTag) == root);
}

void TstClusterconf::childrenByNameInOrder()
{
    const Expected<Document> document = Document::fromBytes("<a><b i=\"1\"/><c/><b i=\"2\"/></a>");
    QVERIFY(document);
    const QList<int> wanted{1, 3};
    QCOMPARE(document->children(0, u"b"), wanted);
    QCOMPARE(document->find({u"b"})->value(u"i"), QStringLiteral("1"));
    QVERIFY(!document->find({u"b", u"c"}));
}

void TstClusterconf::badTextNamesItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("words");
    const auto row
        = [](const char *name, const QByteArray &text, const char *where, const char *words) {
              QTest::newRow(name) << text << QString::fromLatin1(where) << QString::fromUtf8(words);
          };
    row("empty", "", "1, 1", "ends too early");
    row("no XML", "\ntotem {\n}\n", "2, 1", "no XML");
    row("no quotes", "<a>\n  <b x=1/>\n</a>", "2, 8", "“x” needs a value in quotes");
    row("no value", "<a>\n<b x y=\"1\"/></a>", "2, 6", "“x” needs a value in quotes");
    row("attribute twice", "<a>\n<b x=\"1\" x=\"2\"/></a>", "2, 10", "“x” is here already");
    row("raw ampersand", "<a x=\"R&D\"/>", "1, 8", "“&amp;”");
    row("ampersand in text", "<a>\nR & D</a>", "2, 3", "“&amp;”");
    row("unknown entity", "<a x=\"&oops;\"/>", "1, 7", "“&amp;”");
    row("raw less", "<a x=\"1<2\"/>", "1, 8", "“&lt;”");
    row("quote forgotten", "<a x=\"1>\n<b/></a>", "2, 1", "a quote is missing before it");
    row("quote at the end", "<a x=\"1\" y\" z>\n", "1, 11", "“y” needs a value in quotes");
    row("quote never closed", "<a x=\"1\" b=\"2 c>\n", "2, 1", "ends too early");
    row("wrong end", "<a>\n <b>\n </c>\n</a>", "3, 2", "where “</b>” of line 2 was expected");
    row("open at the end", "<a>\n<b>\n</b>\n", "4, 1", "“<a>” of line 1 is still open");
    row("two roots", "<a/>\n<b/>\n", "2, 1", "nothing may follow the end of “<a>”");
    row("control character", "<a>\n\x01</a>", "2, 1", "not well-formed");
    row("not UTF-8", "<a>\n<b x=\"\xE9\"/></a>", "2, 7", "not UTF-8");
    row("entities", "<!DOCTYPE a [<!ENTITY e \"e\">]><a>&e;</a>", "1, 1", "no entity");
}

void TstClusterconf::badTextNamesItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    QFETCH(QString, words);
    const Expected<Document> document = Document::fromBytes(text);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::ParseFailed);
    const QString sentence = rendered(document.error().what);
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QCOMPARE(placeText(document.error()), where);
}

void TstClusterconf::slipOfTheSelfClosedNodeIsNamed()
{
    const Expected<ClusterConfig> config
        = readClusterConfig("<cluster name=\"a\" config_version=\"2\">\n"
                            "  <clusternodes>\n"
                            "    <clusternode name=\"basson\" votes=\"1\" nodeid=\"2\"/>\n"
                            "      <fence><method name=\"1\"/></fence>\n"
                            "    </clusternode>\n"
                            "  </clusternodes>\n"
                            "</cluster>\n");
    QVERIFY(!config);
    QCOMPARE(placeText(config.error()), QStringLiteral("5, 5"));
    const QString sentence = rendered(config.error().what);
    QVERIFY2(sentence.contains(QStringLiteral("line 3 already ends")), qPrintable(sentence));
}

void TstClusterconf::everyCutIsAnError()
{
    const qsizetype end = whole.lastIndexOf('>');
    for (qsizetype size = 0; size <= end; ++size)
        QVERIFY2(!Document::fromBytes(whole.first(size)), QByteArray::number(size).constData());
}

void TstClusterconf::hostileTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("64 MiB") << QByteArray(64 * 1024 * 1024, '<');
    QTest::newRow("one long tag") << "<a " + QByteArray("b=\"\" ").repeated(100'000) + "/>";
    QTest::newRow("deep") << QByteArray("<a>").repeated(300'000);
    QTest::newRow("only openings") << QByteArray(1024 * 1024, '<');
    QTest::newRow("zeroes") << QByteArray(1024 * 1024, '\0');
}

void TstClusterconf::hostileTextIsRefused()
{
    QFETCH(QByteArray, text);
    const Expected<Document> document = Document::fromBytes(text);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::ParseFailed);
}

void TstClusterconf::failureNeverShowsAPassword_data()
{
    QTest::addColumn<QByteArray>("tag");
    QTest::newRow("plain") << QByteArray("<f passwd=\"hunter2\" x=1/>");
    QTest::newRow("single quotes") << QByteArray("<f passwd = 'hunter2' x=1/>");
    QTest::newRow("no quotes") << QByteArray("<f passwd=hunter2/>");
    QTest::newRow("open quote") << QByteArray("<f passwd=\"hunter2 />");
    QTest::newRow("broken line") << QByteArray("<f passwd=\n\"hunter2\" x=1/>");
    QTest::newRow("other spelling") << QByteArray("<f password=\"hunter2\" x=1/>");
}

void TstClusterconf::failureNeverShowsAPassword()
{
    QFETCH(QByteArray, tag);
    const Expected<QList<FenceSecret>> secrets = fenceSecrets(cluster(tag));
    QVERIFY(!secrets);
    QVERIFY2(!secrets.error().detail.contains(QStringLiteral("hunter2")),
             qPrintable(secrets.error().detail));
    QVERIFY(!rendered(secrets.error().what).contains(QStringLiteral("hunter2")));
}

void TstClusterconf::wholeConfiguration()
{
    const Expected<ClusterConfig> config = readClusterConfig(whole);
    QVERIFY(config);
    const auto text = [](const char *latin) { return QString::fromLatin1(latin); };
    ClusterConfig wanted;
    wanted.name = text("alpine");
    wanted.version = 7;
    wanted.expectedVotes = 3;
    wanted.totemToken = 54'000ms;
    wanted.quorumDisk = QuorumDisk{text("ballot"), {}, 1, 10, 1, false, true, 1};
    wanted.nodes = {
        {NodeName(text("hautbois")),
         1,
         1,
         {{text("1"), {{text("bmc1"), text("off")}}},
          {text("2"), {{text("pdu"), text("reboot")}, {text("pdu"), {}}}}}},
        {NodeName(text("basson")), 2, 1, {{text("1"), {{text("bmc2"), {}}}}}},
    };
    wanted.fenceDevices = {
        {text("bmc1"),
         text("fence_ipmilan"),
         text("10.7.0.11"),
         6230,
         text("console"),
         true,
         text("operator"),
         15,
         text("onoff"),
         {}},
        {text("bmc2"),
         text("fence_ipmilan"),
         text("10.7.0.12"),
         {},
         text("console"),
         false,
         {},
         {},
         {},
         {}},
    };
    wanted.haGuests = {{100, true}, {101, true}, {102, false}};
    QVERIFY(*config == wanted);
}

void TstClusterconf::twoNodeWithoutDisk()
{
    const Expected<ClusterConfig> config
        = readClusterConfig(cluster("<cman two_node=\"1\" expected_votes=\"1\"/>"));
    QVERIFY(config);
    QVERIFY(config->twoNode);
    QCOMPARE(config->expectedVotes, 1);
    QVERIFY(!config->quorumDisk);
}

void TstClusterconf::versionThatIsNoNumber_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<quint32>("wanted"); // 0: none
    QTest::newRow("word") << QByteArray("NextVersion") << 0U;
    QTest::newRow("empty") << QByteArray() << 0U;
    QTest::newRow("zero") << QByteArray("0") << 0U;
    QTest::newRow("negative") << QByteArray("-3") << 0U;
    QTest::newRow("beyond int") << QByteArray("99999999999") << 0U;
    QTest::newRow("as atoi reads it") << QByteArray(" 12b") << 12U;
}

void TstClusterconf::versionThatIsNoNumber()
{
    QFETCH(QByteArray, version);
    QFETCH(quint32, wanted);
    const Expected<ClusterConfig> config = readClusterConfig(cluster("", version));
    QVERIFY(config);
    QCOMPARE(config->version.value_or(0), wanted);
}

void TstClusterconf::defaultsOfMissingValues()
{
    const Expected<ClusterConfig> config = readClusterConfig(
        cluster("<clusternodes><clusternode name=\"n\"><fence/></clusternode></clusternodes>"
                "<rm><pvevm autostart=\"NO\" vmid=\"5\"/><pvevm/></rm>"));
    QVERIFY(config);
    const ConfiguredNode wanted{NodeName(QStringLiteral("n")), 0, 1, {}};
    QVERIFY(config->nodes == QList<ConfiguredNode>{wanted});
    const QList<HaGuest> guests{{5, false}};
    QVERIFY(config->haGuests == guests);
    QCOMPARE(config->totemToken, std::nullopt);
}

namespace
{
// A fence device `d`, and a method using it twice.
QByteArray fenced(const QByteArray &device, const QByteArray &use1, const QByteArray &use2)
{
    return cluster("<fencedevices><fencedevice name=\"d\" " + device
                   + "/></fencedevices>"
                     "<clusternodes><clusternode name=\"n\"><fence><method name=\"1\">"
                     "<device name=\"d\" "
                   + use1 + "/><device name=\"d\" " + use2
                   + "/></method></fence></clusternode></clusternodes>");
}
} // namespace

void TstClusterconf::deviceAttributesThatAllUsesAgreeUpon()
{
    const Expected<ClusterConfig> config = readClusterConfig(
        fenced("", "ipaddr=\"b\" login=\"l\" delay=\"9\"", "ipaddr=\"b\" login=\"l\" delay=\"9\""));
    QVERIFY(config);
    QCOMPARE(config->fenceDevices.at(0).address, QStringLiteral("b"));
    QCOMPARE(config->fenceDevices.at(0).login, QStringLiteral("l"));
    QCOMPARE(config->fenceDevices.at(0).delay, 9);
}

void TstClusterconf::deviceAttributesThatDifferStayUnknown()
{
    const Expected<ClusterConfig> config
        = readClusterConfig(fenced("", "ipaddr=\"b\" delay=\"9\"", "ipaddr=\"c\""));
    QVERIFY(config);
    QVERIFY(config->fenceDevices.at(0).address.isEmpty());
    QCOMPARE(config->fenceDevices.at(0).delay, std::nullopt);
}

void TstClusterconf::fenceDeviceOverridesItsUse()
{
    const Expected<ClusterConfig> config
        = readClusterConfig(fenced("ipaddr=\"own\"", "ipaddr=\"b\"", "ipaddr=\"b\""));
    QVERIFY(config);
    QCOMPARE(config->fenceDevices.at(0).address, QStringLiteral("own"));
}

void TstClusterconf::lanplusCountsByPresence()
{
    QVERIFY(readClusterConfig(fenced("lanplus=\"0\"", "", ""))->fenceDevices.at(0).lanplus);
    QVERIFY(
        readClusterConfig(fenced("", "lanplus=\"\"", "lanplus=\"\""))->fenceDevices.at(0).lanplus);
    QVERIFY(!readClusterConfig(fenced("", "", ""))->fenceDevices.at(0).lanplus);
}

void TstClusterconf::secretsAreReadApart()
{
    const Expected<QList<FenceSecret>> secrets = fenceSecrets(whole);
    QVERIFY(secrets);
    QCOMPARE(secrets->size(), 2);
    QCOMPARE(secrets->at(0).device, QStringLiteral("bmc1"));
    QCOMPARE(secrets->at(0).password, QStringLiteral("oboe&reed"));
    const Expected<QList<FenceSecret>> ofUse
        = fenceSecrets(fenced("", "passwd=\"p\"", "passwd=\"p\""));
    QVERIFY(ofUse);
    QCOMPARE(ofUse->value(0).password, QStringLiteral("p"));
    QVERIFY(fenceSecrets(fenced("passwd_script=\"/s\"", "", ""))->isEmpty());
}

void TstClusterconf::anotherRootIsAnError()
{
    const Expected<ClusterConfig> config = readClusterConfig("<?xml version=\"1.0\"?>\n<clustat/>");
    QVERIFY(!config);
    QCOMPARE(placeText(config.error()), QStringLiteral("2, 1"));
}

BINOME_TEST(TstClusterconf)
#include "tst_clusterconf.moc"
