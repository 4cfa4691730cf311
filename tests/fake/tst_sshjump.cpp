// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshsession.h"
#include "tests/fake/opensshserver.h"
#include "tests/fake/sshserver.h"
#include "tests/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

namespace
{
constexpr int deadline = 30'000;

SshEndpoint endpointOf(const OpenSshServer &server, const QString &machine)
{
    SshEndpoint endpoint;
    endpoint.machine = NodeName(machine);
    endpoint.host = server.host();
    endpoint.port = server.port();
    endpoint.user = OpenSshServer::user();
    endpoint.identityFile = server.identity();
    endpoint.knownHostsFile = server.knownHosts();
    return endpoint;
}

Command shell(const QString &script)
{
    return {QStringLiteral("sh"), {QStringLiteral("-c"), script}};
}
} // namespace

// A machine behind others: real servers, each hop a direct-tcpip channel of the one before.
class TstSshJump : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void commandRunsBehindTheJumpHost();
    void twoHopsWork();
    void muchDataPassesBothWays();
    void questionsOfTheJumpHostAreAskedToo();
    void refusedJumpHostRefusesTheMachine();
    void closedPortBehindTheJumpHostIsTold();
    void forbiddenForwardingIsTold();
    void lostJumpHostLosesTheMachine();
    void closeEndsTheJumpHostsConnection();

private:
    void connectTo(const SshEndpoint &endpoint);
    void tell() const;
    SshEndpoint through(SshEndpoint machine, const SshEndpoint &jump) const;
    SshEndpoint fakeJump(const SshServer &server) const;
    std::unique_ptr<OpenSshServer> m_outer = std::make_unique<OpenSshServer>();
    OpenSshServer m_inner;
    std::unique_ptr<SshSession> m_session;
    int m_asked = 0;
};

void TstSshJump::initTestCase()
{
    QVERIFY(m_inner.start());
    m_inner.trustHostKey();
}

void TstSshJump::init()
{
    qunsetenv("SSH_AUTH_SOCK"); // of whoever runs the tests
    m_asked = 0;
    m_outer = std::make_unique<OpenSshServer>();
    QVERIFY(m_outer->start());
    m_outer->trustHostKey();
}

void TstSshJump::cleanup()
{
    m_session.reset();
}

SshEndpoint TstSshJump::through(SshEndpoint machine, const SshEndpoint &jump) const
{
    machine.jump = std::make_shared<const SshEndpoint>(jump);
    return machine;
}

void TstSshJump::tell() const
{
    if (m_session->lastError())
        qInfo("%s [%s]", qPrintable(rendered(m_session->lastError()->what)),
              qPrintable(m_session->lastError()->detail));
}

void TstSshJump::connectTo(const SshEndpoint &endpoint)
{
    m_session = std::make_unique<SshSession>(endpoint);
    connect(m_session.get(), &SshSession::hostKeyAsked, this, [this](const HostKeyQuestion &asked) {
        ++m_asked;
        m_session->answerHostKey(asked.id, true);
    });
    connect(m_session.get(), &SshSession::secretAsked, this, [this](const SecretQuestion &asked) {
        ++m_asked;
        m_session->answerSecret(asked.id, QStringLiteral("right"));
    });
    m_session->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->state() == TransportState::Ready || m_session->lastError(),
                             deadline);
    tell();
}

void TstSshJump::commandRunsBehindTheJumpHost()
{
    connectTo(through(endpointOf(m_inner, QStringLiteral("node1")),
                      endpointOf(*m_outer, QStringLiteral("jump"))));
    QCOMPARE(m_session->state(), TransportState::Ready);
    const auto future = m_session->run(shell(QStringLiteral("echo $SSH_CONNECTION; exit 4")));
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), deadline);
    QVERIFY(future.result());
    QCOMPARE(future.result()->exitCode, 4);
    // "client port server port": it is the inner server that speaks.
    QVERIFY(future.result()->out.trimmed().endsWith(QByteArray::number(m_inner.port())));
}

