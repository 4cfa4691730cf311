// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/edit.h"

#include "core/clusterconf/layout.h"

#include <algorithm>

namespace Core
{
namespace
{
// Blanks other than a space would be read back as spaces (XML 1.0, 3.3.3), so they are written as
// references; and what ISO 8859-1 does not have, where the file is written in it.
QString escaped(const Document &document, QStringView value, QChar quote)
{
    QString text;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value[i];
        const bool pair = c.isHighSurrogate() && i + 1 < value.size();
        const char32_t code = pair ? QChar::surrogateToUcs4(c, value[i + 1]) : c.unicode();
        if (c == u'&')
            text += QStringLiteral("&amp;");
        else if (c == u'<')
            text += QStringLiteral("&lt;");
        else if (c == quote)
            text += quote == u'"' ? QStringLiteral("&quot;") : QStringLiteral("&apos;");
        else if (c == u'\t' || c == u'\n' || c == u'\r' || (document.isLatin1() && code > 0xFF))
            text += QStringLiteral("&#%1;").arg(uint(code));
        else
            text += value.sliced(i, pair ? 2 : 1);
        i += pair ? 1 : 0;
    }
    return text;
}

QChar quoteOf(const Document &document, const ConfAttribute &attribute)
{
    return document.text().at(attribute.valueRange.start - 1);
}

qsizetype blanksBefore(const QString &text, qsizetype at)
{
    while (at > 0 && text.at(at - 1).isSpace())
        --at;
    return at;
}

// A tag whose attributes stand on lines of their own goes on like that.
QString separator(const Document &document, const ConfElement &element)
{
    if (element.attributes.size() < 2)
        return QStringLiteral(" ");
    const qsizetype last = element.attributes.last().range.start;
    const qsizetype blank = blanksBefore(document.text(), last);
    const QString between = document.text().sliced(blank, last - blank);
    return between.contains(u'\n') ? between : QStringLiteral(" ");
}

QString attributesText(const Document &document, const NewElement &element)
{
    QString text;
    for (const auto &[name, value] : element.attributes)
        text += u' ' + name + QStringLiteral("=\"") + escaped(document, value, u'"') + u'"';
    return text;
}

// `indent`: of its first line, which the caller has written.
QString elementText(const Document &document, const NewElement &element, const Layout &layout,
                    const QString &indent)
{
    QString text = u'<' + element.name + attributesText(document, element);
    if (element.children.isEmpty())
        return text + QStringLiteral("/>");
    text += u'>';
    const QString inner = indent + layout.unit;
    for (const NewElement &child : element.children)
        text += layout.lineEnd + inner + elementText(document, child, layout, inner);
    return text + layout.lineEnd + indent + QStringLiteral("</") + element.name + u'>';
}

// "<parent/>" opens for its first child.
TextEdit opened(const Document &document, const ConfElement &parent, const NewElement &element,
                const Layout &layout)
{
    const qsizetype slash = parent.startTag.end() - 2;
    const qsizetype from = blanksBefore(document.text(), slash);
    const QString indent = lineIndent(document, parent);
    const QString inner = indent + layout.unit;
    return {from, parent.startTag.end() - from,
            QStringLiteral(">") + layout.lineEnd + inner
                + elementText(document, element, layout, inner) + layout.lineEnd + indent
                + QStringLiteral("</") + parent.name + u'>'};
}

// The first child of "<parent>...</parent>": behind its comments.
TextEdit first(const Document &document, const ConfElement &parent, const NewElement &element,
               const Layout &layout)
{
    const QString &text = document.text();
    const qsizetype end = text.lastIndexOf(u'<', parent.whole.end() - 1);
    const qsizetype at = std::max(parent.startTag.end(), blanksBefore(text, end));
    const QString indent = lineIndent(document, parent);
    const QString inner = indent + layout.unit;
    const QString inserted = layout.lineEnd + inner + elementText(document, element, layout, inner);
    const bool endTagOnItsLine = QStringView(text).sliced(at, end - at).contains(u'\n');
    return {at, 0, endTagOnItsLine ? inserted : inserted + layout.lineEnd + indent};
}

// A comment behind an element, on its line, stays with it.
qsizetype behindItsComment(const Document &document, const ConfElement &element)
{
    const QString &text = document.text();
    const qsizetype end = element.whole.end();
    qsizetype line = text.indexOf(u'\n', end);
    line = line < 0 ? text.size() : line;
    const QStringView rest = QStringView(text).sliced(end, line - end).trimmed();
    const bool comment = rest.startsWith(u"<!--") && rest.indexOf(u"-->") == rest.size() - 3;
    return comment ? rest.data() + rest.size() - text.data() : end;
}

TextEdit beside(const Document &document, const ConfElement &sibling, bool inFront,
                const NewElement &element, const Layout &layout)
{
    const bool ownLine = startsItsLine(document, sibling);
    const QString indent = ownLine ? lineIndent(document, sibling) : QString();
    const QString text = elementText(document, element, layout, indent);
    const QString gap = ownLine ? layout.lineEnd + indent : QString();
    if (inFront)
        return {sibling.startTag.start, 0, text + gap};
    return {ownLine ? behindItsComment(document, sibling) : sibling.whole.end(), 0, gap + text};
}
} // namespace

