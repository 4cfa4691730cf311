// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bmc/bmc.h"

// Chassis commands and what their answers mean (IPMI 2.0, sections 28.2 and 28.3). Pure. An answer
// is the completion code and the data, never empty, or why there is none.
namespace Core
{
constexpr quint8 chassisStatus = 0x01;
constexpr quint8 chassisControl = 0x02;
constexpr quint8 chassisIdentify = 0x04; // IPMI 2.0, section 28.5; without data: 15 s
enum class ChassisOrder : quint8 { Off = 0, On = 1, Cycle = 2, Reset = 3, SoftOff = 5 };

using ChassisAnswer = Expected<QByteArray>;

Expected<PowerState> powerFrom(const ChassisAnswer &answer, const BmcAddress &bmc);
Expected<void> acceptanceFrom(const ChassisAnswer &answer, const BmcAddress &bmc);

// Some BMCs decline an order that changes nothing with completion code D5h: then the state decides.
bool declinedForState(const ChassisAnswer &answer);
// Accepted if the machine already is as wanted, else the refusal.
Expected<void> settledByState(const ChassisAnswer &declined, const ChassisAnswer &status,
                              PowerState wanted, const BmcAddress &bmc);
} // namespace Core
