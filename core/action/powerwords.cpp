// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/powerwords.h"

namespace Core
{
const char *powerTitle(VerbKind kind)
{
    switch (kind) {
    case VerbKind::PowerOn:
        return QT_TRANSLATE_NOOP("Core", "Switch %1 on");
    case VerbKind::PowerCycle:
        return QT_TRANSLATE_NOOP("Core", "Switch %1 off and on");
    case VerbKind::PowerReset:
        return QT_TRANSLATE_NOOP("Core", "Reset %1 hard");
    case VerbKind::PowerSoft:
        return QT_TRANSLATE_NOOP("Core", "Press the power button of %1");
    case VerbKind::Identify:
        return QT_TRANSLATE_NOOP("Core", "Light the lamp on %1");
    default:
        return QT_TRANSLATE_NOOP("Core", "Switch %1 off");
    }
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

const char *orderStepTitle(BmcOrder order)
{
    switch (order) {
    case BmcOrder::Reset:
        return QT_TRANSLATE_NOOP("Core", "Reset %1 by its BMC");
    case BmcOrder::SoftOff:
        return QT_TRANSLATE_NOOP("Core", "Ask the system of %1 by its BMC to shut itself down");
    case BmcOrder::Identify:
        break;
    }
    return QT_TRANSLATE_NOOP("Core", "Let the BMC of %1 light its lamp");
}

QString orderWords(BmcOrder order)
{
    switch (order) {
    case BmcOrder::Reset:
        return QStringLiteral("power reset");
    case BmcOrder::SoftOff:
        return QStringLiteral("power soft");
    case BmcOrder::Identify:
        break;
    }
    return QStringLiteral("identify");
}
} // namespace Core
