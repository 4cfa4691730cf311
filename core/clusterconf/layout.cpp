// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/layout.h"

namespace Core
{
namespace
{
qsizetype lineStart(const Document &document, qsizetype at)
{
    return at - (document.span({at, 0}).column - 1);
}

// What a child is indented more than its parent; empty: it is not, or they share a line.
QString step(const Document &document, const ConfElement &child)
{
    if (child.parent < 0 || !startsItsLine(document, child))
        return {};
    const ConfElement &parent = document.elements().at(child.parent);
    const QString outer = lineIndent(document, parent);
    const QString inner = lineIndent(document, child);
    const bool deeper = startsItsLine(document, parent) && inner.startsWith(outer);
    return deeper ? inner.sliced(outer.size()) : QString();
}

// As the parent is indented itself, or else as the first element that is.
QString unitOf(const Document &document, const ConfElement &parent)
{
    if (const QString own = step(document, parent); !own.isEmpty())
        return own;
    for (const ConfElement &element : document.elements()) {
        if (const QString other = step(document, element); !other.isEmpty())
            return other;
    }
    return QStringLiteral("  ");
}
} // namespace

bool startsItsLine(const Document &document, const ConfElement &element)
{
    const qsizetype start = lineStart(document, element.startTag.start);
    return QStringView(document.text())
        .sliced(start, element.startTag.start - start)
        .trimmed()
        .isEmpty();
}

QString lineIndent(const Document &document, const ConfElement &element)
{
    const QString &text = document.text();
    const qsizetype start = lineStart(document, element.startTag.start);
    qsizetype end = start;
    while (end < element.startTag.start && text.at(end).isSpace())
        ++end;
    return text.sliced(start, end - start);
}

Layout layoutOf(const Document &document, int parent)
{
    const ConfElement &there = document.elements().at(parent);
    const qsizetype line = document.text().indexOf(u'\n');
    if (line < 0 || !startsItsLine(document, there))
        return {};
    const bool carriageReturn = line > 0 && document.text().at(line - 1) == u'\r';
    return {carriageReturn ? QStringLiteral("\r\n") : QStringLiteral("\n"),
            unitOf(document, there)};
}
} // namespace Core
