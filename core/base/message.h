// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QDateTime>
#include <QList>
#include <QLocale>

#include <chrono>
#include <variant>

namespace Core
{
// Numbers, sizes and times stay values inside a Message until it is shown: a size is "12.4 GiB" in
// one language and « 12,4 Gio » in the other, so text made early would keep the first language for
// ever.
struct Rate {
    double bytesPerSecond = 0;
    friend bool operator==(const Rate &, const Rate &) = default;
};
struct Message;
using MessageList = QList<Message>;
using Argument = std::variant<QString, qint64, double, Bytes, Rate, std::chrono::milliseconds,
                              QDateTime, MessageList>;

// A sentence that is translated only when it is shown. `source` is the English text marked by
// QT_TRANSLATE_NOOP("Core", ...) and must be a literal; `n` >= 0 selects the plural form (%n).
struct Message {
    const char *source = "";
    QList<Argument> args;
    int n = -1;
    bool isEmpty() const { return *source == '\0'; }
};
bool operator==(const Message &a, const Message &b);

inline Message message(const char *source, QList<Argument> args = {}, int n = -1)
{
    return {source, std::move(args), n};
}

// The sentence in the language of the installed translators, numbers by `locale`. Called by the
// window and by binomectl only; main thread (translators are not thread-safe to replace).
QString rendered(const Message &message, const QLocale &locale = QLocale());
QString rendered(const Argument &argument, const QLocale &locale = QLocale());

// The sentence in English, for logs only; any thread.
QString logText(const Message &message);

// Sizes and durations in words: "12.4 GiB" / « 12,4 Gio », "42.1 MiB/s", "5 min", "350 ms".
QString sizeText(Bytes bytes, const QLocale &locale = QLocale());
QString rateText(Rate rate, const QLocale &locale = QLocale());
QString durationText(std::chrono::milliseconds time, const QLocale &locale = QLocale());
} // namespace Core
