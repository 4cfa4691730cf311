// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshsocket.h"

#include <QDeadlineTimer>

#include <winsock2.h>
#include <ws2tcpip.h>

#include <cstring>

namespace Core
{
namespace
{
constexpr std::chrono::milliseconds patience{100}; // between two looks at "stopped"

SOCKET handle(SocketFd fd)
{
    return static_cast<SOCKET>(fd);
}

SocketFd number(SOCKET socket)
{
    return socket == INVALID_SOCKET ? noSocket : static_cast<SocketFd>(socket);
}

// Winsock counts its users; every socket here is made behind this, none before.
void startWinsock()
{
    static const int started = [] {
        WSADATA data;
        return ::WSAStartup(MAKEWORD(2, 2), &data);
    }();
    Q_UNUSED(started)
}

bool prepare(SOCKET socket)
{
    const BOOL on = TRUE;
    u_long nonBlocking = 1;
    // Without NODELAY a probe line waits for the answer to the one before.
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&on), sizeof on);
    return ::ioctlsocket(socket, FIONBIO, &nonBlocking) == 0;
}

SocketResult failed(int error)
{
    const QString detail = QStringLiteral("Winsock error %1").arg(error);
    switch (error) {
    case WSAECONNREFUSED:
        return {{}, SocketFailure::Refused, detail};
    case WSAEHOSTUNREACH:
    case WSAENETUNREACH:
    case WSAEHOSTDOWN:
    case WSAENETDOWN:
    case WSAEADDRNOTAVAIL:
        return {{}, SocketFailure::NoRoute, detail};
    case WSAETIMEDOUT:
        return {{}, SocketFailure::Timeout, detail};
    }
    return {{}, SocketFailure::Other, detail};
}

struct SocketAddress {
    sockaddr_storage storage{};
    int size = 0;
};

SocketAddress socketAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        v6.sin6_scope_id = address.scopeId().toULong(); // Qt gives the number here
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&v6.sin6_addr, &bytes, sizeof bytes);
        result.size = sizeof v6;
        std::memcpy(&result.storage, &v6, sizeof v6);
    } else {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        v4.sin_addr.s_addr = htonl(address.toIPv4Address());
        result.size = sizeof v4;
        std::memcpy(&result.storage, &v4, sizeof v4);
    }
    return result;
}

// 1: writable, 0: not yet, a Winsock error below zero. select() and not WSAPoll(), which does not
// tell a refused connection before Windows 10 2004.
int connectedYet(SOCKET socket)
{
    fd_set writable;
    fd_set broken;
    FD_ZERO(&writable);
    FD_ZERO(&broken);
    FD_SET(socket, &writable);
    FD_SET(socket, &broken);
    timeval limit{0, static_cast<long>(patience.count()) * 1000};
    if (::select(0, nullptr, &writable, &broken, &limit) <= 0)
        return 0;
    int error = 0;
    int size = sizeof error;
    ::getsockopt(socket, SOL_SOCKET, SO_ERROR, reinterpret_cast<char *>(&error), &size);
    return error != 0 ? -error : 1;
}

bool readable(SOCKET socket, std::chrono::milliseconds limit)
{
    fd_set set;
    FD_ZERO(&set);
    FD_SET(socket, &set);
    timeval time{static_cast<long>(limit.count() / 1000),
                 static_cast<long>(limit.count() % 1000 * 1000)};
    return ::select(0, &set, nullptr, nullptr, &time) > 0;
}

qint64 moved(int result)
{
    if (result == SOCKET_ERROR)
        return ::WSAGetLastError() == WSAEWOULDBLOCK ? -1 : -2;
    return result;
}

SOCKET loopbackListener(sockaddr_in &address)
{
    const SOCKET listener = ::socket(AF_INET, SOCK_STREAM, 0);
    int size = sizeof address;
    address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool listens = ::bind(listener, reinterpret_cast<sockaddr *>(&address), size) == 0
        && ::listen(listener, 1) == 0
        && ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    if (listens)
        return listener;
    ::closesocket(listener);
    return INVALID_SOCKET;
}

