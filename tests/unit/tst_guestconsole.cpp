// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/des.h"
#include "core/athand/guestconsole.h"
#include "core/athand/vnctrouble.h"
#include "tests/testmain.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr int deadline = 20'000;
const QByteArray greeting("RFB 003.008\n");
const QByteArray passwordOnly("\1\2", 2);

// The remote side, as the test wants it.
class Node : public Stream
{
public:
    void write(const QByteArray &bytes) override { heard += bytes; }
    void closeInput() override { }
    qint64 bytesToWrite() const override { return stuck ? heard.size() : 0; }
    void hold(bool on) override { held = on; }
    QByteArray heard;
    bool stuck = false;
    bool held = false;
};

struct Console {
    explicit Console(std::chrono::milliseconds patience = 60s)
    {
        console = std::make_unique<GuestConsole>(
            [this] {
                auto stream = std::make_unique<Node>();
                stream->stuck = stuck;
                node = stream.get();
                return stream;
            },
            GuestConsole::Place{100, NodeName(u"node1"_s)}, patience);
        password = console->password();
        QObject::connect(console.get(), &GuestConsole::ended, console.get(),
                         [this](const std::optional<Error> &why) { ends << why; });
    }
    bool connected()
    {
        viewer.connectToHost(u"127.0.0.1"_s, console->port());
        return QTest::qWaitFor(
            [this] { return console->state() == GuestConsole::State::Open && node; }, deadline);
    }
    bool viewerHas(qsizetype bytes)
    {
        return QTest::qWaitFor(
            [&] {
                got += viewer.readAll();
                return got.size() >= bytes;
            },
            deadline);
    }
    bool over()
    {
        return QTest::qWaitFor([this] { return !ends.isEmpty(); }, deadline);
    }
    bool viewerGone()
    {
        return QTest::qWaitFor(
            [this] { return viewer.state() == QAbstractSocket::UnconnectedState; }, deadline);
    }
    bool stuck = false;
    QPointer<Node> node;
    QByteArray password;
    std::unique_ptr<GuestConsole> console;
    QList<std::optional<Error>> ends;
    QTcpSocket viewer;
    QByteArray got;
};

bool canRun(const QString &shell)
{
#ifdef Q_OS_WIN
    return false;
#endif
    return !QStandardPaths::findExecutable(shell.section(u' ', 0, 0)).isEmpty();
}
} // namespace

// A guest's console between a viewer of this computer and qm on the node.
class TstGuestConsole : public QObject
{
    Q_OBJECT
private slots:
    void passwordsAreRandomAndFitVnc();
    void desIsTheStandards();
    void vncFilesAreThoseOfVncpasswd();
    void theRestOfTheInputReachesQm_data();
    void theRestOfTheInputReachesQm();
    void bytesPassBothWays();
    void onlyOneViewerIsTaken();
    void noViewerInTimeEndsIt();
    void closingTheViewerEndsTheNode();
    void closingItEndsBoth();
    void theNodesEndIsSaidOnce();
    void aLostLinkIsSaid();
    void aSlowViewerMakesTheNodeWait();
    void aSlowNodeMakesTheViewerWait();
    void deletingItEndsBoth();
    void thePasswordIsForgottenAtTheEnd();
    void noPasswordIsInAnError();
    void aServerThatWantsACertificateIsSaid();
    void greetingsAreJudged_data();
    void greetingsAreJudged();
    void troubleIsNamed_data();
    void troubleIsNamed();
    void whatCannotBeSaysWhyLater();
};

void TstGuestConsole::passwordsAreRandomAndFitVnc()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray one = oneTimePassword();
        QCOMPARE(one.size(), 8);
        for (const char c : one)
            QVERIFY(QChar::isLetterOrNumber(uint(c)) && !QByteArrayView("0O1lI").contains(c));
        seen << one;
    }
    QCOMPARE(seen.size(), 1000);
}

// Known answers: FIPS 46's worked example, and one of NIST SP 500-20.
void TstGuestConsole::desIsTheStandards()
{
    const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };
    QCOMPARE(desEncrypted(hex("133457799bbcdff1"), hex("0123456789abcdef")),
             hex("85e813540f0ab405"));
    QCOMPARE(desEncrypted(hex("0101010101010101"), hex("8000000000000000")),
             hex("95f8a5e5dd31d900"));
}

