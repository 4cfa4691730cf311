// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/hostkeys.h"
#include "core/transport/sshsession.h"
#include "tests/fake/opensshserver.h"
#include "tests/fake/sshserver.h"
#include "tests/testmain.h"

#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Core;

namespace
{
constexpr int deadline = 30'000;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool fill(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

// An ssh-agent for one test, found by SSH_AUTH_SOCK like any other.
class Agent
{
public:
    Agent()
    {
        const QString socket = m_folder.filePath(QStringLiteral("socket"));
        m_process.start(QStringLiteral("ssh-agent"),
                        {QStringLiteral("-D"), QStringLiteral("-a"), socket});
        m_process.waitForReadyRead(deadline); // it prints the socket's name once it is there
        qputenv("SSH_AUTH_SOCK", QFile::encodeName(socket));
    }
    ~Agent()
    {
        qunsetenv("SSH_AUTH_SOCK");
        m_process.kill();
        m_process.waitForFinished();
    }
    bool add(const QString &key)
    {
        QProcess process;
        process.start(QStringLiteral("ssh-add"), {QStringLiteral("-q"), key});
        return process.waitForFinished() && process.exitCode() == 0;
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};
} // namespace

// Host keys and logins: each test is one connection to a server made for it.
class TstSshLogin : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void knownHostIsNotAsked();
    void unknownHostIsAskedAndRemembered();
    void declinedHostKeyIsNotRemembered();
    void changedHostKeyStopsWithoutQuestion();
    void otherKeyTypeOnRecordStops();
    void brokenKnownHostsStops();
    void recordedKeyTypeIsAskedFor();

    void passwordLogsIn();
    void wrongPasswordIsAskedThreeTimes();
    void givenUpPasswordEndsTheLogin();
    void keyboardInteractiveAsksWhatTheServerAsks();
    void wrongTokenIsAskedAgain();
    void keyThenPasswordLogsIn();
    void refusedKeyNamesWhatWasTried();
    void agentLogsIn();
    void keyInTheAgentNeedsNoPassphrase();
    void passphraseIsAskedForALockedKey();
    void lockedKeyIsKnownByItsPublicFile();
    void wrongPassphraseIsAskedAgain();
    void passphraseIsNotAskedForAKeyTheServerRefuses();

    void closeEndsAQuestion();
    void deletingEndsAQuestion();
    void reopenAfterRefusalConnectsAnew();

