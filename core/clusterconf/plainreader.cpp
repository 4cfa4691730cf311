// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/plainreader.h"

#include <algorithm>
#include <array>

namespace Core
{
namespace
{
constexpr qsizetype deepest = 250; // less than the bounds of the other reader
constexpr qsizetype longestTag = 8 * 1024;
constexpr qsizetype charactersOfAnElement = 48; // about, so that room is made once

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r';
}

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
}

// Neither a control character nor half of a pair, which XML forbids or restricts.
bool isPlain(QChar c)
{
    return (c >= u' ' && c <= u'~') || (c >= u'\u00A0' && c <= u'\uD7FF')
        || (c >= u'\uE000' && c <= u'\uFFFD');
}

// The same few words come again and again: they share one string.
class Words
{
public:
    const QString &of(QStringView word)
    {
        if (word.isEmpty())
            return m_none;
        const size_t sum = size_t(word.front().unicode()) * 31 + word.back().unicode() * 7
            + word[word.size() / 2].unicode() * 3 + size_t(word.size());
        QString &known = m_known[sum % m_known.size()];
        if (known != word)
            known = word.toString();
        return known;
    }

private:
    std::array<QString, 512> m_known;
    const QString m_none = QStringLiteral(""); // empty, not null
};

class PlainReader
{
public:
    explicit PlainReader(const QString &text) : m_text(text) { }

    std::optional<QList<ConfElement>> read()
    {
        m_elements.reserve(m_text.size() / charactersOfAnElement);
        skipDeclaration();
        while (m_good && m_at < m_text.size())
            step();
        if (!m_good || !m_open.isEmpty() || m_elements.isEmpty())
            return std::nullopt;
        return std::move(m_elements);
    }

private:
    void fail() { m_good = false; }
    bool isAt(QStringView words) const { return m_text.sliced(m_at).startsWith(words); }
    QChar next() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }

    void skipDeclaration()
    {
        for (const QStringView usual :
             {u"<?xml version=\"1.0\"?>", u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
              u"<?xml version=\"1.0\" encoding=\"utf-8\"?>"}) {
            if (isAt(usual))
                m_at = usual.size();
        }
    }

    void step()
    {
        if (m_text[m_at] != u'<')
            skipText();
        else if (isAt(u"<!--"))
            skipComment();
        else if (isAt(u"</"))
            finish();
        else
            begin();
    }

    // Outside of the root there are blanks only.
    void skipText()
    {
        while (m_good && m_at < m_text.size() && m_text[m_at] != u'<') {
            const QChar c = m_text[m_at++];
            const bool plain
                = !m_open.isEmpty() && isPlain(c) && c != u'&' && c != u'>' && c != u']';
            if (!isBlank(c) && !plain)
                fail();
        }
    }

    void skipComment()
    {
        m_at += 4;
        while (m_good && m_at < m_text.size()) {
            if (isAt(u"--")) {
                m_good = isAt(u"-->");
                m_at += 3;
                return;
            }
            const QChar c = m_text[m_at++];
            if (!isBlank(c) && !isPlain(c))
                fail();
        }
        fail(); // it does not end
    }

    QStringView name()
    {
        const qsizetype from = m_at;
        if (!isNameStart(next()))
            fail();
        while (isNamePart(next()))
            ++m_at;
        const QStringView read = m_text.sliced(from, m_at - from);
        if (read.startsWith(u"xml", Qt::CaseInsensitive)) // these have a meaning
            fail();
        return read;
    }

    bool skipBlanks()
    {
        const qsizetype from = m_at;
        while (isBlank(next()))
            ++m_at;
        return m_at > from;
    }

    void begin()
    {
        if (m_open.isEmpty() && !m_elements.isEmpty()) // a second root
            return fail();
        ConfElement element;
        element.startTag.start = m_at++;
        element.name = m_words.of(name());
        element.parent = m_open.isEmpty() ? -1 : m_open.last();
        while (m_good && skipBlanks() && isNameStart(next()))
            readAttribute(element);
        element.empty = next() == u'/';
        m_at += element.empty ? 1 : 0;
        if (next() != u'>')
            fail();
        ++m_at;
        element.startTag.size = m_at - element.startTag.start;
        if (m_good && element.startTag.size <= longestTag && m_open.size() < deepest)
            add(std::move(element));
        else
            fail();
    }

    void add(ConfElement &&element)
    {
        const int index = int(m_elements.size());
        if (element.parent >= 0)
            m_elements[element.parent].children.append(index);
        if (element.empty)
            element.whole = element.startTag;
        else
            m_open.append(index);
        m_elements.append(std::move(element));
    }

    void finish()
    {
        m_at += 2;
        const QStringView closed = name();
        skipBlanks();
        if (next() != u'>')
            fail();
        ++m_at;
        if (!m_good || m_open.isEmpty() || m_elements.at(m_open.last()).name != closed)
            return fail();
        ConfElement &element = m_elements[m_open.takeLast()];
        element.whole = {element.startTag.start, m_at - element.startTag.start};
    }

    void readAttribute(ConfElement &element)
    {
        ConfAttribute read;
        const qsizetype from = m_at;
        const QStringView called = name();
        skipBlanks();
        if (next() != u'=')
            return fail();
        ++m_at;
        skipBlanks();
        const QChar quote = next();
        if ((quote != u'"' && quote != u'\'') || element.attribute(called))
            return fail();
        const qsizetype value = ++m_at;
        while (isPlain(next()) && next() != quote && next() != u'<' && next() != u'&')
            ++m_at;
        if (next() != quote) // a line's end too: it would be read as a space
            return fail();
        ++m_at;
        read.name = m_words.of(called);
        read.value = m_words.of(m_text.sliced(value, m_at - 1 - value));
        read.range = {from, m_at - from};
        read.valueRange = {value, m_at - 1 - value};
        element.attributes.append(std::move(read));
    }

    const QStringView m_text;
    qsizetype m_at = 0;
    bool m_good = true;
    Words m_words;
    QList<ConfElement> m_elements;
    QList<int> m_open;
};
} // namespace

std::optional<QList<ConfElement>> plainElements(const QString &text)
{
    return PlainReader(text).read();
}
} // namespace Core
