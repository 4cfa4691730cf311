// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/questionbroker.h"
#include "tests/fake/sshserver.h"
#include "tests/testmain.h"
#include "tests/unit/memorysecrets.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;

namespace
{
constexpr int deadline = 30'000;
} // namespace

// What a person is asked when several connections ask alike: machines behind one jump host, which
// opens no way on here; its own questions are all that matters.
class TstQuestionBroker : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void machinesBehindOneJumpHostAskOnce();
    void laterMachineIsNotAskedAgain();
    void refusedSecretIsAskedOnceMore();
    void givingUpEndsEveryLogin();
    void codesAreAskedEachTime();
    void hostKeyIsAskedAndRecordedOnce();
    void connectionThatGoesAwayLeavesTheQuestion();
    void rememberedSecretIsNotAsked();

private:
    SshSession &connectBehind(const SshServer &jump, const QString &machine);
    void trust(const SshServer &server) const;
    int ended(TransportState state) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_knownHosts;
    std::unique_ptr<MemorySecrets> m_secrets;
    std::unique_ptr<QuestionBroker> m_broker;
    std::vector<std::unique_ptr<SshSession>> m_sessions;
    QList<SecretQuestion> m_asked;
    QList<HostKeyQuestion> m_hostKeys;
    QList<std::optional<QString>> m_answers; // given at once, while there are any
};

void TstQuestionBroker::init()
{
    qunsetenv("SSH_AUTH_SOCK"); // of whoever runs the tests
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("HOME", QFile::encodeName(m_folder->path())); // no default keys either
    m_knownHosts = m_folder->filePath(QStringLiteral("known_hosts"));
    m_asked.clear();
    m_hostKeys.clear();
    m_answers.clear();
    m_secrets = std::make_unique<MemorySecrets>();
    m_broker = std::make_unique<QuestionBroker>(QStringLiteral("lab"), *m_secrets);
    connect(m_broker.get(), &QuestionBroker::hostKeyAsked, this,
            [this](const HostKeyQuestion &question) { m_hostKeys << question; });
    connect(m_broker.get(), &QuestionBroker::secretAsked, this,
            [this](const SecretQuestion &question) {
                m_asked << question;
                if (!m_answers.isEmpty())
                    m_broker->answerSecret(question.id, m_answers.takeFirst(), false);
            });
}

void TstQuestionBroker::cleanup()
{
    m_broker.reset();
    m_sessions.clear();
}

void TstQuestionBroker::trust(const SshServer &server) const
{
    QFile file(m_knownHosts);
    QVERIFY(file.open(QIODevice::Append));
    file.write("[127.0.0.1]:" + QByteArray::number(server.port()) + ' ' + server.hostKeyLine()
               + '\n');
}

SshSession &TstQuestionBroker::connectBehind(const SshServer &jump, const QString &machine)
{
    SshEndpoint gate;
    gate.machine = NodeName(QStringLiteral("gate"));
    gate.host = QStringLiteral("127.0.0.1");
    gate.port = jump.port();
    gate.knownHostsFile = m_knownHosts;
    SshEndpoint endpoint = gate;
    endpoint.machine = NodeName(machine);
    endpoint.jump = std::make_shared<const SshEndpoint>(gate);
    m_sessions.push_back(std::make_unique<SshSession>(endpoint));
    m_broker->listenTo(*m_sessions.back());
    m_sessions.back()->open();
    return *m_sessions.back();
}

int TstQuestionBroker::ended(TransportState state) const
{
    return int(std::count_if(m_sessions.cbegin(), m_sessions.cend(),
                             [state](const auto &session) { return session->state() == state; }));
}

void TstQuestionBroker::machinesBehindOneJumpHostAskOnce()
{
    SshServer gate;
    trust(gate);
    for (const char *name : {"node1", "node2", "quorum"})
        connectBehind(gate, QString::fromLatin1(name));
    QTRY_COMPARE_WITH_TIMEOUT(ended(TransportState::NeedsAnswer), 3, deadline);
    QTRY_COMPARE_WITH_TIMEOUT(m_asked.size(), 1, deadline);
    QCOMPARE(m_asked.first().machine, NodeName(QStringLiteral("gate")));
    m_broker->answerSecret(m_asked.first().id, QStringLiteral("right"), false);
    QTRY_COMPARE_WITH_TIMEOUT(gate.logins(), 3, deadline);
    QCOMPARE(m_asked.size(), 1);
}

void TstQuestionBroker::laterMachineIsNotAskedAgain()
{
    SshServer gate;
    trust(gate);
    m_answers = decltype(m_answers){QStringLiteral("right")};
    connectBehind(gate, QStringLiteral("node1"));
    QTRY_COMPARE_WITH_TIMEOUT(ended(TransportState::Lost), 1, deadline);
    connectBehind(gate, QStringLiteral("node2"));
    m_sessions.front()->open(); // and the first one comes back
    QTRY_COMPARE_WITH_TIMEOUT(gate.logins(), 3, deadline);
    QCOMPARE(m_asked.size(), 1);
}

