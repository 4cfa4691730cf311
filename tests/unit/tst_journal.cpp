// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/messagejson.h"
#include "core/store/journal.h"
#include "core/store/journalfile.h"
#include "tests/testmain.h"
#include "tests/unit/fulldisk.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{
const QDateTime day(QDate(2014, 3, 1), QTime(2, 14, 5, 250), Qt::UTC);

template <typename T> T waited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

JournalEntry intention(const QString &cluster = u"c"_s)
{
    JournalEntry entry;
    entry.user = u"ann"_s;
    entry.host = u"desk"_s;
    entry.cluster = cluster;
    entry.at = day;
    entry.title = message("Disconnect %1 on %2", {u"r1"_s, u"node2"_s});
    entry.touches = {NodeName(u"node2"_s)};
    Finding finding;
    finding.id = u"x"_s;
    finding.severity = Severity::Warning;
    finding.text = message("%1 behind", {Bytes{5'000'000'000}});
    entry.findings = {finding};
    entry.steps = {{message("disconnect"), u"drbdadm disconnect 'r1'"_s, true}};
    entry.reason = u"“it hung”\nagain"_s;
    return entry;
}

JournalLine happened(JournalEvent kind, int step = 0)
{
    JournalLine line;
    line.event = kind;
    line.at = day.addSecs(1);
    line.step = step;
    return line;
}

// The file as somebody with another program sees it.
class Tamperer
{
public:
    explicit Tamperer(const QString &path)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamperer"_s);
        database.setDatabaseName(path);
        database.open();
    }
    ~Tamperer() { QSqlDatabase::removeDatabase(u"tamperer"_s); }
    bool run(const QString &sql)
    {
        QSqlQuery query(QSqlDatabase::database(u"tamperer"_s));
        return query.exec(sql);
    }
    bool around(const QString &sql) // the triggers
    {
        return run(u"DROP TRIGGER kept"_s) && run(u"DROP TRIGGER unchanged"_s) && run(sql);
    }
};
} // namespace

class TstJournal : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void messagesComeBackAsTheyWere();
    void everyErrorKindComesBack();
    void entryIsReadBackWhole();
    void newestEntryComesFirst();
    void unfinishedAreThoseOfTheCluster();
    void droppedWriterLeavesItUnfinished();
    void twoProgramsShareOneChain();
    void untouchedJournalIsWhole();
    void fileIsNobodyElses();
    void fileRefusesChanges();
    void changedLineIsFound();
    void deletedLineIsFound();
    void cutTailIsFound();
    void recomputedHashIsFoundByTheNext();
    void damagedFileIsPutAside();
    void lineOfAnActionNeverGoesToAnother();
    void asideIsNeverOverwritten();
    void readOnlyFolderIsAnError();
    void fullDiskIsAnErrorAndLaterWritesWork();
    void newerReleaseIsLeftAlone();
    void everyCallIsAnsweredWhenItGoes();

private:
    QString path() const { return m_folder->filePath(u"journal.db"_s); }
    void fill(int actions) const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstJournal::fill(int actions) const
{
    Journal journal(path());
    for (int i = 0; i < actions; ++i) {
        const auto id = waited(journal.intend(intention()));
        QVERIFY(id);
        QVERIFY(waited(journal.add(*id, happened(JournalEvent::StepBegan))));
        QVERIFY(waited(journal.conclude(*id, {OutcomeKind::Done, 0, {}}, day)));
    }
}

void TstJournal::messagesComeBackAsTheyWere()
{
    const Message nested = message("%1 and %2",
                                   {MessageList{message("one", {qint64(1) << 60}), message("two")},
                                    Rate{1.5}, 90'000ms, day, Bytes{7}, 2.25, u"%1 \"q\" é"_s},
                                   3);
    const QByteArray text = QJsonDocument(toJson(nested)).toJson(QJsonDocument::Compact);
    QCOMPARE(messageFrom(QJsonDocument::fromJson(text).object()), nested);
    QCOMPARE(messageFrom({}), Message());
}

void TstJournal::everyErrorKindComesBack()
{
    for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
        const Error error{ErrorKind(kind), message("why %1", {u"x"_s}), u"raw"_s};
        QCOMPARE(errorFrom(toJson(error)), error);
    }
}

void TstJournal::entryIsReadBackWhole()
{
    Journal journal(path());
    JournalEntry entry = intention();
    const auto id = waited(journal.intend(entry));
    QVERIFY(id);
    JournalLine output = happened(JournalEvent::Output);
    output.machine = NodeName(u"node2"_s);
    output.text = u"$ drbdadm\n= 0\n"_s;
    JournalLine progress = happened(JournalEvent::Progress);
    progress.message = message("%1 of %2", {Bytes{1}, Bytes{2}});
    entry.lines
        = {happened(JournalEvent::StepBegan), output, progress, happened(JournalEvent::StepEnded)};
    for (const JournalLine &line : entry.lines)
        QVERIFY(waited(journal.add(*id, line)));
    entry.outcome = Outcome{OutcomeKind::NotConfirmed, 0,
                            Error{ErrorKind::Timeout, message("late"), u"raw"_s}};
    entry.endedAt = day.addSecs(9);
    QVERIFY(waited(journal.conclude(*id, *entry.outcome, entry.endedAt)));
    entry.id = *id;
    const auto entries = waited(journal.entries());
    QVERIFY(entries);
    QCOMPARE(entries->size(), 1);
    QVERIFY(entries->first() == entry);
}

void TstJournal::newestEntryComesFirst()
{
    Journal journal(path());
    for (const QString &cluster : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(waited(journal.intend(intention(cluster))));
    const auto entries = waited(journal.entries(2));
    QVERIFY(entries);
    QCOMPARE(entries->size(), 2);
    QCOMPARE(entries->at(0).cluster, u"c"_s);
    QCOMPARE(entries->at(1).cluster, u"b"_s);
}

void TstJournal::unfinishedAreThoseOfTheCluster()
{
    Journal journal(path());
    const auto open = waited(journal.intend(intention(u"a"_s)));
    const auto closed = waited(journal.intend(intention(u"a"_s)));
    QVERIFY(waited(journal.intend(intention(u"b"_s))));
    QVERIFY(waited(journal.conclude(*closed, {OutcomeKind::Failed, 0, {}}, day)));
    const auto unfinished = waited(journal.unfinished(u"a"_s));
    QVERIFY(unfinished);
    QCOMPARE(unfinished->size(), 1);
    QCOMPARE(unfinished->first().id, *open);
    QVERIFY(waited(journal.conclude(*open, {OutcomeKind::Unknown, 0, {}}, day, true)));
    QVERIFY(waited(journal.unfinished(u"a"_s))->isEmpty());
    QVERIFY(waited(journal.entries())->at(2).foundAtStart);
}

void TstJournal::droppedWriterLeavesItUnfinished()
{
    {
        Journal journal(path());
        const auto id = waited(journal.intend(intention()));
        QVERIFY(waited(journal.add(*id, happened(JournalEvent::StepBegan, 3))));
    }
    Journal journal(path());
    const auto unfinished = waited(journal.unfinished(u"c"_s));
    QVERIFY(unfinished);
    QCOMPARE(unfinished->size(), 1);
    QCOMPARE(unfinished->first().lines.last().step, 3);
}

void TstJournal::twoProgramsShareOneChain()
{
    Journal one(path());
    Journal other(path());
    QList<QFuture<Expected<qint64>>> ids;
    for (int i = 0; i < 20; ++i)
        ids << one.intend(intention()) << other.intend(intention());
    for (const auto &id : ids)
        QVERIFY(waited(id));
    const auto check = waited(one.check());
    QVERIFY(check);
    QCOMPARE(check->lines, 40);
    QVERIFY(!check->firstBad);
}

void TstJournal::untouchedJournalIsWhole()
{
    Journal empty(path());
    QVERIFY(!waited(empty.check())->firstBad);
    fill(3);
    const auto check = waited(empty.check());
    QVERIFY(check);
    QCOMPARE(check->lines, 9);
    QVERIFY(!check->firstBad);
}

void TstJournal::fileIsNobodyElses()
{
#ifdef Q_OS_WIN
    QSKIP("permissions are kept by the profile's folder there");
#endif
    fill(1);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path()) & others));
}

