// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/questionbroker.h"

#include "core/base/log.h"
#include "core/base/whendone.h"

#include <algorithm>

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

// What the same answer serves: a key file whoever asks for its passphrase, else a login. Nothing
// for what is shown while typed, which is a code for once.
QString subjectOf(const SecretQuestion &question)
{
    if (question.echo)
        return {};
    if (question.kind == SecretKind::Passphrase)
        return question.prompt;
    return QStringLiteral("%1@%2:%3 %4")
        .arg(question.user, question.host, QString::number(question.port), question.prompt);
}
} // namespace

QuestionBroker::QuestionBroker(QString cluster, SecretStore &secrets, SharedSecrets given,
                               QObject *parent)
    : QObject(parent), m_cluster(std::move(cluster)), m_secrets(secrets), m_given(std::move(given))
{
}

void QuestionBroker::listenTo(SshSession &session)
{
    connect(&session, &SshSession::hostKeyAsked, this,
            [this, &session](const HostKeyQuestion &question) { takeHostKey(session, question); });
    connect(&session, &SshSession::secretAsked, this,
            [this, &session](const SecretQuestion &question) { takeSecret(session, question); });
    connect(&session, &Transport::stateChanged, this,
            [this, &session](TransportState state) { follow(session, state); });
}

bool QuestionBroker::joins(const QString &subject, SshSession &session, quint64 id)
{
    const auto found = std::find_if(m_pending.begin(), m_pending.end(), [&](const Pending &one) {
        return !subject.isEmpty() && one.subject == subject;
    });
    if (found != m_pending.end())
        found->asking << Asking{&session, id};
    return found != m_pending.end();
}

quint64 QuestionBroker::newQuestion(const Pending &pending)
{
    m_pending.insert(++m_lastId, pending);
    return m_lastId;
}

void QuestionBroker::takeHostKey(SshSession &session, HostKeyQuestion question)
{
    const QString subject
        = QStringLiteral("%1 %2 %3").arg(question.host).arg(question.port).arg(question.sha256);
    if (joins(subject, session, question.id))
        return;
    question.id = newQuestion({subject, {}, {{&session, question.id}}});
    emit hostKeyAsked(question);
}

void QuestionBroker::takeSecret(SshSession &session, SecretQuestion question)
{
    const SecretKey key = keyOf(m_cluster, question);
    const QString subject = subjectOf(question);
    if (question.attempt == 1)
        m_tried.remove({&session, subject});
    else
        m_remember.remove(&session);
    if (answersAgain(session, question, subject) || joins(subject, session, question.id))
        return;
    question.id = newQuestion({subject, key, {{&session, question.id}}});
    // What was refused is not looked up again.
    if (question.attempt == 1 && !question.echo)
        lookUp(question.id, question);
    else
        emit secretAsked(question);
}

// A connection that was refused with what is known has it forgotten, unless another one was
// answered meanwhile.
bool QuestionBroker::answersAgain(SshSession &session, const SecretQuestion &question,
                                  const QString &subject)
{
    const GivenSecrets::Given *known = m_given->of(subject);
    if (!known)
        return false;
    quint64 &tried = m_tried[{&session, subject}];
    if (std::exchange(tried, known->generation) == known->generation) {
        m_given->forget(subject);
        return false;
    }
    session.answerSecret(question.id, QString::fromUtf8(known->secret.view()));
    return true;
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
    for (const Asking &one : pending.asking) {
        if (one.session)
            one.session->answerHostKey(one.id, trust);
    }
}

void QuestionBroker::answerSecret(quint64 question, const std::optional<QString> &secret,
                                  bool remember)
{
    const Pending pending = m_pending.take(question);
    const bool again = secret && !pending.subject.isEmpty();
    const quint64 generation = again ? m_given->give(pending.subject, *secret) : 0;
    for (const Asking &one : pending.asking) {
        if (!one.session)
            continue;
        m_tried[{one.session, pending.subject}] = generation;
        if (secret && remember)
            m_remember[one.session] << ToRemember{pending.key, *secret};
        one.session->answerSecret(one.id, secret);
    }
}

void QuestionBroker::follow(SshSession &session, TransportState state)
{
    if (state == TransportState::Connecting || state == TransportState::NeedsAnswer)
        return;
    for (Pending &pending : m_pending)
        pending.asking.removeIf([&](const Asking &one) { return one.session == &session; });
    m_pending.removeIf([](const auto &entry) { return entry.value().asking.isEmpty(); });
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
