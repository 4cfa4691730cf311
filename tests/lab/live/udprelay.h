// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "address.h"
#include "loop.h"
#include "tcprelay.h"

#include <map>
#include <memory>

namespace Lab
{

// One published address in front of one datagram server; each client keeps its own way back.
class UdpRelay
{
public:
    UdpRelay(Loop &loop, const Endpoint &published, Endpoint server);
    ~UdpRelay();
    UdpRelay(const UdpRelay &) = delete;
    UdpRelay &operator=(const UdpRelay &) = delete;

    bool bound() const { return static_cast<bool>(m_socket); }
    void setPassage(Passage passage) { m_passage = passage; }
    void setDelay(Time delay) { m_delay = delay; }

private:
    using Key = std::pair<std::uint32_t, std::uint16_t>;
    struct Client {
        sockaddr_in address{};
        Fd upstream;
        Time lastUsed{0};
    };

    void fromClients();
    void fromServer(const Key &key);
    Client &clientOf(const sockaddr_in &address);
    void forward(int socket, const std::string &bytes, const sockaddr_in *to);
    void forgetIdle();

    Loop &m_loop;
    Endpoint m_server;
    Fd m_socket;
    Passage m_passage = Passage::Open;
    Time m_delay{0};
    std::map<Key, Client> m_clients;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0); // delayed datagrams outlive nothing
};

} // namespace Lab
