// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/descendants.h"
#include "livelab.h"
#include "tests/testmain.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <signal.h>

// The live driver at its sockets: real sshd, real ipmi_sim, the relay between.
class TstLive : public QObject
{
    Q_OBJECT

private slots:
    void downLeavesNoProcessAndNoFile();
    void aKilledSupervisorTakesEverythingAlong();
    void aStartThatFailsLeavesNothing();
    void aStartThatFailsHalfWayLeavesNothing();
    void twoLaboratoriesSideBySide();
    void commandsAnswerThroughSsh();
    void noPersonalStartUpFileInterferes();
    void killResetsAndTheNodeComesBack();
    void powerCutIsSilence();
    void aCutPathIsSilentAndHealsWithItsConnections();
    void aHangingNodeAcceptsAndSaysNothing();
    void fenceNodePowersTheRealBmc();
    void aSurvivorFencesAndRecovers();
    void processesDieWithTheirNode();

private:
    static QList<int> marked(const QString &folder);
    static QString stage(LiveLab &lab, const QString &name);
};

// Processes of the laboratory in that folder: its mark in their environment, or its folder in
// their words (sshd writes its title over both).
QList<int> TstLive::marked(const QString &folder)
{
    QList<int> list;
    const QByteArray mark = "BINOME_LAB_CHILD=" + folder.toUtf8();
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile environment(QStringLiteral("/proc/%1/environ").arg(name));
        QFile words(QStringLiteral("/proc/%1/cmdline").arg(name));
        if (name.toInt() <= 0 || !environment.open(QIODevice::ReadOnly)
            || !words.open(QIODevice::ReadOnly))
            continue;
        if (environment.readAll().split('\0').contains(mark)
            || words.readAll().contains(folder.toUtf8() + "/machines/"))
            list.append(name.toInt());
    }
    return list;
}

QString TstLive::stage(LiveLab &lab, const QString &name)
{
    for (const QJsonValue &value : lab.status()[QStringLiteral("machines")].toArray()) {
        if (value[QStringLiteral("name")].toString() == name)
            return value[QStringLiteral("stage")].toString();
    }
    return {};
}

void TstLive::downLeavesNoProcessAndNoFile()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QString lock = QStringLiteral("/tmp/binome-lab-%1.lock")
                             .arg(lab.status()[QStringLiteral("network")].toString());
    QVERIFY(QFile::exists(lock));
    QVERIFY(marked(lab.folder()).size() >= 5); // three sshd, two BMCs
    QCOMPARE(lab.run({QStringLiteral("down")}), 0);
    QCOMPARE(marked(lab.folder()), QList<int>());
    QVERIFY(!QFile::exists(lab.folder()));
    QVERIFY(!QFile::exists(lock));
}

void TstLive::aKilledSupervisorTakesEverythingAlong()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QProcess session; // a session with a command that would go on for long
    session.start(
        QStringLiteral("ssh"),
        lab.sshArguments(QStringLiteral("node1"), QStringLiteral("echo here; exec sleep 600")));
    QVERIFY(session.waitForReadyRead(10000));
    const pid_t supervisor = Lab::parentOf(marked(lab.folder()).first());
    QVERIFY(supervisor > 1);
    const std::vector<pid_t> family = Lab::descendantsOf(supervisor);
    QVERIFY(family.size() >= 7); // three sshd, two BMCs, the session and its command
    ::kill(supervisor, SIGKILL);
    const auto gone
        = [](pid_t process) { return Lab::parentOf(process) <= 0 || Lab::isZombie(process); };
    QVERIFY(LiveLab::eventually([&] { return std::all_of(family.begin(), family.end(), gone); }));
    QCOMPARE(lab.run({QStringLiteral("down")}), 0);
    QVERIFY(!QFile::exists(lab.folder()));
    session.waitForFinished(10000);
}