    void oldServerIsRefusedWithAdvice();
    void oldServerThatSaysAllAtOnceIsRefusedWithAdvice();
    void keyRefusedByAnOldServerComesWithAdvice();
    void oldServerConnectsWithOldAlgorithms();

private:
    void connectTo(const SshEndpoint &endpoint);
    SshEndpoint endpointOf(const SshServer &server) const;
    SshEndpoint endpointOf(const OpenSshServer &server) const;
    void trust(const SshServer &server) const;
    ErrorKind errorKind() const { return m_session->lastError()->kind; }
    QString errorText() const { return rendered(m_session->lastError()->what); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_knownHosts;
    std::unique_ptr<SshSession> m_session;
    bool m_trust = true;
    QList<std::optional<QString>> m_answers; // to secrets, in turn; the last one for ever
    QList<HostKeyQuestion> m_hostKeys; // asked
    QList<SecretQuestion> m_secrets; // asked
};

void TstSshLogin::init()
{
    qunsetenv("SSH_AUTH_SOCK"); // of whoever runs the tests
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("HOME", QFile::encodeName(m_folder->path())); // no default keys either
    m_knownHosts = m_folder->filePath(QStringLiteral("known_hosts"));
    m_trust = true;
    m_answers.clear();
    m_hostKeys.clear();
    m_secrets.clear();
}

void TstSshLogin::cleanup()
{
    m_session.reset();
}

SshEndpoint TstSshLogin::endpointOf(const SshServer &server) const
{
    SshEndpoint endpoint;
    endpoint.machine = NodeName(QStringLiteral("node1"));
    endpoint.host = QStringLiteral("127.0.0.1");
    endpoint.port = server.port();
    endpoint.knownHostsFile = m_knownHosts;
    return endpoint;
}

SshEndpoint TstSshLogin::endpointOf(const OpenSshServer &server) const
{
    SshEndpoint endpoint;
    endpoint.machine = NodeName(QStringLiteral("node1"));
    endpoint.host = server.host();
    endpoint.port = server.port();
    endpoint.user = OpenSshServer::user();
    endpoint.identityFile = server.identity();
    endpoint.knownHostsFile = m_knownHosts;
    server.trustHostKey(m_knownHosts);
    return endpoint;
}

void TstSshLogin::trust(const SshServer &server) const
{
    const QString line = QStringLiteral("[127.0.0.1]:%1 ").arg(server.port());
    QVERIFY(fill(m_knownHosts, line.toLatin1() + server.hostKeyLine() + '\n'));
}

// Answers every question by the plan of the test; returns when the connection is decided.
void TstSshLogin::connectTo(const SshEndpoint &endpoint)
{
    m_session = std::make_unique<SshSession>(endpoint);
    connect(m_session.get(), &SshSession::hostKeyAsked, this, [this](const HostKeyQuestion &asked) {
        m_hostKeys.append(asked);
        m_session->answerHostKey(asked.id, m_trust);
    });
    connect(m_session.get(), &SshSession::secretAsked, this, [this](const SecretQuestion &asked) {
        m_secrets.append(asked);
        if (!m_answers.isEmpty())
            m_session->answerSecret(
                asked.id, m_answers.size() > 1 ? m_answers.takeFirst() : m_answers.first());
    });
    m_session->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->state() == TransportState::Ready || m_session->lastError(),
                             deadline);
    if (m_session->lastError())
        qInfo("%s [%s]", qPrintable(errorText()), qPrintable(m_session->lastError()->detail));
}

void TstSshLogin::knownHostIsNotAsked()
{
    SshServer server;
    trust(server);
    m_answers = decltype(m_answers){QStringLiteral("right")};
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(m_hostKeys.size(), 0);
}

void TstSshLogin::unknownHostIsAskedAndRemembered()
{
    SshServer server;
    m_answers = decltype(m_answers){QStringLiteral("right")};
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(m_hostKeys.size(), 1);
    const HostKey key{QByteArray::fromBase64(server.hostKeyLine().split(' ').at(1))};
    QCOMPARE(m_hostKeys.first().sha256, key.sha256());
    QCOMPARE(m_hostKeys.first().keyType, QStringLiteral("ssh-ed25519"));
    QCOMPARE(m_hostKeys.first().machine, NodeName(QStringLiteral("node1")));
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(m_hostKeys.size(), 1);
}

void TstSshLogin::declinedHostKeyIsNotRemembered()
{
    SshServer server;
    m_trust = false;
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Refused);
    QCOMPARE(errorKind(), ErrorKind::HostKeyChanged);
    QCOMPARE(contents(m_knownHosts), QByteArray());
    QCOMPARE(m_secrets.size(), 0);
}

void TstSshLogin::changedHostKeyStopsWithoutQuestion()
{
    SshServer server;
    SshServer before;
    const QByteArray line
        = "[127.0.0.1]:" + QByteArray::number(server.port()) + ' ' + before.hostKeyLine() + '\n';
    QVERIFY(fill(m_knownHosts, line));
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Refused);
    QCOMPARE(errorKind(), ErrorKind::HostKeyChanged);
    QCOMPARE(m_hostKeys.size(), 0);
    QCOMPARE(m_secrets.size(), 0);
    QCOMPARE(contents(m_knownHosts), line);
    for (const SshServer *one : {&server, &before}) {
        const HostKey key{QByteArray::fromBase64(one->hostKeyLine().split(' ').at(1))};
        QVERIFY2(errorText().contains(key.sha256()), qPrintable(errorText()));
    }
}

