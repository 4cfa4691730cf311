// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guestresponder.h"

#include "mechanisms/guesthost.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>

namespace Lab
{

namespace
{

Fd boundSocket(const Endpoint &endpoint, int type)
{
    Fd socket(::socket(AF_INET, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const sockaddr_in address = socketAddress(endpoint);
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return Fd();
    return socket;
}

} // namespace

EchoServer::EchoServer(Loop &loop, const Endpoint &endpoint)
    : m_loop(loop), m_listener(boundSocket(endpoint, SOCK_STREAM)),
      m_datagrams(boundSocket(endpoint, SOCK_DGRAM))
{
    if (!listening() || ::listen(m_listener.get(), 64) != 0) {
        m_listener.reset();
        return;
    }
    m_loop.watch(m_listener.get(), EPOLLIN, [this](std::uint32_t) { accept(); });
    m_loop.watch(m_datagrams.get(), EPOLLIN, [this](std::uint32_t) { echoDatagrams(); });
}

EchoServer::~EchoServer()
{
    while (!m_connections.empty())
        drop(m_connections.begin()->first);
    if (!listening())
        return;
    m_loop.unwatch(m_listener.get());
    m_loop.unwatch(m_datagrams.get());
}

void EchoServer::setFrozen(bool frozen)
{
    if (frozen == m_frozen)
        return;
    m_frozen = frozen;
    const std::uint32_t wanted = frozen ? 0 : std::uint32_t{EPOLLIN};
    m_loop.change(m_datagrams.get(), wanted);
    for (const auto &[fd, connection] : m_connections)
        m_loop.change(fd, wanted);
}

void EchoServer::accept()
{
    Fd client(::accept4(m_listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!client)
        return;
    const int fd = client.get();
    m_connections[fd] = std::move(client);
    m_loop.watch(fd, m_frozen ? 0 : std::uint32_t{EPOLLIN},
                 [this, fd](std::uint32_t) { echo(fd); });
}

void EchoServer::echo(int fd)
{
    std::array<char, 4096> bytes;
    const ssize_t n = ::recv(fd, bytes.data(), bytes.size(), 0);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n <= 0 || ::send(fd, bytes.data(), static_cast<std::size_t>(n), MSG_NOSIGNAL) != n)
        drop(fd);
}

void EchoServer::drop(int fd)
{
    m_loop.unwatch(fd);
    m_connections.erase(fd);
}

void EchoServer::echoDatagrams()
{
    std::array<char, 65536> bytes;
    while (true) {
        sockaddr_in from{};
        socklen_t length = sizeof from;
        auto *sender = reinterpret_cast<sockaddr *>(&from);
        const ssize_t n
            = ::recvfrom(m_datagrams.get(), bytes.data(), bytes.size(), 0, sender, &length);
        if (n < 0)
            return;
        ::sendto(m_datagrams.get(), bytes.data(), static_cast<std::size_t>(n), 0, sender, length);
    }
}

bool reachable(const World &world, const Guest &guest)
{
    for (const Node &node : world.nodes) {
        const auto it = guest.on.find(node.id);
        if (it != guest.on.end() && it->second.state != GuestState::Booting && node.running()
            && linkUp(world, "lan:" + node.name))
            return true;
    }
    return false;
}

GuestResponder::GuestResponder(Loop &loop, const GuestSite &site)
    : m_server(loop, site.server), m_tcp(loop, site.published, site.server),
      m_udp(loop, site.published, site.server)
{
}

void GuestResponder::follow(const World &world, const Guest &guest, Time now)
{
    const bool there = reachable(world, guest);
    if (there && guest.life != m_life) {
        m_tcp.serverDied(); // a machine that started anew knows no connection
        m_life = guest.life;
    }
    m_tcp.setPassage(there ? Passage::Open : Passage::Silent);
    m_udp.setPassage(there ? Passage::Open : Passage::Silent);
    m_server.setFrozen(!answers(guest, 1, now) && !answers(guest, 2, now));
}

} // namespace Lab
