// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"

namespace Core
{
// The kernel's own facts of any machine: interfaces with carrier, addresses and byte counters
// (fast, without a process of their own but for `ip`), and the uptime.
class NetProvider : public Provider
{
public:
    QString id() const override { return QStringLiteral("net"); }
    QStringList wantedPaths() const override;
    bool detect(const MachineFacts &facts) const override;
    QList<Probe> probes(const MachineContext &context) const override;
    Patch read(const ProbeResult &result) const override;
};
} // namespace Core
