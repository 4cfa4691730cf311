// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/drbdshow.h"

#include "core/model/drbdconfig.h"
#include "core/parse/cursor.h"

#include <algorithm>

namespace Core
{
std::optional<Rate> runningRate(QByteArrayView text)
{
    for (Lines lines(text); lines.next();) {
        Cursor cursor = lines.cursor();
        cursor.skipBlanks();
        const QByteArrayView key = cursor.word();
        if (key != QByteArrayView("rate") && key != QByteArrayView("resync-rate"))
            continue;
        cursor.skipBlanks();
        const QByteArrayView value = withoutBlanks(cursor.until(';'));
        const std::optional<Bytes> rate
            = drbdRate(QString::fromLatin1(value.first(std::min<qsizetype>(value.size(), 32))));
        return rate ? std::optional(Rate{double(rate->value)}) : std::nullopt;
    }
    return std::nullopt;
}
} // namespace Core
