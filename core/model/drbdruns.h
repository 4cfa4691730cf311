// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/health.h"

namespace Core
{
// The last runs over the copies of a resource that ended, as far back as the kernel logs of the
// nodes that answer go. Times are of a node's clock, UTC; invalid: none in the logs.
struct DrbdRuns {
    bool told = false; // a log was read at all
    QDateTime resync;
    QDateTime verify;
    Bytes differing; // what that verify found
    friend bool operator==(const DrbdRuns &, const DrbdRuns &) = default;
};
DrbdRuns lastRuns(const ReplicationView &resource, const ClusterSnapshot &snapshot);
} // namespace Core