void TstLive::aStartThatFailsLeavesNothing()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.run({QStringLiteral("up")}) != 0);
    QVERIFY2(lab.said().contains("already runs"), lab.said().constData());
    QTemporaryDir foreign;
    QFile file(foreign.filePath(QStringLiteral("mine")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(QProcess::execute(QStringLiteral(BINOME_BIN_DIR "/binome-lab"),
                               {QStringLiteral("up"), QStringLiteral("--dir"), foreign.path()}),
             1);
    QVERIFY(file.exists());
    QProcess withoutTools;
    QTemporaryDir empty;
    withoutTools.start(
        QStringLiteral(BINOME_BIN_DIR "/binome-lab"),
        {QStringLiteral("up"), QStringLiteral("--dir"), QStringLiteral("/proc/nowhere")});
    QVERIFY(withoutTools.waitForFinished(10000));
    QCOMPARE(withoutTools.exitCode(), 1);
    QVERIFY(!withoutTools.readAllStandardError().isEmpty());
}

// With so few descriptors the servers start and the relays cannot.
void TstLive::aStartThatFailsHalfWayLeavesNothing()
{
    QTemporaryDir parent;
    const QString folder = parent.path() + QStringLiteral("/lab");
    QProcess start;
    start.start(QStringLiteral("sh"),
                {QStringLiteral("-c"), QStringLiteral("ulimit -n 14; exec \"$0\" up --dir \"$1\""),
                 QStringLiteral(BINOME_BIN_DIR "/binome-lab"), folder});
    QVERIFY(start.waitForFinished(30000));
    const QByteArray said = start.readAllStandardError();
    QVERIFY2(start.exitCode() == 1 && said.contains("cannot listen"), said.constData());
    QVERIFY(LiveLab::eventually([&] { return marked(folder).isEmpty(); }));
    QVERIFY(!QFile::exists(folder));
}

void TstLive::twoLaboratoriesSideBySide()
{
    LiveLab first;
    LiveLab second;
    QVERIFY2(first.up(), first.said().constData());
    QVERIFY2(second.up(), second.said().constData());
    QVERIFY(first.status()[QStringLiteral("network")]
            != second.status()[QStringLiteral("network")]);
    QCOMPARE(first.run({QStringLiteral("cut"), QStringLiteral("drbd")}), 0);
    QVERIFY(second.status()[QStringLiteral("cut")].toArray().isEmpty());
    QCOMPARE(first.run({QStringLiteral("down")}), 0);
    QCOMPARE(second.ssh(QStringLiteral("node2"), QStringLiteral("hostname")),
             QByteArray("node2\n"));
}

void TstLive::commandsAnswerThroughSsh()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.ssh(QStringLiteral("node1"), QStringLiteral("clustat"))
                .contains("Member Status: Quorate"));
    QVERIFY(lab.ssh(QStringLiteral("quorum"), QStringLiteral("command -v clustat")).isEmpty());
    QVERIFY(lab.ssh(QStringLiteral("node1"), QStringLiteral("command -v tgtadm")).isEmpty());
    QVERIFY(lab.ssh(QStringLiteral("quorum"), QStringLiteral("tgt-admin -s"))
                .startsWith("Target 1: iqn."));
    const QString root
        = lab.machine(QStringLiteral("node1"))[QStringLiteral("rootPrefix")].toString();
    QVERIFY(lab.ssh(QStringLiteral("node1"), QStringLiteral("cat '%1/proc/drbd'").arg(root))
                .startsWith("version: 8.3.13"));
    lab.ssh(QStringLiteral("node1"), QStringLiteral("exit 7"));
    QCOMPARE(lab.exit(), 7);
    QVERIFY(
        lab.ssh(QStringLiteral("node1"),
                QStringLiteral("ls -d '%1'/proc/$(cat '%1'/var/run/qemu-server/100.pid)").arg(root))
            .contains("/proc/2300"));
}

