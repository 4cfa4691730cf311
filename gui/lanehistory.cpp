// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lanehistory.h"

#include "gui/cardfacts.h"

#include <algorithm>

namespace Gui
{
namespace
{
int rank(const Thing &thing)
{
    return thing.kind == ThingKind::Machine ? 0 : thing.kind == ThingKind::Resource ? 1 : 2;
}
} // namespace

// /proc/drbd knows minors only: a resource is "drbd1" until drbdadm told its name.
void LaneHistory::forgetRenamed(const ClusterView &view)
{
    const auto gone = m_lanes.removeIf([&](const Lane &lane) {
        return lane.thing.kind == ThingKind::Resource
            && !resourceOf(view, Core::ResourceName(lane.thing.id));
    });
    m_revision += quint64(gone);
}

void LaneHistory::clear()
{
    m_lanes.clear();
    ++m_revision;
}

void LaneHistory::record(const ClusterView &view, const QDateTime &at)
{
    forgetRenamed(view);
    for (const Core::Machine &machine : view.snapshot->machines) {
        if (machine.kind == Core::MachineKind::Node)
            note(machineThing(machine.name), machine.name.text(),
                 toneOf(Core::stateOf(machine, *view.snapshot)), at);
    }
    for (const Core::ReplicationView &resource : view.replication)
        note(resourceThing(resource.name), resource.name.text(), toneOf(resource.state), at);
    for (const Core::GuestView &guest : view.guests) {
        if (guest.highlyAvailable)
            note(guestThing(guest.id), QString::number(guest.id), guestTone(guest), at);
    }
}

void LaneHistory::note(const Thing &thing, const QString &title, Tone tone, const QDateTime &at)
{
    auto lane = std::find_if(m_lanes.begin(), m_lanes.end(),
                             [&](const Lane &known) { return known.thing == thing; });
    if (lane == m_lanes.end()) {
        // machines, then resources, then guests, whatever was told first
        const auto before = std::find_if(m_lanes.begin(), m_lanes.end(), [&](const Lane &known) {
            return std::pair(rank(thing), title) < std::pair(rank(known.thing), known.title);
        });
        lane = m_lanes.insert(before, Lane{thing, title, {}});
    }
    if (!lane->spans.isEmpty() && lane->spans.last().tone == tone)
        return;
    ++m_revision;
    lane->spans << Span{at, tone};
    if (lane->spans.size() > spansKept)
        lane->spans.removeFirst();
}
} // namespace Gui
