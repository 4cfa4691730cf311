// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"

namespace Core
{
// cluster.conf as pmxcfs shows it: its checksum often, the whole file now and then. An answer that
// did not change costs a line.
class ClusterConfFileProvider : public Provider
{
public:
    QString id() const override { return QStringLiteral("clusterconf"); }
    QStringList wantedPaths() const override;
    bool detect(const MachineFacts &facts) const override;
    QList<Probe> probes(const MachineContext &context) const override;
    Patch read(const ProbeResult &result) const override;
};
} // namespace Core
