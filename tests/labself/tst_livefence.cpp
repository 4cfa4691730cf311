// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livelab.h"
#include "tests/testmain.h"

#include <QTest>

// Commands that wait for something, typed over SSH on real processes.
class TstLivefence : public QObject
{
    Q_OBJECT

private slots:
    void fenceNodeDrivesTheRealBmc();
    void theOverrideIsAskedForAndWaited();
};

void TstLivefence::fenceNodeDrivesTheRealBmc()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    lab.ssh(QStringLiteral("node1"), QStringLiteral("fence_node -v node2"));
    QCOMPARE(lab.said(),
             QByteArray("fence node2 dev 0.0 agent fence_ipmilan result: success\n"
                        "fence node2 success\n"));
    QCOMPARE(lab.exit(), 0);
    lab.ssh(QStringLiteral("node1"), QStringLiteral("fence_node -S node2"));
    QCOMPARE(lab.said(), QByteArray("status node2 success on\n"));
}

void TstLivefence::theOverrideIsAskedForAndWaited()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    lab.run({QStringLiteral("do"), QStringLiteral("set"), QStringLiteral("token"),
             QStringLiteral("10000")});
    lab.run({QStringLiteral("power-cut"), QStringLiteral("node2"), QStringLiteral("--with-bmc")});
    QCOMPARE(lab.ssh(QStringLiteral("node1"), QStringLiteral("echo no | fence_ack_manual node2")),
             QByteArray("About to override fencing for node2.\n"
                        "Improper use of this command can cause severe file system damage.\n\n"
                        "Aborted.\n"));
    QCOMPARE(lab.exit(), 1);
    const QByteArray out = lab.ssh(QStringLiteral("node1"),
                                   QStringLiteral("echo absolutely | fence_ack_manual node2"));
    QVERIFY2(out.endsWith("\n\nDone\n"), out.constData());
    QVERIFY(lab.ssh(QStringLiteral("node1"), QStringLiteral("fence_tool ls"))
                .contains("victim now    0\n"));
}

BINOME_TEST(TstLivefence)
#include "tst_livefence.moc"
