// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/bundle.h"
#include "core/athand/programlog.h"
#include "core/base/log.h"
#include "tests/testmain.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Core;
using namespace Qt::StringLiterals;

namespace
{
const QByteArray secret = "Tr0ub&dor";
const QByteArray conf = R"(<?xml version="1.0"?>
<cluster name="pve-ha" config_version="3">
 <fencedevices><fencedevice agent="fence_ipmilan" name="b" login="root" passwd="Tr0ub&amp;dor"/>
 <!-- <fencedevice name="o" passwd="former-one"/> --></fencedevices>
</cluster>
)";

quint16 get16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}
quint32 get32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

// zlib's own form from bare deflated data: qUncompress wants the length and a header; the checksum
// at its end is made anew.
QByteArray inflated(const QByteArray &packed, const QByteArray &expected)
{
    quint32 a = 1;
    quint32 b = 0;
    for (const char byte : expected) {
        a = (a + quint8(byte)) % 65521;
        b = (b + a) % 65521;
    }
    QByteArray length(4, '\0');
    qToBigEndian(quint32(expected.size()), length.data());
    QByteArray adler(4, '\0');
    qToBigEndian(quint32(b << 16 | a), adler.data());
    return qUncompress(length + QByteArray("\x78\x9c", 2) + packed + adler);
}

Bundle sample()
{
    Bundle bundle;
    bundle.at = QDateTime(QDate(2013, 10, 22), QTime(2, 58, 6), Qt::UTC);
    bundle.versions = "program 1\n";
    bundle.profile = "{}";
    bundle.snapshot.clusterName = u"pve-ha"_s;
    const NodeName node(u"node1"_s);
    bundle.outputs = {{node, u"clustat"_s, "all is well\n"},
                      {node, u"log"_s, "agent failed with password " + secret + " twice\n"}};
    bundle.confs = {{node, u"committed"_s, conf}};
    Event event;
    event.machine = node;
    event.text = message("%1 said", {QString::fromUtf8(secret)});
    bundle.events = {{bundle.at, event}};
    JournalEntry entry;
    entry.title = message("%1", {u"a title"_s});
    entry.reason = u"because of "_s + QString::fromUtf8(secret);
    entry.steps
        = {{message("%1", {u"a step"_s}), u"ipmitool -P "_s + QString::fromUtf8(secret), {}}};
    bundle.journal = QList<JournalEntry>{entry};
    bundle.programLog = {"noted former-one"};
    bundle.secrets = secretsIn({conf});
    return bundle;
}
} // namespace

// What is handed on to somebody who helps.
class TstBundle : public QObject
{
    Q_OBJECT
private slots:
    void everyPartIsThere();
    void noSecretOccursAnywhere();
    void hostileNamesBecomeHarmlessOnes();
    void aJournalThatCannotBeReadIsSaid();
    void theArchiveHoldsWhatWentIn_data();
    void theArchiveHoldsWhatWentIn();
    void checksumsAreThoseOfTheStandard();
    void itIsWrittenWholeOrNotAtAll();
    void theProgramsOwnWordsAreKept();
};

void TstBundle::everyPartIsThere()
{
    QStringList names;
    QByteArray all;
    for (const ArchiveFile &file : bundleFiles(sample())) {
        names << file.name;
        all += file.bytes;
    }
    for (const QString &name :
         {u"README.txt"_s, u"versions.txt"_s, u"profile.json"_s, u"snapshot.txt"_s,
          u"timeline.txt"_s, u"journal.txt"_s, u"program.log"_s, u"evidence/node1-clustat.txt"_s,
          u"cluster.conf/node1-committed.xml"_s})
        QVERIFY2(names.contains(u"binome-bundle/"_s + name), qPrintable(names.join(u' ')));
    for (const char *words : {"all is well", "pve-ha", "a title", "a step", "fence_ipmilan",
                              "2013-10-22T02:58:06.000Z"})
        QVERIFY2(all.contains(words), words);
}

void TstBundle::noSecretOccursAnywhere()
{
    for (const ArchiveFile &file : bundleFiles(sample())) {
        for (const QByteArray &word : {secret, QByteArray("Tr0ub"), QByteArray("former-one")})
            QVERIFY2(!file.bytes.contains(word), qPrintable(file.name));
        QVERIFY(!file.name.contains(QString::fromUtf8(secret)));
    }
}

