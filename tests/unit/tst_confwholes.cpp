// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/edit.h"
#include "core/clusterconf/meaning.h"
#include "core/clusterconf/plainreader.h"
#include "core/clusterconf/schema.h"
#include "core/clusterconf/schemareduction.h"
#include "tests/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Core;
using namespace Qt::StringLiterals;

// What is done at each keystroke by a short way has the result of the long one, whatever was typed.
class TstConfWholes : public QObject
{
    Q_OBJECT
private slots:
    void ordinaryTextsAreReadAtOnce();
    void quickReaderReadsWhatTheWholeOneReads();
    void schemaSaysTheSameOfLess();
    void littleIsLeftForTheSchema();
    void changesAreThoseOfAWholeComparison();

private:
    static QByteArray file(int nodes, int guests);
    static QByteArray mutated(QByteArray text, QRandomGenerator &chance);
    static QStringList toldOf(const QList<ConfChange> &changes);
};

QByteArray TstConfWholes::file(int nodes, int guests)
{
    QByteArray text = "<?xml version=\"1.0\"?>\n<cluster name=\"pair\" config_version=\"7\">\n"
                      "  <cman expected_votes=\"3\"/>\n  <!-- by hand -->\n  <fencedevices>\n";
    for (int i = 1; i <= nodes; ++i)
        text += "    <fencedevice agent=\"fence_ipmilan\" name=\"bmc" + QByteArray::number(i)
            + "\" ipaddr='10.0.0." + QByteArray::number(i) + "' passwd=\"x\"/>\n";
    text += "  </fencedevices>\n  <clusternodes>\n";
    for (int i = 1; i <= nodes; ++i)
        text += "    <clusternode name=\"node" + QByteArray::number(i) + "\" nodeid=\""
            + QByteArray::number(i) + "\" votes=\"1\">\n      <fence>\n        <method name=\"1\">"
            + "<device name=\"bmc" + QByteArray::number(i)
            + "\"/></method>\n      </fence>\n    </clusternode>\n";
    text += "  </clusternodes>\n  <rm>\n";
    for (int i = 0; i < guests; ++i)
        text += "    <pvevm autostart=\"1\" vmid=\"" + QByteArray::number(100 + i) + "\"/>\n";
    return text + "  </rm>\n</cluster>\n";
}

// As a hand or a paste changes it: a piece taken out, doubled or put elsewhere, or a few letters.
QByteArray TstConfWholes::mutated(QByteArray text, QRandomGenerator &chance)
{
    static const QByteArrayList typed{" ",
                                      "\n",
                                      "x",
                                      "\"",
                                      "<",
                                      "/>",
                                      ">",
                                      "&amp;",
                                      "&",
                                      "<!-- a -->",
                                      "--",
                                      "]]>",
                                      "\xC3\xA9",
                                      "'",
                                      "=",
                                      " votes=\"0\"",
                                      " nodeid=\"a\"",
                                      "<rm/>",
                                      "<pvevm/>",
                                      "<?a b?>",
                                      "bmc1",
                                      "1",
                                      "0",
                                      " xml:a=\"b\"",
                                      "<![CDATA[a]]>",
                                      " xmlns=\"b\"",
                                      "\t",
                                      "\r\n",
                                      "text",
                                      "<uidgid/>"};
    const int changes = chance.bounded(1, 4);
    for (int i = 0; i < changes; ++i) {
        const int at = chance.bounded(int(text.size()));
        const int line = int(text.indexOf('\n', at)) + 1;
        const int end = line > 0 ? int(text.indexOf('\n', line)) + 1 : 0;
        switch (chance.bounded(4)) {
        case 0:
            text.insert(at, typed.at(chance.bounded(int(typed.size()))));
            break;
        case 1:
            text.remove(at, chance.bounded(1, 4));
            break;
        case 2: // a line more
            if (end > 0)
                text.insert(line, text.mid(line, end - line));
            break;
        default: // a line less
            if (end > 0)
                text.remove(line, end - line);
            break;
        }
    }
    return text;
}

// Their order is that of places, which blanks move.
QStringList TstConfWholes::toldOf(const QList<ConfChange> &changes)
{
    QStringList told;
    for (const ConfChange &change : changes)
        told << logText(change.text) + u' ' + QString::number(int(change.effect));
    told.sort();
    return told;
}

