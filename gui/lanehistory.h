// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterview.h"
#include "gui/statusstyle.h"
#include "gui/thing.h"

namespace Gui
{
// How one thing stood from `from` until the next span, or until now.
struct Span {
    QDateTime from; // UTC
    Tone tone = Tone::Unknown;
    friend bool operator==(const Span &, const Span &) = default;
};
struct Lane {
    Thing thing;
    QString title;
    QList<Span> spans; // oldest first
};

// The states of machines, DRBD resources and HA guests since the window was opened. A value of
// plain data: fed with each publication, painted by the timeline.
class LaneHistory
{
public:
    static constexpr int spansKept = 2000; // a lane; the oldest fall off

    void record(const ClusterView &view, const QDateTime &at);
    void clear();
    const QList<Lane> &lanes() const { return m_lanes; }
    quint64 revision() const { return m_revision; } // grows when a lane comes, goes or turns

private:
    void forgetRenamed(const ClusterView &view);
    void note(const Thing &thing, const QString &title, Tone tone, const QDateTime &at);

    QList<Lane> m_lanes;
    quint64 m_revision = 0;
};
} // namespace Gui
