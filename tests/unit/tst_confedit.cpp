// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/edit.h"
#include "core/clusterconf/reader.h"
#include "tests/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Core;

namespace
{
const QByteArray whole = R"(<?xml version="1.0"?>
<!-- "quotes" & <tags> in a comment -->
<cluster name='alpine' config_version="7">
  <cman expected_votes="3"
        keyfile="/var/lib/pve-cluster/corosync.authkey"/>
  <totem token="54000"/> <!-- 54 s -->
  <fencedevices>
    <fencedevice agent="fence_ipmilan" name="bmc1" passwd="oboe&amp;reed" />
  </fencedevices>
  <clusternodes>
    <clusternode name="hautbois" nodeid="1"><fence/></clusternode>
    <clusternode name="basson" nodeid="2">
      <fence>
        <!-- none yet -->
      </fence>
    </clusternode>
  </clusternodes>
  <rm></rm>
</cluster>
)";

Document read(const QByteArray &bytes)
{
    const Expected<Document> document = Document::fromBytes(bytes);
    if (!document)
        qFatal("%s", qPrintable(rendered(document.error().what)));
    return *document;
}

QByteArray after(const Document &document, const QList<TextEdit> &edits)
{
    const Expected<Document> result = edited(document, edits);
    return result ? result->bytes() : "refused: " + rendered(result.error().what).toUtf8();
}

// One change of `whole`, as what stood there and what stands there now.
QByteArray replaced(const QByteArray &from, const QByteArray &to)
{
    if (whole.count(from) != 1)
        qFatal("not once there: %s", from.constData());
    return QByteArray(whole).replace(from, to);
}

const NewElement guest{
    QStringLiteral("pvevm"), {{QStringLiteral("vmid"), QStringLiteral("100")}}, {}};
const NewElement method{
    QStringLiteral("method"),
    {{QStringLiteral("name"), QStringLiteral("1")}},
    {{QStringLiteral("device"), {{QStringLiteral("name"), QStringLiteral("bmc2")}}, {}}}};

QString randomValue(QRandomGenerator &random)
{
    static const QStringList pieces{
        QStringLiteral("a"),  QStringLiteral("<"),  QStringLiteral("&"), QStringLiteral("\""),
        QStringLiteral("'"),  QStringLiteral(">"),  QStringLiteral("é"), QStringLiteral("𝄞"),
        QStringLiteral("\n"), QStringLiteral("\t"), QStringLiteral(" "), QStringLiteral("]]>")};
    QString value;
    for (quint32 i = random.bounded(9u); i > 0; --i)
        value += pieces.at(random.bounded(int(pieces.size())));
    return value;
}

// The document in another dress: the same elements, other bytes.
QByteArray dressed(int dress)
{
    switch (dress) {
    case 1:
        return QByteArray(whole).replace("\n", "\r\n");
    case 2:
        return "\xEF\xBB\xBF" + whole;
    case 3:
        return QByteArray(whole)
            .replace("version=\"1.0\"", "version=\"1.0\" encoding=\"iso-8859-1\"")
            .replace("54 s", "54 s \xE9");
    case 4:
        return QByteArray(whole).replace("  ", "\t");
    default:
        return whole;
    }
}

// Both ends of a change are those of the document before it.
bool outsideIsUntouched(const QByteArray &before, const QByteArray &now, const Document &document,
                        const TextEdit &edit)
{
    const QByteArray head = document.encoded(document.text().first(edit.start));
    const QByteArray tail = document.encoded(document.text().sliced(edit.start + edit.size));
    const qsizetype mark = document.hasByteOrderMark() ? 3 : 0;
    return now.startsWith(head) && before.startsWith(head) && now.endsWith(tail.sliced(mark))
        && before.endsWith(tail.sliced(mark));
}
} // namespace

class TstConfedit : public QObject
{
    Q_OBJECT
private slots:
    void valuesAreSetInTheirQuotes();
    void newAttributesGoOnInTheStyleOfTheTag();
    void attributesAreRemovedWithTheirBlanks();
    void elementsTakeTheIndentationOfTheirSiblings();
    void firstChildrenOpenTheirParent();
    void elementsInFrontOfAnother();
    void textWithoutLinesStaysWithoutLines();
    void elementsAreRemovedWithTheirLine();
    void versionIsRaisedAboveAllKnown();
    void versionHasAnEnd();
    void whatXmlCannotHoldIsRefused();
    void randomValuesComeBackAndTheRestStays_data();
    void randomValuesComeBackAndTheRestStays();
    void randomElementsComeAndGo_data() { randomValuesComeBackAndTheRestStays_data(); }
    void randomElementsComeAndGo();
};

