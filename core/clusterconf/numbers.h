// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace Core
{
// atoi() of the daemons, but without a value where no digit stands or int ends.
inline std::optional<int> leadingNumber(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    qsizetype size = trimmed.startsWith(u'-') || trimmed.startsWith(u'+') ? 1 : 0;
    while (size < trimmed.size() && trimmed[size] >= u'0' && trimmed[size] <= u'9')
        ++size;
    bool ok = false;
    const int value = trimmed.first(size).toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}
} // namespace Core