void TstJournal::fileRefusesChanges()
{
    fill(1);
    Tamperer tamperer(path());
    QVERIFY(!tamperer.run(u"DELETE FROM line"_s));
    QVERIFY(!tamperer.run(u"UPDATE line SET body='x'"_s));
}

void TstJournal::changedLineIsFound()
{
    fill(2);
    QVERIFY(Tamperer(path()).around(
        u"UPDATE line SET body=replace(body, 'begin', 'nigeb') WHERE id=2"_s));
    Journal journal(path());
    const auto check = waited(journal.check());
    QVERIFY(check);
    QCOMPARE(check->firstBad, std::optional<qint64>(2));
    QVERIFY(logText(check->what).contains(u"changed"_s));
}

void TstJournal::deletedLineIsFound()
{
    fill(2);
    QVERIFY(Tamperer(path()).around(u"DELETE FROM line WHERE id=3"_s));
    Journal journal(path());
    const auto check = waited(journal.check());
    QVERIFY(check);
    QCOMPARE(check->firstBad, std::optional<qint64>(3));
    QVERIFY(logText(check->what).contains(u"missing"_s));
}

void TstJournal::cutTailIsFound()
{
    fill(2);
    QVERIFY(Tamperer(path()).around(u"DELETE FROM line WHERE id>=5"_s));
    Journal journal(path());
    const auto check = waited(journal.check());
    QVERIFY(check);
    QCOMPARE(check->lines, 4);
    QCOMPARE(check->firstBad, std::optional<qint64>(5));
}

