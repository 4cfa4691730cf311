// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshsession.h"
#include "tests/fake/sshserver.h"
#include "tests/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

namespace
{
constexpr int deadline = 30'000;

Command anyCommand(std::chrono::milliseconds timeout = 30s)
{
    Command command{QStringLiteral("true"), {}};
    command.timeout = timeout;
    return command;
}

// The first line of every command's output, as a shell would say it.
const QByteArray announcement = "binome-process 2147483647\n";
} // namespace

// What goes wrong on the way, and how it is told.
class TstSshFaults : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void closedPortIsConnectionRefused();
    void unknownNameIsUnreachable();
    void silentPortIsATimeout();
    void otherServiceIsNoSshServer();
    void serviceThatClosesIsUnreachable();
    void noiseBeforeTheVersionIsNoHindrance();

    void hungServerDoesNotStallTheOthers();
    void hungServerEndsCommandsByTheirTimeout();
    void commandDroppedWhileItOpensLeavesTheSessionUsable();
    void connectionCutInTheMiddleEndsEveryStreamOnce();
    void slowOutputArrivesPieceByPiece();
    void outputWithoutAnnouncementIsComplete();
    void noiseBeforeTheAnnouncementIsDropped();
    void deafMachineIsLost();
    void idleConnectionStaysAlive();
    void reconnectAfterALossWorks();
    void closeWhileConnectingIsImmediate();

private:
    void connectTo(const SshServer &server);
    void connectTo(int port, const QString &host = QStringLiteral("127.0.0.1"));
    QString errorText() const { return rendered(m_session->lastError()->what); }
    QByteArray outputOf(const Command &command);

    std::unique_ptr<QTemporaryDir> m_folder;
    SshTimes m_times;
    std::unique_ptr<SshSession> m_session;
};

void TstSshFaults::init()
{
    qunsetenv("SSH_AUTH_SOCK"); // of whoever runs the tests
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("HOME", QFile::encodeName(m_folder->path())); // no default keys either
    m_times = {};
}

void TstSshFaults::cleanup()
{
    m_session.reset();
}

void TstSshFaults::connectTo(int port, const QString &host)
{
    SshEndpoint endpoint;
    endpoint.machine = NodeName(QStringLiteral("node1"));
    endpoint.host = host;
    endpoint.port = port;
    endpoint.knownHostsFile = m_folder->filePath(QStringLiteral("known_hosts"));
    endpoint.times = m_times;
    m_session = std::make_unique<SshSession>(endpoint);
    connect(m_session.get(), &SshSession::hostKeyAsked, this,
            [this](const HostKeyQuestion &asked) { m_session->answerHostKey(asked.id, true); });
    connect(m_session.get(), &SshSession::secretAsked, this, [this](const SecretQuestion &asked) {
        m_session->answerSecret(asked.id, QStringLiteral("right"));
    });
    m_session->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->state() == TransportState::Ready || m_session->lastError(),
                             deadline);
    if (m_session->lastError())
        qInfo("%s [%s]", qPrintable(errorText()), qPrintable(m_session->lastError()->detail));
}

void TstSshFaults::connectTo(const SshServer &server)
{
    connectTo(server.port());
    QCOMPARE(m_session->state(), TransportState::Ready);
}

QByteArray TstSshFaults::outputOf(const Command &command)
{
    const auto future = m_session->run(command);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, deadline) || !future.result())
        return "no result";
    return future.result()->out;
}

void TstSshFaults::closedPortIsConnectionRefused()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const int port = taken.serverPort();
    taken.close();
    connectTo(port);
    QCOMPARE(m_session->state(), TransportState::Lost);
    QCOMPARE(m_session->lastError()->kind, ErrorKind::Unreachable);
    QVERIFY2(errorText().contains(QString::number(port)), qPrintable(errorText()));
    QVERIFY2(errorText().contains(QLatin1String("refused")), qPrintable(errorText()));
}

