// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/clockprobe.h"

namespace Core
{
QByteArray clockScript()
{
    return "date +%s.%N";
}

std::optional<std::chrono::milliseconds>
clockOffset(const QByteArray &answer, const QDateTime &arrived, std::chrono::microseconds roundTrip)
{
    const QList<QByteArray> parts = answer.trimmed().split('.');
    bool ok = false;
    const qint64 seconds = parts.first().toLongLong(&ok);
    if (!ok || seconds <= 0)
        return std::nullopt;
    // busybox prints "%N" as it stands: then the middle of the second is the best guess.
    bool fractions = false;
    const QByteArray digits = parts.value(1);
    const qint64 nanoseconds
        = digits.isEmpty() ? 0 : digits.leftJustified(9, '0').left(9).toLongLong(&fractions);
    const qint64 there = seconds * 1000 + (fractions ? nanoseconds / 1'000'000 : 500);
    const qint64 here = arrived.toMSecsSinceEpoch() - roundTrip.count() / 2000;
    return std::chrono::milliseconds(there - here);
}
} // namespace Core
