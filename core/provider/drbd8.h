// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"

namespace Core
{
// DRBD 8: the states from /proc/drbd, which knows minor numbers only, and the names of the
// resources from drbdadm; its files, its data generations and its lines of the kernel log. DRBD 9
// leaves a file there that lists nothing (DrbdStatus::stub).
class Drbd8Provider : public Provider
{
public:
    QString id() const override { return QStringLiteral("drbd8"); }
    QStringList wantedCommands() const override;
    QStringList wantedPaths() const override;
    bool detect(const MachineFacts &facts) const override;
    QList<Probe> probes(const MachineContext &context) const override;
    Patch read(const ProbeResult &result) const override;
};
} // namespace Core
