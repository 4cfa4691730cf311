// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/dumptext.h"

#include <algorithm>
#include <array>

namespace Core::DumpText
{
namespace
{
bool isPlain(QChar c)
{
    static const QString signs = QStringLiteral("._:/-@%+");
    return (c.unicode() < 128 && c.isLetterOrNumber()) || signs.contains(c);
}

constexpr std::array kinds{"Unreachable", "AuthRefused",   "HostKeyChanged", "Timeout",
                           "Cancelled",   "CommandFailed", "ParseFailed",    "Refused",
                           "Stale",       "Storage",       "Internal"};

struct ArgumentText {
    QString operator()(const QString &words) const { return text(words); }
    QString operator()(qint64 number) const { return QString::number(number); }
    QString operator()(double number) const { return text(number); }
    QString operator()(Bytes bytes) const { return text(bytes); }
    QString operator()(Rate rate) const
    {
        return text(rate.bytesPerSecond) + QStringLiteral("B/s");
    }
    QString operator()(std::chrono::milliseconds time) const
    {
        return QString::number(time.count()) + QStringLiteral("ms");
    }
    QString operator()(const QDateTime &time) const { return text(time); }
    QString operator()(const MessageList &messages) const;
};

QString english(const Message &message)
{
    QStringList words{text(QString::fromUtf8(message.source))};
    for (const Argument &argument : message.args)
        words << std::visit(ArgumentText{}, argument);
    return words.join(u' ');
}

QString ArgumentText::operator()(const MessageList &messages) const
{
    QStringList all;
    for (const Message &one : messages)
        all << english(one);
    return u'(' + all.join(QStringLiteral(", ")) + u')';
}
} // namespace

QString text(const QString &words)
{
    if (!words.isEmpty() && std::all_of(words.begin(), words.end(), isPlain))
        return words;
    QString shown;
    for (const QChar c : words) {
        if (c == u'"' || c == u'\\')
            shown += u'\\';
        shown += c.isPrint() || c.isSurrogate()
            ? QString(c)
            : QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
    return u'"' + shown + u'"';
}

QString text(const QStringList &words)
{
    QStringList all;
    for (const QString &one : words)
        all << text(one);
    return u'[' + all.join(QStringLiteral(", ")) + u']';
}

QString text(bool truth)
{
    return truth ? QStringLiteral("yes") : QStringLiteral("no");
}

QString text(Bytes bytes)
{
    return QString::number(bytes.value) + u'B';
}

QString text(std::chrono::seconds time)
{
    return QString::number(time.count()) + u's';
}

QString text(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QString text(const Error &error)
{
    QString result
        = QLatin1StringView(kinds[size_t(error.kind)]) + QStringLiteral(": ") + english(error.what);
    if (!error.detail.isEmpty())
        result += QStringLiteral(" detail ") + text(error.detail);
    return result;
}

Rows &Rows::row(int depth, const QString &head)
{
    if (!m_text.isEmpty())
        m_text += u'\n';
    m_text += QString(2 * depth, u' ') + head;
    return *this;
}

Rows &Rows::word(const QString &word)
{
    m_text += u' ' + word;
    return *this;
}
} // namespace Core::DumpText
