// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/serialconsole.h"
#include "core/athand/sshclient.h"
#include "tests/testmain.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::StringLiterals;

namespace
{
const SerialHints hints{u"Leave with ~. it's easy; $(id)"_s, u"It failed"_s, u"Enter"_s};

FenceDevice bmc(const QString &user = u"fencer"_s)
{
    FenceDevice device;
    device.name = u"bmc2"_s;
    device.agent = u"fence_ipmilan"_s;
    device.address = u"10.10.6.2"_s;
    device.login = user;
    return device;
}

ClusterSnapshot twoNodes()
{
    ClusterSnapshot snapshot;
    ClusterConfig config;
    for (const QString &name : {u"node1"_s, u"node2"_s}) {
        Machine machine;
        machine.name = NodeName(name);
        machine.contact.state = ContactState::Connected;
        snapshot.machines.insert(machine.name, machine);
    }
    ConfiguredNode node;
    node.name = NodeName(u"node2"_s);
    node.methods = {{u"1"_s, {{u"bmc2"_s, {}}}}};
    config.nodes = {node};
    config.fenceDevices = {bmc()};
    snapshot.configuration = config;
    return snapshot;
}

bool canRun(const QString &shell)
{
#ifdef Q_OS_WIN
    return false; // what is called bash there may be another system
#endif
    return !QStandardPaths::findExecutable(shell.section(u' ', 0, 0)).isEmpty();
}

struct Ran {
    int exit = -1;
    QStringList words; // that ipmitool was given
    QString shown;
};

// The line in that shell, as sshd hands it to the login shell there, with an ipmitool that writes
// down its words and ends so.
Ran ran(const QString &line, const QString &shell, int exit)
{
    const QTemporaryDir folder;
    QFile tool(folder.filePath(u"ipmitool"_s));
    if (!tool.open(QIODevice::WriteOnly))
        return {};
    tool.write("#!/bin/sh\nprintf '%s\\0' \"$@\" >'" + folder.filePath(u"words"_s).toUtf8()
               + "'\nexit " + QByteArray::number(exit) + '\n');
    tool.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    tool.close();
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, folder.path() + u":/usr/bin:/bin"_s);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    QStringList words = shell.split(u' ');
    const QString program = words.takeFirst();
    process.start(program, words + QStringList{u"-c"_s, line});
    if (!process.waitForFinished())
        return {};
    Ran result;
    result.exit = process.exitCode();
    result.shown = QString::fromUtf8(process.readAllStandardOutput());
    QFile written(folder.filePath(u"words"_s));
    if (written.open(QIODevice::ReadOnly))
        result.words = QString::fromUtf8(written.readAll()).split(QChar(u'\0'));
    if (!result.words.isEmpty())
        result.words.removeLast(); // behind the last NUL
    return result;
}
} // namespace

// Serial over LAN: which BMC, from where, and by which words.
class TstSerialConsole : public QObject
{
    Q_OBJECT
private slots:
    void bmcsThatSpeakIpmiAreKnown();
    void anotherNodeAsksIt();
    void everyShellGivesTheSameWords_data();
    void everyShellGivesTheSameWords();
    void aHeldConsoleIsFreedBySayingHow();
    void whatIsNoAddressIsRefused_data();
    void whatIsNoAddressIsRefused();
    void sshRunsItInATerminalAndLeavesTheTilde();
};

void TstSerialConsole::bmcsThatSpeakIpmiAreKnown()
{
    ClusterSnapshot snapshot = twoNodes();
    QCOMPARE(ipmiBmcs(NodeName(u"node2"_s), snapshot), QList<FenceDevice>{bmc()});
    QVERIFY(ipmiBmcs(NodeName(u"node1"_s), snapshot).isEmpty());
    snapshot.configuration->fenceDevices[0].agent = u"fence_apc"_s;
    QVERIFY(ipmiBmcs(NodeName(u"node2"_s), snapshot).isEmpty());
    snapshot.configuration->fenceDevices[0] = bmc();
    snapshot.configuration->fenceDevices[0].address.clear();
    QVERIFY(ipmiBmcs(NodeName(u"node2"_s), snapshot).isEmpty());
    QVERIFY(ipmiBmcs(NodeName(u"node2"_s), ClusterSnapshot()).isEmpty());
}

