// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/keptconf.h"
#include "core/collect/conffeed.h"
#include "core/store/confhistory.h"
#include "tests/testmain.h"
#include "tests/unit/fulldisk.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::StringLiterals;

namespace
{
const QDateTime day(QDate(2014, 3, 1), QTime(2, 14, 5, 250), Qt::UTC);
const NodeName alpha(u"alpha"_s);
const NodeName beta(u"beta"_s);

QByteArray confOf(int version, const QByteArray &password = "hunter2")
{
    return "<cluster name=\"pair\" config_version=\"" + QByteArray::number(version)
        + "\">\n <fencedevices>\n  <fencedevice name=\"bmc1\" agent=\"fence_ipmilan\" passwd=\""
        + password + "\"/>\n </fencedevices>\n <clusternodes/>\n</cluster>\n";
}

ConfSight sight(const NodeName &node, ConfPlace place, int seconds, const QByteArray &bytes)
{
    return {node, place, day.addSecs(seconds), keptConf(bytes)};
}

template <typename T> T waited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

ProbeResult answered(const char *probe, const QByteArray &output, const NodeName &by = alpha)
{
    ProbeResult result;
    result.machine = by;
    result.probe = ProbeId(QString::fromLatin1(probe));
    result.output = output;
    result.at = day;
    return result;
}
} // namespace

// What is kept of every cluster.conf that was ever seen, in memory and on the disk.
class TstConfhistory : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void textIsKeptWithoutItsSecrets();
    void brokenTextHidesWhatLooksLikeASecret();
    void whatIsNoTextIsNotKept();
    void versionIsReadFromABrokenText();
    void sameTextOnBothNodesIsOneVersion();
    void staysEndWhereSomethingElseIsSeen();
    void olderTextThatComesBackStaysTwice();
    void removedPendingFileEndsItsStay();
    void authorIsToldOnceItWasSeen();
    void nothingNewChangesNothing();
    void answersAreThereAfterAnotherStart();
    void fileIsNobodyElses();
    void oldestVersionsGoFirst();
    void whatLiesOnANodeIsKeptBeyondTheLimit();
    void damagedFileIsPutAside();
    void fullDiskIsSaidAndEndsWithIt();
    void newerReleaseIsRefused();
    void noSecretIsInTheFile();
    void versionsAreNamedByNumberAndPlace();
    void feedKeepsWhatTheNodesHold();
    void feedForgetsNoPasswordOfASilentNode();
    void feedSeesThatTheCopiesDiffer();

