// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/bmcorder.h"
#include "core/plan/plan.h"

// What is done by a BMC in the words of plans, and what each asks of it.
namespace Core
{
const char *powerTitle(VerbKind kind); // marked; %1 is the machine
const char *powerStepTitle(PowerState wanted); // marked; %1 is the machine
QString powerWord(PowerState wanted); // of ipmitool: "on", "off", "cycle"
PowerState powerWanted(VerbKind kind);

const char *orderStepTitle(BmcOrder order); // marked; %1 is the machine
QString orderWords(BmcOrder order); // of ipmitool, after "chassis"
} // namespace Core