void TstSshLogin::otherKeyTypeOnRecordStops()
{
    OpenSshServer server;
    QVERIFY(server.start());
    QVERIFY(server.makeKey(QStringLiteral("other"), QStringLiteral("ecdsa")));
    const SshEndpoint endpoint = endpointOf(server);
    const QByteArrayList words = contents(server.path(QStringLiteral("other.pub"))).split(' ');
    QVERIFY(fill(m_knownHosts,
                 "[127.0.0.1]:" + QByteArray::number(server.port()) + ' ' + words[0] + ' '
                     + words[1] + '\n'));
    connectTo(endpoint);
    QCOMPARE(m_session->state(), TransportState::Refused);
    QCOMPARE(errorKind(), ErrorKind::HostKeyChanged);
    QCOMPARE(m_hostKeys.size(), 0);
}

void TstSshLogin::brokenKnownHostsStops()
{
    SshServer server;
    QVERIFY(fill(m_knownHosts, "node9 ssh-ed25519 ~~~~\n"));
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Refused);
    QCOMPARE(errorKind(), ErrorKind::Storage);
    QCOMPARE(m_hostKeys.size(), 0);
}

void TstSshLogin::recordedKeyTypeIsAskedFor()
{
    OpenSshServer server; // has an ed25519 key, which would win, and the ecdsa key on record
    QVERIFY(server.makeKey(QStringLiteral("other"), QStringLiteral("ecdsa")));
    QVERIFY(server.start({QStringLiteral("HostKey ") + server.path(QStringLiteral("other"))}));
    const SshEndpoint endpoint = endpointOf(server);
    const QByteArrayList words = contents(server.path(QStringLiteral("other.pub"))).split(' ');
    QVERIFY(fill(m_knownHosts,
                 "[127.0.0.1]:" + QByteArray::number(server.port()) + ' ' + words[0] + ' '
                     + words[1] + '\n'));
    connectTo(endpoint);
    QCOMPARE(m_session->state(), TransportState::Ready);
}

void TstSshLogin::passwordLogsIn()
{
    SshServer server;
    trust(server);
    m_answers = decltype(m_answers){QStringLiteral("right")};
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(m_secrets.size(), 1);
    QCOMPARE(m_secrets.first().kind, SecretKind::Password);
    QCOMPARE(m_secrets.first().user, QStringLiteral("root"));
    QCOMPARE(m_secrets.first().attempt, 1);
}

void TstSshLogin::wrongPasswordIsAskedThreeTimes()
{
    SshServer server;
    trust(server);
    m_answers = decltype(m_answers){QStringLiteral("wrong")};
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Refused);
    QCOMPARE(errorKind(), ErrorKind::AuthRefused);
    QCOMPARE(m_secrets.size(), 3);
    QCOMPARE(m_secrets.last().attempt, 3);
    QVERIFY2(errorText().contains(QLatin1String("password")), qPrintable(errorText()));
    QVERIFY2(!errorText().contains(QLatin1String("wrong")), qPrintable(errorText()));
}

void TstSshLogin::givenUpPasswordEndsTheLogin()
{
    SshServer server;
    trust(server);
    m_answers = decltype(m_answers){std::nullopt};
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Refused);
    QCOMPARE(errorKind(), ErrorKind::Cancelled);
    QCOMPARE(m_secrets.size(), 1);
}

void TstSshLogin::keyboardInteractiveAsksWhatTheServerAsks()
{
    SshServer server({.keyboardInteractive = true, .passwordOffered = false});
    trust(server);
    m_answers = decltype(m_answers){QStringLiteral("right"), QStringLiteral("123456")};
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(m_secrets.size(), 2);
    QCOMPARE(m_secrets[0].prompt, QStringLiteral("Password: "));
    QCOMPARE(m_secrets[0].echo, false);
    QCOMPARE(m_secrets[1].prompt, QStringLiteral("Token: "));
    QCOMPARE(m_secrets[1].echo, true);
    QCOMPARE(m_secrets[1].kind, SecretKind::KeyboardInteractive);
}

void TstSshLogin::wrongTokenIsAskedAgain()
{
    SshServer server({.keyboardInteractive = true, .passwordOffered = false});
    trust(server);
    m_answers = decltype(m_answers){QStringLiteral("right"), QStringLiteral("0"),
                                    QStringLiteral("right"), QStringLiteral("123456")};
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(m_secrets.size(), 4);
    QCOMPARE(m_secrets[3].attempt, 2);
}

