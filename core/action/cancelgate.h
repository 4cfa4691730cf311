// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <stop_token>

namespace Core
{
// Decides between a cancel and the point of no return, whichever comes first. Any thread.
class CancelGate
{
public:
    std::stop_token token() const { return m_stop.get_token(); }
    bool open() const
    {
        const std::lock_guard lock(m_mutex);
        return !m_committed && !m_stop.stop_requested();
    }
    // No effect once committed.
    void cancel()
    {
        const std::lock_guard lock(m_mutex);
        if (m_committed)
            return;
        m_cancelled = true;
        m_stop.request_stop();
    }
    bool commit() // false: cancelled before
    {
        const std::lock_guard lock(m_mutex);
        m_committed = m_committed || !m_stop.stop_requested();
        return !m_stop.stop_requested();
    }
    bool committed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_committed;
    }
    bool cancelled() const
    {
        const std::lock_guard lock(m_mutex);
        return m_cancelled;
    }
    void abandon() { m_stop.request_stop(); } // the program ends

private:
    mutable std::mutex m_mutex;
    std::stop_source m_stop;
    bool m_committed = false;
    bool m_cancelled = false;
};
} // namespace Core
