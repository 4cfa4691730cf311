// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/conffiles.h"
#include "core/clusterconf/conftext.h"
#include "tests/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::StringLiterals;

class TstConfFiles : public QObject
{
    Q_OBJECT
private slots:
    void theFilesArriveByteForByte();
    void aFileThatIsNotThereIsNone();
    void aFileThatChangedMeanwhileIsStale();
    void anotherAnswerIsNotUnderstood();
    void everyByteOfAWrongEncodingIsKept();
    void aCharacterThatTheFileDoesNotHaveIsFound();

private:
    Expected<ConfFiles> parsed(const QByteArray &answer)
    {
        return parseConfFiles(NodeName(u"node1"_s), answer);
    }
};

// What the script says on a real shell is what the reader understands.
void TstConfFiles::theFilesArriveByteForByte()
{
    QTemporaryDir root;
    const auto put = [&](const QString &path, const QByteArray &bytes) {
        QDir(root.path()).mkpath(QFileInfo(path).path());
        QFile file(root.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    };
    put(u"etc/pve/cluster.conf"_s, "<a/>\n-\n.\n");
    put(u"etc/cluster/cluster.conf"_s, QByteArray("\0no end\xE9", 9));
    const Command command = confFilesCommand(root.path());
    QProcess shell;
    shell.start(command.program, command.arguments);
    QVERIFY(shell.waitForFinished());
    const auto files = parsed(shell.readAllStandardOutput());
    QVERIFY(files);
    QCOMPARE(files->committed, std::optional<QByteArray>("<a/>\n-\n.\n"));
    QVERIFY(!files->pending);
    QCOMPARE(files->local, std::optional(QByteArray("\0no end\xE9", 9)));
}

void TstConfFiles::aFileThatIsNotThereIsNone()
{
    const auto files = parsed("-\n-\n  4\n<b/>.\n");
    QVERIFY(files);
    QVERIFY(!files->committed && !files->pending);
    QCOMPARE(files->opened(), QByteArray("<b/>"));
}

void TstConfFiles::aFileThatChangedMeanwhileIsStale()
{
    for (const char *answer : {"4\n<b/>more-\n-\n.\n", "9\n<b/>-\n-\n.\n", "4\n<b/>-\n-\n"}) {
        const auto files = parsed(answer);
        QVERIFY(!files);
        QVERIFY(files.error().kind == ErrorKind::Stale
                || files.error().kind == ErrorKind::ParseFailed);
    }
}

void TstConfFiles::anotherAnswerIsNotUnderstood()
{
    for (const char *answer : {"", "sh: not found\n", "-1\n", "99999999999999999999\n"})
        QVERIFY(!parsed(answer));
}

void TstConfFiles::everyByteOfAWrongEncodingIsKept()
{
    for (const QByteArray &bytes :
         {QByteArray("<a b=\"\xC3\xA9\"/>"), QByteArray("<a b=\"\xE9\"/>"),
          QByteArray("\xEF\xBB\xBF<a/>\r\n"), QByteArray("\xEF\xBB\xBF\xFF"), QByteArray()})
        QCOMPARE(ConfText::fromBytes(bytes).bytes(), bytes);
}

void TstConfFiles::aCharacterThatTheFileDoesNotHaveIsFound()
{
    const ConfText latin = ConfText::fromBytes("<a>\n\xE9</a>");
    QVERIFY(latin.latin1);
    QVERIFY(!latin.unwritable(latin.text));
    const auto place = latin.unwritable(u"<a>\n\u00e9\u20ac</a>"_s);
    QCOMPARE(place, std::optional(TextSpan{2, 2, 1}));
    QVERIFY(!ConfText::fromBytes("<a/>").unwritable(u"\u20ac"_s));
}

BINOME_TEST(TstConfFiles)
#include "tst_conffiles.moc"
