// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/document.h"

#include <algorithm>

namespace Core
{
const ConfAttribute *ConfElement::attribute(QStringView attributeName) const
{
    const auto found = std::find_if(attributes.cbegin(), attributes.cend(),
                                    [&](const auto &a) { return a.name == attributeName; });
    return found == attributes.cend() ? nullptr : &*found;
}

QString ConfElement::value(QStringView attributeName) const
{
    const ConfAttribute *found = attribute(attributeName);
    return found ? found->value : QString();
}

QList<int> Document::children(int element, QStringView name) const
{
    QList<int> found;
    for (const int child : m_elements.at(element).children) {
        if (m_elements.at(child).name == name)
            found.append(child);
    }
    return found;
}

int Document::indexOf(const QList<QStringView> &path) const
{
    int at = 0;
    for (const QStringView name : path) {
        const QList<int> &children = m_elements.at(at).children;
        const auto child = std::find_if(children.cbegin(), children.cend(), [&](int index) {
            return m_elements.at(index).name == name;
        });
        if (child == children.cend())
            return -1;
        at = *child;
    }
    return at;
}

const ConfElement *Document::find(const QList<QStringView> &path) const
{
    const int found = indexOf(path);
    return found < 0 ? nullptr : &m_elements.at(found);
}

TextSpan Document::span(TextRange range) const
{
    const auto after = std::upper_bound(m_lineStarts.cbegin(), m_lineStarts.cend(), range.start);
    const qsizetype line = after - m_lineStarts.cbegin(); // from 1
    return {int(line), int(range.start - m_lineStarts.at(line - 1)) + 1, int(range.size)};
}

QByteArray Document::encoded(const QString &text) const
{
    if (m_latin1)
        return text.toLatin1();
    return (m_byteOrderMark ? QByteArray("\xEF\xBB\xBF") : QByteArray()) + text.toUtf8();
}

std::optional<TextSpan> placeOf(const Error &error)
{
    if (error.kind != ErrorKind::ParseFailed || error.what.args.size() < 2)
        return std::nullopt;
    const QString *line = std::get_if<QString>(&error.what.args.at(0));
    const QString *column = std::get_if<QString>(&error.what.args.at(1));
    if (!line || !column)
        return std::nullopt;
    return TextSpan{line->toInt(), column->toInt(), 1};
}
} // namespace Core