void TstGuestConsole::vncFilesAreThoseOfVncpasswd()
{
    QCOMPARE(vncPasswordFile("password").toHex(), QByteArray("dbd83cfd727a1458"));
    QCOMPARE(vncPasswordFile("passwordandmore"), vncPasswordFile("password"));
    QCOMPARE(vncResponse("secret", QByteArray(16, 'x')).size(), 16);
    QVERIFY(vncResponse("secret", QByteArray(16, 'x'))
            != vncResponse("secreT", QByteArray(16, 'x')));
}

void TstGuestConsole::theRestOfTheInputReachesQm_data()
{
    QTest::addColumn<QString>("shell");
    for (const QString &shell : {u"dash"_s, u"bash"_s, u"busybox sh"_s})
        QTest::newRow(qPrintable(shell)) << shell;
}

// All of it comes in one piece: whatever a shell would read ahead were lost for qm.
void TstGuestConsole::theRestOfTheInputReachesQm()
{
    QFETCH(QString, shell);
    if (!canRun(shell))
        QSKIP("this shell is not here");
    const QTemporaryDir folder;
    QFile qm(folder.filePath(u"qm"_s));
    QVERIFY(qm.open(QIODevice::WriteOnly));
    qm.write("#!/bin/sh\nprintf '%s|%s|%s|' \"$LC_PVE_TICKET\" \"$*\" \"$(tr '\\0' ' ' "
             "</proc/$$/cmdline)\"\nexec cat\n");
    qm.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qm.close();
    QByteArray rest;
    for (int i = 0; i < 40'000; ++i)
        rest += char(i * 7);
    QStringList words = shell.split(u' ') + vncProxyCommand(100).arguments;
    const QString program = words.takeFirst();
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, folder.path() + u":/usr/bin:/bin"_s);
    process.setProcessEnvironment(environment);
    process.start(program, words);
    QVERIFY(process.waitForStarted());
    process.write("ti cket\\\n" + rest);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    const QByteArray out = process.readAllStandardOutput();
    QVERIFY(out.startsWith("ti cket\\|vncproxy 100|"));
    QVERIFY(!out.left(200).split('|')[2].contains("cket"));
    QVERIFY(out.endsWith('|' + rest));
}

void TstGuestConsole::bytesPassBothWays()
{
    Console c;
    QVERIFY(c.connected());
    QCOMPARE(c.node->heard, c.password + '\n');
    emit c.node->data(greeting);
    emit c.node->data(passwordOnly);
    QVERIFY(c.viewerHas(14));
    QCOMPARE(c.got, greeting + passwordOnly);
    c.viewer.write("RFB 003.008\n\2");
    QVERIFY(QTest::qWaitFor([&] { return c.node->heard == c.password + "\nRFB 003.008\n\2"; },
                            deadline));
    QVERIFY(c.console->since().isValid());
    QVERIFY(c.ends.isEmpty());
}

void TstGuestConsole::onlyOneViewerIsTaken()
{
    Console c;
    const quint16 port = c.console->port();
    QVERIFY(c.connected());
    QTcpSocket second;
    second.connectToHost(u"127.0.0.1"_s, port);
    QVERIFY(QTest::qWaitFor([&] { return second.state() == QAbstractSocket::UnconnectedState; },
                            deadline));
    QCOMPARE(second.error(), QAbstractSocket::ConnectionRefusedError);
    QCOMPARE(c.viewer.state(), QAbstractSocket::ConnectedState);
}

void TstGuestConsole::noViewerInTimeEndsIt()
{
    Console c(1ms);
    QVERIFY(c.over());
    QCOMPARE(c.ends.first()->kind, ErrorKind::Timeout);
    QVERIFY(!c.node); // nothing was started there
    c.viewer.connectToHost(u"127.0.0.1"_s, c.console->port());
    QVERIFY(c.viewerGone());
}

void TstGuestConsole::closingTheViewerEndsTheNode()
{
    Console c;
    QVERIFY(c.connected());
    c.viewer.disconnectFromHost();
    QVERIFY(c.over());
    QVERIFY(!c.ends.first());
    QVERIFY(QTest::qWaitFor([&] { return c.node.isNull(); }, deadline));
}

