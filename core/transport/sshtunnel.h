// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/sshsocket.h"

#include <QSocketNotifier>

#include <functional>

namespace Core
{
class SshChannel;

// The near end of a direct-tcpip channel (RFC 4254, 7.2): carries bytes between it and a socket
// that another session uses as if it were its own connection. Thread of the jump host's worker.
class SshTunnel
{
public:
    explicit SshTunnel(std::function<void()> pump); // called when the channel has bytes to send
    void attach(SshChannel *channel); // outlives this object
    std::shared_ptr<OwnedSocket> opened(); // the far end of the pair; null socket: none left
    void take(const QByteArray &bytes); // from the channel to the socket
    void resume(); // the channel may have room again

private:
    void readSocket();
    void writeSocket();

    std::function<void()> m_pump;
    SshChannel *m_channel = nullptr;
    OwnedSocket m_socket;
    QByteArray m_pending; // for the socket
    bool m_inputEnded = false;
    std::unique_ptr<QSocketNotifier> m_readable; // after the socket: it must go before
    std::unique_ptr<QSocketNotifier> m_writable;
};
} // namespace Core
