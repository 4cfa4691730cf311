// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/secrets.h"
#include "core/transport/sshsession.h"

#include <QHash>
#include <QPointer>

namespace Core
{
// Questions of all connections, each under an id of its own; a secret is looked up in the keychain
// before a person is asked, and put there after the login it opened. Main thread.
class QuestionBroker : public QObject
{
    Q_OBJECT
public:
    QuestionBroker(QString cluster, SecretStore &secrets, QObject *parent = nullptr);

    void listenTo(SshSession &session);
    void answerHostKey(quint64 question, bool trust);
    void answerSecret(quint64 question, const std::optional<QString> &secret, bool remember);

signals:
    void hostKeyAsked(const Core::HostKeyQuestion &question);
    void secretAsked(const Core::SecretQuestion &question);

private:
    struct Pending {
        QPointer<SshSession> session;
        quint64 id = 0; // the session's own
        SecretKey key;
    };
    struct ToRemember {
        SecretKey key;
        QString secret;
    };
    void takeSecret(SshSession &session, SecretQuestion question);
    void lookUp(quint64 id, const SecretQuestion &question);
    void follow(SshSession &session, TransportState state);

    const QString m_cluster;
    SecretStore &m_secrets;
    quint64 m_lastId = 0;
    QHash<quint64, Pending> m_pending;
    QHash<SshSession *, QList<ToRemember>> m_remember; // until the login is accepted
};
} // namespace Core