void TstConfWholes::ordinaryTextsAreReadAtOnce()
{
    const auto read = plainElements(QString::fromUtf8(file(3, 5)));
    QVERIFY(read);
    QCOMPARE(read->size(), 1 + 1 + 1 + 3 + 1 + 4 * 3 + 1 + 5);
    for (const QString &other :
         {u"<a b=\"&lt;\"/>"_s, u"<a b=\"1\" b=\"2\"/>"_s, u"<a>&lt;</a>"_s, u"<a></b>"_s,
          u"<a/><a/>"_s, u"<!DOCTYPE a><a/>"_s, u"<a b='1\n2'/>"_s, u"<a"_s, u""_s, u"<a>"_s,
          u"<é/>"_s, u"<a b=\"\u0001\"/>"_s, u"<a><!-- -- --></a>"_s, u"<a b='1'c='2'/>"_s})
        QVERIFY2(!plainElements(other), qPrintable(other));
}

// An instruction at the end keeps the quick reader out, and moves nothing.
void TstConfWholes::quickReaderReadsWhatTheWholeOneReads()
{
    QRandomGenerator chance(5);
    int read = 0;
    for (int i = 0; i < 3'000; ++i) {
        const QByteArray text = mutated(file(3, 4), chance);
        const auto quick = plainElements(QString::fromUtf8(text));
        if (!quick)
            continue;
        ++read;
        const auto whole = Document::fromBytes(text + "<?end of?>");
        QVERIFY2(whole, text.constData());
        QCOMPARE(quick->size(), whole->elements().size());
        for (qsizetype k = 0; k < quick->size(); ++k) {
            const ConfElement &a = quick->at(k);
            const ConfElement &b = whole->elements().at(k);
            QCOMPARE(a.name, b.name);
            QCOMPARE(a.parent, b.parent);
            QCOMPARE(a.children, b.children);
            QVERIFY2(a.startTag == b.startTag && a.whole == b.whole && a.empty == b.empty,
                     text.constData());
            QCOMPARE(a.attributes.size(), b.attributes.size());
            for (qsizetype n = 0; n < a.attributes.size(); ++n) {
                QCOMPARE(a.attributes[n].name, b.attributes[n].name);
                QCOMPARE(a.attributes[n].value, b.attributes[n].value);
                QVERIFY(a.attributes[n].range == b.attributes[n].range
                        && a.attributes[n].valueRange == b.attributes[n].valueRange);
            }
        }
    }
    QVERIFY(read > 500);
}

// A document type that says nothing lets the library see all of it.
void TstConfWholes::schemaSaysTheSameOfLess()
{
    QRandomGenerator chance(25);
    int valid = 0;
    int invalid = 0;
    for (int i = 0; i < 3'000; ++i) {
        const QByteArray text = mutated(file(chance.bounded(1, 5), 4), chance);
        const auto document = Document::fromBytes(text);
        const auto whole = Document::fromBytes(
            QByteArray(text).replace("<cluster name", "<!DOCTYPE cluster><cluster name"));
        if (!document || !whole || !whole->text().contains(u"<!DOCTYPE"_s))
            continue;
        QVERIFY(!withoutRepetitions(*whole));
        const auto verdict = schemaVerdict(*document);
        const auto wanted = schemaVerdict(*whole);
        QVERIFY(verdict && wanted);
        QVERIFY2(verdict->valid == wanted->valid, text.constData());
        QCOMPARE(verdict->findings.size(), wanted->findings.size());
        for (qsizetype k = 0; k < verdict->findings.size(); ++k) {
            QCOMPARE(verdict->findings[k].text, wanted->findings[k].text);
            QCOMPARE(verdict->findings[k].span->line, wanted->findings[k].span->line);
        }
        ++(verdict->valid ? valid : invalid);
    }
    QVERIFY(valid > 300 && invalid > 300);
}

void TstConfWholes::littleIsLeftForTheSchema()
{
    const auto less = withoutRepetitions(*Document::fromBytes(file(500, 500)));
    QVERIFY(less);
    QVERIFY(less->elements().size() < 20);
}

// A blank more in each tag keeps the short way out, and changes nothing that is told.
void TstConfWholes::changesAreThoseOfAWholeComparison()
{
    QRandomGenerator chance(16);
    const auto before = Document::fromBytes(file(3, 4));
    int compared = 0;
    for (int i = 0; i < 2'000; ++i) {
        const QByteArray text = mutated(file(3, 4), chance);
        const auto after = Document::fromBytes(text);
        if (!after)
            continue;
        QList<TextEdit> blanks;
        for (const ConfElement &element : after->elements())
            blanks << TextEdit{element.startTag.end() - (element.empty ? 2 : 1), 0, u" "_s};
        const auto spread = edited(*after, blanks);
        QVERIFY(spread);
        const QStringList changes = toldOf(changesOf(*before, *after));
        QCOMPARE(changes, toldOf(changesOf(*before, *spread)));
        compared += changes.isEmpty() ? 0 : 1;
    }
    QVERIFY(compared > 300);
}

BINOME_TEST(TstConfWholes)
#include "tst_confwholes.moc"