void TstBundle::hostileNamesBecomeHarmlessOnes()
{
    static const QRegularExpression plain(
        uR"(\Abinome-bundle/((evidence|cluster\.conf)/)?[A-Za-z0-9_-][A-Za-z0-9_.-]*\z)"_s);
    Bundle bundle = sample();
    bundle.outputs.clear();
    for (const QString &name :
         {u"../../../etc/cron.d/x"_s, u"/etc/passwd"_s, u"a\\..\\b"_s, u"a\nb"_s, u"$(reboot)"_s,
          u""_s, u"."_s, u".."_s, u"C:x"_s, u"n\u00f6de"_s, u"Node1"_s, u"node1"_s, u"\u202egpj"_s})
        bundle.outputs << BundledOutput{NodeName(name), name, "x"};
    bundle.confs << BundledConf{NodeName(u"../x"_s), u"local"_s, "y"};
    QSet<QString> names;
    for (const ArchiveFile &file : bundleFiles(bundle)) {
        QVERIFY2(plain.match(file.name).hasMatch(), qPrintable(file.name));
        QVERIFY2(!names.contains(file.name.toLower()), qPrintable(file.name));
        names << file.name.toLower();
    }
}

void TstBundle::aJournalThatCannotBeReadIsSaid()
{
    Bundle bundle = sample();
    bundle.journal = failure(ErrorKind::Storage, message("%1", {u"the disk is gone"_s}));
    for (const ArchiveFile &file : bundleFiles(bundle)) {
        if (file.name.endsWith(u"journal.txt"_s))
            QVERIFY(file.bytes.contains("the disk is gone"));
    }
}

void TstBundle::theArchiveHoldsWhatWentIn_data()
{
    QTest::addColumn<QList<QByteArray>>("contents");
    QTest::newRow("nothing") << QList<QByteArray>{};
    QTest::newRow("an empty file") << QList<QByteArray>{QByteArray()};
    QTest::newRow("text") << QList<QByteArray>{"hello", QByteArray("line\n").repeated(10'000)};
    QByteArray binary;
    for (int i = 0; i < 70'000; ++i)
        binary += char(qint64(i) * i % 251);
    QTest::newRow("binary") << QList<QByteArray>{binary, "x"};
}

// Read back by the directory at the end, as every reader does.
void TstBundle::theArchiveHoldsWhatWentIn()
{
    QFETCH(QList<QByteArray>, contents);
    QList<ArchiveFile> files;
    for (const QByteArray &bytes : contents)
        files << ArchiveFile{u"d/\u00e9-%1.txt"_s.arg(files.size()), bytes};
    const auto archive = zipped(files, QDateTime(QDate(2013, 10, 22), QTime(2, 58, 6), Qt::UTC));
    QVERIFY(archive);
    const qsizetype end = archive->size() - 22;
    QCOMPARE(archive->mid(end, 4), QByteArray("PK\x05\x06"));
    QCOMPARE(qsizetype(get16(*archive, end + 10)), files.size());
    qsizetype entry = get32(*archive, end + 16);
    QCOMPARE(entry + get32(*archive, end + 12), quint32(end));
    for (const ArchiveFile &file : std::as_const(files)) {
        QCOMPARE(archive->mid(entry, 4), QByteArray("PK\x01\x02"));
        QCOMPARE(get32(*archive, entry + 16), crc32(file.bytes));
        const quint32 packed = get32(*archive, entry + 20);
        QCOMPARE(qsizetype(get32(*archive, entry + 24)), file.bytes.size());
        const quint16 nameSize = get16(*archive, entry + 28);
        QCOMPARE(archive->mid(entry + 46, nameSize), file.name.toUtf8());
        const qsizetype at = get32(*archive, entry + 42);
        QCOMPARE(archive->mid(at, 4), QByteArray("PK\x03\x04"));
        QCOMPARE(archive->mid(at + 4, 26), archive->mid(entry + 6, 26));
        const QByteArray data = archive->mid(at + 30 + nameSize, packed);
        QCOMPARE(inflated(data, file.bytes), file.bytes);
        entry += 46 + nameSize;
    }
    QCOMPARE(entry, end);
}

void TstBundle::checksumsAreThoseOfTheStandard()
{
    QCOMPARE(crc32("123456789"), 0xcbf43926U);
    QCOMPARE(crc32(""), 0U);
}

void TstBundle::itIsWrittenWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    QVERIFY(writeBundle(sample(), folder.filePath(u"b.zip"_s)));
    QFile file(folder.filePath(u"b.zip"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("PK\x03\x04"));
    const auto nowhere = writeBundle(sample(), folder.filePath(u"no/b.zip"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::Storage);
}

void TstBundle::theProgramsOwnWordsAreKept()
{
    keepProgramLog();
    qCWarning(lcStore) << "a word of the test, passwd=geheim";
    const QByteArray all = programLog().join('\n');
    QVERIFY(all.contains("a word of the test"));
    QVERIFY(all.contains("binome.store"));
    QVERIFY(!all.contains("geheim"));
    for (int i = 0; i < 3000; ++i)
        qCInfo(lcStore) << i;
    QCOMPARE(programLog().size(), 2000);
    qInstallMessageHandler(nullptr);
}

BINOME_TEST(TstBundle)
#include "tst_bundle.moc"
