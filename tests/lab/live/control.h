// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/wire.h"
#include "loop.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace Lab
{

// The Unix socket in the laboratory's folder; only the same user is heard.
class Control
{
public:
    using Words = std::vector<std::string>;
    using Handler = std::function<Reply(const Words &)>;

    Control(Loop &loop, Handler handler) : m_loop(loop), m_handler(std::move(handler)) { }
    ~Control();
    Control(const Control &) = delete;
    Control &operator=(const Control &) = delete;

    bool listen(const std::string &folder);
    void close();

private:
    struct Client {
        Fd socket;
        std::string in;
        std::string out;
    };
    using Item = std::shared_ptr<Client>;

    void accept();
    void serve(const Item &client);
    bool readAll(Client &client);
    void answer(Client &client);
    bool writeAll(Client &client);
    void drop(const Item &client);

    Loop &m_loop;
    Handler m_handler;
    Fd m_listener;
    std::map<int, Item> m_clients;
};

} // namespace Lab
