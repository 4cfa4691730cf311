// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/i18n/tsfile.h"
#include "tests/testmain.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
const QString root = QStringLiteral(BINOME_SOURCE_ROOT);

QList<QString> translatedSources()
{
    QList<QString> sources;
    for (const QString &part : {u"core"_s, u"gui"_s}) {
        QDirIterator files(root + u'/' + part, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            sources.append(files.next());
    }
    sources.sort();
    return sources;
}

// The messages that lupdate finds in the sources today, as a .ts file of its own.
I18n::TsFile extracted(const QList<QString> &sources, const QString &language, QString &failure)
{
    const QTemporaryDir folder;
    const QString ts = folder.filePath(u"found.ts"_s);
    QFile list(folder.filePath(u"sources"_s));
    if (!list.open(QIODevice::WriteOnly))
        failure = list.errorString();
    list.write(sources.join(u'\n').toUtf8());
    list.close();
    // With the include path lupdate knows the namespaces of the classes, as the context needs.
    QList<QString> arguments{
        u"-silent"_s,           u"-I"_s,  root, u"-locations"_s,       u"none"_s,
        u'@' + list.fileName(), u"-ts"_s, ts,   u"-target-language"_s, language};
    if (language == u"en")
        arguments.prepend(u"-pluralonly"_s);
    QProcess lupdate;
    lupdate.start(QStringLiteral(BINOME_LUPDATE), arguments);
    if (!lupdate.waitForFinished() || lupdate.exitCode() != 0)
        failure = lupdate.errorString() + QString::fromLocal8Bit(lupdate.readAllStandardError());
    return I18n::readTsFile(ts);
}

I18n::TsFile kept(const QString &language)
{
    return I18n::readTsFile(root + u"/translations/%1.ts"_s.arg(language));
}

QMap<QString, QString> sentences(const I18n::TsFile &file)
{
    QMap<QString, QString> all;
    for (const I18n::Entry &entry : file.entries)
        all.insert(entry.key(), u"%1: \"%2\""_s.arg(entry.context, entry.source));
    return all;
}

QList<QString> onlyInFirst(const I18n::TsFile &first, const I18n::TsFile &second)
{
    QMap<QString, QString> rest = sentences(first);
    for (const I18n::Entry &entry : second.entries)
        rest.remove(entry.key());
    return rest.values();
}

void languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("fr") << u"fr"_s;
    QTest::newRow("en") << u"en"_s;
}
} // namespace

// After a change of words: the target update_translations, then the new entries in fr.ts.
class TstComplete : public QObject
{
    Q_OBJECT
private slots:
    void everySentenceIsTranslated_data() { languages(); }
    void everySentenceIsTranslated()
    {
        QFETCH(QString, language);
        const I18n::TsFile file = kept(language);
        QCOMPARE(file.error, QString());
        QList<QString> unfinished;
        for (const I18n::Entry &entry : file.entries) {
            if (!entry.finished)
                unfinished.append(u"%1: \"%2\""_s.arg(entry.context, entry.source));
        }
        QVERIFY2(unfinished.isEmpty(), qPrintable(unfinished.join(u'\n')));
    }

    void theFileHoldsWhatTheSourcesSay_data() { languages(); }
    void theFileHoldsWhatTheSourcesSay()
    {
        QFETCH(QString, language);
        QString failure;
        const I18n::TsFile found = extracted(translatedSources(), language, failure);
        QCOMPARE(failure, QString());
        QCOMPARE(found.error, QString());
        const QList<QString> missing = onlyInFirst(found, kept(language));
        QVERIFY2(missing.isEmpty(), qPrintable(u"not in the file:\n"_s + missing.join(u'\n')));
        const QList<QString> left = onlyInFirst(kept(language), found);
        QVERIFY2(left.isEmpty(), qPrintable(u"no longer in the sources:\n"_s + left.join(u'\n')));
    }

    void aNewSentenceIsFound()
    {
        const QTemporaryDir folder;
        QFile source(folder.filePath(u"x.cpp"_s));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write("const char *a = QT_TRANSLATE_NOOP(\"Core\", \"a sentence\");\n"
                     "const char *b = QT_TRANSLATE_N_NOOP(\"Core\", \"%n sentence(s)\");\n");
        source.close();
        QString failure;
        const QList<QString> sources{source.fileName()};
        QCOMPARE(extracted(sources, u"fr"_s, failure).entries.size(), 2);
        QCOMPARE(extracted(sources, u"en"_s, failure).entries.size(), 1);
        QCOMPARE(failure, QString());
        QCOMPARE(onlyInFirst(extracted(sources, u"fr"_s, failure), I18n::TsFile()).size(), 2);
    }
};

BINOME_TEST(TstComplete)
#include "tst_complete.moc"
