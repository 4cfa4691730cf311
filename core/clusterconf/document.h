// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/finding.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace Core
{
// A stretch of Document::text(), in QChars.
struct TextRange {
    qsizetype start = 0;
    qsizetype size = 0;
    qsizetype end() const { return start + size; }
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

struct ConfAttribute {
    QString name;
    QString value; // entities resolved
    TextRange range; // name="value"
    TextRange valueRange; // between the quotes, as written
};

struct ConfElement {
    QString name;
    int parent = -1; // index in Document::elements(); -1: the root
    QList<int> children; // indexes, in the order of the text
    QList<ConfAttribute> attributes;
    TextRange startTag; // "<name ...>" or "<name .../>"
    TextRange whole; // up to the end of the end tag
    bool empty = false; // written "<name/>": startTag is the whole

    const ConfAttribute *attribute(QStringView attributeName) const; // null: not there
    QString value(QStringView attributeName) const; // empty: not there
};

// cluster.conf as text, with the place of everything in it, so that it can be judged and changed
// without rewriting what nobody touched. Comments and blanks live in the text only.
class Document
{
public:
    // UTF-8 (or ISO 8859-1 where the file says so). ParseFailed with a place, see placeOf(): not
    // well-formed; entity declarations, which nobody needs there; more than a mebibyte, eight times
    // what pmxcfs keeps; more than 256 elements inside of each other.
    static Expected<Document> fromBytes(QByteArrayView bytes);

    const QString &text() const { return m_text; }
    // The elements in the order of their start tags; never empty, the root first.
    const QList<ConfElement> &elements() const { return m_elements; }
    const ConfElement &root() const { return m_elements.front(); }
    // The children of that name; indexes into elements().
    QList<int> children(int element, QStringView name) const;
    // The first element at this path below the root: find({u"totem"}). None: not there.
    const ConfElement *find(const QList<QStringView> &path) const;

    // The same as an index; -1: not there.
    int indexOf(const QList<QStringView> &path) const;

    // Line and column (in characters) of a range; a range of several lines keeps its whole length.
    TextSpan span(TextRange range) const;

    // The text, or another one, as bytes in the encoding of this file.
    QByteArray bytes() const { return encoded(m_text); }
    QByteArray encoded(const QString &text) const;
    bool isLatin1() const { return m_latin1; }
    bool hasByteOrderMark() const { return m_byteOrderMark; }

private:
    friend class DocumentReader;

    QString m_text;
    QList<ConfElement> m_elements;
    QList<qsizetype> m_lineStarts;
    bool m_latin1 = false;
    bool m_byteOrderMark = false;
};

// Where a ParseFailed of Document::fromBytes() is; none for another error.
std::optional<TextSpan> placeOf(const Error &error);
} // namespace Core
