// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventqueue.h"

#include <algorithm>

namespace Lab
{

EventQueue::Id EventQueue::at(Time when, Action action)
{
    const Id id{std::max(when, m_now), m_serial++};
    m_events.emplace(id, std::move(action));
    return id;
}

std::optional<Time> EventQueue::next() const
{
    if (m_events.empty())
        return std::nullopt;
    return m_events.begin()->first.first;
}

void EventQueue::runUntil(Time time)
{
    while (!m_events.empty() && m_events.begin()->first.first <= time) {
        auto node = m_events.extract(m_events.begin());
        m_now = std::max(m_now, node.key().first);
        if (m_before)
            m_before();
        node.mapped()();
        if (m_after)
            m_after();
    }
    m_now = std::max(m_now, time);
}

void Alarm::setAt(Time when, EventQueue::Action action)
{
    clear();
    m_id = m_queue.at(when, [this, run = std::move(action)] {
        m_id.reset();
        run();
    });
}

void Alarm::setAfter(Time delay, EventQueue::Action action)
{
    setAt(m_queue.now() + delay, std::move(action));
}

void Alarm::ensureAfter(Time delay, EventQueue::Action action)
{
    if (!isSet())
        setAfter(delay, std::move(action));
}

void Alarm::clear()
{
    if (m_id)
        m_queue.cancel(*m_id);
    m_id.reset();
}

} // namespace Lab
