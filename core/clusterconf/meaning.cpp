// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/meaning.h"

#include "core/clusterconf/meaningwords.h"
#include "core/clusterconf/secretmask.h"

#include <QHash>

#include <algorithm>

namespace Core
{
namespace
{
struct Pair {
    int before = -1; // -1: not there
    int after = -1;
};

// Pairs of equal children, and those that one side alone has.
QList<Pair> pairsOf(const Document &before, const Document &after, const Pair &parents)
{
    QHash<QString, int> counts;
    const auto identity = [&](const Document &document, int element) {
        const QString plain = identityOf(document.elements().at(element));
        return plain + u'#' + QString::number(counts[plain]++);
    };
    QHash<QString, qsizetype> places;
    QList<Pair> pairs;
    if (parents.before >= 0) {
        for (const int child : before.elements().at(parents.before).children) {
            places.insert(identity(before, child), pairs.size());
            pairs.append({child, -1});
        }
    }
    counts.clear();
    if (parents.after >= 0) {
        for (const int child : after.elements().at(parents.after).children) {
            const auto known = places.constFind(identity(after, child));
            if (known != places.constEnd())
                pairs[*known].after = child;
            else
                pairs.append({-1, child});
        }
    }
    return pairs;
}

class Comparison
{
public:
    Comparison(const Document &before, const Document &after) : m_before(before), m_after(after) { }

    QList<ConfChange> changes()
    {
        QList<Pair> open{{0, 0}}; // not by recursion: a file may nest as deep as it likes
        while (!open.isEmpty()) {
            const Pair pair = open.takeLast();
            if (isTheSame(pair))
                continue;
            if (pair.before >= 0 && pair.after >= 0)
                compare(pair);
            else if (!isMereSection(one(pair)))
                tellPresence(pair);
            if ((pair.before >= 0 && pair.after >= 0) || isMereSection(one(pair)))
                open += pairsOf(m_before, m_after, pair);
        }
        sort();
        return m_changes;
    }

private:
    // To the letter, with all inside: most of a file, while one types in it.
    bool isTheSame(const Pair &pair) const
    {
        if (pair.before < 0 || pair.after < 0)
            return false;
        const TextRange before = m_before.elements().at(pair.before).whole;
        const TextRange after = m_after.elements().at(pair.after).whole;
        return QStringView(m_before.text()).sliced(before.start, before.size)
            == QStringView(m_after.text()).sliced(after.start, after.size);
    }

    const ConfElement &one(const Pair &pair) const
    {
        return pair.after >= 0 ? m_after.elements().at(pair.after)
                               : m_before.elements().at(pair.before);
    }

    Message subject(const Pair &pair) const
    {
        return pair.after >= 0 ? subjectOf(m_after, pair.after) : subjectOf(m_before, pair.before);
    }

    Effect effect(const Pair &pair, QStringView attribute, bool added) const
    {
        return pair.after >= 0 ? effectOf(m_after, pair.after, attribute, added)
                               : effectOf(m_before, pair.before, attribute, added);
    }

    // --- whole elements ---

    // "agent=fence_ipmilan, passwd=***", or the devices of a method.
    static QString contentOf(const Document &document, const ConfElement &element)
    {
        QStringList words;
        for (const ConfAttribute &attribute : element.attributes)
            words << attribute.name + u'='
                    + (isSecret(attribute.name) ? QStringLiteral("***")
                                                : shownValue(attribute.value));
        if (element.name == QStringLiteral("method")) {
            words.clear();
            for (const int child : element.children)
                words << shownValue(document.elements().at(child).value(u"name"));
        }
        constexpr qsizetype mostWords = 12;
        return words.mid(0, mostWords).join(QStringLiteral(", "));
    }

    void tellPresence(const Pair &pair)
    {
        ConfChange change;
        const bool added = pair.after >= 0;
        change.effect = effect(pair, {}, added);
        const Document &document = added ? m_after : m_before;
        const QString content = contentOf(document, one(pair));
        change.text = added
            ? message(QT_TRANSLATE_NOOP("Core", "%1 added (%2)"),
                      {MessageList{subject(pair)}, content})
            : message(QT_TRANSLATE_NOOP("Core", "%1 removed"), {MessageList{subject(pair)}});
        if (added && content.isEmpty())
            change.text
                = message(QT_TRANSLATE_NOOP("Core", "%1 added"), {MessageList{subject(pair)}});
        (added ? change.after : change.before) = document.span(one(pair).startTag);
        m_changes << change;
    }

