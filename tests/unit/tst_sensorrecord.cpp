// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/bmcreader.h"
#include "tests/testmain.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Qt::StringLiterals;

namespace
{
// A full record of a sensor in volts: 12 V as 0.06 V a step, so m = 6, k2 = -2.
QByteArray fullRecord(quint8 number = 3, const QByteArray &name = "12V")
{
    QByteArray record(47, '\0');
    record[0] = char(number);
    record[2] = 0x51;
    record[3] = 0x01;
    record[5] = 0x20;
    record[7] = char(number);
    record[12] = 0x02; // voltage
    record[13] = 0x01;
    record[21] = 4; // V
    record[24] = 6; // m
    record[29] = char(0xe0); // k2 = -2
    record += char(0xc0 | name.size());
    record += name;
    record[4] = char(record.size() - 5);
    return record;
}

QByteArray supplyRecord(quint8 number = 9)
{
    QByteArray record(31, '\0');
    record[0] = char(number);
    record[2] = 0x51;
    record[3] = 0x02;
    record[5] = 0x20;
    record[7] = char(number);
    record[12] = 0x08;
    record[13] = 0x6f;
    record += char(0xc3);
    record += "PS1";
    record[4] = char(record.size() - 5);
    return record;
}

QByteArray entry(quint16 id, quint8 offset)
{
    QByteArray bytes(16, '\0');
    bytes[0] = char(id & 0xff);
    bytes[1] = char(id >> 8);
    bytes[2] = 0x02;
    bytes[6] = 0x52; // 2013
    bytes[7] = 0x20;
    bytes[10] = 0x08;
    bytes[11] = 9;
    bytes[12] = 0x6f;
    bytes[13] = char(offset);
    return bytes;
}

// A BMC by the letter of the standard, with faults on request.
struct Bmc {
    QList<QByteArray> records{fullRecord(), supplyRecord()};
    QList<QByteArray> entries{entry(1, 0), entry(2, 3)};
    QHash<quint8, QByteArray> readings{{3, QByteArray("\0\xc8\xc0\0", 4)},
                                       {9, QByteArray("\0\0\xc0\x01\x80", 5)}};
    bool circle = false; // the last record names the first as the next
    int lost = 0; // reservations that are taken away
    int silentFrom = -1; // question from which on nothing comes back
    int asked = 0;
    int largest = 0; // part of a record that was asked for

