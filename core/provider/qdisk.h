// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"

namespace Core
{
// The quorum disk. Its facts are those of cman: the votes it gives (`cman_tool status`) and its row
// as node 0 (`cman_tool nodes`). It has no probe, since `mkqdisk -L` opens every block device of
// the machine, and nothing that it prints is a fact the daemon does not tell.
class QdiskProvider : public Provider
{
public:
    QString id() const override { return QStringLiteral("qdisk"); }
    QStringList wantedCommands() const override;
    bool detect(const MachineFacts &facts) const override;
    QList<Probe> probes(const MachineContext &context) const override;
    Patch read(const ProbeResult &result) const override;
};
} // namespace Core