// Whoever else connected to the listener in the meantime is not our other end.
bool areEnds(SOCKET one, SOCKET other)
{
    sockaddr_in local{};
    sockaddr_in peer{};
    int size = sizeof local;
    int peerSize = sizeof peer;
    return ::getsockname(one, reinterpret_cast<sockaddr *>(&local), &size) == 0
        && ::getpeername(other, reinterpret_cast<sockaddr *>(&peer), &peerSize) == 0
        && local.sin_port == peer.sin_port && local.sin_addr.s_addr == peer.sin_addr.s_addr;
}
} // namespace

OwnedSocket::~OwnedSocket()
{
    if (m_fd != noSocket)
        ::closesocket(handle(m_fd));
}

SocketResult connectedSocket(const QHostAddress &address, quint16 port,
                             std::chrono::milliseconds limit, const std::function<bool()> &stopped)
{
    startWinsock();
    SocketAddress to = socketAddress(address, port);
    const SOCKET made = ::socket(to.storage.ss_family, SOCK_STREAM, IPPROTO_TCP);
    if (made == INVALID_SOCKET)
        return failed(::WSAGetLastError());
    OwnedSocket socket(number(made));
    if (!prepare(made))
        return failed(::WSAGetLastError());
    if (::connect(made, reinterpret_cast<sockaddr *>(&to.storage), to.size) == 0)
        return {std::move(socket), SocketFailure::Other, {}};
    if (::WSAGetLastError() != WSAEWOULDBLOCK)
        return failed(::WSAGetLastError());
    const QDeadlineTimer deadline(limit);
    while (!deadline.hasExpired()) {
        if (stopped())
            return {{}, SocketFailure::Stopped, {}};
        const int state = connectedYet(made);
        if (state < 0)
            return failed(-state);
        if (state > 0)
            return {std::move(socket), SocketFailure::Other, {}};
    }
    return failed(WSAETIMEDOUT);
}

// Windows has no socketpair(): a connection to ourselves on the loopback does the same.
std::pair<OwnedSocket, OwnedSocket> socketPair()
{
    startWinsock();
    sockaddr_in address;
    const OwnedSocket listener(number(loopbackListener(address)));
    if (!listener.isOpen())
        return {};
    OwnedSocket one(number(::socket(AF_INET, SOCK_STREAM, 0)));
    if (!one.isOpen()
        || ::connect(handle(one.fd()), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return {};
    OwnedSocket other(number(::accept(handle(listener.fd()), nullptr, nullptr)));
    if (!other.isOpen() || !areEnds(handle(one.fd()), handle(other.fd()))
        || !prepare(handle(one.fd())) || !prepare(handle(other.fd())))
        return {};
    return {std::move(one), std::move(other)};
}

OwnedSocket duplicated(SocketFd fd)
{
    WSAPROTOCOL_INFOW info;
    if (::WSADuplicateSocketW(handle(fd), ::GetCurrentProcessId(), &info) != 0)
        return {};
    return OwnedSocket(number(::WSASocketW(FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO,
                                           FROM_PROTOCOL_INFO, &info, 0, WSA_FLAG_OVERLAPPED)));
}

// The libssh that is built in closes its sockets.
quint64 identityOf(SocketFd)
{
    return 0;
}

void closeLeftOpen(SocketFd, quint64)
{
}

void shutDown(SocketFd fd)
{
    ::shutdown(handle(fd), SD_BOTH);
}

QByteArray peeked(SocketFd fd, qsizetype most, std::chrono::milliseconds limit)
{
    if (!readable(handle(fd), limit))
        return {};
    QByteArray bytes(most, Qt::Uninitialized);
    const int size = ::recv(handle(fd), bytes.data(), static_cast<int>(most), MSG_PEEK);
    // More waits than fits: what fitted is there all the same.
    const bool cut = size == SOCKET_ERROR && ::WSAGetLastError() == WSAEMSGSIZE;
    bytes.truncate(cut ? most : qMax(size, 0));
    return bytes;
}

qint64 receive(SocketFd fd, char *bytes, qsizetype size)
{
    return moved(::recv(handle(fd), bytes, static_cast<int>(size), 0));
}

qint64 send(SocketFd fd, const char *bytes, qsizetype size)
{
    return moved(::send(handle(fd), bytes, static_cast<int>(size), 0));
}
} // namespace Core
