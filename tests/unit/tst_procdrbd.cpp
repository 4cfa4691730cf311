// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/procdrbd.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;

class TstProcDrbd : public QObject
{
    Q_OBJECT
private slots:
    void eachDeviceNamesItsOwnLines()
    {
        const auto told = parseProcDrbd(
            "version: 8.3.13 (api:88/proto:86-96)\n"
            "GIT-hash: 83ca112086600faacab2f157bc5a9324f7bd7f77 build by root@node1\n"
            " 0: cs:SyncSource ro:Primary/Primary ds:UpToDate/Inconsistent C r-----\n"
            "    ns:10 nr:0 dw:0 dr:0 al:0 bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 wo:f oos:2048\n"
            "\t[>....................] sync'ed:  0.4% (2048/4096)K\n"
            "\tfinish: 0:00:20 speed: 100 (100) K/sec\n"
            "\n"
            " 1: cs:Connected ro:Primary/Primary ds:UpToDate/UpToDate C r-----\n"
            "    ns:0 nr:0 dw:0 dr:0 al:0 bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 wo:f oos:0\n");
        QVERIFY(told);
        QCOMPARE(told->devices.size(), 2);
        QCOMPARE(told->devices[0].lines, (LineRange{3, 6}));
        QCOMPARE(told->devices[1].lines, (LineRange{8, 9}));
    }

    void aDeviceCutShortEndsWithTheText()
    {
        const auto told = parseProcDrbd("version: 8.3.13 (api:88/proto:86-96)\n"
                                        " 3: cs:Unconfigured\n");
        QVERIFY(told);
        QCOMPARE(told->devices.size(), 1);
        QCOMPARE(told->devices[0].lines, (LineRange{2, 2}));
    }
};

BINOME_TEST(TstProcDrbd)
#include "tst_procdrbd.moc"
