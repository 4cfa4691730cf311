// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshotdiff.h"

#include <QDateTime>

namespace Gui
{
struct TimedEvent {
    quint64 number = 0;
    QDateTime at; // UTC, workstation's clock
    Core::Event event;
};

// What happened to one cluster since the window was opened, newest first; the oldest fall off.
class EventLog
{
public:
    static constexpr int capacity = 1000;

    void add(const QList<Core::Event> &events, const QDateTime &at);
    void clear() { m_events.clear(); }
    const QList<TimedEvent> &events() const { return m_events; }

private:
    QList<TimedEvent> m_events;
    quint64 m_next = 1;
};
} // namespace Gui
