// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bmc/bmc.h"
#include "core/transport/transport.h"

#include "core/model/bmcorder.h"
#include "core/model/clustersnapshot.h"

namespace Core
{
// The ways an action has to the machines of its cluster. Main thread, as everything it hands out.
class ActionReach
{
public:
    virtual ~ActionReach() = default;
    virtual QList<NodeName> machines() const = 0; // all of the profile
    virtual Transport *transport(const NodeName &of) = 0; // null: no such machine
    virtual Bmc *bmc(const BmcWay &way) = 0; // null: there is no such way
    virtual MachineContext context(const NodeName &of) const = 0;
    virtual bool sudo(const NodeName &of) const = 0; // the login is not root
    // The picture once every machine that can be asked answered questions that were put after this
    // call, or let them pass unanswered (its facts then carry the error). What is slow by nature
    // (LVM, iSCSI, qm) is not asked again: its age is in the store. Never null.
    virtual QFuture<SnapshotPtr> fresh() = 0;
    // While an action runs: no probe that opens the block devices of these machines, which would
    // hold a DRBD device open and make `secondary` fail.
    virtual void spare(const QList<NodeName> &machines) = 0;
};
} // namespace Core
