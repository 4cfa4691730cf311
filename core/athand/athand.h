// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/bmcreader.h"
#include "core/athand/guestconsole.h"
#include "core/athand/logfollower.h"
#include "core/athand/nodelog.h"
#include "core/athand/sshclient.h"

#include <QFuture>

namespace Core
{
// What a person has at hand of the machines of a live cluster, beside the facts that are collected.
// Asks only when it is wanted. Main thread; it outlives whoever uses it.
class AtHand
{
public:
    virtual ~AtHand() = default;
    // Never null; one remote process on that machine until the follower is deleted.
    virtual std::unique_ptr<LogFollower> follow(const NodeName &machine, NodeLog log) = 0;
    // Of OpenSSH's client, to reach that machine as the session does, and to run that line there:
    // see sshArguments().
    virtual Expected<QStringList> terminal(const NodeName &machine,
                                           const QString &command = {}) const = 0;
    // Never null; qm runs on that node from when a viewer connects until it leaves.
    virtual std::unique_ptr<GuestConsole> guestConsole(int guest, const NodeName &node) = 0;
    // Never null; asks over the session that this workstation has with the BMC of the node anyway.
    virtual std::unique_ptr<BmcReader> bmcReader(const NodeName &node) = 0;
    // A diagnostic bundle of the cluster: see bundle.h. Storage, Refused.
    virtual QFuture<Expected<void>> saveBundle(const QString &file) = 0;
};
} // namespace Core
