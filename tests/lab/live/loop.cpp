// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "loop.h"

#include <sys/epoll.h>

#include <algorithm>
#include <array>

namespace Lab
{

Loop::Loop() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_start(std::chrono::steady_clock::now())
{
}

void Loop::watch(int fd, std::uint32_t events, Callback callback)
{
    m_callbacks[fd] = std::make_shared<Callback>(std::move(callback));
    epoll_event event{};
    event.events = events;
    event.data.fd = fd;
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event);
}

void Loop::change(int fd, std::uint32_t events)
{
    epoll_event event{};
    event.events = events;
    event.data.fd = fd;
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, fd, &event);
}

void Loop::unwatch(int fd)
{
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, fd, nullptr);
    m_callbacks.erase(fd);
}

Time Loop::now() const
{
    return std::chrono::duration_cast<Time>(std::chrono::steady_clock::now() - m_start);
}

void Loop::run()
{
    m_running = true;
    while (m_running) {
        m_timers.runUntil(now());
        if (m_running)
            wait();
    }
}

void Loop::wait()
{
    Time limit = m_idle ? m_idle() : Time{1000};
    if (const auto next = m_timers.next())
        limit = std::min(limit, *next - now());
    const auto timeout = static_cast<int>(std::clamp<Time::rep>(limit.count(), 0, 1000));
    std::array<epoll_event, 64> events{};
    const int count
        = ::epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), timeout);
    for (int i = 0; i < count && m_running; ++i) {
        const epoll_event &event = events.at(static_cast<std::size_t>(i));
        const auto it = m_callbacks.find(event.data.fd);
        if (it == m_callbacks.end())
            continue;
        const std::shared_ptr<Callback> callback = it->second; // may unwatch itself
        (*callback)(event.events);
    }
}

} // namespace Lab
