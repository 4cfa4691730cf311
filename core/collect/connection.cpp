// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/connection.h"

#include <QRandomGenerator>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
// The fast channel is heard every 500 ms; "no answer since" has to stand on screen 2 s after the
// last byte, and the collector looks every 250 ms.
constexpr auto silentAfter = 1'500ms;
// TCP would go on for a quarter of an hour and come back late; a new connection comes back at once.
constexpr auto givenUpAfter = 15s;

// 1, 2, 4 ... 30 s, a quarter more or less so that two consoles do not knock together.
std::chrono::milliseconds pauseAfter(int failures)
{
    const int seconds = std::min(30, 1 << std::min(failures, 5));
    return std::chrono::milliseconds(seconds * QRandomGenerator::global()->bounded(750, 1250));
}

Error noAnswer()
{
    return {ErrorKind::Timeout, message(QT_TRANSLATE_NOOP("Core", "No answer")), {}};
}
} // namespace

Connection::Connection(NodeName machine, std::unique_ptr<Transport> transport, const Clock &clock,
                       QObject *parent)
    : QObject(parent), m_machine(std::move(machine)), m_transport(std::move(transport)),
      m_clock(clock)
{
    connect(m_transport.get(), &Transport::stateChanged, this, &Connection::follow);
    connect(m_transport.get(), &Transport::received, this, &Connection::heard);
}

std::chrono::milliseconds Connection::quietFor() const
{
    return m_clock.elapsed() - m_heardAt;
}

void Connection::open()
{
    m_failures = 0;
    m_tryAt = m_clock.elapsed();
    tick();
}

void Connection::close()
{
    m_tryAt.reset();
    m_transport->close();
    if (std::exchange(m_up, false))
        emit ended();
    setContact(ContactState::NeverTried, {}, {});
}

void Connection::reconnect()
{
    m_failures = 0;
    if (m_contact.state == ContactState::Silent) {
        loseIt(noAnswer());
        m_transport->close();
    }
    if (m_contact.state != ContactState::Connected)
        m_tryAt = m_clock.elapsed();
    tick();
}

void Connection::tick()
{
    judgeSilence();
    if (!m_tryAt || m_clock.elapsed() < *m_tryAt)
        return;
    const TransportState state = m_transport->state();
    if (state == TransportState::Closed || state == TransportState::Lost
        || state == TransportState::Refused) {
        m_tryAt.reset();
        m_transport->open();
    }
}

void Connection::heard()
{
    if (!m_up)
        return; // a host that answers and then refuses has not come back
    m_heardAt = m_clock.elapsed();
    m_lastByte = m_clock.now();
    m_failures = 0;
    if (m_contact.state == ContactState::Silent)
        setContact(ContactState::Connected, m_lastByte, {});
}

void Connection::setTrouble(const std::optional<Error> &error)
{
    if (m_contact.state == ContactState::Connected)
        setContact(ContactState::Connected, m_contact.since, error);
}

void Connection::judgeSilence()
{
    if (!m_up)
        return;
    const auto quiet = quietFor();
    if (quiet >= givenUpAfter) {
        loseIt(noAnswer());
        m_transport->close();
    } else if (quiet >= silentAfter && m_contact.state == ContactState::Connected) {
        setContact(ContactState::Silent, lastWord(), noAnswer());
    }
}

void Connection::follow(TransportState state)
{
    switch (state) {
    case TransportState::Connecting:
        // A machine that was lost stays so in words until it is back: attempts are no news.
        if (m_contact.state != ContactState::Lost)
            setContact(ContactState::Connecting, m_clock.now(), {});
        return;
    case TransportState::NeedsAnswer:
        setContact(ContactState::NeedsAnswer, m_clock.now(), {});
        return;
    case TransportState::Ready:
        becomeReady();
        return;
    case TransportState::Lost:
        loseIt(m_transport->lastError());
        return;
    case TransportState::Refused:
        m_tryAt.reset();
        if (std::exchange(m_up, false))
            emit ended();
        setContact(ContactState::Refused, m_clock.now(), m_transport->lastError());
        return;
    case TransportState::Closed:
        return;
    }
}

void Connection::becomeReady()
{
    m_up = true;
    m_tryAt.reset();
    heard();
    setContact(ContactState::Connected, m_lastByte, {});
    emit ready();
}

void Connection::loseIt(const std::optional<Error> &error)
{
    m_tryAt = m_clock.elapsed() + pauseAfter(m_failures++);
    const bool wasUp = std::exchange(m_up, false);
    setContact(ContactState::Lost, lastWord(), error);
    if (wasUp)
        emit ended();
}

std::optional<QDateTime> Connection::lastWord() const
{
    return m_lastByte.isValid() ? std::optional(m_lastByte) : std::nullopt;
}

void Connection::setContact(ContactState state, std::optional<QDateTime> since,
                            std::optional<Error> error)
{
    const Contact contact{state, std::move(since), std::move(error)};
    if (contact == m_contact)
        return;
    m_contact = contact;
    emit contactChanged(m_contact);
}
} // namespace Core
