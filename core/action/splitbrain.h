// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/divergence.h"
#include "core/model/resourceuse.h"
#include "core/plan/plan.h"

// The split-brain assistant: what each choice loses, and the repair of one resource in the order of
// rule 15 of the trade. Pure.
namespace Core
{
struct SplitGuest {
    int id = 0;
    VmName name;
    bool highlyAvailable = false;
    friend bool operator==(const SplitGuest &, const SplitGuest &) = default;
};
// A logical volume as the side has it.
struct SplitVolume {
    QString group;
    QString name;
    Bytes size;
    QList<int> guests; // whose disk it is
    bool active = false;
    bool onlyHere = false; // the other side's volume list does not have it
    QString path() const { return group + u'/' + name; }
    friend bool operator==(const SplitVolume &, const SplitVolume &) = default;
};

struct SplitSide {
    NodeName node;
    ApartSide state;
    bool answers = false;
    // Guests that run on this side with a disk on the resource; none: not known. They write.
    std::optional<QList<SplitGuest>> guests;
    std::optional<QList<SplitVolume>> volumes; // none: not known, LVM cannot read a Secondary
    QMap<QString, quint64> seqno; // by volume group, where told
    // What the history knows: when this side last wrote to its disk, UTC. Set by the caller, which
    // has the history; invalid: not known.
    QDateTime lastWrite;
    // If this side is the victim:
    Message loss; // "3.1 MiB written on node2 since, and guest 101 stops"
    std::optional<Bytes> lost;
    QList<SplitVolume> mustSave; // of guests that ran here
    friend bool operator==(const SplitSide &, const SplitSide &) = default;
};

struct SplitBrain {
    ResourceName resource;
    int minor = -1;
    Apart apart; // kind says whether it is one; refused unless SplitBrain
    ResourceUse use;
    QList<SplitSide> sides; // both nodes, by name; fewer when there are no two
    std::optional<NodeName> proposed; // the victim; none: no recommendation
    Message why; // of the proposal, or why there is none
    friend bool operator==(const SplitBrain &, const SplitBrain &) = default;
};
// One for each resource whose sides are apart, by minor; also those that are no split brain, so
// that they can be named as what they are.
QList<SplitBrain> splitBrains(const ClusterSnapshot &snapshot);
std::optional<SplitBrain> splitBrainOf(const ClusterSnapshot &snapshot,
                                       const ResourceName &resource);

struct SplitBrainWish {
    ResourceName resource;
    NodeName victim; // whose changes are thrown away
    // An absolute folder of the victim, on a disk of its own, into which volumes are copied before;
    // empty: nothing is saved, which is refused when a guest ran on the victim.
    QString saveFolder;
    QStringList save; // "GROUP/VOLUME", beside those that must be
    friend bool operator==(const SplitBrainWish &, const SplitBrainWish &) = default;
};
ActionPlan planSplitBrain(const SplitBrainWish &wish, const ClusterSnapshot &snapshot);
} // namespace Core
