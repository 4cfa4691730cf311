// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/draft.h"

#include "core/clusterconf/reader.h"

#include <algorithm>

namespace Core
{
namespace
{
int named(const Document &document, int section, QStringView kind, const QString &name)
{
    if (section < 0)
        return -1;
    const QList<int> all = document.children(section, kind);
    const auto found = std::find_if(all.begin(), all.end(), [&](int element) {
        return document.elements().at(element).value(u"name") == name;
    });
    return found == all.end() ? -1 : *found;
}
} // namespace

int Draft::node(const QString &name) const
{
    return named(m_document, indexOf({u"clusternodes"}), u"clusternode", name);
}

int Draft::deviceNamed(const QString &name) const
{
    return named(m_document, indexOf({u"fencedevices"}), u"fencedevice", name);
}

QList<int> Draft::nodes() const
{
    const int section = indexOf({u"clusternodes"});
    return section < 0 ? QList<int>() : m_document.children(section, u"clusternode");
}

QList<int> Draft::methodsOf(int node) const
{
    QList<int> methods;
    for (const int fence : m_document.children(node, u"fence"))
        methods += m_document.children(fence, u"method");
    return methods;
}

void Draft::apply(const QList<TextEdit> &edits)
{
    if (m_error)
        return;
    if (Expected<Document> next = edited(m_document, edits))
        m_document = *std::move(next);
    else
        m_error = next.error();
}

void Draft::set(int element, const char *name, const QString &value)
{
    if (!m_error)
        apply({setAttribute(m_document, element, QString::fromLatin1(name), value)});
}

void Draft::remove(int element, const char *name)
{
    if (m_error)
        return;
    if (const auto edit = removeAttribute(m_document, element, QString::fromLatin1(name)))
        apply({*edit});
}

void Draft::insert(int parent, const NewElement &element, int before)
{
    if (!m_error)
        apply({insertElement(m_document, parent, element, before)});
}

int Draft::section(const char *name, const char *behind)
{
    const QString wanted = QString::fromLatin1(name);
    if (const int there = indexOf({wanted}); there >= 0)
        return there;
    const QList<int> &sections = m_document.root().children;
    const qsizetype after = behind ? sections.indexOf(indexOf({QString::fromLatin1(behind)})) : -1;
    const bool inTheMiddle = after >= 0 && after + 1 < sections.size();
    insert(0, {wanted, {}, {}}, inTheMiddle ? sections.at(after + 1) : -1);
    return indexOf({wanted});
}

void Draft::refuse(Message why)
{
    if (!m_error)
        m_error = Error{ErrorKind::Refused, std::move(why), {}};
}

Expected<Recipe> Draft::finished(quint32 highestKnown, QList<Message> steps)
{
    const quint32 own = clusterConfigOf(m_document).version.value_or(0);
    const bool raisedAlready = highestKnown > 0 && own > highestKnown; // by an earlier change
    if (!m_error && !raisedAlready) {
        if (const Expected<TextEdit> version
            = raisedVersion(m_document, std::max(own, highestKnown)))
            apply({*version});
        else
            m_error = version.error();
    }
    if (m_error)
        return tl::unexpected(*m_error);
    return Recipe{m_document.bytes(), std::move(steps)};
}
} // namespace Core