void TstSshFaults::unknownNameIsUnreachable()
{
    connectTo(22, QStringLiteral("no-such-machine.invalid")); // RFC 6761: never resolves
    QCOMPARE(m_session->state(), TransportState::Lost);
    QCOMPARE(m_session->lastError()->kind, ErrorKind::Unreachable);
    QVERIFY2(errorText().contains(QLatin1String("no-such-machine")), qPrintable(errorText()));
}

void TstSshFaults::silentPortIsATimeout()
{
    QTcpServer silent; // the system takes the connection, nobody speaks
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    m_times.connect = 300ms;
    connectTo(silent.serverPort());
    QCOMPARE(m_session->state(), TransportState::Lost);
    QCOMPARE(m_session->lastError()->kind, ErrorKind::Timeout);
}

void TstSshFaults::otherServiceIsNoSshServer()
{
    SshServer server({.noise = "220 mail.example.org ESMTP ready\r\n", .noiseOnly = true});
    m_times.connect = 1s;
    connectTo(server.port());
    QCOMPARE(m_session->state(), TransportState::Lost);
    QCOMPARE(m_session->lastError()->kind, ErrorKind::Unreachable);
    QVERIFY2(errorText().contains(QLatin1String("no SSH server")), qPrintable(errorText()));
    QVERIFY(m_session->lastError()->detail.contains(QLatin1String("ESMTP")));
}

void TstSshFaults::serviceThatClosesIsUnreachable()
{
    QTcpServer closing;
    QVERIFY(closing.listen(QHostAddress::LocalHost));
    connect(&closing, &QTcpServer::newConnection, this,
            [&] { delete closing.nextPendingConnection(); });
    connectTo(closing.serverPort());
    QCOMPARE(m_session->state(), TransportState::Lost);
    QCOMPARE(m_session->lastError()->kind, ErrorKind::Unreachable);
}

// RFC 4253, 4.2: lines before the version are allowed.
void TstSshFaults::noiseBeforeTheVersionIsNoHindrance()
{
    SshServer server({.noise = "Welcome to node1\r\nNo strangers\r\n"});
    connectTo(server);
}

void TstSshFaults::hungServerDoesNotStallTheOthers()
{
    SshServer server({.neverAnswers = true});
    connectTo(server);
    const auto hung = m_session->run(anyCommand(60s));
    std::stop_source stop;
    const auto other = m_session->run(anyCommand(60s), stop.get_token());
    stop.request_stop();
    QTRY_VERIFY_WITH_TIMEOUT(other.isFinished(), deadline);
    QVERIFY(!hung.isFinished());
    QCOMPARE(m_session->state(), TransportState::Ready);
}

void TstSshFaults::hungServerEndsCommandsByTheirTimeout()
{
    SshServer server({.neverAnswers = true});
    connectTo(server);
    QList<QFuture<Expected<CommandOutput>>> futures;
    for (int i = 0; i < 8; ++i) // two of them wait in line
        futures.append(m_session->run(anyCommand(200ms)));
    for (const auto &future : futures) {
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), deadline);
        QCOMPARE(future.result().error().kind, ErrorKind::Timeout);
    }
}

void TstSshFaults::commandDroppedWhileItOpensLeavesTheSessionUsable()
{
    SshServer server({.output = {announcement, "fine\n"}});
    connectTo(server);
    for (int i = 0; i < 20; ++i) // more than any server keeps open at once
        m_session->start(anyCommand()).reset();
    QCOMPARE(outputOf(anyCommand()), QByteArray("fine\n"));
}

void TstSshFaults::connectionCutInTheMiddleEndsEveryStreamOnce()
{
    SshServer server({.output = {announcement, "first\n", "second\n"}, .cut = true});
    connectTo(server);
    const auto stream = m_session->start(anyCommand());
    QByteArray heard;
    connect(stream.get(), &Stream::data, this, [&](const QByteArray &bytes) { heard += bytes; });
    QSignalSpy closed(stream.get(), &Stream::closed);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), TransportState::Lost, deadline);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed.first().first().value<Expected<int>>().error().kind, ErrorKind::Unreachable);
    QCOMPARE(heard, QByteArray("first\nsecond\n"));
    QCOMPARE(m_session->lastError()->kind, ErrorKind::Unreachable);
}