void TstSshJump::twoHopsWork()
{
    OpenSshServer middle;
    QVERIFY(middle.start());
    middle.trustHostKey();
    connectTo(through(endpointOf(m_inner, QStringLiteral("node1")),
                      through(endpointOf(middle, QStringLiteral("middle")),
                              endpointOf(*m_outer, QStringLiteral("outer")))));
    QCOMPARE(m_session->state(), TransportState::Ready);
    const auto future = m_session->run(shell(QStringLiteral("echo hello")));
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), deadline);
    QVERIFY(future.result());
    QCOMPARE(future.result()->out, QByteArray("hello\n"));
}

void TstSshJump::muchDataPassesBothWays()
{
    connectTo(through(endpointOf(m_inner, QStringLiteral("node1")),
                      endpointOf(*m_outer, QStringLiteral("jump"))));
    Command command{QStringLiteral("cat"), {}};
    command.input = QByteArray(3'000'000, 'x');
    command.outputCap = 3'000'000;
    const auto future = m_session->run(command);
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), deadline);
    QVERIFY(future.result());
    QCOMPARE(future.result()->out, command.input);
}

SshEndpoint TstSshJump::fakeJump(const SshServer &server) const
{
    SshEndpoint jump;
    jump.machine = NodeName(QStringLiteral("jump"));
    jump.host = QStringLiteral("127.0.0.1");
    jump.port = server.port();
    jump.knownHostsFile = m_outer->path(QStringLiteral("others"));
    return jump;
}

void TstSshJump::questionsOfTheJumpHostAreAskedToo()
{
    SshEndpoint jump = endpointOf(*m_outer, QStringLiteral("jump"));
    jump.knownHostsFile = m_outer->path(QStringLiteral("empty"));
    connectTo(through(endpointOf(m_inner, QStringLiteral("node1")), jump));
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(m_asked, 1);
}

void TstSshJump::refusedJumpHostRefusesTheMachine()
{
    SshServer jump({.password = ""});
    connectTo(through(endpointOf(m_inner, QStringLiteral("node1")), fakeJump(jump)));
    QCOMPARE(m_session->state(), TransportState::Refused);
    QCOMPARE(m_session->lastError()->kind, ErrorKind::AuthRefused);
}

void TstSshJump::closedPortBehindTheJumpHostIsTold()
{
    SshEndpoint machine = endpointOf(m_inner, QStringLiteral("node1"));
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    machine.port = taken.serverPort();
    taken.close();
    connectTo(through(machine, endpointOf(*m_outer, QStringLiteral("jump"))));
    QCOMPARE(m_session->state(), TransportState::Lost);
    QCOMPARE(m_session->lastError()->kind, ErrorKind::Unreachable);
    const QString text = rendered(m_session->lastError()->what);
    QVERIFY2(text.contains(QString::number(machine.port)), qPrintable(text));
}

void TstSshJump::forbiddenForwardingIsTold()
{
    OpenSshServer strict;
    QVERIFY(strict.start({QStringLiteral("AllowTcpForwarding no")}));
    strict.trustHostKey();
    connectTo(through(endpointOf(m_inner, QStringLiteral("node1")),
                      endpointOf(strict, QStringLiteral("jump"))));
    QCOMPARE(m_session->state(), TransportState::Lost);
    QCOMPARE(m_session->lastError()->kind, ErrorKind::Unreachable);
}

void TstSshJump::lostJumpHostLosesTheMachine()
{
    connectTo(through(endpointOf(m_inner, QStringLiteral("node1")),
                      endpointOf(*m_outer, QStringLiteral("jump"))));
    const auto future = m_session->run(shell(QStringLiteral("sleep 60")));
    m_outer->endConnections();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), TransportState::Lost, deadline);
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), deadline);
    QCOMPARE(future.result().error().kind, ErrorKind::Unreachable);
}

void TstSshJump::closeEndsTheJumpHostsConnection()
{
    connectTo(through(endpointOf(m_inner, QStringLiteral("node1")),
                      endpointOf(*m_outer, QStringLiteral("jump"))));
    QTRY_VERIFY_WITH_TIMEOUT(m_outer->connections() > 0, deadline);
    m_session->close();
    QTRY_COMPARE_WITH_TIMEOUT(m_outer->connections(), 0, deadline);
}

BINOME_TEST(TstSshJump)
#include "tst_sshjump.moc"
