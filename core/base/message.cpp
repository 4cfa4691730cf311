// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/message.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <cstring>

namespace Core
{
namespace
{
constexpr const char *context = "Core";

QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate(context, text, nullptr, n);
}

// One decimal below 100, none above: three significant figures are what an operator compares.
QString scaled(double value, const std::array<const char *, 5> &units, const QLocale &locale)
{
    size_t unit = 0;
    while (std::abs(value) >= 1024 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    const int decimals = unit == 0 || std::abs(value) >= 100 ? 0 : 1;
    return translated(units[unit]).arg(locale.toString(value, 'f', decimals));
}

struct ArgumentText {
    const QLocale &locale;
    QString operator()(const QString &text) const { return text; }
    QString operator()(qint64 number) const { return locale.toString(number); }
    QString operator()(double number) const { return locale.toString(number, 'f', 1); }
    QString operator()(Bytes bytes) const { return sizeText(bytes, locale); }
    QString operator()(Rate rate) const { return rateText(rate, locale); }
    QString operator()(std::chrono::milliseconds time) const { return durationText(time, locale); }
    QString operator()(const QDateTime &time) const
    {
        return locale.toString(time.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
    }
    QString operator()(const MessageList &messages) const
    {
        QStringList all;
        for (const Message &one : messages)
            all << rendered(one, locale);
        return all.join(QStringLiteral(", "));
    }
};

// Placeholders are replaced in one pass: an argument that holds "%1" itself (a hostile guest name,
// a command) must not be replaced again.
QString filled(const QString &text, const QList<Argument> &args, const QLocale &locale)
{
    QString result;
    result.reserve(text.size() + 32);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool placeholder = text[i] == u'%' && i + 1 < text.size() && text[i + 1].isDigit();
        const qsizetype index = placeholder ? text[i + 1].digitValue() - 1 : -1;
        if (index >= 0 && index < args.size()) {
            result += rendered(args[index], locale);
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}
} // namespace

bool operator==(const Message &a, const Message &b)
{
    return std::strcmp(a.source, b.source) == 0 && a.args == b.args && a.n == b.n;
}

QString rendered(const Argument &argument, const QLocale &locale)
{
    return std::visit(ArgumentText{locale}, argument);
}

QString rendered(const Message &message, const QLocale &locale)
{
    return message.isEmpty() ? QString()
                             : filled(translated(message.source, message.n), message.args, locale);
}

QString logText(const Message &message)
{
    return filled(QString::fromUtf8(message.source), message.args, QLocale::c());
}

QString sizeText(Bytes bytes, const QLocale &locale)
{
    static constexpr std::array units{
        QT_TRANSLATE_NOOP("Core", "%1 B"), QT_TRANSLATE_NOOP("Core", "%1 KiB"),
        QT_TRANSLATE_NOOP("Core", "%1 MiB"), QT_TRANSLATE_NOOP("Core", "%1 GiB"),
        QT_TRANSLATE_NOOP("Core", "%1 TiB")};
    return scaled(static_cast<double>(bytes.value), units, locale);
}

QString rateText(Rate rate, const QLocale &locale)
{
    static constexpr std::array units{
        QT_TRANSLATE_NOOP("Core", "%1 B/s"), QT_TRANSLATE_NOOP("Core", "%1 KiB/s"),
        QT_TRANSLATE_NOOP("Core", "%1 MiB/s"), QT_TRANSLATE_NOOP("Core", "%1 GiB/s"),
        QT_TRANSLATE_NOOP("Core", "%1 TiB/s")};
    return scaled(rate.bytesPerSecond, units, locale);
}

QString durationText(std::chrono::milliseconds time, const QLocale &locale)
{
    using namespace std::chrono;
    const double ms = static_cast<double>(time.count());
    if (ms < 1000)
        return translated(QT_TRANSLATE_NOOP("Core", "%1 ms")).arg(locale.toString(ms, 'f', 0));
    if (ms < 10 * 1000)
        return translated(QT_TRANSLATE_NOOP("Core", "%1 s"))
            .arg(locale.toString(ms / 1000, 'f', 1));
    if (time < minutes(2))
        return translated(QT_TRANSLATE_NOOP("Core", "%1 s"))
            .arg(locale.toString(ms / 1000, 'f', 0));
    if (time < hours(2))
        return translated(QT_TRANSLATE_NOOP("Core", "%1 min"))
            .arg(locale.toString(ms / 60'000, 'f', 0));
    if (time < hours(48))
        return translated(QT_TRANSLATE_NOOP("Core", "%1 h"))
            .arg(locale.toString(ms / 3'600'000, 'f', 0));
    return translated(QT_TRANSLATE_N_NOOP("Core", "%n day(s)"), int(ms / 86'400'000));
}
} // namespace Core
