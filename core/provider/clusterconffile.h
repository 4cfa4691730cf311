// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/confversion.h"
#include "core/provider/provider.h"

namespace Core
{
// cluster.conf as pmxcfs shows it: its checksum often, the whole file now and then, and so the copy
// that cman reads and the change that waits. An answer that did not change costs a line. The last
// two are no facts of a picture; the history takes them, see ConfFeed.
class ClusterConfFileProvider : public Provider
{
public:
    QString id() const override { return QStringLiteral("clusterconf"); }
    QStringList wantedPaths() const override;
    bool detect(const MachineFacts &facts) const override;
    QList<Probe> probes(const MachineContext &context) const override;
    Patch read(const ProbeResult &result) const override;
};

// Which one a probe of it reads; none: a probe of something else, or of its checksum.
std::optional<ConfPlace> confPlaceOf(const ProbeId &probe);
} // namespace Core