    QByteArray record(const QByteArray &data)
    {
        if (lost > 0) {
            --lost;
            return "\xc5";
        }
        const int at = quint8(data[2]) | quint8(data[3]) << 8;
        if (at >= records.size())
            return "\xcb";
        const bool last = at + 1 == records.size();
        const int next = !last ? at + 1 : circle ? 0 : 0xffff;
        largest = std::max(largest, int(quint8(data[5])));
        QByteArray answer(1, '\0');
        answer += char(next & 0xff);
        answer += char(next >> 8);
        return answer + records[at].mid(quint8(data[4]), quint8(data[5]));
    }
    QByteArray logEntry(const QByteArray &data) const
    {
        const int id = quint8(data[2]) | quint8(data[3]) << 8;
        const int at = id == 0 ? 0 : id - 1;
        if (at >= entries.size())
            return "\xcb";
        const bool last = at + 1 == entries.size();
        const int next = !last ? at + 2 : circle ? 1 : 0xffff;
        QByteArray answer(1, '\0');
        answer += char(next & 0xff);
        answer += char(next >> 8);
        return answer + entries[at];
    }
    QByteArray answer(quint8 function, quint8 command, const QByteArray &data)
    {
        if (function == 0x04)
            return readings.value(quint8(data[0]), "\xcb");
        switch (command) {
        case 0x22:
            return QByteArray("\0\1\0", 3);
        case 0x23:
            return record(data);
        case 0x40: {
            QByteArray info(15, '\0');
            info[2] = char(entries.size() & 0xff);
            info[3] = char(entries.size() >> 8);
            return info;
        }
        case 0x43:
            return logEntry(data);
        default:
            return "\xc1";
        }
    }
    BmcQuery query()
    {
        return [this](quint8 function, quint8 command, const QByteArray &data) {
            if (++asked > 20'000)
                qFatal("it asks for ever");
            Expected<QByteArray> said = answer(function, command, data);
            if (silentFrom >= 0 && asked >= silentFrom)
                said = failure(ErrorKind::Unreachable, message("%1", {u"silent"_s}));
            return QtFuture::makeReadyFuture(said);
        };
    }
};

std::optional<Expected<BmcReport>> readFrom(Bmc &bmc)
{
    BmcReader reader(bmc.query());
    QList<Expected<BmcReport>> done;
    QObject::connect(&reader, &BmcReader::done, &reader,
                     [&](const Expected<BmcReport> &report) { done << report; });
    QSignalSpy told(&reader, &BmcReader::done);
    reader.start();
    if ((done.isEmpty() && !told.wait(60'000)) || done.size() != 1)
        return std::nullopt;
    return done.first();
}
} // namespace

class TstSensorRecord : public QObject
{
    Q_OBJECT
private slots:
    void aReadingBecomesANumber_data();
    void aReadingBecomesANumber();
    void aFullRecordIsRead();
    void thresholdsTellTheHealth_data();
    void thresholdsTellTheHealth();
    void aSupplyTellsItsStates();
    void namesAreReadInEveryWriting();
    void recordsOfOtherKindsAreNoSensors();
    void aCutRecordIsAnError();
    void anEntryOfTheLogIsRead();
    void entriesOfTheMaker();
    void anyBytesAreReadOrRefused();
    void everythingIsReadInOrder();
    void partsAreSmall();
    void aLostReservationIsTakenAgain();
    void circlesComeToAnEnd();
    void endlessLogsAreBounded();
    void aBmcThatFallsSilentLeavesWhatItSaid();
    void aBmcWithoutRecordsHasALog();
};

void TstSensorRecord::aReadingBecomesANumber_data()
{
    using Format = SensorFormula::Format;
    QTest::addColumn<SensorFormula>("formula");
    QTest::addColumn<int>("raw");
    QTest::addColumn<double>("value");
    const auto row = [](const char *name, SensorFormula formula, int raw, double value) {
        QTest::newRow(name) << formula << raw << value;
    };
    row("as it is", {1, 0, 0, 0, 0, Format::Unsigned}, 200, 200);
    row("two's complement", {1, 0, 0, 0, 0, Format::TwosComplement}, 0xf6, -10);
    row("one's complement", {1, 0, 0, 0, 0, Format::OnesComplement}, 0xf5, -10);
    row("volts", {6, 0, 0, -2, 0, Format::Unsigned}, 200, 12);
    row("shifted", {2, 5, 1, -1, 0, Format::Unsigned}, 10, 7);
    row("negative factor", {-1, 100, 0, 0, 0, Format::Unsigned}, 30, 70);
    row("reciprocal", {1, 0, 0, 0, 7, Format::Unsigned}, 4, 0.25);
    row("square root", {1, 0, 0, 0, 10, Format::Unsigned}, 81, 9);
}

void TstSensorRecord::aReadingBecomesANumber()
{
    QFETCH(SensorFormula, formula);
    QFETCH(int, raw);
    QFETCH(double, value);
    const auto got = convertedReading(formula, quint8(raw));
    QVERIFY(got);
    QVERIFY2(qAbs(*got - value) < 1e-9, qPrintable(QString::number(*got)));
    formula.linearization = 7;
    QVERIFY(!convertedReading({1, 0, 0, 0, 7, formula.format}, 0)); // 1/0 is no reading
    QVERIFY(!convertedReading({1, 0, 0, 0, 0x70, formula.format}, 1));
}

void TstSensorRecord::aFullRecordIsRead()
{
    const auto record = sensorRecord(fullRecord());
    QVERIFY(record);
    QVERIFY(*record);
    const SensorRecord sensor = **record;
    QCOMPARE(sensor.name, u"12V"_s);
    QCOMPARE(sensor.number, quint8(3));
    QCOMPARE(sensorUnitText(sensor), u"V"_s);
    QCOMPARE(rendered(sensorTypeWord(sensor.type)), u"voltage"_s);
    const auto reading = sensorReading(sensor, QByteArray("\xc8\xc0\0", 3));
    QVERIFY(reading);
    QVERIFY(qAbs(reading->value.value_or(0) - 12) < 1e-9);
    QCOMPARE(reading->health, SensorHealth::Ok);
}

void TstSensorRecord::thresholdsTellTheHealth_data()
{
    QTest::addColumn<int>("flags");
    QTest::addColumn<int>("state");
    QTest::addColumn<SensorHealth>("health");
    QTest::newRow("within") << 0xc0 << 0xc0 << SensorHealth::Ok;
    QTest::newRow("lower warning") << 0xc0 << 0x01 << SensorHealth::Warning;
    QTest::newRow("upper warning") << 0xc0 << 0x08 << SensorHealth::Warning;
    QTest::newRow("lower critical") << 0xc0 << 0x03 << SensorHealth::Critical;
    QTest::newRow("upper critical") << 0xc0 << 0x18 << SensorHealth::Critical;
    QTest::newRow("unrecoverable") << 0xc0 << 0x20 << SensorHealth::Critical;
    QTest::newRow("no reading yet") << 0xe0 << 0x00 << SensorHealth::Unknown;
    QTest::newRow("not scanned") << 0x80 << 0x00 << SensorHealth::Unknown;
}

void TstSensorRecord::thresholdsTellTheHealth()
{
    QFETCH(int, flags);
    QFETCH(int, state);
    QFETCH(SensorHealth, health);
    const SensorRecord sensor = **sensorRecord(fullRecord());
    QByteArray data(1, '\x10');
    data += char(flags);
    data += char(state);
    const auto reading = sensorReading(sensor, data);
    QVERIFY(reading);
    QCOMPARE(reading->health, health);
    QCOMPARE(reading->value.has_value(), health != SensorHealth::Unknown);
}

void TstSensorRecord::aSupplyTellsItsStates()
{
    const SensorRecord sensor = **sensorRecord(supplyRecord());
    QVERIFY(!sensor.formula);
    const auto good = sensorReading(sensor, QByteArray("\0\xc0\x01\x80", 4));
    QCOMPARE(good->health, SensorHealth::Ok);
    QCOMPARE(good->states, quint16(1)); // bit 15 is no state
    const auto lost = sensorReading(sensor, QByteArray("\0\xc0\x09\x80", 4));
    QCOMPARE(lost->health, SensorHealth::Critical);
    QStringList words;
    for (const Message &word : stateWords(sensor, lost->states))
        words << rendered(word);
    QCOMPARE(words, (QStringList{u"present"_s, u"input lost"_s}));
    QCOMPARE(healthOfStates(sensor, 0), SensorHealth::Unknown); // not there: not bad
}

void TstSensorRecord::namesAreReadInEveryWriting()
{
    QCOMPARE(sensorName(QByteArray("\xc4"
                                   "Fan1",
                                   5)),
             u"Fan1"_s);
    QCOMPARE(sensorName(QByteArray("\xc9"
                                   "Fan1",
                                   5)),
             u"Fan1"_s); // says more than there is
    QCOMPARE(sensorName(QByteArray("\xc3"
                                   "a\x1b\x07",
                                   4)),
             u"a\ufffd\ufffd"_s);
    QCOMPARE(sensorName(QByteArray("\x42\x12\xa5", 3)), u"12 5"_s);
    QCOMPARE(sensorName(QByteArray("\x83\x29\xdc\xa6", 4)),
             u"IPMI"_s); // the standard's own example
    QCOMPARE(sensorName({}), QString());
}

void TstSensorRecord::recordsOfOtherKindsAreNoSensors()
{
    for (const int kind : {0x03, 0x08, 0x10, 0x11, 0x12, 0xc0, 0xff}) {
        QByteArray record = fullRecord();
        record[3] = char(kind);
        const auto read = sensorRecord(record);
        QVERIFY(read);
        QVERIFY(!*read);
    }
}

void TstSensorRecord::aCutRecordIsAnError()
{
    for (const QByteArray &whole : {fullRecord(), supplyRecord()}) {
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto read = sensorRecord(whole.first(size));
            QVERIFY2(!read, qPrintable(QString::number(size)));
            QCOMPARE(read.error().kind, ErrorKind::ParseFailed);
        }
    }
    const SensorRecord sensor = **sensorRecord(fullRecord());
    QVERIFY(!sensorReading(sensor, QByteArrayView()));
    QVERIFY(!sensorReading(sensor, QByteArray("\x01")));
    for (qsizetype size = 0; size < 20; ++size)
        QCOMPARE(selRecord(QByteArray(size, '\0')).has_value(), size == 16);
}

void TstSensorRecord::anEntryOfTheLogIsRead()
{
    QByteArray bytes = entry(0x1234, 3);
    auto read = selRecord(bytes);
    QVERIFY(read);
    QCOMPARE(read->id, quint16(0x1234));
    QCOMPARE(*read->at, qint64(0x52000000));
    QVERIFY(!read->sinceStart);
    QCOMPARE(rendered(selMeaning(*read)), u"input lost"_s);
    bytes[12] = char(0xef); // it went away
    QCOMPARE(rendered(selMeaning(*selRecord(bytes))), u"no longer: input lost"_s);
    bytes[12] = 0x01;
    bytes[13] = 0x59; // with reading and threshold behind it
    QCOMPARE(rendered(selMeaning(*selRecord(bytes))), u"above the upper critical threshold"_s);
    bytes.replace(3, 4, QByteArray(4, '\xff'));
    QVERIFY(!selRecord(bytes)->at);
    bytes.replace(3, 4, QByteArray("\x10\0\0\0", 4));
    QVERIFY(selRecord(bytes)->sinceStart);
    bytes[10] = 0x2a;
    bytes[12] = 0x6f;
    QVERIFY(rendered(selMeaning(*selRecord(bytes))).contains(u"59 00 00"_s));
}

void TstSensorRecord::entriesOfTheMaker()
{
    QByteArray bytes = entry(1, 0);
    bytes[2] = char(0xc1);
    const auto timed = selRecord(bytes);
    QVERIFY(timed->oem);
    QVERIFY(timed->at);
    QCOMPARE(timed->data.size(), 6);
    bytes[2] = char(0xe0);
    const auto untimed = selRecord(bytes);
    QVERIFY(!untimed->at);
    QCOMPARE(untimed->data.size(), 13);
    QVERIFY(rendered(selMeaning(*untimed)).contains(u"maker"_s));
}

void TstSensorRecord::anyBytesAreReadOrRefused()
{
    QRandomGenerator random(623);
    for (int round = 0; round < 50'000; ++round) {
        QByteArray bytes(random.bounded(70), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        if (bytes.size() > 5) {
            bytes[3] = char(1 + round % 2);
            bytes[4] = char(random.bounded(int(bytes.size())));
        }
        const auto record = sensorRecord(bytes);
        if (!record || !*record)
            continue;
        for (const QChar c : (*record)->name)
            QVERIFY(c.category() != QChar::Other_Control);
        const auto reading = sensorReading(**record, bytes.last(4));
        if (reading && reading->value)
            QVERIFY(std::isfinite(*reading->value));
        stateWords(**record, reading ? reading->states : quint16(0));
        if (const auto event = selRecord(bytes.left(16)))
            QVERIFY(!rendered(selMeaning(*event)).isEmpty());
    }
}

void TstSensorRecord::everythingIsReadInOrder()
{
    Bmc bmc;
    const auto report = readFrom(bmc);
    QVERIFY(report && *report);
    const BmcReport &read = **report;
    QVERIFY(!read.trouble);
    QCOMPARE(read.sensors.size(), 2);
    QVERIFY(qAbs(read.sensors[0].reading.value.value_or(0) - 12) < 1e-9);
    QCOMPARE(read.sensors[1].reading.health, SensorHealth::Ok);
    QCOMPARE(read.events.size(), 2);
    QCOMPARE(read.events[0].id, quint16(2)); // the newest first
    QCOMPARE(read.names.value(9), u"PS1"_s);
    QCOMPARE(read.eventsStored, 2);
}

void TstSensorRecord::partsAreSmall()
{
    Bmc bmc;
    bmc.records = {fullRecord(3, QByteArray(16, 'x'))};
    const auto report = readFrom(bmc);
    QVERIFY(report && *report);
    QCOMPARE((*report)->sensors.first().sensor.name, QString(16, u'x'));
    QVERIFY(bmc.largest <= 16);
}

void TstSensorRecord::aLostReservationIsTakenAgain()
{
    Bmc bmc;
    bmc.lost = 3;
    auto report = readFrom(bmc);
    QCOMPARE((*report)->sensors.size(), 2);
    Bmc busy;
    busy.lost = 1'000'000; // somebody writes all the time: the log is read all the same
    report = readFrom(busy);
    QCOMPARE((*report)->sensors.size(), 0);
    QCOMPARE((*report)->events.size(), 2);
}

void TstSensorRecord::circlesComeToAnEnd()
{
    Bmc bmc;
    bmc.circle = true;
    const auto report = readFrom(bmc);
    QVERIFY(report && *report);
    QCOMPARE((*report)->sensors.size(), 2);
    QVERIFY((*report)->events.size() <= 3);
}

void TstSensorRecord::endlessLogsAreBounded()
{
    Bmc bmc;
    for (int i = 3; i < 6000; ++i)
        bmc.entries << entry(quint16(i), 0);
    const auto report = readFrom(bmc);
    QVERIFY(report && *report);
    QCOMPARE((*report)->events.size(), 1000);
    QCOMPARE((*report)->events.first().id, quint16(4000));
    QCOMPARE((*report)->eventsStored, 5999);
    Bmc records;
    records.records = QList<QByteArray>(700, fullRecord());
    QCOMPARE((*readFrom(records))->sensors.size(), 512);
}

void TstSensorRecord::aBmcThatFallsSilentLeavesWhatItSaid()
{
    Bmc bmc;
    bmc.silentFrom = 1;
    auto report = readFrom(bmc);
    QVERIFY(report);
    QVERIFY(!*report);
    QCOMPARE(report->error().kind, ErrorKind::Unreachable);
    Bmc later;
    later.silentFrom = 8;
    report = readFrom(later);
    QVERIFY(report && *report);
    QVERIFY((*report)->trouble);
    QVERIFY(!(*report)->sensors.isEmpty());
}

void TstSensorRecord::aBmcWithoutRecordsHasALog()
{
    Bmc bmc;
    bmc.records.clear();
    const auto report = readFrom(bmc);
    QVERIFY(report && *report);
    QVERIFY((*report)->sensors.isEmpty());
    QCOMPARE((*report)->events.size(), 2);
}

BINOME_TEST(TstSensorRecord)
#include "tst_sensorrecord.moc"
