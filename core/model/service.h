// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace Core
{
// rgmanager's states with its own numbers (clustat -x @state); a number of no known release is
// Unknown.
enum class ServiceState : quint8 {
    Unknown = 0,
    Stopped = 110,
    Starting = 111,
    Started = 112,
    Stopping = 113,
    Failed = 114,
    Uninitialized = 115,
    Checking = 116,
    Recoverable = 117,
    Recovering = 118,
    Disabled = 119,
    Migrating = 120,
};

struct HaService {
    ServiceName name; // "pvevm:100"
    ServiceState state = ServiceState::Unknown;
    std::optional<NodeName> owner; // none: nobody runs it
    std::optional<NodeName> lastOwner;
    bool frozen = false; // not recovered if its node dies
    bool partial = false;
    std::optional<QDateTime> since; // last transition, node's clock; clustat text does not say
    friend bool operator==(const HaService &, const HaService &) = default;
};

struct ClustatNode {
    NodeName name;
    int id = -1; // -1: not printed (RHCS 4)
    bool online = false;
    bool local = false;
    bool estranged = false; // member, but not in cluster.conf
    bool rgmanager = false;
    bool quorumDisk = false;
    friend bool operator==(const ClustatNode &, const ClustatNode &) = default;
};

// What clustat says on one machine: its view of the members and the HA services.
struct HaStatus {
    QString cluster;
    bool quorate = false;
    bool rgmanagerAnswers = false; // false: no service table, so services are unknown, not absent
    QList<ClustatNode> nodes;
    QList<HaService> services;
    friend bool operator==(const HaStatus &, const HaStatus &) = default;
};

QString word(ServiceState state); // the word of clustat, never translated
ServiceState serviceState(QByteArrayView word);
ServiceState serviceState(int number);
// "pvevm:100" to 100; none for another kind of service.
std::optional<int> vmidOf(const ServiceName &service);
} // namespace Core