TextEdit setAttribute(const Document &document, int element, const QString &name,
                      const QString &value)
{
    const ConfElement &there = document.elements().at(element);
    if (const ConfAttribute *known = there.attribute(name))
        return {known->valueRange.start, known->valueRange.size,
                escaped(document, value, quoteOf(document, *known))};
    const bool none = there.attributes.isEmpty();
    const QChar quote = none ? QChar(u'"') : quoteOf(document, there.attributes.last());
    const qsizetype at
        = none ? there.startTag.start + 1 + there.name.size() : there.attributes.last().range.end();
    return {at, 0,
            separator(document, there) + name + u'=' + quote + escaped(document, value, quote)
                + quote};
}

std::optional<TextEdit> removeAttribute(const Document &document, int element, QStringView name)
{
    const ConfAttribute *there = document.elements().at(element).attribute(name);
    if (!there)
        return std::nullopt;
    const qsizetype from = blanksBefore(document.text(), there->range.start);
    return TextEdit{from, there->range.end() - from, {}};
}

TextEdit insertElement(const Document &document, int parent, const NewElement &element, int before)
{
    const ConfElement &there = document.elements().at(parent);
    const Layout layout = layoutOf(document, parent);
    if (before >= 0)
        return beside(document, document.elements().at(before), true, element, layout);
    if (!there.children.isEmpty())
        return beside(document, document.elements().at(there.children.last()), false, element,
                      layout);
    return there.empty ? opened(document, there, element, layout)
                       : first(document, there, element, layout);
}

TextEdit removeElement(const Document &document, int element)
{
    const QString &text = document.text();
    const ConfElement &there = document.elements().at(element);
    const qsizetype line = text.indexOf(u'\n', there.whole.end());
    const QStringView rest = QStringView(text).sliced(
        there.whole.end(), (line < 0 ? text.size() : line) - there.whole.end());
    if (line < 0 || !rest.trimmed().isEmpty() || !startsItsLine(document, there))
        return {there.whole.start, there.whole.size, {}};
    const qsizetype from = text.lastIndexOf(u'\n', there.whole.start) + 1;
    return {from, line + 1 - from, {}};
}

QString applied(const QString &text, QList<TextEdit> edits)
{
    std::stable_sort(edits.begin(), edits.end(),
                     [](const TextEdit &a, const TextEdit &b) { return a.start < b.start; });
    QString result;
    qsizetype at = 0;
    for (const TextEdit &edit : edits) {
        Q_ASSERT(edit.start >= at);
        result += QStringView(text).sliced(at, edit.start - at);
        result += edit.text;
        at = edit.start + edit.size;
    }
    result += QStringView(text).sliced(at);
    return result;
}

Expected<Document> edited(const Document &document, const QList<TextEdit> &edits)
{
    return Document::fromBytes(document.encoded(applied(document.text(), edits)));
}

Expected<TextEdit> raisedVersion(const Document &document, quint32 highestKnown)
{
    if (highestKnown >= highestVersion)
        return failure(
            ErrorKind::Refused,
            message(QT_TRANSLATE_NOOP("Core", "no higher config_version than %1 is possible"),
                    {QString::number(highestKnown)}));
    return setAttribute(document, 0, QStringLiteral("config_version"),
                        QString::number(highestKnown + 1));
}
} // namespace Core