void TstGuestConsole::closingItEndsBoth()
{
    Console c;
    QVERIFY(c.connected());
    c.console->close();
    QVERIFY(c.viewerGone());
    QVERIFY(QTest::qWaitFor([&] { return c.node.isNull(); }, deadline));
    c.console->close();
    QCOMPARE(c.ends.size(), 1);
    QVERIFY(!c.ends.first());
}

void TstGuestConsole::theNodesEndIsSaidOnce()
{
    Console c;
    QVERIFY(c.connected());
    emit c.node->errorData("first\nVM 100 not running\n");
    emit c.node->closed(255);
    QCOMPARE(c.ends.size(), 1);
    QVERIFY(logText(c.ends.first()->what).contains(u"does not run on node1"_s));
    QCOMPARE(c.ends.first()->detail, u"VM 100 not running"_s);
    QVERIFY(c.viewerGone());
    QCOMPARE(c.ends.size(), 1);
}

void TstGuestConsole::aLostLinkIsSaid()
{
    Console c;
    QVERIFY(c.connected());
    emit c.node->data(greeting + passwordOnly + "picture");
    emit c.node->closed(failure(ErrorKind::Unreachable, message("lost")));
    QCOMPARE(c.ends.first()->kind, ErrorKind::Unreachable);
    QVERIFY(c.viewerHas(21)); // what came before is not lost
    QVERIFY(c.viewerGone());
}

void TstGuestConsole::aSlowViewerMakesTheNodeWait()
{
    Console c;
    c.viewer.setReadBufferSize(1);
    QVERIFY(c.connected());
    emit c.node->data(greeting + passwordOnly);
    const QByteArray block(1024 * 1024, 'x');
    qint64 sent = greeting.size() + passwordOnly.size();
    for (int i = 0; i < 64 && !c.node->held; ++i) { // the system's own buffers come first
        emit c.node->data(block);
        sent += block.size();
        QCoreApplication::processEvents();
    }
    QVERIFY(c.node->held);
    c.viewer.setReadBufferSize(0);
    QVERIFY(c.viewerHas(sent));
    QCOMPARE(c.got.size(), sent);
    QVERIFY(QTest::qWaitFor([&] { return !c.node->held; }, deadline));
}

void TstGuestConsole::aSlowNodeMakesTheViewerWait()
{
    Console c;
    c.stuck = true;
    QVERIFY(c.connected());
    const QByteArray flood(16 * 1024 * 1024, 'k');
    c.viewer.write(flood);
    QVERIFY(QTest::qWaitFor([&] { return c.node->heard.size() > 128 * 1024; }, deadline));
    QVERIFY(QTest::qWaitFor([&] { return c.viewer.bytesToWrite() > 0; }, deadline));
    QVERIFY(c.node->heard.size() < 256 * 1024);
    c.node->stuck = false;
    emit c.node->written();
    QVERIFY(QTest::qWaitFor(
        [&] { return c.node->heard.size() == flood.size() + c.password.size() + 1; }, deadline));
}

void TstGuestConsole::deletingItEndsBoth()
{
    Console c;
    QVERIFY(c.connected());
    c.console.reset();
    QVERIFY(c.node.isNull());
    QVERIFY(c.viewerGone());
}

void TstGuestConsole::thePasswordIsForgottenAtTheEnd()
{
    Console c;
    QCOMPARE(c.console->password().size(), 8);
    c.console->close();
    QVERIFY(c.console->password().isEmpty());
}

void TstGuestConsole::noPasswordIsInAnError()
{
    Console c;
    QVERIFY(c.connected());
    emit c.node->errorData("set_password " + c.password + " failed\n");
    emit c.node->closed(255);
    QVERIFY(!c.ends.first()->detail.contains(QString::fromLatin1(c.password)));
    QVERIFY(c.ends.first()->detail.contains(u"failed"_s));
}

void TstGuestConsole::aServerThatWantsACertificateIsSaid()
{
    Console c;
    QVERIFY(c.connected());
    emit c.node->data(greeting + QByteArray("\1\x13", 2)); // VeNCrypt alone
    QVERIFY(c.over());
    QVERIFY(logText(c.ends.first()->what).contains(u"Proxmox VE 3.3"_s));
    QVERIFY(QTest::qWaitFor([&] { return c.node.isNull(); }, deadline));
}

