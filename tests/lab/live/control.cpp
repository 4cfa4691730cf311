// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace Lab
{

namespace
{

bool sameUser(int socket)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0
        && (peer.uid == ::geteuid() || peer.uid == 0);
}

bool wouldBlock()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

} // namespace

Control::~Control()
{
    close();
}

void Control::close()
{
    for (const auto &[fd, client] : m_clients)
        m_loop.unwatch(fd);
    m_clients.clear();
    if (m_listener)
        m_loop.unwatch(m_listener.get());
    m_listener.reset();
}

bool Control::listen(const std::string &folder)
{
    m_listener = listenIn(folder, "control");
    if (m_listener)
        m_loop.watch(m_listener.get(), EPOLLIN, [this](std::uint32_t) { accept(); });
    return static_cast<bool>(m_listener);
}

void Control::accept()
{
    Fd socket(::accept4(m_listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!socket || !sameUser(socket.get()))
        return;
    const int fd = socket.get();
    auto client = std::make_shared<Client>();
    client->socket = std::move(socket);
    m_clients[fd] = client;
    m_loop.watch(fd, EPOLLIN, [this, client](std::uint32_t) { serve(client); });
}

void Control::serve(const Item &client)
{
    const bool open = readAll(*client);
    answer(*client);
    if (!writeAll(*client) || (!open && client->out.empty())) {
        drop(client);
        return;
    }
    m_loop.change(client->socket.get(),
                  client->out.empty() ? std::uint32_t{EPOLLIN} : std::uint32_t{EPOLLOUT});
}

bool Control::readAll(Client &client)
{
    std::array<char, 16384> bytes;
    while (true) {
        const ssize_t n = ::recv(client.socket.get(), bytes.data(), bytes.size(), 0);
        if (n <= 0)
            return n < 0 && wouldBlock();
        client.in.append(bytes.data(), static_cast<std::size_t>(n));
    }
}

void Control::answer(Client &client)
{
    bool broken = false;
    while (const auto words = takeWords(client.in, broken)) {
        const Reply reply = m_handler(*words);
        client.out += encode(Lab::words(reply));
    }
    if (broken)
        client.in.clear();
}

bool Control::writeAll(Client &client)
{
    while (!client.out.empty()) {
        const ssize_t n
            = ::send(client.socket.get(), client.out.data(), client.out.size(), MSG_NOSIGNAL);
        if (n < 0)
            return wouldBlock();
        client.out.erase(0, static_cast<std::size_t>(n));
    }
    return true;
}

void Control::drop(const Item &client)
{
    const int fd = client->socket.get();
    m_loop.unwatch(fd);
    m_clients.erase(fd);
}

} // namespace Lab
