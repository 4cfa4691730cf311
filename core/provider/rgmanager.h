// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"

namespace Core
{
// The HA services. `clustat -f` asks rgmanager without its locks and without cluster.conf; even so
// it waits 10 s for a daemon that does not answer.
class RgmanagerProvider : public Provider
{
public:
    QString id() const override { return QStringLiteral("rgmanager"); }
    QStringList wantedCommands() const override;
    bool detect(const MachineFacts &facts) const override;
    QList<Probe> probes(const MachineContext &context) const override;
    Patch read(const ProbeResult &result) const override;
};
} // namespace Core
