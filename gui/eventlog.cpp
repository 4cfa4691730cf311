// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/eventlog.h"

namespace Gui
{
void EventLog::add(const QList<Core::Event> &events, const QDateTime &at)
{
    for (const Core::Event &event : events)
        m_events.prepend({m_next++, at, event});
    if (m_events.size() > capacity)
        m_events.resize(capacity);
}
} // namespace Gui