void TstConfedit::valuesAreSetInTheirQuotes()
{
    const Document document = read(whole);
    QCOMPARE(after(document,
                   {setAttribute(document, 0, QStringLiteral("name"), QStringLiteral("it's"))}),
             replaced("'alpine'", "'it&apos;s'"));
    const int totem = document.indexOf({u"totem"});
    QCOMPARE(
        after(document,
              {setAttribute(document, totem, QStringLiteral("token"), QStringLiteral("2<\"1\""))}),
        replaced("\"54000\"", "\"2&lt;&quot;1&quot;\""));
}

void TstConfedit::newAttributesGoOnInTheStyleOfTheTag()
{
    const Document document = read(whole);
    const QString name = QStringLiteral("x");
    const QString one = QStringLiteral("1");
    const auto with = [&](const QList<QStringView> &path) {
        return after(document, {setAttribute(document, document.indexOf(path), name, one)});
    };
    QCOMPARE(with({u"totem"}), replaced("token=\"54000\"", "token=\"54000\" x=\"1\""));
    QCOMPARE(with({u"rm"}), replaced("<rm>", "<rm x=\"1\">"));
    QCOMPARE(with({u"cman"}), replaced("authkey\"/>", "authkey\"\n        x=\"1\"/>"));
    QCOMPARE(with({u"fencedevices", u"fencedevice"}), replaced("reed\" />", "reed\" x=\"1\" />"));
}

void TstConfedit::attributesAreRemovedWithTheirBlanks()
{
    const Document document = read(whole);
    const auto without = [&](const QList<QStringView> &path, QStringView name) {
        const std::optional<TextEdit> edit
            = removeAttribute(document, document.indexOf(path), name);
        return edit ? after(document, {*edit}) : QByteArray("not there");
    };
    QCOMPARE(without({u"cman"}, u"expected_votes"), replaced(" expected_votes=\"3\"", ""));
    QCOMPARE(without({u"totem"}, u"token"), replaced(" token=\"54000\"", ""));
    QCOMPARE(without({u"totem"}, u"tokens"), QByteArray("not there"));
}

void TstConfedit::elementsTakeTheIndentationOfTheirSiblings()
{
    const Document document = read(whole);
    QCOMPARE(after(document,
                   {insertElement(document, document.indexOf({u"fencedevices"}),
                                  {QStringLiteral("fencedevice"),
                                   {{QStringLiteral("name"), QStringLiteral("R&D")}},
                                   {}})}),
             replaced("reed\" />\n", "reed\" />\n    <fencedevice name=\"R&amp;D\"/>\n"));
    const QByteArray commented = replaced("  <rm></rm>\n", "");
    const Document last = read(
        QByteArray(commented).replace("  </clusternodes>\n", "  </clusternodes> <!-- end -->\n"));
    QCOMPARE(after(last, {insertElement(last, 0, guest)}),
             QByteArray(last.bytes())
                 .replace("<!-- end -->\n", "<!-- end -->\n  <pvevm vmid=\"100\"/>\n"));
}

void TstConfedit::firstChildrenOpenTheirParent()
{
    const Document document = read(whole);
    QCOMPARE(after(document, {insertElement(document, document.indexOf({u"rm"}), guest)}),
             replaced("<rm></rm>", "<rm>\n    <pvevm vmid=\"100\"/>\n  </rm>"));
    QCOMPARE(after(document, {insertElement(document, document.indexOf({u"totem"}), guest)}),
             replaced("<totem token=\"54000\"/>",
                      "<totem token=\"54000\">\n    <pvevm vmid=\"100\"/>\n  </totem>"));
    const int nodes = document.indexOf({u"clusternodes"});
    const int basson = document.elements().at(nodes).children.at(1);
    const int fence = document.children(basson, u"fence").first();
    QCOMPARE(after(document, {insertElement(document, fence, method)}),
             replaced("<!-- none yet -->\n",
                      "<!-- none yet -->\n"
                      "        <method name=\"1\">\n"
                      "          <device name=\"bmc2\"/>\n"
                      "        </method>\n"));
}

void TstConfedit::elementsInFrontOfAnother()
{
    const Document document = read(whole);
    const int totem = document.indexOf({u"totem"});
    QCOMPARE(after(document, {insertElement(document, 0, guest, totem)}),
             replaced("<totem", "<pvevm vmid=\"100\"/>\n  <totem"));
}