void TstJournal::recomputedHashIsFoundByTheNext()
{
    fill(1);
    QVERIFY(Tamperer(path()).around(
        u"UPDATE line SET body='{}', hash=(SELECT hash FROM line WHERE id=3) WHERE id=1"_s));
    Journal journal(path());
    QCOMPARE(waited(journal.check())->firstBad, std::optional<qint64>(1));
}

void TstJournal::damagedFileIsPutAside()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    Journal journal(path());
    QSignalSpy aside(&journal, &Journal::putAside);
    const auto first = waited(journal.intend(intention()));
    QVERIFY(!first); // so that somebody is told
    QVERIFY(logText(first.error().what).contains(u".bad-"_s));
    QVERIFY(waited(journal.intend(intention())));
    QTRY_COMPARE(aside.size(), 1);
    QFile kept(aside.first().first().toString());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray(8192, 'x'));
    const auto check = waited(journal.check());
    QCOMPARE(check->lines, 2); // the first says what happened
    QVERIFY(!check->firstBad);
}

void TstJournal::lineOfAnActionNeverGoesToAnother()
{
    Journal journal(path());
    const auto id = waited(journal.intend(intention()));
    QVERIFY(id);
    QFile file(path()); // a disk that lies
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(int(file.size()), 'x'));
    file.close();
    QVERIFY(!waited(journal.add(*id, happened(JournalEvent::StepBegan)))); // found
    QVERIFY(!waited(journal.conclude(*id, {OutcomeKind::Done, 0, {}}, day)));
    QVERIFY(!waited(journal.intend(intention()))); // told
    QVERIFY(waited(journal.intend(intention())));
    QVERIFY(!waited(journal.conclude(*id, {OutcomeKind::Done, 0, {}}, day)));
    const auto entries = waited(journal.entries());
    QCOMPARE(entries->size(), 1);
    QVERIFY(!entries->first().outcome);
}

void TstJournal::asideIsNeverOverwritten()
{
    for (int i = 0; i < 3; ++i) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, char('a' + i)));
        file.close();
        Journal journal(path());
        QVERIFY(waited(journal.open()));
    }
    QCOMPARE(QDir(m_folder->path()).entryList({u"journal.db.bad-*"_s}).size(), 3);
}

void TstJournal::readOnlyFolderIsAnError()
{
    // A file where the folder should be: as unwritable as can be, for root too.
    QFile file(m_folder->filePath(u"no"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    Journal journal(m_folder->filePath(u"no/journal.db"_s));
    const auto id = waited(journal.intend(intention()));
    QVERIFY(!id);
    QCOMPARE(id.error().kind, ErrorKind::Storage);
    QVERIFY(!waited(journal.entries()));
    QVERIFY(!waited(journal.check()));
}

void TstJournal::fullDiskIsAnErrorAndLaterWritesWork()
{
    if (!FullDisk::possible)
        QSKIP("no such limit on this system");
    fill(1);
    Journal journal(path());
    JournalEntry large = intention();
    large.reason = QString(200'000, u'x');
    {
        FullDisk full(64 * 1024);
        const auto id = waited(journal.intend(large));
        QVERIFY(!id);
        QCOMPARE(id.error().kind, ErrorKind::Storage);
    }
    QVERIFY(waited(journal.intend(large)));
    const auto check = waited(journal.check());
    QCOMPARE(check->lines, 4);
    QVERIFY(!check->firstBad);
}

void TstJournal::newerReleaseIsLeftAlone()
{
    fill(1);
    QVERIFY(Tamperer(path()).run(u"PRAGMA user_version=99"_s));
    Journal journal(path());
    const auto id = waited(journal.intend(intention()));
    QVERIFY(!id);
    QCOMPARE(id.error().kind, ErrorKind::Storage);
    QVERIFY(QDir(m_folder->path()).entryList({u"*.bad-*"_s}).isEmpty());
}

void TstJournal::everyCallIsAnsweredWhenItGoes()
{
    QList<QFuture<Expected<qint64>>> ids;
    {
        Journal journal(path());
        for (int i = 0; i < 10; ++i)
            ids << journal.intend(intention());
    }
    for (const auto &id : ids) {
        QVERIFY(id.isFinished());
        QVERIFY(id.result());
    }
}

BINOME_TEST(TstJournal)
#include "tst_journal.moc"
