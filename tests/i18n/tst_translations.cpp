// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/i18n/translationrules.h"
#include "tests/testmain.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
I18n::Entry translated(const QString &source, const QList<QString> &forms, bool plural = false)
{
    return {u"Test"_s, source, {}, plural, true, forms};
}
} // namespace

class TstTranslations : public QObject
{
    Q_OBJECT
private slots:
    void everyTranslationKeepsTheRules_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("fr") << u"fr"_s;
        QTest::newRow("en") << u"en"_s;
    }
    void everyTranslationKeepsTheRules()
    {
        QFETCH(QString, language);
        const QString path = QStringLiteral(BINOME_SOURCE_ROOT "/translations/%1.ts").arg(language);
        const I18n::TsFile file = I18n::readTsFile(path);
        QCOMPARE(file.error, QString());
        QCOMPARE(file.language, language);
        QList<QString> complaints;
        for (const I18n::Entry &entry : file.entries)
            complaints += I18n::checkEntry(entry, language);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void aWrongTranslationIsRefused_data()
    {
        QTest::addColumn<I18n::Entry>("entry");
        QTest::newRow("an argument lost") << translated(u"%1 of %2"_s, {u"%1"_s});
        QTest::newRow("an argument twice") << translated(u"%1"_s, {u"%1 %1"_s});
        QTest::newRow("the count lost")
            << translated(u"%n votes"_s, {u"un vote"_s, u"%n votes"_s}, true);
        QTest::newRow("one form only") << translated(u"%n votes"_s, {u"%n votes"_s}, true);
        QTest::newRow("an empty form") << translated(u"votes"_s, {QString()});
        QTest::newRow("the key lost") << translated(u"&Open"_s, {u"Ouvrir"_s});
        QTest::newRow("a tag lost") << translated(u"<b>a</b> b"_s, {u"<b>a b"_s});
        QTest::newRow("no space before :") << translated(u"Node: %1"_s, {u"Nœud: %1"_s});
        QTest::newRow("a plain space before ?") << translated(u"Sure?"_s, {u"Sûr ?"_s});
        QTest::newRow("no space before %") << translated(u"%1%"_s, {u"%1%"_s});
        QTest::newRow("a plain space before %") << translated(u"12%"_s, {u"12 %"_s});
        QTest::newRow("quotes too tight") << translated(u"a \"b\""_s, {u"a «\u00a0b»"_s});
        QTest::newRow("no ligature") << translated(u"node"_s, {u"noeud"_s});
    }
    void aWrongTranslationIsRefused()
    {
        QFETCH(I18n::Entry, entry);
        QCOMPARE(I18n::checkEntry(entry, u"fr"_s).size(), 1);
    }

    void aRightTranslationIsAccepted_data()
    {
        QTest::addColumn<I18n::Entry>("entry");
        QTest::newRow("arguments in another order") << translated(u"%1 of %2"_s, {u"%2, %1"_s});
        QTest::newRow("a key elsewhere") << translated(u"&Open"_s, {u"O&uvrir"_s});
        QTest::newRow("no key at all") << translated(u"a && b"_s, {u"a && b"_s});
        QTest::newRow("spaces that do not break")
            << translated(u"%1%: \"ok\"?"_s, {u"%1\u00a0%\u00a0: «\u202fok\u202f»\u202f?"_s});
        QTest::newRow("an address") << translated(u"%1:%2"_s, {u"%1:%2"_s});
        QTest::newRow("a time") << translated(u"at 02:14"_s, {u"à 02:14"_s});
        QTest::newRow("a service's name") << translated(u"pvevm:100"_s, {u"pvevm:100"_s});
        QTest::newRow("an entity") << translated(u"a &lt; b"_s, {u"a &lt; b"_s});
        QTest::newRow("both plurals")
            << translated(u"%n node(s)"_s, {u"%n nœud"_s, u"%n nœuds"_s}, true);
    }
    void aRightTranslationIsAccepted()
    {
        QFETCH(I18n::Entry, entry);
        QCOMPARE(I18n::checkEntry(entry, u"fr"_s), QList<QString>());
    }

    void formsStatesAndMeaningsAreRead()
    {
        QByteArray text(R"(<TS version="2.1" language="fr"><context><name>A</name>
            <message numerus="yes"><source>%n x</source><translation><numerusform>a</numerusform>
                <numerusform>b</numerusform></translation></message>
            <message><source>y</source><comment>verb</comment><translation type="unfinished"/></message>
            <message><source>z</source><translation type="vanished">z</translation></message>
            </context></TS>)");
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const I18n::TsFile file = I18n::readTs(buffer);
        QCOMPARE(file.error, QString());
        QCOMPARE(file.entries.size(), 2);
        QCOMPARE(file.entries[0].forms, QList<QString>({u"a"_s, u"b"_s}));
        QVERIFY(file.entries[0].finished);
        QCOMPARE(file.entries[1].comment, u"verb"_s);
        QVERIFY(!file.entries[1].finished);
    }

    void aBrokenFileSaysWhere()
    {
        QByteArray text("<TS language=\"fr\">\n<context><name>");
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QVERIFY(I18n::readTs(buffer).error.startsWith(u"line 2"));
    }
};

BINOME_TEST(TstTranslations)
#include "tst_translations.moc"