void TstGuestConsole::greetingsAreJudged_data()
{
    using enum RfbGreeting::Security;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("judged"); // -1: not yet
    QTest::newRow("nothing") << QByteArray() << -1;
    QTest::newRow("half a version") << greeting.left(5) << -1;
    QTest::newRow("no types yet") << greeting << -1;
    QTest::newRow("half a list") << greeting + QByteArray("\3\1", 2) << -1;
    QTest::newRow("password") << greeting + passwordOnly << int(Password);
    QTest::newRow("among others") << greeting + QByteArray("\3\x13\1\2", 4) << int(Password);
    QTest::newRow("certificate") << greeting + QByteArray("\1\x13", 2) << int(Other);
    QTest::newRow("open to all") << greeting + QByteArray("\1\1", 2) << int(Other);
    QTest::newRow("version 3.3") << greeting + QByteArray("\0\0\0\2", 4) << int(Password);
    QTest::newRow("refused") << greeting + QByteArray("\0\0\0\5", 4) + "sorry" << int(Refused);
    QTest::newRow("a page") << QByteArray("HTTP/1.1 200 OK\r\n") << int(Foreign);
    QTest::newRow("letters as version") << QByteArray("RFB 0x3.008\n") << int(Foreign);
    QTest::newRow("long") << greeting + QByteArray(100'000, '\xff') << int(Other);
}

void TstGuestConsole::greetingsAreJudged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, judged);
    RfbGreeting whole;
    const auto atOnce = whole.take(bytes);
    QCOMPARE(atOnce ? int(*atOnce) : -1, judged);
    RfbGreeting byByte; // the same in any pieces, and said once
    QList<int> said;
    for (const char byte : bytes) {
        if (const auto security = byByte.take(QByteArray(1, byte)))
            said << int(*security);
    }
    QCOMPARE(said, judged < 0 ? QList<int>() : QList<int>{judged});
}

void TstGuestConsole::troubleIsNamed_data()
{
    QTest::addColumn<int>("exit");
    QTest::addColumn<QByteArray>("complaint");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, int exit, const char *complaint, const char *words) {
        QTest::newRow(name) << exit << QByteArray(complaint) << QString::fromLatin1(words);
    };
    row("not running", 255, "VM 100 not running\n", "does not run on node1");
    row("older qm", 2, "unable to connect to socket '/var/run/qemu-server/100.vnc' - No such file",
        "does not run on node1");
    row("moved", 255, "Configuration file 'nodes/node1/qemu-server/100.conf' does not exist\n",
        "not on node1 any more");
    row("no root", 255, "please run as root\n", "wants root");
    row("sudo", 1, "sudo: a password is required\n", "sudo on node1");
    row("hung", 255, "VM 100 qmp command 'change' failed - got timeout\n", "stopped answering");
    row("qemu", 255, "VM 100 qmp command 'change' failed - no\n", "QEMU of guest 100");
    row("no qm", 127, "sh: 1: exec: qm: not found\n", "no qm on node1");
    row("in order", 0, "", "was closed on node1");
    row("unknown", 3, "\xff\xfe what\n", "ended with an error");
    row("killed", -1, "", "ended with an error");
}

void TstGuestConsole::troubleIsNamed()
{
    QFETCH(int, exit);
    QFETCH(QByteArray, complaint);
    QFETCH(QString, words);
    const Error error = vncTrouble(exit, complaint, 100, NodeName(u"node1"_s));
    QVERIFY2(logText(error.what).contains(words), qPrintable(logText(error.what)));
    QVERIFY(!error.detail.contains(u'\n'));
}

void TstGuestConsole::whatCannotBeSaysWhyLater()
{
    GuestConsole console(Error{ErrorKind::Unreachable, message("no such machine"), {}},
                         GuestConsole::Place{100, NodeName(u"node9"_s)});
    QCOMPARE(console.port(), 0);
    std::optional<Error> said;
    connect(&console, &GuestConsole::ended, this,
            [&](const std::optional<Error> &why) { said = why; });
    QVERIFY(QTest::qWaitFor([&] { return said.has_value(); }, deadline));
    QCOMPARE(said->kind, ErrorKind::Unreachable);
}

BINOME_TEST(TstGuestConsole)
#include "tst_guestconsole.moc"