void TstQuestionBroker::refusedSecretIsAskedOnceMore()
{
    SshServer gate;
    trust(gate);
    for (const char *name : {"node1", "node2", "quorum"})
        connectBehind(gate, QString::fromLatin1(name));
    QTRY_COMPARE_WITH_TIMEOUT(ended(TransportState::NeedsAnswer), 3, deadline);
    QTRY_COMPARE_WITH_TIMEOUT(m_asked.size(), 1, deadline);
    m_answers = decltype(m_answers){QStringLiteral("right")};
    m_broker->answerSecret(m_asked.first().id, QStringLiteral("wrong"), false);
    QTRY_COMPARE_WITH_TIMEOUT(gate.logins(), 3, deadline);
    QCOMPARE(m_asked.size(), 2);
    QCOMPARE(m_asked.last().attempt, 2);
}

void TstQuestionBroker::givingUpEndsEveryLogin()
{
    SshServer gate;
    trust(gate);
    for (const char *name : {"node1", "node2"})
        connectBehind(gate, QString::fromLatin1(name));
    QTRY_COMPARE_WITH_TIMEOUT(ended(TransportState::NeedsAnswer), 2, deadline);
    QTRY_COMPARE_WITH_TIMEOUT(m_asked.size(), 1, deadline);
    m_broker->answerSecret(m_asked.first().id, std::nullopt, false);
    QTRY_COMPARE_WITH_TIMEOUT(ended(TransportState::Refused), 2, deadline);
    QCOMPARE(m_asked.size(), 1);
}

void TstQuestionBroker::codesAreAskedEachTime()
{
    SshServer gate({.keyboardInteractive = true, .passwordOffered = false});
    trust(gate);
    m_answers = decltype(m_answers){QStringLiteral("right"), QStringLiteral("123456"),
                                    QStringLiteral("123456")};
    connectBehind(gate, QStringLiteral("node1"));
    QTRY_COMPARE_WITH_TIMEOUT(gate.logins(), 1, deadline);
    connectBehind(gate, QStringLiteral("node2"));
    QTRY_COMPARE_WITH_TIMEOUT(gate.logins(), 2, deadline);
    QCOMPARE(m_asked.size(), 3);
    QCOMPARE(m_asked.last().prompt, QStringLiteral("Token: "));
}

void TstQuestionBroker::hostKeyIsAskedAndRecordedOnce()
{
    SshServer gate;
    m_answers = decltype(m_answers){QStringLiteral("right")};
    for (const char *name : {"node1", "node2"})
        connectBehind(gate, QString::fromLatin1(name));
    QTRY_COMPARE_WITH_TIMEOUT(ended(TransportState::NeedsAnswer), 2, deadline);
    QCOMPARE(m_hostKeys.size(), 1);
    m_broker->answerHostKey(m_hostKeys.first().id, true);
    QTRY_COMPARE_WITH_TIMEOUT(gate.logins(), 2, deadline);
    QCOMPARE(m_hostKeys.size(), 1);
    QFile file(m_knownHosts);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 1);
}

void TstQuestionBroker::connectionThatGoesAwayLeavesTheQuestion()
{
    SshServer gate;
    trust(gate);
    SshSession &first = connectBehind(gate, QStringLiteral("node1"));
    connectBehind(gate, QStringLiteral("node2"));
    QTRY_COMPARE_WITH_TIMEOUT(ended(TransportState::NeedsAnswer), 2, deadline);
    QTRY_COMPARE_WITH_TIMEOUT(m_asked.size(), 1, deadline);
    first.close();
    m_broker->answerSecret(m_asked.first().id, QStringLiteral("right"), false);
    QTRY_COMPARE_WITH_TIMEOUT(gate.logins(), 1, deadline);
    QCOMPARE(m_asked.size(), 1);
}

void TstQuestionBroker::rememberedSecretIsNotAsked()
{
    SshServer gate;
    trust(gate);
    const SecretKey key{QStringLiteral("lab"), QStringLiteral("gate"), QStringLiteral("root")};
    QVERIFY(m_secrets->write(key, QStringLiteral("right")).result());
    for (const char *name : {"node1", "node2"})
        connectBehind(gate, QString::fromLatin1(name));
    QTRY_COMPARE_WITH_TIMEOUT(gate.logins(), 2, deadline);
    QCOMPARE(m_asked.size(), 0);
}

BINOME_TEST(TstQuestionBroker)
#include "tst_questionbroker.moc"
