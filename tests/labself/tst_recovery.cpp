// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// From a failure to the guests' return, as the article's cluster does it.
class TstRecovery : public QObject
{
    Q_OBJECT

private slots:
    void healthyStaysHealthy();
    void lostNodeIsRecoveredAfterFencing();
    void dyingOneAfterTheOtherEndsWithEverythingRunning();

private:
    static bool allRun(const Scenario &s)
    {
        for (const Guest &guest : s.world().guests) {
            if (!hostOf(guest))
                return false;
        }
        return true;
    }
};

void TstRecovery::healthyStaysHealthy()
{
    Scenario s;
    s.run(3600);
    QVERIFY(allRun(s));
    QCOMPARE(s.log(), QString());
}

void TstRecovery::lostNodeIsRecoveredAfterFencing()
{
    Scenario s;
    s.run(5);
    s.event("power-cut node1");
    const double back = s.when(
        [&] {
            return s.world().guest(100)->on.count(2)
                && s.world().guest(100)->on.at(2).state == GuestState::Running;
        },
        300);
    QVERIFY2(back > 0, qPrintable(s.log()));
    const double outage = back - 5;
    QVERIFY2(outage >= 70 && outage <= 120, qPrintable(QString::number(outage) + s.log()));
}

void TstRecovery::dyingOneAfterTheOtherEndsWithEverythingRunning()
{
    Scenario s;
    s.run(10);
    s.simulation().setPower(2, false);
    s.run(2);
    s.simulation().setPower(2, true);
    s.run(1);
    s.event("power-cut node1");
    s.run(20);
    s.event("boot node1");
    QVERIFY2(s.when([&] { return allRun(s); }, 600) > 0, qPrintable(s.log()));
}

BINOME_TEST(TstRecovery)
#include "tst_recovery.moc"
