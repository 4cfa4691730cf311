// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/quorumtiming.h"

#include "core/clusterconf/numbers.h"

#include <algorithm>

namespace Core
{
namespace
{
// A value that is no number above 0 counts as missing; lint tells it.
std::optional<int> given(const ConfElement &element, QStringView name)
{
    const std::optional<int> number = leadingNumber(element.value(name));
    return number && *number > 0 ? number : std::nullopt;
}
} // namespace

std::chrono::milliseconds QuorumTiming::advisedToken() const
{
    const auto least = std::max(settled() + 3 * interval, carefulToken() + interval);
    const auto whole = std::chrono::ceil<std::chrono::seconds>(least);
    return std::max<std::chrono::milliseconds>(whole, std::chrono::seconds(10));
}

std::optional<QuorumTiming> quorumTiming(const Document &document)
{
    const ConfElement *disk = document.find({u"quorumd"});
    if (!disk)
        return std::nullopt;
    QuorumTiming timing;
    const ConfElement *totem = document.find({u"totem"});
    if (const std::optional<int> token = totem ? given(*totem, u"token") : std::nullopt) {
        timing.token = std::chrono::milliseconds(*token);
        timing.tokenGiven = true;
    }
    const int interval = given(*disk, u"interval").value_or(1);
    timing.interval = std::chrono::seconds(interval);
    const qint64 seconds = timing.token.count() / 1'000;
    timing.tko = given(*disk, u"tko").value_or(int(std::max<qint64>(1, (seconds - interval) / 2)));
    const int tkoUp = given(*disk, u"tko_up").value_or(std::max(2, timing.tko / 3));
    timing.upgradeWait = given(*disk, u"upgrade_wait").value_or(2);
    timing.masterWait = given(*disk, u"master_wait").value_or(std::max(timing.tko / 2, tkoUp + 1));
    return timing;
}
} // namespace Core
