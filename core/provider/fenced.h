// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"

namespace Core
{
// The fence domain as fenced of that machine sees it.
class FencedProvider : public Provider
{
public:
    QString id() const override { return QStringLiteral("fenced"); }
    QStringList wantedCommands() const override;
    bool detect(const MachineFacts &facts) const override;
    QList<Probe> probes(const MachineContext &context) const override;
    Patch read(const ProbeResult &result) const override;
};
} // namespace Core
