// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionreach.h"
#include "core/collect/collector.h"
#include "core/config/clusterprofile.h"

namespace Core
{
// The machines of a session for its actions: the collector's connections and questions.
class SessionReach final : public ActionReach
{
public:
    SessionReach(const ClusterProfile &profile, Collector &collector);

    QList<NodeName> machines() const override;
    Transport *transport(const NodeName &of) override { return m_collector.transport(of); }
    Bmc *bmc(const BmcWay &way) override { return m_collector.bmc(way); }
    MachineContext context(const NodeName &of) const override;
    bool sudo(const NodeName &of) const override;
    QFuture<SnapshotPtr> fresh() override { return m_collector.refreshed(); }
    void spare(const QList<NodeName> &machines) override { m_collector.spare(machines); }

private:
    const ClusterProfile &m_profile;
    Collector &m_collector;
};

MachineKind kindOf(const ProfileMachine &machine);
} // namespace Core
