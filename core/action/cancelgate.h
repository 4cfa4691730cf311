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
    std::stop_token token() const { return m_stop.get_token(); } // cancelled, or the program ends
    std::stop_token endToken() const { return m_end.get_token(); } // the program ends
    bool open() const
    {
        const std::lock_guard lock(m_mutex);
        return !m_committed && !m_stop.stop_requested();
    }
    // No effect once committed.
    void cancel()
    {
        const std::lock_guard lock(m_mutex);
        if (m_committed || m_stop.stop_requested())
            return;
        m_cancelled = true;
        m_stop.request_stop();
    }
    bool commit() // false: stopped before
    {
        const std::lock_guard lock(m_mutex);
        m_committed = m_committed || !m_stop.stop_requested();
        return m_committed;
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
    void abandon()
    {
        m_stop.request_stop();
        m_end.request_stop();
    }
    // Beyond that an action may still end between two steps that are whole by themselves.
    bool mayStopBetween() const
    {
        const std::lock_guard lock(m_mutex);
        return m_committed && !m_stopBetween && !m_stop.stop_requested();
    }
    void stopBetween()
    {
        const std::lock_guard lock(m_mutex);
        m_stopBetween = true;
    }
    bool stopsBetween() const
    {
        const std::lock_guard lock(m_mutex);
        return m_stopBetween;
    }
    // The step that runs is to be called back, beyond that point too; any other is none of it.
    void recall(int step)
    {
        const std::lock_guard lock(m_mutex);
        m_recalled = step;
    }
    bool recalled(int step) const
    {
        const std::lock_guard lock(m_mutex);
        return m_recalled == step;
    }
    bool abandoned() const { return m_end.stop_requested(); }

private:
    mutable std::mutex m_mutex;
    std::stop_source m_stop;
    std::stop_source m_end;
    bool m_committed = false;
    bool m_cancelled = false;
    bool m_stopBetween = false;
    int m_recalled = -1;
};
} // namespace Core
