// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

// The few socket calls that differ between POSIX (sshsocket_posix.cpp) and Winsock
// (sshsocket_windows.cpp). Every socket is non-blocking. Any thread.
namespace Core
{
using SocketFd = qintptr;
constexpr SocketFd noSocket = -1;

// Closes the socket unless it was taken over.
class OwnedSocket
{
public:
    OwnedSocket() = default;
    explicit OwnedSocket(SocketFd fd) : m_fd(fd) { }
    OwnedSocket(OwnedSocket &&other) noexcept : m_fd(other.release()) { }
    OwnedSocket &operator=(OwnedSocket &&other) noexcept
    {
        OwnedSocket old(std::exchange(m_fd, other.release()));
        return *this;
    }
    ~OwnedSocket();
    SocketFd fd() const { return m_fd; }
    bool isOpen() const { return m_fd != noSocket; }
    SocketFd release() { return std::exchange(m_fd, noSocket); }

private:
    SocketFd m_fd = noSocket;
};

enum class SocketFailure : quint8 { Refused, NoRoute, Timeout, Stopped, Other };
struct SocketResult {
    OwnedSocket socket; // open: connected
    SocketFailure failure = SocketFailure::Other;
    QString detail; // the system's words
};

// Connects by TCP within `limit`; `stopped` is asked about ten times a second. Blocks.
SocketResult connectedSocket(const QHostAddress &address, quint16 port,
                             std::chrono::milliseconds limit, const std::function<bool()> &stopped);

// Two sockets connected to each other; both closed when the system has none left.
std::pair<OwnedSocket, OwnedSocket> socketPair();

// A second handle of the same socket; closed when the system has none left.
OwnedSocket duplicated(SocketFd fd);

// What the number stands for; 0: it stands for nothing, or this system cannot tell.
quint64 identityOf(SocketFd fd);
// Closes it if it still stands for the socket of that identity: libssh 0.10 closes a socket that it
// was given, 0.11 leaves it open.
void closeLeftOpen(SocketFd fd, quint64 identity);

// Ends both directions, so that a thread blocked on the socket wakes up. The number stays taken.
void shutDown(SocketFd fd);

// The first bytes that wait to be read, left where they are; empty after `limit`. Blocks.
QByteArray peeked(SocketFd fd, qsizetype most, std::chrono::milliseconds limit);

// Bytes moved, at most `size`; 0: end of input (reading); -1: would block; -2: broken.
qint64 receive(SocketFd fd, char *bytes, qsizetype size);
qint64 send(SocketFd fd, const char *bytes, qsizetype size);
} // namespace Core