void TstSshLogin::keyThenPasswordLogsIn()
{
    OpenSshServer keys;
    QVERIFY(keys.makeKey(QStringLiteral("user_key"), QStringLiteral("ed25519")));
    SshServer server({.publicKeyFirst = true});
    trust(server);
    SshEndpoint endpoint = endpointOf(server);
    endpoint.identityFile = keys.identity();
    m_answers = decltype(m_answers){QStringLiteral("right")};
    connectTo(endpoint);
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(m_secrets.size(), 1);
    QCOMPARE(m_secrets.first().kind, SecretKind::Password);
}

void TstSshLogin::refusedKeyNamesWhatWasTried()
{
    OpenSshServer server;
    QVERIFY(server.start());
    SshEndpoint endpoint = endpointOf(server);
    QVERIFY(server.makeKey(QStringLiteral("stranger"), QStringLiteral("ed25519")));
    endpoint.identityFile = server.path(QStringLiteral("stranger"));
    connectTo(endpoint);
    QCOMPARE(m_session->state(), TransportState::Refused);
    QCOMPARE(errorKind(), ErrorKind::AuthRefused);
    QVERIFY2(errorText().contains(endpoint.identityFile), qPrintable(errorText()));
    QVERIFY2(!errorText().contains(QLatin1String("password")), qPrintable(errorText()));
}

void TstSshLogin::agentLogsIn()
{
    OpenSshServer server;
    QVERIFY(server.start());
    Agent agent;
    QVERIFY(agent.add(server.identity()));
    SshEndpoint endpoint = endpointOf(server);
    endpoint.identityFile.clear();
    connectTo(endpoint);
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(m_secrets.size(), 0);
}

void TstSshLogin::keyInTheAgentNeedsNoPassphrase()
{
    OpenSshServer server;
    QVERIFY(server.start());
    SshEndpoint endpoint = endpointOf(server);
    Agent agent;
    QVERIFY(server.makeKey(QStringLiteral("locked"), QStringLiteral("ed25519")));
    QVERIFY(server.authorise(QStringLiteral("locked.pub")));
    endpoint.identityFile = server.path(QStringLiteral("locked"));
    QVERIFY(agent.add(endpoint.identityFile));
    QProcess lock;
    lock.start(QStringLiteral("ssh-keygen"),
               {QStringLiteral("-q"), QStringLiteral("-p"), QStringLiteral("-N"),
                QStringLiteral("sesame"), QStringLiteral("-f"), endpoint.identityFile});
    QVERIFY(lock.waitForFinished());
    connectTo(endpoint);
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(m_secrets.size(), 0);
}

void TstSshLogin::passphraseIsAskedForALockedKey()
{
    OpenSshServer server;
    QVERIFY(server.start());
    SshEndpoint endpoint = endpointOf(server);
    QVERIFY(server.makeKey(QStringLiteral("locked"), QStringLiteral("ed25519"), 0,
                           QStringLiteral("sesame")));
    QVERIFY(server.authorise(QStringLiteral("locked.pub")));
    endpoint.identityFile = server.path(QStringLiteral("locked"));
    m_answers = decltype(m_answers){QStringLiteral("sesame")};
    connectTo(endpoint);
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(m_secrets.size(), 1);
    QCOMPARE(m_secrets.first().kind, SecretKind::Passphrase);
    QCOMPARE(m_secrets.first().prompt, endpoint.identityFile);
}

