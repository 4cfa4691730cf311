// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace Lab
{

// Virtual time since the laboratory was switched on. Nothing in mechanisms/ reads a clock: whoever
// drives the queue says how fast it runs, so that one mechanism serves real time and tests alike.
using Time = std::chrono::milliseconds;

// Discrete events, in order of time and, at the same instant, in the order they were asked for.
// One thread.
class EventQueue
{
public:
    using Id = std::pair<Time, std::uint64_t>;
    using Action = std::function<void()>;

    // A time in the past happens at the next run, never before events already due.
    Id at(Time when, Action action);
    Id after(Time delay, Action action) { return at(m_now + delay, std::move(action)); }
    void cancel(const Id &id) { m_events.erase(id); }

    Time now() const { return m_now; }
    std::optional<Time> next() const;
    // Runs every event due up to and including that time; actions may add more. The clock then
    // stands at that time, which never goes back.
    void runUntil(Time time);
    // Called around each event, at its time: before, so that what grows with time is brought up
    // to date under the old state; after, so that the mechanisms look at what it changed.
    void setAround(Action before, Action after)
    {
        m_before = std::move(before);
        m_after = std::move(after);
    }

private:
    std::map<Id, Action> m_events;
    Time m_now{0};
    std::uint64_t m_serial = 0;
    Action m_before;
    Action m_after;
};

// One pending event that is forgotten when set again, cleared, or destroyed.
class Alarm
{
public:
    explicit Alarm(EventQueue &queue) : m_queue(queue) { }
    ~Alarm() { clear(); }
    Alarm(const Alarm &) = delete;
    Alarm &operator=(const Alarm &) = delete;

    void setAt(Time when, EventQueue::Action action);
    void setAfter(Time delay, EventQueue::Action action);
    // Keeps a running alarm as it is: a condition that still holds must not restart its delay.
    void ensureAfter(Time delay, EventQueue::Action action);
    void clear();
    bool isSet() const { return m_id.has_value(); }

private:
    EventQueue &m_queue;
    std::optional<EventQueue::Id> m_id;
};

} // namespace Lab
