// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshsocket.h"

#include <QDeadlineTimer>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Core
{
namespace
{
constexpr std::chrono::milliseconds patience{100}; // between two looks at "stopped"

int number(SocketFd fd)
{
    return static_cast<int>(fd);
}

bool prepare(int fd)
{
    const int on = 1;
    // Without NODELAY a probe line waits for the answer to the one before. Fails on a local pair.
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return ::fcntl(fd, F_SETFD, FD_CLOEXEC) == 0
        && ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK) == 0;
}

SocketResult failed(int error)
{
    const QString detail = QString::fromLocal8Bit(std::strerror(error));
    switch (error) {
    case ECONNREFUSED:
        return {{}, SocketFailure::Refused, detail};
    case EHOSTUNREACH:
    case ENETUNREACH:
    case EHOSTDOWN:
    case ENETDOWN:
    case EADDRNOTAVAIL:
        return {{}, SocketFailure::NoRoute, detail};
    case ETIMEDOUT:
        return {{}, SocketFailure::Timeout, detail};
    }
    return {{}, SocketFailure::Other, detail};
}

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;
};

SocketAddress socketAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        v6.sin6_scope_id = ::if_nametoindex(address.scopeId().toLocal8Bit().constData());
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

SocketResult connectionResult(OwnedSocket socket)
{
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(number(socket.fd()), SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0)
        return failed(error);
    return {std::move(socket), SocketFailure::Other, {}};
}

int polled(SocketFd fd, short events, std::chrono::milliseconds limit)
{
    pollfd entry{number(fd), events, 0};
    return ::poll(&entry, 1, static_cast<int>(limit.count()));
}
} // namespace

OwnedSocket::~OwnedSocket()
{
    if (m_fd != noSocket)
        ::close(number(m_fd));
}

SocketResult connectedSocket(const QHostAddress &address, quint16 port,
                             std::chrono::milliseconds limit, const std::function<bool()> &stopped)
{
    const SocketAddress to = socketAddress(address, port);
    const int fd = ::socket(to.storage.ss_family, SOCK_STREAM, 0);
    if (fd < 0)
        return failed(errno);
    OwnedSocket socket(fd);
    if (!prepare(fd))
        return failed(errno);
    sockaddr_storage storage = to.storage;
    if (::connect(fd, reinterpret_cast<sockaddr *>(&storage), to.size) == 0)
        return {std::move(socket), SocketFailure::Other, {}};
    if (errno != EINPROGRESS)
        return failed(errno);
    const QDeadlineTimer deadline(limit);
    while (!deadline.hasExpired()) {
        if (stopped())
            return {{}, SocketFailure::Stopped, {}};
        if (polled(fd, POLLOUT, patience) > 0)
            return connectionResult(std::move(socket));
    }
    return failed(ETIMEDOUT);
}

std::pair<OwnedSocket, OwnedSocket> socketPair()
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return {};
    std::pair<OwnedSocket, OwnedSocket> pair{OwnedSocket(ends[0]), OwnedSocket(ends[1])};
    if (!prepare(ends[0]) || !prepare(ends[1]))
        return {};
    return pair;
}

OwnedSocket duplicated(SocketFd fd)
{
    return OwnedSocket(::fcntl(number(fd), F_DUPFD_CLOEXEC, 0));
}

quint64 identityOf(SocketFd fd)
{
    struct stat entry;
    return fd != noSocket && ::fstat(number(fd), &entry) == 0 ? entry.st_ino : 0;
}

void closeLeftOpen(SocketFd fd, quint64 identity)
{
    if (identity != 0 && identityOf(fd) == identity)
        ::close(number(fd));
}

void shutDown(SocketFd fd)
{
    ::shutdown(number(fd), SHUT_RDWR);
}

QByteArray peeked(SocketFd fd, qsizetype most, std::chrono::milliseconds limit)
{
    if (polled(fd, POLLIN, limit) <= 0)
        return {};
    QByteArray bytes(most, Qt::Uninitialized);
    const ssize_t size = ::recv(number(fd), bytes.data(), size_t(most), MSG_PEEK);
    bytes.truncate(qMax<ssize_t>(size, 0));
    return bytes;
}

qint64 receive(SocketFd fd, char *bytes, qsizetype size)
{
    const ssize_t moved = ::recv(number(fd), bytes, size_t(size), 0);
    if (moved < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? -1 : -2;
    return moved;
}

qint64 send(SocketFd fd, const char *bytes, qsizetype size)
{
    const ssize_t moved = ::send(number(fd), bytes, size_t(size), MSG_NOSIGNAL);
    if (moved < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? -1 : -2;
    return moved;
}
} // namespace Core
