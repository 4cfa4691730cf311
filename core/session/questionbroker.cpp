// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/questionbroker.h"

#include "core/base/log.h"
#include "core/base/whendone.h"

namespace Core
{
namespace
{
SecretKey keyOf(const QString &cluster, const SecretQuestion &question)
{
    // A key file's passphrase and each prompt of a server are secrets of their own.
    const QString user = question.kind == SecretKind::Password
        ? question.user
        : question.user + QStringLiteral(": ") + question.prompt;
    return {cluster, question.machine.text(), user};
}
} // namespace

QuestionBroker::QuestionBroker(QString cluster, SecretStore &secrets, QObject *parent)
    : QObject(parent), m_cluster(std::move(cluster)), m_secrets(secrets)
{
}

void QuestionBroker::listenTo(SshSession &session)
{
    connect(&session, &SshSession::hostKeyAsked, this, [this, &session](HostKeyQuestion question) {
        const quint64 id = ++m_lastId;
        m_pending.insert(id, {&session, question.id, {}});
        question.id = id;
        emit hostKeyAsked(question);
    });
    connect(&session, &SshSession::secretAsked, this,
            [this, &session](const SecretQuestion &question) { takeSecret(session, question); });
    connect(&session, &Transport::stateChanged, this,
            [this, &session](TransportState state) { follow(session, state); });
}

void QuestionBroker::takeSecret(SshSession &session, SecretQuestion question)
{
    const quint64 id = ++m_lastId;
    m_pending.insert(id, {&session, question.id, keyOf(m_cluster, question)});
    question.id = id;
    // What is shown while typed is a code for once; what was refused is not tried again.
    if (question.attempt == 1 && !question.echo) {
        lookUp(id, question);
        return;
    }
    m_remember.remove(&session);
    emit secretAsked(question);
}

void QuestionBroker::lookUp(quint64 id, const SecretQuestion &question)
{
    whenDone(m_secrets.read(m_pending.value(id).key), this,
             [this, id, question](const Expected<std::optional<QString>> &known) {
                 if (!m_pending.contains(id))
                     return; // the connection ended meanwhile
                 if (known && *known)
                     answerSecret(id, *known, false);
                 else
                     emit secretAsked(question);
             });
}

void QuestionBroker::answerHostKey(quint64 question, bool trust)
{
    const Pending pending = m_pending.take(question);
    if (pending.session)
        pending.session->answerHostKey(pending.id, trust);
}

void QuestionBroker::answerSecret(quint64 question, const std::optional<QString> &secret,
                                  bool remember)
{
    const Pending pending = m_pending.take(question);
    if (!pending.session)
        return;
    if (secret && remember)
        m_remember[pending.session] << ToRemember{pending.key, *secret};
    pending.session->answerSecret(pending.id, secret);
}

void QuestionBroker::follow(SshSession &session, TransportState state)
{
    if (state == TransportState::Connecting || state == TransportState::NeedsAnswer)
        return;
    m_pending.removeIf([&](const auto &entry) { return entry.value().session == &session; });
    const QList<ToRemember> secrets = m_remember.take(&session);
    if (state != TransportState::Ready)
        return;
    for (const ToRemember &entry : secrets) {
        whenDone(m_secrets.write(entry.key, entry.secret), this, [](const Expected<void> &written) {
            if (!written)
                qCWarning(lcConfig) << "not remembered:" << logText(written.error().what);
        });
    }
}
} // namespace Core