void TstSerialConsole::anotherNodeAsksIt()
{
    ClusterSnapshot snapshot = twoNodes();
    const NodeName node2(u"node2"_s);
    QCOMPARE(serialAsker(node2, snapshot).value_or(node2), NodeName(u"node1"_s));
    Machine server;
    server.name = NodeName(u"a-server"_s);
    server.kind = MachineKind::QuorumServer;
    server.contact.state = ContactState::Connected;
    snapshot.machines.insert(server.name, server);
    QCOMPARE(serialAsker(node2, snapshot).value_or(node2), NodeName(u"node1"_s));
    snapshot.machines[NodeName(u"node1"_s)].contact.state = ContactState::Lost;
    QCOMPARE(serialAsker(node2, snapshot).error().kind, ErrorKind::Unreachable);
    QVERIFY(logText(serialAsker(node2, snapshot).error().what).contains(u"node1"_s));
    snapshot.machines.remove(NodeName(u"node1"_s));
    QCOMPARE(serialAsker(node2, snapshot).error().kind, ErrorKind::Refused);
}

void TstSerialConsole::everyShellGivesTheSameWords_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("user");
    for (const QString &shell : {u"dash"_s, u"bash"_s, u"busybox sh"_s}) {
        for (const QString &user : {u"fencer"_s, u"it's me"_s, u"a;reboot"_s, u"$(reboot)`id`"_s,
                                    u"-f /etc/passwd"_s, u"\"q\" \\ %s | & > x"_s, u"ö*?[a]~!"_s})
            QTest::addRow("%s %s", qPrintable(shell), qPrintable(user)) << shell << user;
    }
}

void TstSerialConsole::everyShellGivesTheSameWords()
{
    QFETCH(QString, shell);
    QFETCH(QString, user);
    if (!canRun(shell))
        QSKIP("this shell is not here");
    FenceDevice device = bmc(user);
    device.port = 9001;
    device.privilege = u"operator"_s;
    const Ran told = ran(*serialConsoleLine(device, hints), shell, 0);
    QCOMPARE(
        told.words,
        (QStringList{u"-I"_s, u"lanplus"_s, u"-H"_s, u"10.10.6.2"_s, u"-p"_s, u"9001"_s, u"-U"_s,
                     user, u"-L"_s, u"OPERATOR"_s, u"-a"_s, u"sol"_s, u"activate"_s}));
    QCOMPARE(told.exit, 0);
    QCOMPARE(told.shown, hints.before + u'\n');
}

void TstSerialConsole::aHeldConsoleIsFreedBySayingHow()
{
    if (!canRun(u"sh"_s))
        QSKIP("no shell is here");
    const Ran told = ran(*serialConsoleLine(bmc(u"it's me"_s), hints), u"sh"_s, 1);
    QCOMPARE(told.exit, 1);
    QCOMPARE(
        told.shown.split(u'\n'),
        (QStringList{hints.before, hints.failed,
                     uR"(ipmitool -I lanplus -H 10.10.6.2 -U 'it'\''s me' -a sol deactivate)"_s,
                     hints.wait, QString()}));
}

void TstSerialConsole::whatIsNoAddressIsRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("user");
    QTest::newRow("option as address") << u"-Idummy"_s << u"u"_s;
    QTest::newRow("no address") << QString() << u"u"_s;
    QTest::newRow("command") << u"a;reboot"_s << u"u"_s;
    QTest::newRow("two words") << u"a b"_s << u"u"_s;
    QTest::newRow("line break in user") << u"bmc2"_s << u"u\nreboot"_s;
    QTest::newRow("escape in user") << u"bmc2"_s << u"u\u001b[2J"_s;
    QTest::newRow("NUL in user") << u"bmc2"_s << QString(QChar(0));
}

void TstSerialConsole::whatIsNoAddressIsRefused()
{
    QFETCH(QString, address);
    QFETCH(QString, user);
    FenceDevice device = bmc(user);
    device.address = address;
    const auto line = serialConsoleLine(device, hints);
    QVERIFY(!line);
    QCOMPARE(line.error().kind, ErrorKind::Refused);
}

void TstSerialConsole::sshRunsItInATerminalAndLeavesTheTilde()
{
    SshEndpoint to;
    to.host = u"10.10.4.1"_s;
    to.user = u"root"_s;
    const QString line = *serialConsoleLine(bmc(), hints);
    const auto words = sshArguments(to, u"/kh"_s, line);
    QVERIFY(words);
    QCOMPARE(words->mid(words->size() - 5),
             (QStringList{u"-t"_s, u"-e"_s, u"none"_s, u"10.10.4.1"_s, line}));
    QVERIFY(!sshArguments(to, u"/kh"_s)->contains(u"-t"_s));
}

BINOME_TEST(TstSerialConsole)
#include "tst_serialconsole.moc"
