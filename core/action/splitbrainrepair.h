// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/drbdsteps.h"
#include "core/action/splitbrain.h"

// The parts of planSplitBrain(), for it alone.
namespace Core
{
struct SplitBrainRepair {
    const SplitBrainWish &wish;
    const ClusterSnapshot &snapshot;
    SplitBrain brain;
    DrbdPair pair; // own: the victim
    SplitSide victim;
    SplitSide kept;
    QList<SplitVolume> saved; // must be, or wished

    const ResourceName &resource() const { return wish.resource; }
    // LVM can read the victim's device now, and has to leave it.
    bool usesVolumes() const
    {
        return pair.own.role() == Role::Primary && !brain.use.groups.isEmpty();
    }
};

// The steps in the order of rule 15.
std::vector<Step> repairSteps(const SplitBrainRepair &repair);
// Of guests: an HA guest through rgmanager, another one by qm, on the node `on`.
Step stopGuestStep(const SplitGuest &guest, const NodeName &on);
Step startGuestStep(const SplitGuest &guest, const NodeName &on);
// Of volumes: both lists are the same but for what is saved; room; a copy each; closed.
Step compareVolumesStep(const SplitBrainRepair &repair);
Step roomStep(const SplitBrainRepair &repair);
std::vector<Step> saveSteps(const SplitBrainRepair &repair, const SplitVolume &volume);
Step deactivateStep(const NodeName &on, const QString &group);
Step scanStep(const NodeName &on);
Step sameGroupsStep(const SplitBrainRepair &repair);
} // namespace Core
