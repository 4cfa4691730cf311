// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"

namespace Core
{
// Guests of Proxmox VE: which node holds them (.vmlist), which run here (pid files checked against
// /proc), which start with their node, where their disks lie and what moving them depends on
// (their files; all without Perl, since `qm` takes a second and locks), what the node has for them,
// and what `qm list` says.
class QmProvider : public Provider
{
public:
    QString id() const override { return QStringLiteral("qm"); }
    QStringList wantedCommands() const override;
    QStringList wantedPaths() const override;
    bool detect(const MachineFacts &facts) const override;
    QList<Probe> probes(const MachineContext &context) const override;
    Patch read(const ProbeResult &result) const override;
};
} // namespace Core
