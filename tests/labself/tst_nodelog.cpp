// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mechanisms/nodelog.h"
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// The logs of the nodes: layout, whose clock, and who can still write.
class TstNodelog : public QObject
{
    Q_OBJECT

private slots:
    void aDaemonWritesToSyslogAndItsOwnFile();
    void theKernelWritesToItsMemoryToo();
    void aHangingNodeKeepsOnlyTheKernelsMemory();
    void aFullRootLosesLines();
    void aBootEmptiesTheKernelsMemoryAndKeepsTheFiles();
    void aFileIsMovedAwayWhenItIsLarge();
    void stampsAreThoseOfTheNodesClock();
    void aFencingCanBeReadInTheSurvivorsLogs();
    void quorumLostStandsInTheLogs();
    void aMigrationIsATaskInSyslog();
};

namespace
{

QString last(Scenario &lab, const char *path)
{
    return lab.file("node1", path).trimmed().section(QLatin1Char('\n'), -1);
}

void say(Scenario &lab, const char *program, const std::string &text)
{
    logLine(lab.change(), 1, lab.simulation().queue().now(), program, text);
}

} // namespace

void TstNodelog::aDaemonWritesToSyslogAndItsOwnFile()
{
    Scenario lab;
    say(lab, "fenced", "fencing node node2");
    const QString pid = QString::number(lab.node(1).processes.at("fenced"));
    const QString syslog = last(lab, "var/log/syslog");
    QVERIFY2(syslog.endsWith(QStringLiteral(" node1 fenced[%1]: fencing node node2").arg(pid)),
             qPrintable(syslog));
    QCOMPARE(last(lab, "var/log/cluster/fenced.log"),
             syslog.left(16) + QStringLiteral("fenced fencing node node2"));
    QVERIFY(
        !lab.file("node2", "var/log/cluster/fenced.log").contains(QStringLiteral("fencing node")));
}

void TstNodelog::theKernelWritesToItsMemoryToo()
{
    Scenario lab;
    lab.run(12);
    say(lab, "kernel", "block drbd1: conn( Connected -> NetworkFailure ) ");
    const QString line = lab.out("node1", "dmesg").section(QLatin1Char('\n'), -2, -2);
    QVERIFY2(line.startsWith(QStringLiteral("[   12.0")), qPrintable(line));
    QVERIFY(line.endsWith(QStringLiteral("] block drbd1: conn( Connected -> NetworkFailure ) ")));
    QVERIFY(lab.file("node1", "var/log/kern.log").contains(QStringLiteral("kernel: ") + line));
    QVERIFY(lab.file("node1", "var/log/syslog").contains(line));
}

void TstNodelog::aHangingNodeKeepsOnlyTheKernelsMemory()
{
    Scenario lab;
    lab.event("hang node1");
    const QString before = lab.file("node1", "var/log/syslog");
    say(lab, "kernel", "drbd: still here");
    say(lab, "rgmanager", "not any more");
    QCOMPARE(lab.file("node1", "var/log/syslog"), before);
    QVERIFY(lab.out("node1", "dmesg").contains(QStringLiteral("drbd: still here")));
}

void TstNodelog::aFullRootLosesLines()
{
    Scenario lab;
    lab.change().node(1).rootFull = true;
    const QString before = lab.file("node1", "var/log/syslog");
    say(lab, "rgmanager", "unheard");
    QCOMPARE(lab.file("node1", "var/log/syslog"), before);
    lab.change().node(1).rootFull = false;
    say(lab, "rgmanager", "heard");
    QVERIFY(last(lab, "var/log/syslog").endsWith(QStringLiteral(": heard")));
}

void TstNodelog::aBootEmptiesTheKernelsMemoryAndKeepsTheFiles()
{
    Scenario lab;
    say(lab, "kernel", "from the first life");
    lab.event("kill node1");
    lab.run(61);
    QVERIFY(!lab.out("node1", "dmesg").contains(QStringLiteral("from the first life")));
    QVERIFY(lab.out("node1", "dmesg").startsWith(QStringLiteral("[    0.000")));
    QVERIFY(lab.file("node1", "var/log/kern.log").contains(QStringLiteral("from the first life")));
}