    // --- attributes ---

    void compare(const Pair &pair)
    {
        const ConfElement &before = m_before.elements().at(pair.before);
        const ConfElement &after = m_after.elements().at(pair.after);
        if (pair.before == 0 && before.name != after.name)
            tellPresence({-1, pair.after});
        for (const ConfAttribute &attribute : before.attributes) {
            const ConfAttribute *now = after.attribute(attribute.name);
            if (!now || now->value != attribute.value)
                tellAttribute(pair, &attribute, now);
        }
        for (const ConfAttribute &attribute : after.attributes) {
            if (!before.attribute(attribute.name))
                tellAttribute(pair, nullptr, &attribute);
        }
        compareOrder(pair);
    }

    void tellAttribute(const Pair &pair, const ConfAttribute *before, const ConfAttribute *after)
    {
        const QString name = after ? after->name : before->name;
        ConfChange change;
        change.effect = effect(pair, name, !before);
        const QList<Argument> words{MessageList{subject(pair)}, attributeWords(name)};
        const bool secret = isSecret(name);
        if (before)
            change.before = m_before.span(before->range);
        if (after)
            change.after = m_after.span(after->range);
        if (!before)
            change.text = secret ? message(QT_TRANSLATE_NOOP("Core", "%1: %2 set"), words)
                                 : message(QT_TRANSLATE_NOOP("Core", "%1: %2 set to %3"),
                                           words + QList<Argument>{shownValue(after->value)});
        else if (!after)
            change.text = secret ? message(QT_TRANSLATE_NOOP("Core", "%1: %2 removed"), words)
                                 : message(QT_TRANSLATE_NOOP("Core", "%1: %2 removed, it was %3"),
                                           words + QList<Argument>{shownValue(before->value)});
        else
            change.text = secret
                ? message(QT_TRANSLATE_NOOP("Core", "%1: %2 changed"), words)
                : message(
                    QT_TRANSLATE_NOOP("Core", "%1: %2 changed from %3 to %4"),
                    words + QList<Argument>{shownValue(before->value), shownValue(after->value)});
        m_changes << change;
    }

    // Methods are tried, and the devices of one run, in the order of the file.
    void compareOrder(const Pair &pair)
    {
        const ConfElement &after = m_after.elements().at(pair.after);
        const bool ordered
            = after.name == QStringLiteral("fence") || after.name == QStringLiteral("method");
        if (!ordered)
            return;
        QList<int> places;
        for (const Pair &child : pairsOf(m_before, m_after, pair)) {
            if (child.before >= 0 && child.after >= 0)
                places << child.after;
        }
        if (std::is_sorted(places.begin(), places.end()))
            return;
        const int subjectElement
            = after.name == QStringLiteral("fence") ? after.parent : pair.after;
        m_changes << ConfChange{
            message(QT_TRANSLATE_NOOP("Core", "%1: fencing goes in another order"),
                    {MessageList{subjectOf(m_after, subjectElement)}}),
            Effect::Live, m_before.span(m_before.elements().at(pair.before).startTag),
            m_after.span(after.startTag)};
    }

    void sort()
    {
        const auto line = [](const ConfChange &change) {
            const TextSpan span = change.after ? *change.after : *change.before;
            return std::pair(span.line, span.column);
        };
        std::stable_sort(m_changes.begin(), m_changes.end(),
                         [&](const auto &a, const auto &b) { return line(a) < line(b); });
    }

    const Document &m_before;
    const Document &m_after;
    QList<ConfChange> m_changes;
};
} // namespace

Message effectText(Effect effect)
{
    switch (effect) {
    case Effect::Live:
        return message(QT_TRANSLATE_NOOP("Core", "takes effect at once"));
    case Effect::QuorumDaemon:
        return message(QT_TRANSLATE_NOOP("Core", "needs a restart of qdiskd on each node"));
    case Effect::Node:
        return message(QT_TRANSLATE_NOOP("Core", "needs a restart of cman on that node"));
    case Effect::Cluster:
        return message(QT_TRANSLATE_NOOP("Core", "needs a restart of cman on all nodes"));
    case Effect::ServiceManager:
        return message(QT_TRANSLATE_NOOP("Core", "needs a start of rgmanager on each node"));
    }
    return {};
}

QList<ConfChange> changesOf(const Document &before, const Document &after)
{
    return Comparison(before, after).changes();
}
} // namespace Core
