// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/bmcreader.h"
#include "core/bmc/ipmiclient.h"
#include "tests/bmc/ipmisim.h"
#include "tests/testmain.h"

using namespace Core;
using namespace Qt::StringLiterals;

// Sensors and event log of a real simulator, over a real session of a mere reader.
class TstBmcRecords : public QObject
{
    Q_OBJECT
private slots:
    void sensorsAndLogAreReadOverOneSession();
    void aWrongPasswordIsTold();
};

namespace
{
Expected<BmcReport> reportOf(Bmc &bmc)
{
    BmcReader reader([&bmc](quint8 function, quint8 command, const QByteArray &data) {
        return bmc.query(function, command, data);
    });
    std::optional<Expected<BmcReport>> report;
    QObject::connect(&reader, &BmcReader::done, &reader,
                     [&](const Expected<BmcReport> &told) { report = told; });
    reader.start();
    if (!QTest::qWaitFor([&] { return report.has_value(); }, 60'000))
        return failure(ErrorKind::Internal, message("no report in a minute"));
    return *report;
}

const SensorLine *lineOf(const BmcReport &report, const QString &name)
{
    for (const SensorLine &line : report.sensors) {
        if (line.sensor.name == name)
            return &line;
    }
    return nullptr;
}
} // namespace

void TstBmcRecords::sensorsAndLogAreReadOverOneSession()
{
    IpmiSim sim;
    QVERIFY(sim.start());
    IpmiClient client(IpmiLoop(), sim.address(u"reader"_s),
                      Password(QByteArrayView(IpmiSim::password)));
    const auto report = reportOf(client);
    QVERIFY2(report, report ? "" : qPrintable(rendered(report.error().what)));
    QVERIFY(!report->trouble);
    QCOMPARE(report->sensors.size(), 4);
    const SensorLine *inlet = lineOf(*report, u"Inlet Temp"_s);
    QVERIFY(inlet);
    QCOMPARE(inlet->reading.value, std::optional<double>(24));
    QCOMPARE(sensorUnitText(inlet->sensor), u"°C"_s);
    const SensorLine *fan = lineOf(*report, u"Fan 1"_s);
    QVERIFY(fan);
    QCOMPARE(fan->reading.value, std::optional<double>(6000));
    QCOMPARE(lineOf(*report, u"PS1 Status"_s)->reading.health, SensorHealth::Ok);
    QCOMPARE(lineOf(*report, u"PS2 Status"_s)->reading.health, SensorHealth::Critical);
    QVERIFY(report->eventsStored >= 1);
    const SelRecord &event = report->events.first();
    QCOMPARE(report->names.value(event.sensor), u"PS2 Status"_s);
    QCOMPARE(rendered(selMeaning(event)), u"input lost"_s);
    QCOMPARE(sim.sessions(), 1);
}

void TstBmcRecords::aWrongPasswordIsTold()
{
    IpmiSim sim;
    QVERIFY(sim.start());
    IpmiClient client(IpmiLoop(), sim.address(u"reader"_s), Password(QByteArrayView("wrong")));
    const auto report = reportOf(client);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::AuthRefused);
}

BINOME_TEST(TstBmcRecords)
#include "tst_bmcrecords.moc"
