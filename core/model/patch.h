// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/clustersnapshot.h"

#include <variant>

namespace Core
{
// A BMC reached (or not) by `observer` of the patch; the patch's machine is the one it powers.
struct BmcFact {
    Observed<BmcState> state;
    friend bool operator==(const BmcFact &, const BmcFact &) = default;
};
struct ContactFact {
    Contact contact;
    friend bool operator==(const ContactFact &, const ContactFact &) = default;
};
struct ProvidersFact {
    QStringList providers;
    friend bool operator==(const ProvidersFact &, const ProvidersFact &) = default;
};

// One typed fact; an Observed without value but with an error says why it is unknown now.
using Fact = std::variant<
    ContactFact, ProvidersFact, BmcFact, Observed<QuorumState>, Observed<Members>,
    Observed<HaStatus>, Observed<FenceDomain>, Observed<ConfigFile>, Observed<ClusterConfig>,
    Observed<DrbdStatus>, Observed<DrbdNames>, Observed<DrbdConfig>, Observed<DrbdGenerations>,
    Observed<DrbdLog>, Observed<QList<Vm>>, Observed<VmPlacements>, Observed<BootGuests>,
    Observed<RunningGuests>, Observed<NetInterfaces>, Observed<Uptime>, Observed<VolumeGroups>,
    Observed<PhysicalVolumes>, Observed<LogicalVolumes>, Observed<GuestStorage>, Observed<Capacity>,
    Observed<IscsiSessions>, Observed<IscsiTargets>>;

struct Patch {
    NodeName machine;
    Observer observer; // who observed; the machine itself for everything its own tools say
    QList<Fact> facts;
    friend bool operator==(const Patch &, const Patch &) = default;
};

// The snapshot with the facts in place, and what follows from them brought up to date: resource and
// peer names of DRBD, the newest configuration, the links. An error keeps the last known value
// beside it. A patch for a machine that the snapshot does not have changes nothing.
ClusterSnapshot applied(ClusterSnapshot before, const Patch &patch);
ClusterSnapshot applied(ClusterSnapshot before, const QList<Patch> &patches);

// The links as the facts tell them; part of applied(), apart for its tests (core/model/links.cpp).
QList<Link> linksOf(const ClusterSnapshot &snapshot);
} // namespace Core