private:
    QString path() const { return m_folder->filePath(u"conf/pair.db"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstConfhistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TstConfhistory::textIsKeptWithoutItsSecrets()
{
    const KeptConf kept = keptConf(confOf(7));
    QVERIFY(kept.wellFormed);
    QCOMPARE(kept.number, std::optional<quint32>(7));
    QCOMPARE(kept.text, confOf(7, "***"));
    QCOMPARE(kept.bytes, confOf(7).size());
    // The same but for the password: nothing tells them apart, not even a checksum.
    QCOMPARE(keptConf(confOf(7, "hunter3")).text, kept.text);
    const QByteArray latin
        = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!-- \xe9 -->" + confOf(3);
    QVERIFY(keptConf(latin).text.contains("<!-- \xe9 -->"));
}

void TstConfhistory::brokenTextHidesWhatLooksLikeASecret()
{
    for (const QByteArray &written :
         {QByteArray("passwd \"hunter2\""), QByteArray("passwd=hunter2"),
          QByteArray("passwd\"hunter2\""), QByteArray("passwd='hunter2"),
          QByteArray("PASSWORD: hunter2")}) {
        const KeptConf kept = keptConf("<cluster config_version=\"7\"><x " + written + " <");
        QVERIFY(!kept.wellFormed);
        QVERIFY2(!kept.text.contains("hunter2"), kept.text.constData());
        QVERIFY(kept.text.startsWith("<cluster config_version=\"7\"><x "));
    }
}

void TstConfhistory::whatIsNoTextIsNotKept()
{
    QByteArray wide; // UTF-16: no mask finds a password in it
    for (const char c : confOf(7))
        wide += QByteArray(1, c) + '\0';
    const KeptConf kept = keptConf(wide);
    QCOMPARE(kept.text, QByteArray());
    QCOMPARE(kept.bytes, wide.size());
    QVERIFY(!kept.wellFormed);
}

void TstConfhistory::versionIsReadFromABrokenText()
{
    QCOMPARE(keptConf("<cluster config_version='12'>").number, std::optional<quint32>(12));
    QCOMPARE(keptConf("<cluster config_version='99999999999999'>").number, std::nullopt);
    QCOMPARE(keptConf("<cluster>").number, std::nullopt);
    QCOMPARE(keptConf("<cluster config_version=\"x\"/>").number, std::nullopt);
}

void TstConfhistory::sameTextOnBothNodesIsOneVersion()
{
    ConfHistory history(path());
    history.saw(sight(alpha, ConfPlace::Committed, 0, confOf(7)));
    history.saw(sight(beta, ConfPlace::Committed, 1, confOf(7)));
    history.saw(sight(beta, ConfPlace::Local, 2, confOf(7)));
    const ConfVersions versions = *waited(history.versions());
    QCOMPARE(versions.size(), 1);
    QCOMPARE(versions[0].number, std::optional<quint32>(7));
    QCOMPARE(versions[0].firstSeen(), day);
    QCOMPARE(versions[0].stays.size(), 3);
    QCOMPARE(versions[0].stays[2], (ConfStay{beta, ConfPlace::Local, day.addSecs(2), {}}));
    QVERIFY(versions[0].isAt(ConfPlace::Local));
    QVERIFY(!versions[0].isAt(ConfPlace::Pending));
    QCOMPARE(*waited(history.text(versions[0].id)), confOf(7, "***"));
    QCOMPARE(waited(history.text(99)).error().kind, ErrorKind::Storage);
}

void TstConfhistory::staysEndWhereSomethingElseIsSeen()
{
    ConfHistory history(path());
    history.saw(sight(alpha, ConfPlace::Committed, 0, confOf(7)));
    history.saw(sight(beta, ConfPlace::Committed, 1, confOf(7)));
    history.saw(sight(alpha, ConfPlace::Committed, 60, confOf(8)));
    const ConfVersions versions = *waited(history.versions());
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions[0].number, std::optional<quint32>(8)); // the newest first
    QVERIFY(!versions[0].stays[0].until);
    QCOMPARE(versions[1].stays[0].until, std::optional(day.addSecs(60)));
    QVERIFY(!versions[1].stays[1].until); // beta has not taken it
}

void TstConfhistory::olderTextThatComesBackStaysTwice()
{
    ConfHistory history(path());
    for (const int version : {7, 8, 7})
        history.saw(sight(alpha, ConfPlace::Local, version == 8 ? 10 : 20, confOf(version)));
    const ConfVersions versions = *waited(history.versions());
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions[1].stays.size(), 2);
    QVERIFY(versions[1].isAt(ConfPlace::Local));
    QVERIFY(!versions[0].isAt(ConfPlace::Local));
}

void TstConfhistory::removedPendingFileEndsItsStay()
{
    ConfHistory history(path());
    history.saw({alpha, ConfPlace::Pending, day, {}}); // there never was one
    history.saw(sight(alpha, ConfPlace::Pending, 5, confOf(8)));
    history.saw({alpha, ConfPlace::Pending, day.addSecs(9), {}});
    const ConfVersions versions = *waited(history.versions());
    QCOMPARE(versions.size(), 1);
    QCOMPARE(versions[0].stays[0].until, std::optional(day.addSecs(9)));
}

void TstConfhistory::authorIsToldOnceItWasSeen()
{
    ConfHistory history(path());
    const ConfAuthor ann{u"ann"_s, u"desk"_s, u"“why”\nnot"_s, day};
    history.wrote(keptConf(confOf(8)), ann);
    QCOMPARE(waited(history.versions())->size(), 0); // sent, and never seen
    history.saw(sight(alpha, ConfPlace::Committed, 3, confOf(8)));
    const ConfVersions versions = *waited(history.versions());
    QCOMPARE(versions.size(), 1);
    QCOMPARE(versions[0].authors, QList<ConfAuthor>{ann});
}

