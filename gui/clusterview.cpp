// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterview.h"

#include <algorithm>

namespace Gui
{
ClusterView viewOf(const Core::SnapshotPtr &snapshot)
{
    return {snapshot, Core::healthOf(*snapshot), Core::guestsOf(*snapshot),
            Core::replicationOf(*snapshot), Core::apartResources(*snapshot)};
}

bool isSplit(const ClusterView &view)
{
    return std::any_of(view.apart.cbegin(), view.apart.cend(), [](const Core::Apart &apart) {
        return apart.kind == Core::ApartKind::SplitBrain;
    });
}

const Core::GuestView *guestOf(const ClusterView &view, int id)
{
    const auto it = std::find_if(view.guests.cbegin(), view.guests.cend(),
                                 [id](const Core::GuestView &guest) { return guest.id == id; });
    return it == view.guests.cend() ? nullptr : &*it;
}

const Core::ReplicationView *resourceOf(const ClusterView &view, const Core::ResourceName &name)
{
    const auto it = std::find_if(
        view.replication.cbegin(), view.replication.cend(),
        [&](const Core::ReplicationView &resource) { return resource.name == name; });
    return it == view.replication.cend() ? nullptr : &*it;
}
} // namespace Gui