void TstNodelog::aFileIsMovedAwayWhenItIsLarge()
{
    Scenario lab;
    const std::string text(1000, 'x');
    for (int i = 0; i < 200; ++i)
        say(lab, "qdiskd", text + std::to_string(i));
    QVERIFY(lab.file("node1", "var/log/syslog").size() <= 65536);
    QVERIFY(lab.file("node1", "var/log/syslog.1").size() <= 65536);
    QVERIFY(last(lab, "var/log/syslog").endsWith(QStringLiteral("x199")));
    const QString old = last(lab, "var/log/syslog.1");
    const QString next = lab.file("node1", "var/log/syslog").section(QLatin1Char('\n'), 0, 0);
    QCOMPARE(next.section(QLatin1Char('x'), -1).toInt(),
             old.section(QLatin1Char('x'), -1).toInt() + 1);
}

void TstNodelog::stampsAreThoseOfTheNodesClock()
{
    Scenario lab;
    say(lab, "fenced", "before");
    const QString right = last(lab, "var/log/syslog").left(15);
    lab.change().node(1).clockSkew = Time{3 * 3600 * 1000};
    say(lab, "fenced", "after");
    const QTime one = QTime::fromString(right.right(8), QStringLiteral("HH:mm:ss"));
    const QTime two
        = QTime::fromString(last(lab, "var/log/syslog").mid(7, 8), QStringLiteral("HH:mm:ss"));
    QCOMPARE(one.addSecs(3 * 3600), two);
}

void TstNodelog::aFencingCanBeReadInTheSurvivorsLogs()
{
    Scenario lab;
    lab.event("power-cut node2");
    lab.run(120);
    const auto holds = [&lab](const char *name, const char *text) {
        return lab.file("node1", std::string("var/log/cluster/") + name + ".log")
            .contains(QLatin1String(text));
    };
    QVERIFY(
        holds("corosync", " corosync [TOTEM ] A processor failed, forming new configuration.\n"));
    QVERIFY(holds("corosync", " corosync [QUORUM] Members[1]: 1\n"));
    QVERIFY(holds("fenced", " fenced fencing node node2\n"));
    QVERIFY(holds("rgmanager", " rgmanager State change: node2 DOWN\n"));
    QVERIFY(holds("fenced", " fenced fence node2 success\n"));
    QVERIFY(
        holds("rgmanager", " rgmanager Taking over service pvevm:102 from down member node2\n"));
    QVERIFY(holds("rgmanager", " rgmanager Service pvevm:102 started\n"));
    QVERIFY(!lab.file("node2", "var/log/syslog").contains(QStringLiteral("processor failed")));
}

void TstNodelog::quorumLostStandsInTheLogs()
{
    Scenario lab;
    lab.event("set token 10000");
    lab.event("qdisk-loss");
    lab.event("power-cut node2 --with-bmc");
    lab.run(60);
    const QString syslog = lab.file("node1", "var/log/syslog");
    QVERIFY2(syslog.contains(QStringLiteral("[CMAN  ] lost contact with quorum device\n")),
             qPrintable(syslog));
    QVERIFY(syslog.contains(QStringLiteral("[CMAN  ] quorum lost, blocking activity\n")));
    QVERIFY(syslog.contains(QStringLiteral("]: #1: Quorum Dissolved\n")));
}

void TstNodelog::aMigrationIsATaskInSyslog()
{
    Scenario lab;
    lab.event("guest-migrate 103 node1");
    lab.run(30);
    const QString syslog = lab.file("node2", "var/log/syslog");
    QVERIFY(syslog.contains(QStringLiteral("<root@pam> starting task UPID:node2:")));
    QVERIFY(syslog.contains(QStringLiteral(":qmigrate:103:root@pam: OK\n")));
}

BINOME_TEST(TstNodelog)
#include "tst_nodelog.moc"
