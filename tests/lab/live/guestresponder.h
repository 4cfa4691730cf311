// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mechanisms/world.h"
#include "site.h"
#include "tcprelay.h"
#include "udprelay.h"

#include <map>
#include <memory>

namespace Lab
{

// Sends back what it hears, over TCP and UDP on one address and port: the service inside a guest.
// Frozen, it reads nothing; what came meanwhile is answered afterwards, as by a machine that was
// stopped for a moment.
class EchoServer
{
public:
    EchoServer(Loop &loop, const Endpoint &endpoint);
    ~EchoServer();
    EchoServer(const EchoServer &) = delete;
    EchoServer &operator=(const EchoServer &) = delete;

    bool listening() const { return m_listener && m_datagrams; }
    void setFrozen(bool frozen);

private:
    void accept();
    void echoDatagrams();
    void echo(int connection);
    void drop(int connection);

    Loop &m_loop;
    Fd m_listener;
    Fd m_datagrams;
    std::map<int, Fd> m_connections;
    bool m_frozen = false;
};

// One guest as the network sees it: an address that goes with it from node to node, answering
// while somebody executes it and its node's network reaches the workstation.
class GuestResponder
{
public:
    GuestResponder(Loop &loop, const GuestSite &site);

    bool listening() const { return m_server.listening() && m_tcp.listening() && m_udp.bound(); }
    void follow(const World &world, const Guest &guest, Time now);

private:
    EchoServer m_server;
    TcpRelay m_tcp;
    UdpRelay m_udp;
    int m_life = 0; // which start of the guest the connections belong to
};

// It executes, on a node that is there and whose network is.
bool reachable(const World &world, const Guest &guest);

} // namespace Lab
