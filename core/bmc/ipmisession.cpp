// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/ipmisession.h"

#include "core/base/log.h"
#include "core/bmc/ipmierrors.h"
#include "core/bmc/ipmioshandler.h"

#include <QHostInfo>

#include <algorithm>

namespace Core
{
IpmiSession::IpmiSession(BmcAddress address, Password password, IpmiTiming timing)
    : m_address(std::move(address)), m_password(std::move(password)), m_timing(timing)
{
    m_silence.setSingleShot(true);
    m_idle.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &IpmiSession::onSilence);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        qCDebug(lcBmc) << "session with" << m_address.host << "closed after a pause";
        drop();
    });
}

IpmiSession::~IpmiSession()
{
    drop();
    const bool sent = m_sent && activeActs();
    if (m_active && m_active->answer)
        m_active->answer(tl::unexpected(stopped(sent, m_address)));
    for (const IpmiRequest &request : m_waiting)
        request.answer(tl::unexpected(stopped(false, m_address)));
}

void IpmiSession::submit(IpmiRequest request)
{
    m_waiting.push_back(std::move(request));
    advance();
}

void IpmiSession::cancel(quint64 id)
{
    // The active one runs on without anybody waiting: its answer must not be taken for the next
    // one's, and an opened session serves the next one.
    if (m_active && m_active->id == id) {
        if (const auto answer = std::exchange(m_active->answer, nullptr))
            answer(tl::unexpected(stopped(m_sent && activeActs(), m_address)));
        return;
    }
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [id](const IpmiRequest &request) { return request.id == id; });
    if (found == m_waiting.end())
        return;
    const IpmiRequest request = std::move(*found);
    m_waiting.erase(found);
    request.answer(tl::unexpected(stopped(false, m_address)));
}

void IpmiSession::advance()
{
    if (m_active || m_waiting.empty())
        return;
    m_idle.stop();
    m_active = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_sent = false;
    m_askingUser = false;
    if (m_up && m_privilege >= m_active->privilege)
        sendActive();
    else
        reach(m_active->privilege);
}

QHostAddress addressOfBmc(const QList<QHostAddress> &found)
{
    const auto isOld = [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    };
    const auto old = std::find_if(found.cbegin(), found.cend(), isOld);
    return old == found.cend() ? found.value(0) : *old;
}

// A session cannot rise above the privilege it was opened with, so a higher one is a new session.
void IpmiSession::reach(Privilege privilege)
{
    drop();
    m_privilege = privilege;
    m_silence.start(m_timing.silence);
    if (QHostAddress().setAddress(m_address.host))
        open(m_address.host.toLatin1());
    else
        lookUp();
}

void IpmiSession::lookUp()
{
    m_lookup = QHostInfo::lookupHost(m_address.host, this, [this](const QHostInfo &info) {
        if (info.lookupId() != m_lookup)
            return;
        m_lookup = -1;
        if (info.addresses().isEmpty())
            finish(tl::unexpected(unknownHost(m_address, info.errorString())));
        else
            open(addressOfBmc(info.addresses()).toString().toLatin1());
    });
}

void IpmiSession::open(const QByteArray &ip)
{
    const BmcLogin login{ip, m_address.port, m_address.user.toUtf8(), m_password, m_privilege};
    if (login.user.size() > 16 || m_password.view().size() > 20)
        return finish(tl::unexpected(unusableLogin(m_address)));
    m_connection = std::make_unique<IpmiConnection>(login, eventsOf(m_generation));
    if (const int error = m_connection->start(); error != 0)
        openFailed(error, ipmiComplaint());
}

// The library calls while it is busy with the connection, which may therefore not be closed there:
// what follows is queued.
IpmiConnection::Events IpmiSession::eventsOf(int generation)
{
    const auto changed = [this, generation](int error) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, error, complaint = ipmiComplaint()] {
                onChanged(generation, error, complaint);
            },
            Qt::QueuedConnection);
    };
    const auto heard = [this] {
        if (m_silence.isActive() && !m_sent)
            m_silence.start(m_timing.silence);
    };
    return {changed, heard};
}

void IpmiSession::drop()
{
    ++m_generation;
    m_up = false;
    m_connection.reset();
    m_silence.stop();
    m_idle.stop();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
}

void IpmiSession::onChanged(int generation, int error, const QString &complaint)
{
    if (generation != m_generation)
        return;
    if (error == 0)
        return m_up ? void() : onUp();
    if (!m_up)
        return openFailed(error, complaint);
    // Lost: BMCs often drop the session after a power command.
    qCDebug(lcBmc) << "session with" << m_address.host << "lost";
    if (m_active)
        onSilence();
    else
        drop();
}

void IpmiSession::openFailed(int error, const QString &complaint)
{
    if (mayMeanPrivilege(error) && m_privilege == Privilege::Operator) {
        m_askingUser = true;
        return reach(Privilege::User);
    }
    drop();
    finish(tl::unexpected(sessionError(error, complaint, m_address)));
}

void IpmiSession::onUp()
{
    m_up = true;
    if (m_askingUser)
        finish(tl::unexpected(
            privilegeTooLow(m_address, QStringLiteral("OPERATOR refused, USER accepted"))));
    else if (m_active)
        sendActive();
}

void IpmiSession::sendActive()
{
    if (!m_active->answer) // stopped meanwhile: must not be sent
        return finish({});
    const auto answered = [this, generation = m_generation](const QByteArray &answer) {
        QMetaObject::invokeMethod(
            this, [this, generation, answer] { onAnswer(generation, answer); },
            Qt::QueuedConnection);
    };
    m_sent = true;
    m_silence.start(activeActs() ? m_timing.control : m_timing.silence);
    const int error = m_connection->send(m_active->netFunction, m_active->command, m_active->data,
                                         activeActs(), answered);
    if (error != 0) {
        drop();
        finish(tl::unexpected(sessionError(error, ipmiComplaint(), m_address)));
    }
}

void IpmiSession::onAnswer(int generation, const QByteArray &answer)
{
    if (generation != m_generation || !m_active)
        return;
    if (answer.isEmpty())
        return finish(tl::unexpected(malformedAnswer(m_address, answer)));
    if (quint8(answer.front()) == answerTimedOut)
        return onSilence();
    finish(answer);
}

void IpmiSession::onSilence()
{
    const bool unknown = m_sent && activeActs();
    drop();
    finish(tl::unexpected(unknown ? outcomeUnknown(m_address) : noAnswer(m_address)));
}

void IpmiSession::finish(Expected<QByteArray> result)
{
    m_silence.stop();
    if (m_up)
        m_idle.start(m_timing.idle);
    else
        drop();
    const std::optional<IpmiRequest> done = std::exchange(m_active, std::nullopt);
    if (done && done->answer)
        done->answer(std::move(result));
    QMetaObject::invokeMethod(this, &IpmiSession::advance, Qt::QueuedConnection);
}

bool IpmiSession::activeActs() const
{
    return m_active && m_active->privilege == Privilege::Operator;
}
} // namespace Core

#include "moc_ipmisession.cpp"
