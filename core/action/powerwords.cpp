// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/powerwords.h"

namespace Core
{
const char *powerTitle(VerbKind kind)
{
    if (kind == VerbKind::PowerOn)
        return QT_TRANSLATE_NOOP("Core", "Switch %1 on");
    return kind == VerbKind::PowerCycle ? QT_TRANSLATE_NOOP("Core", "Switch %1 off and on")
                                        : QT_TRANSLATE_NOOP("Core", "Switch %1 off");
}

const char *powerStepTitle(PowerState wanted)
{
    switch (wanted) {
    case PowerState::On:
        return QT_TRANSLATE_NOOP("Core", "Switch %1 on by its BMC");
    case PowerState::Cycling:
        return QT_TRANSLATE_NOOP("Core", "Switch %1 off and on by its BMC");
    case PowerState::Off:
    case PowerState::Unknown:
        break;
    }
    return QT_TRANSLATE_NOOP("Core", "Switch %1 off by its BMC");
}

QString powerWord(PowerState wanted)
{
    if (wanted == PowerState::On)
        return QStringLiteral("on");
    return wanted == PowerState::Off ? QStringLiteral("off") : QStringLiteral("cycle");
}

PowerState powerWanted(VerbKind kind)
{
    if (kind == VerbKind::PowerOn)
        return PowerState::On;
    return kind == VerbKind::PowerCycle ? PowerState::Cycling : PowerState::Off;
}
} // namespace Core