void TstConfedit::textWithoutLinesStaysWithoutLines()
{
    const Document document = read("<a><b/></a>");
    QCOMPARE(after(document, {insertElement(document, 0, guest)}),
             QByteArray("<a><b/><pvevm vmid=\"100\"/></a>"));
    QCOMPARE(after(document, {insertElement(document, 1, guest)}),
             QByteArray("<a><b><pvevm vmid=\"100\"/></b></a>"));
    QCOMPARE(after(document, {removeElement(document, 1)}), QByteArray("<a></a>"));
}

void TstConfedit::elementsAreRemovedWithTheirLine()
{
    const Document document = read(whole);
    const auto without = [&](const QList<QStringView> &path) {
        return after(document, {removeElement(document, document.indexOf(path))});
    };
    QCOMPARE(without({u"fencedevices", u"fencedevice"}),
             replaced("    <fencedevice agent=\"fence_ipmilan\" name=\"bmc1\" "
                      "passwd=\"oboe&amp;reed\" />\n",
                      ""));
    QCOMPARE(without({u"totem"}), replaced("<totem token=\"54000\"/>", "")); // a comment stays
    QCOMPARE(without({u"clusternodes", u"clusternode", u"fence"}), replaced("<fence/>", ""));
}

void TstConfedit::versionIsRaisedAboveAllKnown()
{
    const Document document = read(whole);
    const Expected<TextEdit> edit = raisedVersion(document, 11);
    QVERIFY(edit);
    QCOMPARE(after(document, {*edit}), replaced("config_version=\"7\"", "config_version=\"12\""));
}

void TstConfedit::versionHasAnEnd()
{
    const Expected<TextEdit> edit = raisedVersion(read(whole), highestVersion);
    QVERIFY(!edit);
    QCOMPARE(edit.error().kind, ErrorKind::Refused);
}

void TstConfedit::whatXmlCannotHoldIsRefused()
{
    const Document document = read(whole);
    const Expected<Document> result = edited(
        document, {setAttribute(document, 0, QStringLiteral("name"), QStringLiteral("a\u0001b"))});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::ParseFailed);
}

void TstConfedit::randomValuesComeBackAndTheRestStays_data()
{
    QTest::addColumn<int>("dress");
    QTest::newRow("plain") << 0;
    QTest::newRow("carriage returns") << 1;
    QTest::newRow("byte order mark") << 2;
    QTest::newRow("latin 1") << 3;
    QTest::newRow("tabs") << 4;
}

void TstConfedit::randomValuesComeBackAndTheRestStays()
{
    QFETCH(int, dress);
    const QByteArray bytes = dressed(dress);
    const Document document = read(bytes);
    QRandomGenerator random(20'260'114);
    static const QStringList names{QStringLiteral("name"), QStringLiteral("token"),
                                   QStringLiteral("passwd"), QStringLiteral("new")};
    for (int round = 0; round < 300; ++round) {
        const int element = int(random.bounded(document.elements().size()));
        const QString name = names.at(random.bounded(int(names.size())));
        const QString value = randomValue(random);
        const TextEdit edit = setAttribute(document, element, name, value);
        const Expected<Document> now = edited(document, {edit});
        QVERIFY2(now, qPrintable(edit.text));
        QCOMPARE(now->elements().at(element).value(name), value);
        QVERIFY(outsideIsUntouched(bytes, now->bytes(), document, edit));
    }
}

void TstConfedit::randomElementsComeAndGo()
{
    QFETCH(int, dress);
    const QByteArray bytes = dressed(dress);
    Document document = read(bytes);
    QRandomGenerator random(20'260'114);
    for (int round = 0; round < 200; ++round) {
        const int parent = int(random.bounded(document.elements().size()));
        const QList<int> children = document.elements().at(parent).children;
        const bool inFront = !children.isEmpty() && random.bounded(2) == 0;
        const TextEdit edit = insertElement(document, parent, round % 2 ? guest : method,
                                            inFront ? children.first() : -1);
        const Expected<Document> now = edited(document, {edit});
        QVERIFY2(now, qPrintable(edit.text));
        QCOMPARE(now->elements().at(parent).children.size(), children.size() + 1);
        QVERIFY(outsideIsUntouched(document.bytes(), now->bytes(), document, edit));
        const QList<int> after = now->elements().at(parent).children;
        const TextEdit back = removeElement(*now, inFront ? after.first() : after.last());
        const Expected<Document> again = edited(*now, {back});
        QVERIFY(again);
        QCOMPARE(again->elements().at(parent).children.size(), children.size());
        if (round % 8 == 0) // let it grow
            document = *now;
    }
}

BINOME_TEST(TstConfedit)
#include "tst_confedit.moc"