void TstLive::noPersonalStartUpFileInterferes()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QByteArray seen
        = lab.ssh(QStringLiteral("node2"), QStringLiteral("echo $HOME $LC_ALL; pwd; echo $PATH"));
    const QByteArray root
        = lab.machine(QStringLiteral("node2"))[QStringLiteral("rootPrefix")].toString().toUtf8();
    QCOMPARE(seen,
             root + " C\n" + root + "\n" + lab.folder().toUtf8()
                 + "/machines/node2/bin:/usr/bin:/bin\n");
}

void TstLive::killResetsAndTheNodeComesBack()
{
    LiveLab lab(20);
    QVERIFY2(lab.up(), lab.said().constData());
    const QJsonObject node = lab.machine(QStringLiteral("node2"));
    QTcpSocket socket;
    socket.connectToHost(node[QStringLiteral("address")].toString(),
                         static_cast<quint16>(node[QStringLiteral("port")].toInt()));
    QVERIFY(socket.waitForReadyRead(5000));
    QElapsedTimer timer;
    QCOMPARE(lab.run({QStringLiteral("kill"), QStringLiteral("node2")}), 0);
    timer.start();
    QVERIFY(socket.state() == QAbstractSocket::UnconnectedState
            || socket.waitForDisconnected(5000));
    QCOMPARE(socket.error(), QAbstractSocket::RemoteHostClosedError);
    lab.ssh(QStringLiteral("node2"), QStringLiteral("true"));
    QVERIFY2(lab.said().contains("refused"), lab.said().constData());
    QVERIFY(LiveLab::eventually(
        [&] { return lab.ssh(QStringLiteral("node2"), QStringLiteral("hostname")) == "node2\n"; }));
}

void TstLive::powerCutIsSilence()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QJsonObject node = lab.machine(QStringLiteral("node1"));
    QTcpSocket socket;
    socket.connectToHost(node[QStringLiteral("address")].toString(),
                         static_cast<quint16>(node[QStringLiteral("port")].toInt()));
    QVERIFY(socket.waitForReadyRead(5000));
    QCOMPARE(lab.run({QStringLiteral("power-cut"), QStringLiteral("node1")}), 0);
    QVERIFY(!socket.waitForDisconnected(700));
    QTcpSocket another;
    another.connectToHost(node[QStringLiteral("address")].toString(),
                          static_cast<quint16>(node[QStringLiteral("port")].toInt()));
    QVERIFY(!another.waitForConnected(700));
    QCOMPARE(another.error(), QAbstractSocket::SocketTimeoutError); // nobody refused it either
    QCOMPARE(lab.run({QStringLiteral("boot"), QStringLiteral("node1")}), 0);
    // The old connection is unknown to the machine that comes back.
    QVERIFY(socket.waitForDisconnected(10000));
    QVERIFY(LiveLab::eventually(
        [&] { return lab.ssh(QStringLiteral("node1"), QStringLiteral("hostname")) == "node1\n"; }));
}

void TstLive::aCutPathIsSilentAndHealsWithItsConnections()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QProcess session;
    session.start(QStringLiteral("ssh"),
                  lab.sshArguments(QStringLiteral("node1"), QStringLiteral("exec cat")));
    session.write("one\n");
    QVERIFY(session.waitForReadyRead(10000));
    QCOMPARE(session.readAll(), QByteArray("one\n"));
    QCOMPARE(lab.run({QStringLiteral("cut"), QStringLiteral("ssh:node1")}), 0);
    session.write("two\n");
    QVERIFY(!session.waitForReadyRead(700));
    QCOMPARE(lab.run({QStringLiteral("heal"), QStringLiteral("ssh:node1")}), 0);
    QVERIFY(session.waitForReadyRead(10000));
    QCOMPARE(session.readAll(), QByteArray("two\n"));
    session.closeWriteChannel();
    QVERIFY(session.waitForFinished(10000));
}

