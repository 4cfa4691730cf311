// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/conftext.h"

#include <QStringDecoder>

#include <algorithm>

namespace Core
{
namespace
{
constexpr const char *mark = "\xEF\xBB\xBF";
} // namespace

ConfText ConfText::fromBytes(QByteArrayView bytes)
{
    ConfText read;
    read.byteOrderMark = bytes.startsWith(mark);
    if (read.byteOrderMark)
        bytes = bytes.sliced(3);
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    read.text = utf8.decode(bytes);
    read.latin1 = utf8.hasError();
    if (read.latin1)
        read.text = QString::fromLatin1(bytes);
    return read;
}

QByteArray ConfText::encoded(const QString &other) const
{
    return (byteOrderMark ? QByteArray(mark) : QByteArray())
        + (latin1 ? other.toLatin1() : other.toUtf8());
}

std::optional<TextSpan> ConfText::unwritable(const QString &other) const
{
    const auto strange
        = std::find_if(other.cbegin(), other.cend(), [](QChar c) { return c.unicode() > 0xFF; });
    if (!latin1 || strange == other.cend())
        return std::nullopt;
    const QStringView before = QStringView(other).first(strange - other.cbegin());
    return TextSpan{int(before.count(u'\n')) + 1, int(before.size() - before.lastIndexOf(u'\n')),
                    1};
}
} // namespace Core
