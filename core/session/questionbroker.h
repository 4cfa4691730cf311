// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/secrets.h"
#include "core/session/givensecrets.h"
#include "core/transport/sshsession.h"

#include <QHash>
#include <QPointer>

namespace Core
{
// Questions of all connections, each under an id of its own. What several connections ask alike, as
// those behind one jump host do, is asked once and the answer given to all; a secret that was
// answered serves later connections too, until it is refused. A secret is looked up in the keychain
// before a person is asked, and put there after the login it opened. Main thread.
class QuestionBroker : public QObject
{
    Q_OBJECT
public:
    QuestionBroker(QString cluster, SecretStore &secrets,
                   SharedSecrets given = std::make_shared<GivenSecrets>(),
                   QObject *parent = nullptr);

    void listenTo(SshSession &session);
    void answerHostKey(quint64 question, bool trust);
    void answerSecret(quint64 question, const std::optional<QString> &secret, bool remember);

signals:
    void hostKeyAsked(const Core::HostKeyQuestion &question);
    void secretAsked(const Core::SecretQuestion &question);

private:
    struct Asking {
        QPointer<SshSession> session;
        quint64 id = 0; // the session's own
    };
    struct Pending {
        QString subject; // what is asked alike; empty: what serves one connection alone
        SecretKey key;
        QList<Asking> asking;
    };
    struct ToRemember {
        SecretKey key;
        QString secret;
    };
    bool joins(const QString &subject, SshSession &session, quint64 id);
    quint64 newQuestion(const Pending &pending);
    void takeHostKey(SshSession &session, HostKeyQuestion question);
    void takeSecret(SshSession &session, SecretQuestion question);
    bool answersAgain(SshSession &session, const SecretQuestion &question, const QString &subject);
    void lookUp(quint64 id, const SecretQuestion &question);
    void follow(SshSession &session, TransportState state);

    const QString m_cluster;
    SecretStore &m_secrets;
    quint64 m_lastId = 0;
    const SharedSecrets m_given; // by subject
    QHash<quint64, Pending> m_pending;
    QHash<std::pair<SshSession *, QString>, quint64> m_tried; // generation, in this login
    QHash<SshSession *, QList<ToRemember>> m_remember; // until the login is accepted
};
} // namespace Core
