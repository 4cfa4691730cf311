// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"

namespace Core
{
// Membership and quorum as cman counts them on that machine (cluster 3.0 to 3.2).
class CmanProvider : public Provider
{
public:
    QString id() const override { return QStringLiteral("cman"); }
    QStringList wantedCommands() const override;
    bool detect(const MachineFacts &facts) const override;
    QList<Probe> probes(const MachineContext &context) const override;
    Patch read(const ProbeResult &result) const override;
};
} // namespace Core
