// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace Core
{
// One question to the main thread and its answer, shared by both threads. A question that was given
// up before the main thread came to it is not put any more.
template <typename T> class Awaited
{
public:
    bool begin() // main thread: false when nobody waits any more
    {
        const std::lock_guard lock(m_mutex);
        return !m_givenUp;
    }
    void sent() // main thread: something leaves for a machine
    {
        const std::lock_guard lock(m_mutex);
        m_sent = true;
    }
    bool wasSent() const
    {
        const std::lock_guard lock(m_mutex);
        return m_sent;
    }
    void give(T value)
    {
        const std::lock_guard lock(m_mutex);
        m_value = std::move(value);
        m_given.notify_all();
    }
    // None: stopped, or not there by the deadline.
    std::optional<T> take(const std::stop_token &stop,
                          std::chrono::steady_clock::time_point deadline)
    {
        std::unique_lock lock(m_mutex);
        m_given.wait_until(lock, stop, deadline, [this] { return m_value.has_value(); });
        m_givenUp = !m_value.has_value();
        return std::move(m_value);
    }

    // The same, and who looks may look again: the question is not given up.
    std::optional<T> glance(const std::stop_token &stop,
                            std::chrono::steady_clock::time_point until)
    {
        std::unique_lock lock(m_mutex);
        m_given.wait_until(lock, stop, until, [this] { return m_value.has_value(); });
        return std::move(m_value);
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_given;
    std::optional<T> m_value;
    bool m_givenUp = false;
    bool m_sent = false;
};
} // namespace Core
