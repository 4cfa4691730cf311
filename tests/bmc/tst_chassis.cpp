// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/chassis.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;

namespace
{
const BmcAddress bmc{QStringLiteral("10.0.0.1"), 623, QStringLiteral("oper")};

ChassisAnswer answer(const char *hex)
{
    return QByteArray::fromHex(hex);
}

const ChassisAnswer unreachable
    = failure(ErrorKind::Unreachable, message("The BMC does not answer."));
} // namespace

class TstChassis : public QObject
{
    Q_OBJECT
private slots:
    void powerIsTheLowestBit();
    void noPowerWithoutAWholeAnswer();
    void declinedForStateIsItsOwnCode();
    void whatIsAlreadySoIsAccepted_data();
    void whatIsAlreadySoIsAccepted();
};

// Bit 0 of the first byte after the completion code; the others tell of faults and policy.
void TstChassis::powerIsTheLowestBit()
{
    QCOMPARE(powerFrom(answer("00010000"), bmc).value(), PowerState::On);
    QCOMPARE(powerFrom(answer("00600000"), bmc).value(), PowerState::Off);
    QCOMPARE(powerFrom(answer("00ff1234"), bmc).value(), PowerState::On);
}

void TstChassis::noPowerWithoutAWholeAnswer()
{
    QCOMPARE(powerFrom(answer("00"), bmc).error().kind, ErrorKind::ParseFailed);
    QCOMPARE(powerFrom(answer("d401"), bmc).error().kind, ErrorKind::Refused);
    QCOMPARE(powerFrom(unreachable, bmc).error().kind, ErrorKind::Unreachable);
}

void TstChassis::declinedForStateIsItsOwnCode()
{
    QVERIFY(declinedForState(answer("d5")));
    QVERIFY(!declinedForState(answer("00")));
    QVERIFY(!declinedForState(answer("d4")));
    QVERIFY(!declinedForState(unreachable));
}

void TstChassis::whatIsAlreadySoIsAccepted_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<PowerState>("wanted");
    QTest::addColumn<bool>("accepted");
    const QByteArray on = QByteArray::fromHex("00010000");
    const QByteArray off = QByteArray::fromHex("00000000");
    QTest::newRow("off when off") << off << PowerState::Off << true;
    QTest::newRow("on when on") << on << PowerState::On << true;
    QTest::newRow("off when on") << on << PowerState::Off << false;
    QTest::newRow("state refused") << QByteArray::fromHex("ff") << PowerState::Off << false;
    QTest::newRow("state cut short") << QByteArray::fromHex("00") << PowerState::Off << false;
}

void TstChassis::whatIsAlreadySoIsAccepted()
{
    QFETCH(QByteArray, status);
    QFETCH(PowerState, wanted);
    QFETCH(bool, accepted);
    const Expected<void> settled = settledByState(answer("d5"), status, wanted, bmc);
    QCOMPARE(settled.has_value(), accepted);
    if (!accepted)
        QCOMPARE(settled.error().kind, ErrorKind::Refused);
}

BINOME_TEST(TstChassis)
#include "tst_chassis.moc"