// The older format tells nothing without the passphrase; what the server would take is then in the
// file beside it. Its path is one that a person has, and not one of plain letters.
void TstSshLogin::lockedKeyIsKnownByItsPublicFile()
{
    OpenSshServer server;
    QVERIFY(server.start());
    SshEndpoint endpoint = endpointOf(server);
    const QString name = QStringLiteral("clé d'astreinte");
    QVERIFY(server.makeKey(name, QStringLiteral("ed25519"), 0, QStringLiteral("sesame")));
    QVERIFY(server.authorise(name + QStringLiteral(".pub")));
    QVERIFY(server.makeKey(QStringLiteral("old"), QStringLiteral("rsa"), 2048,
                           QStringLiteral("sesame"), QStringLiteral("PEM")));
    endpoint.identityFile = server.path(QStringLiteral("old"));
    m_answers = decltype(m_answers){QStringLiteral("sesame")};
    connectTo(endpoint);
    QCOMPARE(m_session->state(), TransportState::Refused);
    QCOMPARE(m_secrets.size(), 0);

    QVERIFY(server.authorise(QStringLiteral("old.pub")));
    for (const QString &path : {server.path(QStringLiteral("old")), server.path(name)}) {
        m_secrets.clear();
        m_answers = decltype(m_answers){QStringLiteral("sesame")};
        endpoint.identityFile = path;
        connectTo(endpoint);
        QCOMPARE(m_session->state(), TransportState::Ready);
        QCOMPARE(m_secrets.size(), 1);
    }
}

void TstSshLogin::wrongPassphraseIsAskedAgain()
{
    OpenSshServer server;
    QVERIFY(server.start());
    SshEndpoint endpoint = endpointOf(server);
    QVERIFY(server.makeKey(QStringLiteral("locked"), QStringLiteral("ed25519"), 0,
                           QStringLiteral("sesame")));
    QVERIFY(server.authorise(QStringLiteral("locked.pub")));
    endpoint.identityFile = server.path(QStringLiteral("locked"));
    m_answers = decltype(m_answers){QStringLiteral("wrong"), QStringLiteral("sesame")};
    connectTo(endpoint);
    QCOMPARE(m_session->state(), TransportState::Ready);
    QCOMPARE(m_secrets.size(), 2);
    QCOMPARE(m_secrets.last().attempt, 2);
}

void TstSshLogin::passphraseIsNotAskedForAKeyTheServerRefuses()
{
    OpenSshServer server;
    QVERIFY(server.start());
    SshEndpoint endpoint = endpointOf(server);
    QVERIFY(server.makeKey(QStringLiteral("stranger"), QStringLiteral("ed25519"), 0,
                           QStringLiteral("sesame")));
    endpoint.identityFile = server.path(QStringLiteral("stranger"));
    m_answers = decltype(m_answers){QStringLiteral("sesame")};
    connectTo(endpoint);
    QCOMPARE(errorKind(), ErrorKind::AuthRefused);
    QCOMPARE(m_secrets.size(), 0);
}

void TstSshLogin::closeEndsAQuestion()
{
    SshServer server;
    trust(server);
    m_session = std::make_unique<SshSession>(endpointOf(server));
    m_session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), TransportState::NeedsAnswer, deadline);
    m_session->close();
    QCOMPARE(m_session->state(), TransportState::Closed);
    QVERIFY(!m_session->lastError());
}

void TstSshLogin::deletingEndsAQuestion()
{
    SshServer server;
    m_session = std::make_unique<SshSession>(endpointOf(server));
    m_session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), TransportState::NeedsAnswer, deadline);
    m_session.reset(); // a thread that still waited would keep the test program from ending
}

void TstSshLogin::reopenAfterRefusalConnectsAnew()
{
    SshServer server;
    trust(server);
    m_answers = decltype(m_answers){std::nullopt, QStringLiteral("right")};
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Refused);
    m_session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), TransportState::Ready, deadline);
    QVERIFY(!m_session->lastError());
}

namespace
{
// What OpenSSH 6.0 with an RSA key offers at best, said by a newer one.
QStringList oldOptions()
{
    // It announces SHA-2 signatures whatever it is told to take, so those of users stay allowed.
    return {QStringLiteral("HostKeyAlgorithms ssh-rsa"),
            QStringLiteral("KexAlgorithms diffie-hellman-group14-sha1"),
            QStringLiteral("Ciphers aes128-cbc"), QStringLiteral("MACs hmac-sha1"),
            QStringLiteral("RequiredRSASize 1024")};
}
} // namespace

