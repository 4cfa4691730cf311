// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/clustersnapshot.h"
#include "core/model/finding.h"

// What DRBD's configuration means, and what is unwise in it.
namespace Core
{
// One setting in words. The setting is null where DRBD's default holds.
struct DrbdPolicy {
    QString key; // "net/after-sb-2pri"
    std::optional<DrbdSetting> setting;
    Message words;
    friend bool operator==(const DrbdPolicy &, const DrbdPolicy &) = default;
};
// Protocol, dual-primary, what follows a split brain, fencing, errors of the disk, rates, boot.
// Options of other kinds are left out; an unknown value is quoted as it stands.
QList<DrbdPolicy> policiesOf(const DrbdResourceConfig &resource);

// The configured resync rate (8.4 disk/resync-rate, 8.3 syncer/rate), and the least that the
// dynamic controller leaves to the resync while guests write. None: DRBD's default.
std::optional<Rate> configuredRate(const DrbdResourceConfig &resource);
std::optional<Rate> minimumRate(const DrbdResourceConfig &resource);

// C20 dual-primary without fencing, C21 dual-primary without protocol C, C22 a split brain of two
// Primaries resolved by discarding, C23 a boot that waits for ever, C24 one resource under the
// guests of both nodes; "drbd.differs": the nodes are configured differently. Of the machines that
// answer, each once, worst first.
QList<Finding> drbdFindings(const ClusterSnapshot &snapshot);
} // namespace Core
