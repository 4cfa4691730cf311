// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"

namespace Core
{
// Volume groups, physical and logical volumes. LVM opens every device and hangs where one does (a
// stuck clvmd, a suspended DRBD), so it is asked rarely and on the channel that may hang.
class LvmProvider : public Provider
{
public:
    QString id() const override { return QStringLiteral("lvm"); }
    QStringList wantedCommands() const override;
    bool detect(const MachineFacts &facts) const override;
    QList<Probe> probes(const MachineContext &context) const override;
    Patch read(const ProbeResult &result) const override;
};
} // namespace Core