void TstLive::aHangingNodeAcceptsAndSaysNothing()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QCOMPARE(lab.run({QStringLiteral("do"), QStringLiteral("hang-sshd"), QStringLiteral("node1")}),
             0);
    const QJsonObject node = lab.machine(QStringLiteral("node1"));
    QTcpSocket socket;
    socket.connectToHost(node[QStringLiteral("address")].toString(),
                         static_cast<quint16>(node[QStringLiteral("port")].toInt()));
    QVERIFY(socket.waitForConnected(5000));
    QVERIFY(!socket.waitForReadyRead(700));
    QCOMPARE(
        lab.run({QStringLiteral("do"), QStringLiteral("unhang-sshd"), QStringLiteral("node1")}), 0);
    QVERIFY(socket.waitForReadyRead(10000));
}

void TstLive::fenceNodePowersTheRealBmc()
{
    LiveLab lab(60);
    QVERIFY2(lab.up(), lab.said().constData());
    lab.ssh(QStringLiteral("node1"), QStringLiteral("fence_node -S node2"));
    QVERIFY2(lab.said().contains("status node2 success on\n"), lab.said().constData());
    QCOMPARE(lab.run({QStringLiteral("do"), QStringLiteral("set"), QStringLiteral("fence-action"),
                      QStringLiteral("off")}),
             0);
    lab.ssh(QStringLiteral("node1"), QStringLiteral("fence_node node2"));
    QCOMPARE(lab.exit(), 0);
    QVERIFY2(lab.said().contains("fence node2 success\n"), lab.said().constData());
    QCOMPARE(stage(lab, QStringLiteral("node2")), QStringLiteral("off"));
    lab.ssh(QStringLiteral("node1"), QStringLiteral("fence_node -S node2"));
    QVERIFY2(lab.said().contains("status node2 success off\n"), lab.said().constData());
    // fenced has been told, and averts its own fencing when the token is over.
    lab.run({QStringLiteral("do"), QStringLiteral("set"), QStringLiteral("token"),
             QStringLiteral("10000")});
    QVERIFY(LiveLab::eventually([&] {
        return lab.ssh(QStringLiteral("node1"), QStringLiteral("fence_tool ls -n"))
            .contains("how external");
    }));
}

void TstLive::aSurvivorFencesAndRecovers()
{
    LiveLab lab(30);
    QVERIFY2(lab.up(), lab.said().constData());
    QCOMPARE(lab.run({QStringLiteral("do"), QStringLiteral("set"), QStringLiteral("token"),
                      QStringLiteral("10000")}),
             0);
    QCOMPARE(lab.run({QStringLiteral("do"), QStringLiteral("hang"), QStringLiteral("node2")}), 0);
    QVERIFY(LiveLab::eventually(
        [&] {
            return lab.ssh(QStringLiteral("node1"), QStringLiteral("clustat"))
                .contains("pvevm:102                      node1                          started");
        },
        30000));
    QVERIFY(lab.ssh(QStringLiteral("node1"), QStringLiteral("fence_tool ls -n"))
                .contains("nodeid 2 member 0 victim 0 last fence master 1 how agent"));
}

void TstLive::processesDieWithTheirNode()
{
    LiveLab lab(600);
    QVERIFY2(lab.up(), lab.said().constData());
    QProcess session;
    session.start(QStringLiteral("ssh"),
                  lab.sshArguments(QStringLiteral("node2"),
                                   QStringLiteral("(sleep 601 &) ; echo here; sleep 602")));
    QVERIFY(session.waitForReadyRead(10000));
    QCOMPARE(lab.run({QStringLiteral("power-cut"), QStringLiteral("node2")}), 0);
    const auto sleepers = [&] {
        int count = 0;
        for (int process : marked(lab.folder())) {
            QFile file(QStringLiteral("/proc/%1/cmdline").arg(process));
            count += file.open(QIODevice::ReadOnly) && file.readAll().startsWith("sleep");
        }
        return count;
    };
    QVERIFY(LiveLab::eventually([&] { return sleepers() == 0; }));
    session.kill();
    session.waitForFinished(5000);
}

BINOME_TEST(TstLive)
#include "tst_live.moc"
