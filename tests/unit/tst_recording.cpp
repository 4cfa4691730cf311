// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/recorder.h"
#include "tests/fakecluster/fakeclock.h"
#include "tests/testmain.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Core;
using namespace Testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{
const QDateTime start(QDate(2014, 3, 1), QTime(2, 14), Qt::UTC);

RecordingHeader header()
{
    return {u"pve/ha"_s,
            start,
            {{NodeName(u"node1"_s), MachineKind::Node, u"192.0.2.1"_s},
             {NodeName(u"quorum"_s), MachineKind::QuorumServer, u"192.0.2.3"_s}}};
}

Record answer(std::chrono::milliseconds at, const QByteArray &output, int status = 0)
{
    ProbeResult result;
    result.machine = NodeName(u"node1"_s);
    result.probe = ProbeId(u"drbd"_s);
    result.exitCode = status;
    result.output = output;
    result.duration = 20ms;
    result.at = start.addMSecs(at.count());
    return {at, result};
}

Record silence(std::chrono::milliseconds at)
{
    const Error error{ErrorKind::Timeout, message("No answer within %1", {u"1.5 s"_s}), u"raw"_s};
    return {at, RecordedContact{NodeName(u"node1"_s), {ContactState::Silent, start, error}}};
}

QList<Record> night()
{
    QList<Record> records;
    for (int i = 0; i < 30; ++i)
        records << answer(i * 500ms, "state " + QByteArray::number(i / 4));
    records << silence(15s) << answer(16s, "", 124);
    return records;
}

// A block each five records.
QByteArray recorded(const QList<Record> &records, bool finished = true)
{
    QBuffer device;
    device.open(QIODevice::WriteOnly);
    RecordingWriter writer(device, header());
    for (int i = 0; i < records.size(); ++i) {
        if (!writer.add(records.at(i)) || (i % 5 == 4 && !writer.flush()))
            return {};
    }
    const Expected<void> ended = finished ? writer.finish() : writer.flush();
    return ended ? device.data() : QByteArray();
}

Expected<Recording> readBytes(QByteArray bytes)
{
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    return readRecording(device);
}

// A disk with room for so many bytes.
class SmallDisk : public QIODevice
{
public:
    explicit SmallDisk(qint64 room) : m_room(room) { open(QIODevice::WriteOnly); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        if (size > m_room) {
            setErrorString(u"no space left"_s);
            return -1;
        }
        m_room -= size;
        return size;
    }

private:
    qint64 m_room;
};
} // namespace

class TstRecording : public QObject
{
    Q_OBJECT
private slots:
    void everythingComesBack();
    void secretsAreNotWritten();
    void unchangedAnswersCostLittle();
    void cutAnywhereTheWholeBlocksAreRead();
    void damagedBlockEndsTheReading();
    void whatIsNoRecordingIsRefused_data();
    void whatIsNoRecordingIsRefused();
    void hostileSizesTakeNoMemory_data();
    void hostileSizesTakeNoMemory();
    void fullDiskEndsTheRecording();
    void recorderRotatesAndForgetsTheOldest();
    void recorderTellsAboutAFolderThatCannotBe();
};

void TstRecording::everythingComesBack()
{
    const auto read = readBytes(recorded(night()));
    QVERIFY(read);
    QVERIFY(read->complete);
    QCOMPARE(read->header, header());
    QCOMPARE(read->records.size(), night().size());
    for (int i = 0; i < night().size(); ++i)
        QVERIFY2(read->records.at(i) == night().at(i), qPrintable(QString::number(i)));
}

void TstRecording::secretsAreNotWritten()
{
    const QByteArray conf = "<fencedevice login=\"op\" passwd=\"hunter2\"/>";
    const auto read = readBytes(recorded({answer(0ms, conf), answer(1ms, conf), answer(2ms, "x")}));
    QVERIFY(read);
    for (const Record &record : read->records)
        QVERIFY(!std::get<ProbeResult>(record.what).output.contains("hunter2"));
    QVERIFY(std::get<ProbeResult>(read->records.at(1).what).output.contains("***"));
}

void TstRecording::unchangedAnswersCostLittle()
{
    QByteArray noise;
    for (int i = 0; i < 4000; ++i)
        noise += QByteArray::number(qHash(i), 16);
    QList<Record> records{answer(0ms, noise)};
    const qsizetype once = recorded(records).size();
    for (int i = 1; i < 100; ++i)
        records << answer(i * 500ms, noise);
    QVERIFY(recorded(records).size() < once + 100 * 60);
    QCOMPARE(std::get<ProbeResult>(readBytes(recorded(records))->records.last().what).output,
             noise);
}

void TstRecording::cutAnywhereTheWholeBlocksAreRead()
{
    const QByteArray whole = recorded(night());
    qsizetype before = 0;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto read = readBytes(whole.left(size));
        if (!read) {
            QCOMPARE(before, 0); // once the header is there it stays readable
            continue;
        }
        QVERIFY(!read->complete);
        QVERIFY(read->records.size() >= before);
        before = read->records.size();
        for (qsizetype i = 0; i < before; ++i)
            QVERIFY(read->records.at(i) == night().at(i));
    }
    QCOMPARE(before, night().size());
}

