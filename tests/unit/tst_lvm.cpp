// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/lvm.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;

class TstLvm : public QObject
{
    Q_OBJECT
private slots:
    void groupsGiveEveryField();
    void volumesGiveEveryField();
    void nothingPrintedIsNoGroup();
    void badRowNamesItsPlace_data();
    void badRowNamesItsPlace();
};

void TstLvm::groupsGiveEveryField()
{
    const Expected<VolumeGroups> groups = parseVgs("  reeds|1099507433472|549755813888|wz--n-|41\n"
                                                   "  root vg|8589934592|0|wz--nc|7\n");
    QVERIFY(groups);
    const VolumeGroups wanted{
        {QStringLiteral("reeds"), {1099507433472}, {549755813888}, QStringLiteral("wz--n-"), 41},
        {QStringLiteral("root vg"), {8589934592}, {0}, QStringLiteral("wz--nc"), 7},
    };
    QVERIFY(*groups == wanted);
}

void TstLvm::volumesGiveEveryField()
{
    const Expected<PhysicalVolumes> volumes = parsePvs("  /dev/drbd0|reeds|4096|1024|a--\n"
                                                       "  /dev/sdb1||4096|4096|---\n");
    QVERIFY(volumes);
    const PhysicalVolumes wanted{
        {QStringLiteral("/dev/drbd0"),
         QStringLiteral("reeds"),
         {4096},
         {1024},
         QStringLiteral("a--")},
        {QStringLiteral("/dev/sdb1"), {}, {4096}, {4096}, QStringLiteral("---")},
    };
    QVERIFY(*volumes == wanted);
}

void TstLvm::nothingPrintedIsNoGroup()
{
    QVERIFY(parseVgs("")->isEmpty());
    QVERIFY(parsePvs("\n")->isEmpty());
}

void TstLvm::badRowNamesItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("column");
    QTest::newRow("too few") << QByteArray("  reeds|4096|1024|wz--n-\n") << "25";
    QTest::newRow("too many") << QByteArray("  reeds|4096|1024|wz--n-|41|1\n") << "28";
    QTest::newRow("unit") << QByteArray("  reeds|4.00g|1024|wz--n-|41\n") << "8";
    QTest::newRow("another report") << QByteArray("  VG #PV #LV\n") << "13";
}

void TstLvm::badRowNamesItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, column);
    const Expected<VolumeGroups> groups = parseVgs(text);
    QVERIFY(!groups);
    QCOMPARE(groups.error().kind, ErrorKind::ParseFailed);
    QCOMPARE(std::get<QString>(groups.error().what.args.at(1)), column);
}

BINOME_TEST(TstLvm)
#include "tst_lvm.moc"
