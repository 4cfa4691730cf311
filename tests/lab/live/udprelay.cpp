// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "udprelay.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>

namespace Lab
{

namespace
{

constexpr Time idleTime{60000};
constexpr std::size_t maxClients = 200;

} // namespace

UdpRelay::UdpRelay(Loop &loop, const Endpoint &published, Endpoint server)
    : m_loop(loop), m_server(std::move(server))
{
    Fd socket(::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const sockaddr_in address = socketAddress(published);
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return;
    m_socket = std::move(socket);
    m_loop.watch(m_socket.get(), EPOLLIN, [this](std::uint32_t) { fromClients(); });
}

UdpRelay::~UdpRelay()
{
    for (const auto &[key, client] : m_clients)
        m_loop.unwatch(client.upstream.get());
    if (m_socket)
        m_loop.unwatch(m_socket.get());
}

void UdpRelay::fromClients()
{
    std::array<char, 65536> bytes;
    while (true) {
        sockaddr_in from{};
        socklen_t length = sizeof from;
        const ssize_t n = ::recvfrom(m_socket.get(), bytes.data(), bytes.size(), 0,
                                     reinterpret_cast<sockaddr *>(&from), &length);
        if (n < 0)
            return;
        if (m_passage == Passage::Open)
            forward(clientOf(from).upstream.get(),
                    std::string(bytes.data(), static_cast<std::size_t>(n)), nullptr);
    }
}

UdpRelay::Client &UdpRelay::clientOf(const sockaddr_in &address)
{
    const Key key{address.sin_addr.s_addr, address.sin_port};
    const auto it = m_clients.find(key);
    if (it != m_clients.end()) {
        it->second.lastUsed = m_loop.now();
        return it->second;
    }
    forgetIdle();
    Client &client = m_clients[key];
    client.address = address;
    client.lastUsed = m_loop.now();
    client.upstream.reset(::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const sockaddr_in server = socketAddress(m_server);
    // Refused or not: a datagram to nobody is the silence that the console has to tell.
    static_cast<void>(::connect(client.upstream.get(), reinterpret_cast<const sockaddr *>(&server),
                                sizeof server));
    m_loop.watch(client.upstream.get(), EPOLLIN, [this, key](std::uint32_t) { fromServer(key); });
    return client;
}

void UdpRelay::forgetIdle()
{
    for (auto it = m_clients.begin(); it != m_clients.end();) {
        const bool idle
            = m_loop.now() - it->second.lastUsed > idleTime || m_clients.size() > maxClients;
        if (idle)
            m_loop.unwatch(it->second.upstream.get());
        it = idle ? m_clients.erase(it) : std::next(it);
    }
}

void UdpRelay::fromServer(const Key &key)
{
    const auto it = m_clients.find(key);
    if (it == m_clients.end())
        return;
    std::array<char, 65536> bytes;
    const ssize_t n = ::recv(it->second.upstream.get(), bytes.data(), bytes.size(), 0);
    if (n >= 0 && m_passage == Passage::Open)
        forward(m_socket.get(), std::string(bytes.data(), static_cast<std::size_t>(n)),
                &it->second.address);
}

void UdpRelay::forward(int socket, const std::string &bytes, const sockaddr_in *to)
{
    const auto deliver = [socket](const std::string &data, const sockaddr_in *address) {
        ::sendto(socket, data.data(), data.size(), MSG_NOSIGNAL,
                 reinterpret_cast<const sockaddr *>(address), address ? sizeof *address : 0);
    };
    if (m_delay == Time{0}) {
        deliver(bytes, to);
        return;
    }
    const sockaddr_in address = to ? *to : sockaddr_in{};
    m_loop.timers().at(
        m_loop.now() + m_delay,
        [deliver, bytes, address, answers = to != nullptr, weak = std::weak_ptr(m_alive)] {
            if (!weak.expired())
                deliver(bytes, answers ? &address : nullptr);
        });
}

} // namespace Lab
