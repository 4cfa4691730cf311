// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "address.h"
#include "loop.h"

#include <deque>
#include <memory>
#include <vector>

namespace Lab
{

// What a path does with what is sent over it.
enum class Passage {
    Open, // both ways, after the delay
    Silent, // nothing comes, nothing goes, connections stay half alive: a cable cut, a dead machine
    Refused, // connections are reset, new ones refused: a machine that restarts
    Held // connections are accepted and nothing is ever answered: a machine that hangs
};

// One published address and port in front of one server. Connections made while the path was open
// survive silence, as they do in a real network, unless the server has gone meanwhile.
class TcpRelay
{
public:
    TcpRelay(Loop &loop, Endpoint published, Endpoint server);
    ~TcpRelay();
    TcpRelay(const TcpRelay &) = delete;
    TcpRelay &operator=(const TcpRelay &) = delete;

    bool listening() const { return static_cast<bool>(m_listener); }
    void setPassage(Passage passage);
    Passage passage() const { return m_passage; }
    void setDelay(Time delay) { m_delay = delay; }
    // The machine behind has died: what was connected to it stays silent, or is reset as soon as
    // somebody answers for it again.
    void serverDied();

private:
    struct Chunk {
        Time due;
        std::string bytes;
    };
    struct Direction {
        std::deque<Chunk> queue;
        std::size_t queued = 0;
        bool ended = false; // nothing more will be read
        bool finished = false; // and the other side was told so
    };
    struct Connection {
        Fd client;
        Fd server;
        Direction up; // client to server
        Direction down; // server to client
        int connectTries = 0;
        bool serverReady = false;
        bool serverGone = false;
    };
    using Item = std::shared_ptr<Connection>;

    void listen();
    void accept();
    void connectServer(const Item &item);
    void retryServer(const Item &item);
    void serverEvent(const Item &item, std::uint32_t events);
    void pump(const Item &item);
    bool read(int fd, Direction &direction);
    bool write(int fd, Direction &direction);
    void refresh(const Item &item);
    void close(const Item &item, bool reset);
    void closeAll();
    void leaveSilence();
    void dropServer(const Item &item);

    Loop &m_loop;
    Endpoint m_published;
    Endpoint m_server;
    Fd m_listener;
    Passage m_passage = Passage::Open;
    Time m_delay{0};
    std::vector<Item> m_items;
};

} // namespace Lab