void TstConfhistory::nothingNewChangesNothing()
{
    ConfHistory history(path());
    QSignalSpy changes(&history, &ConfHistory::changed);
    history.saw(sight(alpha, ConfPlace::Committed, 0, confOf(7)));
    history.saw(sight(alpha, ConfPlace::Committed, 50, confOf(7)));
    QCOMPARE(waited(history.versions())->at(0).stays.size(), 1);
    QTRY_COMPARE(changes.size(), 1);
}

void TstConfhistory::answersAreThereAfterAnotherStart()
{
    {
        ConfHistory history(path());
        history.saw(sight(alpha, ConfPlace::Committed, 0, confOf(7))); // nobody waits for it
    }
    ConfHistory history(path());
    QCOMPARE(waited(history.versions())->size(), 1);
}

void TstConfhistory::fileIsNobodyElses()
{
#ifdef Q_OS_WIN
    QSKIP("permissions are kept by the profile's folder there");
#endif
    ConfHistory history(path());
    history.saw(sight(alpha, ConfPlace::Committed, 0, confOf(7)));
    QCOMPARE(waited(history.versions())->size(), 1);
    QCOMPARE(QFileInfo(path()).permissions() & (QFile::ReadGroup | QFile::ReadOther), 0);
}

void TstConfhistory::oldestVersionsGoFirst()
{
    ConfHistory history(path(), {3, 1'000'000, 1'000});
    for (int version = 1; version <= 9; ++version)
        history.saw(sight(alpha, ConfPlace::Committed, version, confOf(version)));
    const ConfVersions versions = *waited(history.versions());
    QCOMPARE(versions.size(), 3);
    QCOMPARE(versions.last().number, std::optional<quint32>(7));
    QCOMPARE(versions.last().id, 7); // numbers are not given again
}

void TstConfhistory::whatLiesOnANodeIsKeptBeyondTheLimit()
{
    ConfHistory history(path(), {1, 1, 2});
    history.saw(sight(beta, ConfPlace::Local, 0, confOf(1)));
    for (int version = 2; version <= 5; ++version)
        history.saw(sight(alpha, ConfPlace::Committed, version, confOf(version)));
    const ConfVersions versions = *waited(history.versions());
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions[0].number, std::optional<quint32>(5));
    QCOMPARE(versions[1].number, std::optional<quint32>(1));
}

void TstConfhistory::damagedFileIsPutAside()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"conf"_s));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8'192, 'x')) == 8'192);
    file.close();
    ConfHistory history(path());
    QSignalSpy aside(&history, &ConfHistory::putAside);
    QVERIFY(waited(history.saw(sight(alpha, ConfPlace::Committed, 0, confOf(7)))));
    QCOMPARE(waited(history.versions())->size(), 1);
    QTRY_COMPARE(aside.size(), 1);
    QCOMPARE(QFileInfo(aside[0][0].toString()).size(), 8'192);
}

void TstConfhistory::fullDiskIsSaidAndEndsWithIt()
{
    if (!FullDisk::possible)
        QSKIP("this system cannot limit the size of a file");
    ConfHistory history(path());
    QVERIFY(waited(history.versions()));
    QSignalSpy failures(&history, &ConfHistory::failed);
    {
        const FullDisk full(1'024);
        const auto done = waited(history.saw(sight(alpha, ConfPlace::Committed, 0, confOf(7))));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Storage);
        QVERIFY(!waited(history.saw(sight(alpha, ConfPlace::Committed, 1, confOf(8)))));
    }
    QVERIFY(waited(history.saw(sight(alpha, ConfPlace::Committed, 2, confOf(9)))));
    QCOMPARE(waited(history.versions())->size(), 1);
    QTRY_COMPARE(failures.size(), 1);
}

void TstConfhistory::newerReleaseIsRefused()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"conf"_s));
    {
        Sqlite newer(path(), "%1");
        QVERIFY(newer.open({}) && newer.run(u"PRAGMA user_version=2"_s));
    }
    ConfHistory history(path());
    const auto versions = waited(history.versions());
    QVERIFY(!versions);
    QCOMPARE(versions.error().kind, ErrorKind::Storage);
    QVERIFY(QFile::exists(path()));
}

