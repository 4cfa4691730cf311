// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QList>

#include <chrono>
#include <optional>

// What cluster.conf says, as a plain value without its secrets (schema: cluster.rng of
// cluster 3.2).
namespace Core
{
struct FenceDeviceUse {
    QString name;
    QString action; // of <device>; empty: the agent's default, which is reboot
    friend bool operator==(const FenceDeviceUse &, const FenceDeviceUse &) = default;
};
struct FenceMethod {
    QString name;
    QList<FenceDeviceUse> devices; // all must succeed, in order
    friend bool operator==(const FenceMethod &, const FenceMethod &) = default;
};
struct ConfiguredNode {
    NodeName name;
    int id = 0;
    int votes = 1;
    QList<FenceMethod> methods; // tried in order
    friend bool operator==(const ConfiguredNode &, const ConfiguredNode &) = default;
};
struct FenceDevice {
    QString name;
    QString agent;
    QString address; // empty: this agent has none
    std::optional<int> port; // ipport; none: the agent's default
    QString login;
    bool lanplus = false; // presence counts for the C agent: lanplus="0" is on there
    QString privilege; // privlvl, lower case; empty: the agent's default
    std::optional<int> delay; // seconds
    QString method; // "onoff", "cycle"; empty: default
    QString action;
    friend bool operator==(const FenceDevice &, const FenceDevice &) = default;
};
struct QuorumDisk {
    QString label;
    QString device;
    std::optional<int> interval; // seconds
    std::optional<int> tko;
    std::optional<int> votes;
    std::optional<bool> allowKill;
    std::optional<bool> masterWins;
    int heuristics = 0;
    friend bool operator==(const QuorumDisk &, const QuorumDisk &) = default;
};
struct HaGuest {
    int vmid = 0;
    bool autostart = true;
    friend bool operator==(const HaGuest &, const HaGuest &) = default;
};
struct ClusterConfig {
    QString name;
    std::optional<quint32>
        version; // config_version; none: not a number, and pmxcfs ignores such a file
    bool twoNode = false;
    std::optional<int> expectedVotes;
    std::optional<std::chrono::milliseconds> totemToken;
    std::optional<QuorumDisk> quorumDisk;
    QList<ConfiguredNode> nodes;
    QList<FenceDevice> fenceDevices;
    QList<HaGuest> haGuests;
    friend bool operator==(const ClusterConfig &, const ClusterConfig &) = default;
};
} // namespace Core
