// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/fd.h"
#include "mechanisms/eventqueue.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>

namespace Lab
{

// epoll and timers on real time. A callback may unwatch anything, itself included.
class Loop
{
public:
    using Callback = std::function<void(std::uint32_t)>; // the epoll events

    Loop();
    void watch(int fd, std::uint32_t events, Callback callback);
    void change(int fd, std::uint32_t events);
    void unwatch(int fd);

    // Real time since the loop was made.
    Time now() const;
    EventQueue &timers() { return m_timers; }
    // Called before each wait; returns how long it may last.
    void setIdle(std::function<Time()> idle) { m_idle = std::move(idle); }
    void run();
    void stop() { m_running = false; }

private:
    void wait();

    Fd m_epoll;
    std::chrono::steady_clock::time_point m_start;
    EventQueue m_timers;
    std::map<int, std::shared_ptr<Callback>> m_callbacks;
    std::function<Time()> m_idle;
    bool m_running = false;
};

} // namespace Lab
