// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/eventmodel.h"

#include "gui/words.h"

namespace Gui
{
namespace
{
Thing subject(const Core::Event &event)
{
    switch (event.kind) {
    case Core::EventKind::Replication:
        return {ThingKind::Resource, event.subject};
    case Core::EventKind::Service:
    case Core::EventKind::Guest:
        return {ThingKind::Guest, event.subject};
    case Core::EventKind::Contact:
    case Core::EventKind::Power:
    case Core::EventKind::Membership:
    case Core::EventKind::Quorum:
    case Core::EventKind::Fencing:
    case Core::EventKind::Link:
    case Core::EventKind::Configuration:
        break;
    }
    return event.machine.isEmpty() ? Thing() : machineThing(event.machine);
}

Row eventRow(const TimedEvent &timed)
{
    const Core::Event &event = timed.event;
    return {QString::number(timed.number),
            subject(event),
            {{Words::clock(timed.at), Tone::Neutral, false, false, timed.at},
             {Core::rendered(event.text), toneOf(event.severity), true, false, {}},
             {event.machine.text(), Tone::Neutral, false, false, {}}}};
}
} // namespace

QStringList EventModel::headings() const
{
    return {tr("Time"), tr("What happened"), tr("Seen on")};
}

void EventModel::setLog(const EventLog *log)
{
    m_log = log;
    refill();
}

void EventModel::show(const ClusterView &, const ClusterSource &)
{
    const bool empty = !m_log || m_log->events().isEmpty();
    if (!empty && m_log->events().first().number != m_newest)
        refill();
}

void EventModel::refill()
{
    QList<Row> rows;
    for (const TimedEvent &timed : m_log ? m_log->events() : QList<TimedEvent>())
        rows << eventRow(timed);
    m_newest = rows.isEmpty() ? 0 : m_log->events().first().number;
    setRows(rows);
}
} // namespace Gui