void TstSshLogin::oldServerIsRefusedWithAdvice()
{
    OpenSshServer server;
    QVERIFY(server.start(oldOptions(), QStringLiteral("rsa"), 1024));
    connectTo(endpointOf(server));
    QCOMPARE(m_session->state(), TransportState::Refused);
    QCOMPARE(errorKind(), ErrorKind::Refused);
    QVERIFY2(errorText().contains(QLatin1String("allow old algorithms")), qPrintable(errorText()));
}

namespace
{
QByteArray lengthOf(qsizetype size)
{
    const auto number = static_cast<quint32>(size);
    return QByteArray::fromHex(QByteArray::number(number, 16).rightJustified(8, '0'));
}

// SSH_MSG_KEXINIT of an old server, in a packet without encryption (RFC 4253, 6 and 7.1).
QByteArray oldOffer()
{
    QByteArray payload = '\x14' + QByteArray(16, 'c');
    for (const QByteArray &names :
         {QByteArray("diffie-hellman-group1-sha1"), QByteArray("ssh-dss"), QByteArray("3des-cbc"),
          QByteArray("3des-cbc"), QByteArray("hmac-md5"), QByteArray("hmac-md5"),
          QByteArray("none"), QByteArray("none"), QByteArray(), QByteArray()})
        payload += lengthOf(names.size()) + names;
    payload += QByteArray(5, '\0');
    const qsizetype padding = 4 + (8 - (payload.size() + 9) % 8) % 8;
    return lengthOf(1 + payload.size() + padding) + char(padding) + payload
        + QByteArray(padding, '\0');
}
} // namespace

// As it arrives when this end was slow: the library then says of a closed socket what it should
// say of the algorithms.
void TstSshLogin::oldServerThatSaysAllAtOnceIsRefusedWithAdvice()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        server.nextPendingConnection()->write("SSH-2.0-OpenSSH_4.3\r\n" + oldOffer());
    });
    SshEndpoint endpoint;
    endpoint.host = QStringLiteral("127.0.0.1");
    endpoint.port = server.serverPort();
    endpoint.knownHostsFile = m_knownHosts;
    connectTo(endpoint);
    QCOMPARE(m_session->state(), TransportState::Refused);
    QVERIFY2(errorText().contains(QLatin1String("allow old algorithms")), qPrintable(errorText()));
}

// Debian 7 has an ECDSA host key, so that the key exchange passes and only the RSA login fails.
void TstSshLogin::keyRefusedByAnOldServerComesWithAdvice()
{
    OpenSshServer keys;
    QVERIFY(keys.makeKey(QStringLiteral("rsa_key"), QStringLiteral("rsa"), 2048));
    SshServer server(
        {.publicKeyOffered = true, .passwordOffered = false, .version = "OpenSSH_6.0p1"});
    trust(server);
    SshEndpoint endpoint = endpointOf(server);
    endpoint.identityFile = keys.path(QStringLiteral("rsa_key"));
    connectTo(endpoint);
    QCOMPARE(errorKind(), ErrorKind::AuthRefused);
    QVERIFY2(errorText().contains(QLatin1String("allow old algorithms")), qPrintable(errorText()));
}

void TstSshLogin::oldServerConnectsWithOldAlgorithms()
{
    OpenSshServer server;
    QVERIFY(server.start(oldOptions(), QStringLiteral("rsa"), 1024));
    QVERIFY(server.makeKey(QStringLiteral("rsa_key"), QStringLiteral("rsa"), 1024));
    QVERIFY(server.authorise(QStringLiteral("rsa_key.pub")));
    SshEndpoint endpoint = endpointOf(server);
    endpoint.identityFile = server.path(QStringLiteral("rsa_key"));
    endpoint.legacyAlgorithms = true;
    connectTo(endpoint);
    QVERIFY2(m_session->state() == TransportState::Ready, server.log().constData());
    const auto future = m_session->run({QStringLiteral("echo"), {QStringLiteral("hello")}});
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), deadline);
    QVERIFY(future.result());
    QCOMPARE(future.result()->out, QByteArray("hello\n"));
}

BINOME_TEST(TstSshLogin)
#include "tst_sshlogin.moc"
