// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/drbdlog.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;

class TstDrbdLog : public QObject
{
    Q_OBJECT
private slots:
    void aClockThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *uptime : {"1e308", "nan", "inf", "-1", ""})
            QTest::addRow("uptime %s", uptime) << QByteArray("now 1772400000 +0000 ") + uptime;
        for (const char *epoch : {"-1", "9223372036854775807", "nan"})
            QTest::addRow("epoch %s", epoch) << QByteArray("now ") + epoch + " +0000 5000.00";
    }
    void aClockThatCannotBeIsRefused()
    {
        QFETCH(const QByteArray, line);
        const auto log = parseDrbdLog(
            line + "\n[  616.886] block drbd0: Split-Brain detected, dropping connection!\n");
        QVERIFY(!log);
        QCOMPARE(log.error().kind, ErrorKind::ParseFailed);
    }

    void aStampThatCannotBeIsNoTime_data()
    {
        QTest::addColumn<QByteArray>("stamp");
        for (const char *stamp : {"nan", "inf", "-1", "1e308", "616.886 s", ""})
            QTest::addRow("%s", stamp) << QByteArray(stamp);
    }
    void aStampThatCannotBeIsNoTime()
    {
        QFETCH(const QByteArray, stamp);
        const auto log
            = parseDrbdLog("now 1772400000 +0000 5000.00\n[" + stamp
                           + "] block drbd0: Split-Brain detected, dropping connection!\n");
        QVERIFY(log);
        QCOMPARE(log->entries.size(), 1);
        QVERIFY(!log->entries[0].at.isValid());
    }
};

BINOME_TEST(TstDrbdLog)
#include "tst_drbdlog.moc"