void TstSshFaults::slowOutputArrivesPieceByPiece()
{
    SshServer server({.output = {announcement, "first\n", "second\n"}, .pieceMilliseconds = 300});
    connectTo(server);
    const auto stream = m_session->start(anyCommand());
    QSignalSpy data(stream.get(), &Stream::data);
    QSignalSpy closed(stream.get(), &Stream::closed);
    QTRY_COMPARE_WITH_TIMEOUT(data.size(), 1, deadline);
    QCOMPARE(data.first().first().toByteArray(), QByteArray("first\n"));
    QCOMPARE(closed.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, deadline);
    QCOMPARE(data.size(), 2);
}

// A server without a shell behind it (an appliance, a restricted account).
void TstSshFaults::outputWithoutAnnouncementIsComplete()
{
    SshServer server({.output = {"all ", "there is\n"}});
    connectTo(server);
    QCOMPARE(outputOf(anyCommand()), QByteArray("all there is\n"));
}

void TstSshFaults::noiseBeforeTheAnnouncementIsDropped()
{
    SshServer server({.output = {"fortune of the day\nbinome-pro", "cess 2147483647\nfine\n"}});
    connectTo(server);
    QCOMPARE(outputOf(anyCommand()), QByteArray("fine\n"));
}

void TstSshFaults::deafMachineIsLost()
{
    SshServer server({.deaf = true});
    m_times.keepalive = 100ms;
    m_times.silence = 400ms;
    connectTo(server.port());
    const auto future = m_session->run(anyCommand(0ms));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), TransportState::Lost, deadline);
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), deadline);
    QCOMPARE(future.result().error().kind, ErrorKind::Unreachable);
}

// Longer than the silence that would end it: only the answers to keepalives can prevent that.
void TstSshFaults::idleConnectionStaysAlive()
{
    SshServer server({.output = {announcement, "fine\n"}});
    m_times.keepalive = 200ms;
    m_times.silence = 1500ms;
    connectTo(server);
    QSignalSpy received(m_session.get(), &Transport::received);
    QTRY_VERIFY_WITH_TIMEOUT(received.size() >= 10, deadline);
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(outputOf(anyCommand()), QByteArray("fine\n"));
}

void TstSshFaults::reconnectAfterALossWorks()
{
    SshServer server({.output = {announcement}, .cut = true});
    connectTo(server);
    const auto future = m_session->run(anyCommand());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), TransportState::Lost, deadline);
    m_session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), TransportState::Ready, deadline);
    QVERIFY(!m_session->lastError());
    QCOMPARE(server.logins(), 2);
}

void TstSshFaults::closeWhileConnectingIsImmediate()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QSignalSpy connected(&silent, &QTcpServer::newConnection);
    SshEndpoint endpoint;
    endpoint.host = QStringLiteral("127.0.0.1");
    endpoint.port = silent.serverPort();
    endpoint.knownHostsFile = m_folder->filePath(QStringLiteral("known_hosts"));
    m_session = std::make_unique<SshSession>(endpoint);
    m_session->open();
    QTRY_COMPARE_WITH_TIMEOUT(connected.size(), 1, deadline);
    const std::unique_ptr<QTcpSocket> other(silent.nextPendingConnection());
    m_session->close();
    QCOMPARE(m_session->state(), TransportState::Closed);
    // The other end sees it long before the ten seconds that connecting may take.
    QTRY_COMPARE_WITH_TIMEOUT(other->state(), QAbstractSocket::UnconnectedState, 5'000);
}

BINOME_TEST(TstSshFaults)
#include "tst_sshfaults.moc"
