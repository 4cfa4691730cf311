// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshtunnel.h"

#include "core/transport/sshchannel.h"

#include <array>

namespace Core
{
namespace
{
// Read no further while this much waits for the channel: the pair fills up, its other end waits.
constexpr qsizetype enough = 256 * 1024;
} // namespace

SshTunnel::SshTunnel(std::function<void()> pump) : m_pump(std::move(pump))
{
}

void SshTunnel::attach(SshChannel *channel)
{
    m_channel = channel;
}

std::shared_ptr<OwnedSocket> SshTunnel::opened()
{
    auto [ours, theirs] = socketPair();
    m_socket = std::move(ours);
    if (m_socket.isOpen()) {
        m_readable = std::make_unique<QSocketNotifier>(m_socket.fd(), QSocketNotifier::Read);
        m_writable = std::make_unique<QSocketNotifier>(m_socket.fd(), QSocketNotifier::Write);
        m_writable->setEnabled(false);
        QObject::connect(m_readable.get(), &QSocketNotifier::activated, [this] { readSocket(); });
        QObject::connect(m_writable.get(), &QSocketNotifier::activated, [this] { writeSocket(); });
    }
    return std::make_shared<OwnedSocket>(std::move(theirs));
}

void SshTunnel::take(const QByteArray &bytes)
{
    m_pending += bytes;
    writeSocket();
}

void SshTunnel::writeSocket()
{
    while (!m_pending.isEmpty() && m_socket.isOpen()) {
        const qint64 moved = send(m_socket.fd(), m_pending.constData(), m_pending.size());
        if (moved <= 0)
            break; // full; a broken pair is noticed by reading
        m_pending.remove(0, moved);
    }
    if (m_writable)
        m_writable->setEnabled(!m_pending.isEmpty());
}

void SshTunnel::readSocket()
{
    std::array<char, 32 * 1024> bytes;
    qint64 moved = -1;
    while (m_channel->queued() < enough) {
        moved = receive(m_socket.fd(), bytes.data(), bytes.size());
        if (moved <= 0)
            break;
        m_channel->write(QByteArray(bytes.data(), moved));
    }
    if (moved == 0 || moved == -2) {
        m_inputEnded = true;
        m_channel->closeInput();
    }
    resume();
    m_pump();
}

void SshTunnel::resume()
{
    if (m_readable)
        m_readable->setEnabled(!m_inputEnded && m_channel->queued() < enough);
}
} // namespace Core
