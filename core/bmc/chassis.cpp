// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/chassis.h"

#include "core/bmc/ipmierrors.h"

namespace Core
{
namespace
{
quint8 completionCode(const QByteArray &answer)
{
    return quint8(answer.front());
}
} // namespace

Expected<PowerState> powerFrom(const ChassisAnswer &answer, const BmcAddress &bmc)
{
    if (const Expected<void> accepted = acceptanceFrom(answer, bmc); !accepted)
        return tl::unexpected(accepted.error());
    if (answer->size() < 2)
        return tl::unexpected(malformedAnswer(bmc, *answer));
    return (answer->at(1) & 1) != 0 ? PowerState::On : PowerState::Off;
}

Expected<void> acceptanceFrom(const ChassisAnswer &answer, const BmcAddress &bmc)
{
    if (!answer)
        return tl::unexpected(answer.error());
    if (const quint8 code = completionCode(*answer); code != 0)
        return tl::unexpected(chassisError(code, bmc));
    return {};
}

bool declinedForState(const ChassisAnswer &answer)
{
    return answer && completionCode(*answer) == notInPresentState;
}

Expected<void> settledByState(const ChassisAnswer &declined, const ChassisAnswer &status,
                              PowerState wanted, const BmcAddress &bmc)
{
    const Expected<PowerState> state = powerFrom(status, bmc);
    if (state && *state == wanted)
        return {};
    return acceptanceFrom(declined, bmc);
}
} // namespace Core
