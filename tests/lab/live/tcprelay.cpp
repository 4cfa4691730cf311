// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tcprelay.h"

#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace Lab
{

namespace
{

constexpr std::size_t window = 256 * 1024;
constexpr int serverTries = 100; // of 20 ms: a server that is just starting
constexpr Time serverRetry{20};

bool wouldBlock()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

} // namespace

TcpRelay::TcpRelay(Loop &loop, Endpoint published, Endpoint server)
    : m_loop(loop), m_published(std::move(published)), m_server(std::move(server))
{
    listen();
}

TcpRelay::~TcpRelay()
{
    closeAll();
    if (m_listener)
        m_loop.unwatch(m_listener.get());
}

void TcpRelay::listen()
{
    Fd socket(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int on = 1;
    ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    const sockaddr_in address = socketAddress(m_published);
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(socket.get(), 64) != 0)
        return;
    m_listener = std::move(socket);
    m_loop.watch(m_listener.get(), EPOLLIN, [this](std::uint32_t) { accept(); });
}

void TcpRelay::setPassage(Passage passage)
{
    if (passage == m_passage)
        return;
    const Passage before = m_passage;
    m_passage = passage;
    if (passage == Passage::Refused) {
        closeAll();
        if (m_listener)
            m_loop.unwatch(m_listener.get());
        m_listener.reset();
        return;
    }
    if (!m_listener)
        listen();
    if (passage == Passage::Silent) {
        deafen(m_listener.get());
        for (const Item &item : m_items)
            deafen(item->client.get());
    } else if (before == Passage::Silent) {
        leaveSilence();
    }
    for (const Item &item : std::vector<Item>(m_items)) {
        if (passage == Passage::Open && item->serverGone)
            close(item, true);
        else if (passage == Passage::Open && !item->server)
            connectServer(item);
        else
            refresh(item);
    }
}

void TcpRelay::leaveSilence()
{
    undeafen(m_listener.get());
    for (const Item &item : m_items)
        undeafen(item->client.get());
}

void TcpRelay::accept()
{
    while (true) {
        Fd client(::accept4(m_listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (!client)
            return;
        const int on = 1;
        ::setsockopt(client.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        auto item = std::make_shared<Connection>();
        item->client = std::move(client);
        m_items.push_back(item);
        m_loop.watch(item->client.get(), 0,
                     [this, weak = std::weak_ptr(item)](std::uint32_t events) {
                         const Item locked = weak.lock();
                         if (locked && (events & (EPOLLHUP | EPOLLERR)))
                             close(locked, true);
                         else if (locked)
                             pump(locked);
                     });
        if (m_passage == Passage::Open)
            connectServer(item);
    }
}

void TcpRelay::connectServer(const Item &item)
{
    item->server.reset(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int on = 1;
    ::setsockopt(item->server.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const sockaddr_in address = socketAddress(m_server);
    const int result = ::connect(item->server.get(), reinterpret_cast<const sockaddr *>(&address),
                                 sizeof address);
    if (result != 0 && errno != EINPROGRESS) {
        retryServer(item);
        return;
    }
    m_loop.watch(item->server.get(), EPOLLOUT,
                 [this, weak = std::weak_ptr(item)](std::uint32_t events) {
                     if (const Item locked = weak.lock())
                         serverEvent(locked, events);
                 });
}

void TcpRelay::retryServer(const Item &item)
{
    item->server.reset();
    if (++item->connectTries > serverTries) {
        close(item, true);
        return;
    }
    m_loop.timers().at(m_loop.now() + serverRetry, [this, weak = std::weak_ptr(item)] {
        const Item locked = weak.lock();
        if (locked && !locked->server && locked->client && m_passage == Passage::Open)
            connectServer(locked);
    });
}

void TcpRelay::serverEvent(const Item &item, std::uint32_t events)
{
    if (!item->serverReady) {
        int error = 0;
        socklen_t length = sizeof error;
        ::getsockopt(item->server.get(), SOL_SOCKET, SO_ERROR, &error, &length);
        if (error != 0 || (events & EPOLLHUP)) {
            m_loop.unwatch(item->server.get());
            retryServer(item);
            return;
        }
        item->serverReady = true;
    }
    if (m_passage != Passage::Open && (events & (EPOLLHUP | EPOLLERR)))
        dropServer(item);
    pump(item);
}

void TcpRelay::dropServer(const Item &item)
{
    if (item->server)
        m_loop.unwatch(item->server.get());
    item->server.reset();
    item->serverReady = false;
    item->serverGone = true;
}

void TcpRelay::serverDied()
{
    for (const Item &item : m_items)
        dropServer(item);
}

// False when the connection has broken.
bool TcpRelay::read(int fd, Direction &direction)
{
    std::array<char, 65536> bytes;
    while (!direction.ended && direction.queued < window) {
        const ssize_t n = ::recv(fd, bytes.data(), bytes.size(), 0);
        if (n < 0)
            return wouldBlock();
        if (n == 0) {
            direction.ended = true;
            break;
        }
        const auto length = static_cast<std::size_t>(n);
        direction.queue.push_back({m_loop.now() + m_delay, std::string(bytes.data(), length)});
        direction.queued += length;
    }
    return true;
}

bool TcpRelay::write(int fd, Direction &direction)
{
    while (!direction.queue.empty() && direction.queue.front().due <= m_loop.now()) {
        std::string &bytes = direction.queue.front().bytes;
        const ssize_t n = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n < 0)
            return wouldBlock();
        direction.queued -= static_cast<std::size_t>(n);
        bytes.erase(0, static_cast<std::size_t>(n));
        if (bytes.empty())
            direction.queue.pop_front();
    }
    if (direction.ended && direction.queue.empty() && !direction.finished) {
        ::shutdown(fd, SHUT_WR);
        direction.finished = true;
    }
    return true;
}

void TcpRelay::pump(const Item &item)
{
    if (m_passage != Passage::Open || !item->serverReady) {
        refresh(item);
        return;
    }
    const bool good = read(item->client.get(), item->up) && read(item->server.get(), item->down)
        && write(item->server.get(), item->up) && write(item->client.get(), item->down);
    if (!good || (item->up.finished && item->down.finished)) {
        close(item, !good);
        return;
    }
    refresh(item);
}

void TcpRelay::refresh(const Item &item)
{
    const auto wanted = [](const Direction &in, const Direction &out, Time now) {
        const bool room = !in.ended && in.queued < window;
        const bool due = !out.queue.empty() && out.queue.front().due <= now;
        return (room ? std::uint32_t{EPOLLIN} : 0U) | (due ? std::uint32_t{EPOLLOUT} : 0U);
    };
    const bool open = m_passage == Passage::Open;
    const Time now = m_loop.now();
    if (item->client)
        m_loop.change(item->client.get(),
                      open && item->serverReady ? wanted(item->up, item->down, now) : 0);
    if (item->server && item->serverReady)
        m_loop.change(item->server.get(), open ? wanted(item->down, item->up, now) : 0);
    for (const Direction *direction : {&item->up, &item->down}) {
        if (!direction->queue.empty() && direction->queue.front().due > now)
            m_loop.timers().at(direction->queue.front().due, [this, weak = std::weak_ptr(item)] {
                const Item locked = weak.lock();
                if (locked && locked->client)
                    pump(locked);
            });
    }
}

void TcpRelay::close(const Item &item, bool reset)
{
    for (Fd *fd : {&item->client, &item->server}) {
        if (!*fd)
            continue;
        if (reset)
            resetOnClose(fd->get());
        m_loop.unwatch(fd->get());
        fd->reset();
    }
    m_items.erase(std::remove(m_items.begin(), m_items.end(), item), m_items.end());
}

void TcpRelay::closeAll()
{
    for (const Item &item : std::vector<Item>(m_items))
        close(item, true);
}

} // namespace Lab