void TstRecording::damagedBlockEndsTheReading()
{
    const QByteArray whole = recorded(night());
    const qsizetype second = whole.indexOf("BLOK", whole.indexOf("BLOK", 20) + 4);
    QByteArray damaged = whole;
    damaged[second + 40] = char(damaged.at(second + 40) ^ 0x55);
    const auto read = readBytes(damaged);
    QVERIFY(read);
    QVERIFY(!read->complete);
    QVERIFY(read->records.size() < night().size());
}

void TstRecording::whatIsNoRecordingIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("version: 8.3.13 (api:88/proto:86-96)\n");
    QTest::newRow("magic alone") << QByteArray("BINOMREC");
    QTest::newRow("newer") << QByteArray("BINOMREC\0\0\0\x7f", 12) + recorded(night()).mid(12);
    QTest::newRow("no block") << recorded(night()).left(12);
    QTest::newRow("zeroes") << QByteArray(4096, '\0');
}

void TstRecording::whatIsNoRecordingIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto read = readBytes(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::ParseFailed);
}

void TstRecording::hostileSizesTakeNoMemory_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<quint32>("value");
    QTest::newRow("block of 4 GiB") << 4 << 0xffffffffu;
    QTest::newRow("block of 2 GiB") << 4 << 0x7fffffffu;
    QTest::newRow("block of nothing") << 4 << 0u;
    QTest::newRow("block of three bytes") << 4 << 3u;
    QTest::newRow("content of 4 GiB") << 20 << 0xffffffffu;
    QTest::newRow("content of 1 GiB") << 20 << 0x40000000u;
}

void TstRecording::hostileSizesTakeNoMemory()
{
    QFETCH(int, offset);
    QFETCH(quint32, value);
    QByteArray bytes = recorded(night());
    qToBigEndian(value, bytes.data() + 12 + offset);
    const auto read = readBytes(bytes);
    QVERIFY(!read);
}

void TstRecording::fullDiskEndsTheRecording()
{
    const qsizetype needed = recorded(night()).size();
    for (qint64 room = 0; room < needed; room += 7) {
        SmallDisk disk(room);
        RecordingWriter writer(disk, header());
        Expected<void> written;
        for (const Record &record : night()) {
            written = writer.add(record);
            if (written)
                written = writer.flush();
            if (!written)
                break;
        }
        if (written)
            written = writer.finish();
        if (written)
            continue; // one block each takes another number of bytes
        QCOMPARE(written.error().kind, ErrorKind::Storage);
        QVERIFY(!writer.add(night().first()));
    }
}

void TstRecording::recorderRotatesAndForgetsTheOldest()
{
    QTemporaryDir folder;
    FakeClock clock;
    RecordingHeader known = header();
    known.started = clock.now();
    {
        Recorder recorder(folder.path(), known, clock, {4 * 1024, 24 * 1024});
        QByteArray noise;
        for (int i = 0; i < 100; ++i) {
            noise.clear();
            for (int j = 0; j < 5000; ++j)
                noise += QByteArray::number(qHash(i * 5000 + j), 36);
            clock.advance(1s);
            recorder.add(std::get<ProbeResult>(answer(0ms, noise).what));
        }
        recorder.add(NodeName(u"node1"_s), {ContactState::Lost, clock.now(), {}});
    }
    const QFileInfoList files = QDir(folder.path()).entryInfoList(QDir::Files, QDir::Name);
    QVERIFY(files.size() >= 1);
    qint64 total = 0;
    for (const QFileInfo &info : files) {
        QVERIFY(info.fileName().startsWith(u"pve_ha-2014"_s));
        QVERIFY(info.isReadable() && !(info.permissions() & QFile::ReadOther));
        total += info.size();
    }
    QFile newest(files.last().filePath());
    QVERIFY(newest.open(QIODevice::ReadOnly));
    const auto read = readRecording(newest);
    QVERIFY2(read, read ? "" : read.error().what.source);
    QVERIFY(read->complete);
    QVERIFY(std::holds_alternative<RecordedContact>(read->records.last().what));
    QVERIFY(total < 1024 * 1024); // of 2.5 MiB; a file is counted when its blocks are written
}

void TstRecording::recorderTellsAboutAFolderThatCannotBe()
{
    FakeClock clock;
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Recorder recorder(file.fileName() + u"/under"_s, header(), clock);
    QList<Error> errors;
    connect(&recorder, &Recorder::failed, this, [&](const Error &error) { errors << error; });
    recorder.add(std::get<ProbeResult>(answer(0ms, "x").what));
    recorder.add(std::get<ProbeResult>(answer(0ms, "y").what));
    QTRY_COMPARE(errors.size(), 1);
    QCOMPARE(errors.first().kind, ErrorKind::Storage);
}

BINOME_TEST(TstRecording)
#include "tst_recording.moc"
