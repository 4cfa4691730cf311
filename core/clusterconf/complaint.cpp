// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/complaint.h"

#include <QSet>

#include <algorithm>

namespace Core
{
namespace
{
using MayComplain = std::optional<Complaint>;

QString lineOf(const QString &text, const ConfElement &element)
{
    const QStringView before = QStringView(text).first(element.startTag.start);
    return QString::number(before.count(u'\n') + 1);
}

qsizetype firstNonBlank(const QString &text, qsizetype from)
{
    while (from < text.size() && text[from].isSpace())
        ++from;
    return from;
}

Complaint ofTheEnd(const Progress &p)
{
    const qsizetype end = p.text.size();
    if (p.open.isEmpty())
        return {end, message(QT_TRANSLATE_NOOP("Core", "the file ends too early"))};
    const ConfElement &open = p.elements.at(p.open.last());
    return {
        end,
        message(QT_TRANSLATE_NOOP("Core", "the file ends while “<%1>” of line %2 is still open"),
                {open.name, lineOf(p.text, open)})};
}

// Text before the root, or anything behind it.
MayComplain outsideOfTheRoot(const Progress &p)
{
    if (p.elements.isEmpty()) {
        const qsizetype first = firstNonBlank(p.text, 0);
        if (first < p.text.size() && p.text[first] == u'<')
            return std::nullopt;
        return Complaint{first, message(QT_TRANSLATE_NOOP("Core", "this is no XML"))};
    }
    if (!p.open.isEmpty())
        return std::nullopt;
    const ConfElement &root = p.elements.front();
    return Complaint{
        firstNonBlank(p.text, root.whole.end()),
        message(QT_TRANSLATE_NOOP("Core", "nothing may follow the end of “<%1>”"), {root.name})};
}

// The slip of more than one how-to: nodeid="2"/> and then <fence> ... </clusternode>.
MayComplain closedTwice(const Progress &p, const QString &name, qsizetype start)
{
    const auto closed = std::find_if(p.elements.crbegin(), p.elements.crend(), [&](const auto &e) {
        return e.name == name && e.empty && e.parent == p.open.last();
    });
    if (closed == p.elements.crend())
        return std::nullopt;
    return Complaint{start,
                     message(QT_TRANSLATE_NOOP("Core",
                                               "“</%1>” closes nothing: the tag of line %2 "
                                               "already ends with “/>”"),
                             {name, lineOf(p.text, *closed)})};
}

// An end tag of another element than the innermost open one.
MayComplain ofTheEndTag(const Progress &p)
{
    if (p.open.isEmpty() || p.behind < 1 || p.text[p.behind - 1] != u'>')
        return std::nullopt;
    const qsizetype start = p.text.lastIndexOf(u'<', p.behind - 1);
    if (start < 0 || p.text[start + 1] != u'/')
        return std::nullopt;
    const QString name = p.text.sliced(start + 2, p.behind - start - 3).trimmed();
    if (const MayComplain twice = closedTwice(p, name, start))
        return twice;
    const ConfElement &open = p.elements.at(p.open.last());
    return Complaint{
        start,
        message(QT_TRANSLATE_NOOP("Core", "“</%1>” stands where “</%2>” of line %3 was expected"),
                {name, open.name, lineOf(p.text, open)})};
}

// Proxmox VE's own editor wrote raw ampersands.
MayComplain ofTheAmpersand(const Progress &p)
{
    constexpr qsizetype longestEntity = 40;
    const qsizetype from = std::max<qsizetype>(0, p.behind - longestEntity);
    const QStringView near = QStringView(p.text).sliced(from, p.behind - from);
    const qsizetype found = near.lastIndexOf(u'&');
    if (found < 0 || near.sliced(found).chopped(1).contains(u';'))
        return std::nullopt;
    return Complaint{from + found,
                     message(QT_TRANSLATE_NOOP("Core", "“&” must be written “&amp;” here"))};
}

// Goes over the attributes of a tag up to the first mistake.
class TagCheck
{
public:
    TagCheck(const QString &text, qsizetype start) : m_text(text), m_at(start + 1) { word(); }

    MayComplain check()
    {
        for (;;) {
            m_at = firstNonBlank(m_text, m_at);
            const qsizetype start = m_at;
            const QString name = word();
            if (name.isEmpty())
                return std::nullopt;
            if (m_names.contains(name))
                return Complaint{
                    start,
                    message(QT_TRANSLATE_NOOP("Core", "the attribute “%1” is here already"),
                            {name})};
            m_names.insert(name);
            if (MayComplain complaint = value(name))
                return complaint;
        }
    }

private:
    QString word()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && isWordCharacter(m_text[m_at]))
            ++m_at;
        return m_text.sliced(from, m_at - from);
    }
    static bool isWordCharacter(QChar c)
    {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c == u':';
    }
    QChar peek() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }

    MayComplain value(const QString &name)
    {
        m_at = firstNonBlank(m_text, m_at);
        const bool assigned = peek() == u'=';
        if (assigned)
            m_at = firstNonBlank(m_text, m_at + 1);
        const QChar quote = peek();
        if (!assigned || (quote != u'"' && quote != u'\''))
            return Complaint{
                m_at, message(QT_TRANSLATE_NOOP("Core", "“%1” needs a value in quotes"), {name})};
        for (++m_at; m_at < m_text.size() && m_text[m_at] != quote; ++m_at) {
            if (m_text[m_at] == u'<')
                return Complaint{m_at,
                                 message(QT_TRANSLATE_NOOP("Core",
                                                           "“<” must be written “&lt;” in a value, "
                                                           "or a quote is missing before it"))};
        }
        m_at = std::min(m_at + 1, m_text.size()); // the text may end before the quote
        return std::nullopt;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QSet<QString> m_names;
};

MayComplain ofTheTag(const Progress &p)
{
    // A '<' that was not understood stands inside of the tag before it.
    const qsizetype last = p.behind - (p.behind > 0 && p.text[p.behind - 1] == u'<' ? 2 : 1);
    const qsizetype start = last < 0 ? -1 : p.text.lastIndexOf(u'<', last);
    return start < 0 ? std::nullopt : TagCheck(p.text, start).check();
}
} // namespace

Complaint complaintOf(const Progress &progress)
{
    if (progress.atEnd)
        return ofTheEnd(progress);
    for (const auto rule : {outsideOfTheRoot, ofTheEndTag, ofTheAmpersand, ofTheTag}) {
        if (const MayComplain complaint = rule(progress);
            complaint && complaint->at < progress.behind)
            return *complaint;
    }
    return {std::max<qsizetype>(0, progress.behind - 1),
            message(QT_TRANSLATE_NOOP("Core", "this is not well-formed XML"))};
}
} // namespace Core