void TstConfhistory::noSecretIsInTheFile()
{
    {
        ConfHistory history(path());
        history.saw(sight(alpha, ConfPlace::Committed, 0, confOf(7)));
        QVERIFY(waited(history.wrote(keptConf(confOf(8)), {})));
    }
    Sqlite file(path(), "%1");
    QVERIFY(file.open({}));
    QSqlQuery texts = file.query();
    QVERIFY(texts.exec(u"SELECT text FROM conf"_s));
    int count = 0;
    for (; texts.next(); ++count)
        QVERIFY(!qUncompress(texts.value(0).toByteArray()).contains("hunter2"));
    QCOMPARE(count, 2);
}

void TstConfhistory::versionsAreNamedByNumberAndPlace()
{
    const auto of = [](qint64 id, std::optional<quint32> number) {
        ConfVersion version;
        version.id = id;
        version.number = number;
        return version;
    };
    const ConfVersions versions{of(4, 9), of(3, 8), of(2, 8), of(1, std::nullopt)};
    QCOMPARE(versionNamed(versions, u"9")->id, 4);
    ConfVersions oneGood = versions;
    oneGood[2].wellFormed = true;
    QCOMPARE(versionNamed(oneGood, u"8")->id, 2);
    QCOMPARE(versionNamed(versions, u"@1")->id, 1);
    QVERIFY(rendered(versionNamed(versions, u"8").error().what).contains(u"@3, @2"_s));
    for (const char16_t *wrong : {u"0", u"7", u"@9", u"x", u"", u"@", u"-9"})
        QCOMPARE(versionNamed(versions, wrong).error().kind, ErrorKind::Refused);
}

void TstConfhistory::feedKeepsWhatTheNodesHold()
{
    ConfHistory history(path());
    ConfFeed feed(history);
    QSignalSpy changes(&feed, &ConfFeed::changed);
    feed.take(answered("clusterconf", confOf(7)));
    feed.take(answered("clusterconf", confOf(7)));
    feed.take(answered("clusterconf-sum", "x"));
    feed.take(answered("clusterconf-pending", confOf(9)));
    feed.take(answered("clusterconf-local", "<cluster config_version=\"11\" <<"));
    QCOMPARE(changes.size(), 3);
    QCOMPARE(feed.text(alpha, ConfPlace::Committed), std::optional(confOf(7)));
    QCOMPARE(feed.text(beta, ConfPlace::Committed), std::nullopt);
    QCOMPARE(feed.highestNumber(), 11u);
    feed.take(answered("clusterconf-pending", {}));
    QCOMPARE(feed.text(alpha, ConfPlace::Pending), std::nullopt);
    const ConfVersions versions = *waited(history.versions());
    QCOMPARE(versions.size(), 3);
    QVERIFY(!versions[1].isAt(ConfPlace::Pending));
    QVERIFY(!versions[0].wellFormed);
}

void TstConfhistory::feedForgetsNoPasswordOfASilentNode()
{
    ConfHistory history(path());
    ConfFeed feed(history);
    feed.take(answered("clusterconf", confOf(7)));
    ProbeResult gone = answered("clusterconf", {});
    gone.exitCode = 1;
    feed.take(gone);
    QCOMPARE(feed.text(alpha, ConfPlace::Committed), std::nullopt);
    QCOMPARE(feed.texts(), QByteArrayList{confOf(7)});
    QCOMPARE(waited(history.versions())->at(0).stays.size(), 1);
}

void TstConfhistory::feedSeesThatTheCopiesDiffer()
{
    ConfHistory history(path());
    ConfFeed feed(history);
    feed.take(answered("clusterconf", confOf(7)));
    feed.take(answered("clusterconf-local", confOf(7), beta));
    QCOMPARE(feed.differingCopy(alpha), std::nullopt);
    feed.take(answered("clusterconf-local", confOf(6), beta));
    QCOMPARE(feed.differingCopy(alpha), std::optional(confOf(6)));
    QCOMPARE(feed.differingCopy(beta), std::nullopt); // its own file is not known
}

BINOME_TEST(TstConfhistory)
#include "tst_confhistory.moc"
