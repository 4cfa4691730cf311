// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/service.h"

#include <array>

namespace Core
{
namespace
{
constexpr std::array words{"stopped",    "starting",      "started",  "stopping",
                           "failed",     "uninitialized", "checking", "recoverable",
                           "recovering", "disabled",      "migrating"};
constexpr int firstState = 110;
} // namespace

QString word(ServiceState state)
{
    const int index = static_cast<int>(state) - firstState;
    return index >= 0 ? QString::fromLatin1(words[static_cast<size_t>(index)])
                      : QStringLiteral("unknown");
}

ServiceState serviceState(QByteArrayView word)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (word == words[i])
            return serviceState(firstState + static_cast<int>(i));
    }
    return ServiceState::Unknown;
}

ServiceState serviceState(int number)
{
    const bool known = number >= firstState && number < firstState + static_cast<int>(words.size());
    return known ? static_cast<ServiceState>(number) : ServiceState::Unknown;
}

std::optional<int> vmidOf(const ServiceName &service)
{
    const QString &text = service.text();
    if (!text.startsWith(QStringLiteral("pvevm:")))
        return std::nullopt;
    bool ok = false;
    const int id = QStringView(text).sliced(6).toInt(&ok);
    return ok ? std::optional<int>(id) : std::nullopt;
}
} // namespace Core
