// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "address.h"

#include <arpa/inet.h>
#include <linux/filter.h>
#include <sys/socket.h>

#include <cstdint>

namespace Lab
{

sockaddr_in socketAddress(const Endpoint &endpoint)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(endpoint.port));
    ::inet_pton(AF_INET, endpoint.address.c_str(), &address.sin_addr);
    return address;
}

namespace
{

int boundPort(const Endpoint &endpoint, int type)
{
    const Fd socket(::socket(AF_INET, type | SOCK_CLOEXEC, 0));
    sockaddr_in address = socketAddress(endpoint);
    socklen_t length = sizeof address;
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    if (!socket || ::bind(socket.get(), plain, length) != 0
        || ::getsockname(socket.get(), plain, &length) != 0)
        return 0;
    return ntohs(address.sin_port);
}

} // namespace

int freePort(const std::string &address, int type)
{
    return boundPort({address, 0}, type);
}

bool portFree(const Endpoint &endpoint, int type)
{
    return boundPort(endpoint, type) != 0;
}

void deafen(int socket)
{
    sock_filter dropAll{};
    dropAll.code = BPF_RET | BPF_K;
    dropAll.k = 0;
    sock_fprog program{};
    program.len = 1;
    program.filter = &dropAll;
    ::setsockopt(socket, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
}

void undeafen(int socket)
{
    const int unused = 0;
    ::setsockopt(socket, SOL_SOCKET, SO_DETACH_FILTER, &unused, sizeof unused);
}

void resetOnClose(int socket)
{
    const linger now{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

} // namespace Lab
