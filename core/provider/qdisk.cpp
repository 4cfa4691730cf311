// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/qdisk.h"

#include "core/provider/answers.h"

namespace Core
{
namespace
{
const QString mkqdisk = QStringLiteral("mkqdisk");
} // namespace

QStringList QdiskProvider::wantedCommands() const
{
    return {mkqdisk};
}

bool QdiskProvider::detect(const MachineFacts &facts) const
{
    return facts.commands.contains(mkqdisk);
}

QList<Probe> QdiskProvider::probes(const MachineContext &) const
{
    return {};
}

Patch QdiskProvider::read(const ProbeResult &result) const
{
    return noFacts(result);
}
} // namespace Core
