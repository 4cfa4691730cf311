// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/machine.h"

// Under which name the answers of BMCs are kept and recorded.
namespace Core
{
// Of the machine itself, asked from this workstation.
inline ProbeId powerProbe()
{
    return ProbeId(QStringLiteral("bmc.power"));
}

// Of another node, asked by the machine.
inline ProbeId powerProbe(const NodeName &of)
{
    return ProbeId(QStringLiteral("bmc.power.") + of.text());
}

// Whose BMC a powerProbe(of) asks; none: it is another probe.
inline std::optional<NodeName> powerProbeOf(const ProbeId &probe)
{
    const QString prefix = QStringLiteral("bmc.power.");
    if (!probe.text().startsWith(prefix))
        return std::nullopt;
    return NodeName(probe.text().mid(prefix.size()));
}
} // namespace Core
