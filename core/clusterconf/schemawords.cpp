// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/schemawords.h"

#include "core/clusterconf/vocabulary.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Core
{
namespace
{
const QString source = QStringLiteral("cluster.rng, ccs_config_validate(8)");

// XML Schema's positiveInteger; blanks at the ends do not count, a sign may stand before it.
bool isPositiveInteger(const QString &value)
{
    QStringView digits = QStringView(value).trimmed();
    if (digits.startsWith(u'+'))
        digits = digits.sliced(1);
    const bool only
        = std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool zero = std::all_of(digits.begin(), digits.end(), [](QChar c) { return c == u'0'; });
    return only && !zero;
}

// An NCName, as people can be told it.
bool isIdentifier(const QString &value)
{
    const QStringView name = QStringView(value).trimmed();
    if (name.isEmpty() || !(name.front().isLetter() || name.front() == u'_'))
        return false;
    return std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c.isMark()
            || c.isSurrogate();
    });
}

class Explainer
{
public:
    explicit Explainer(const Document &document)
        : m_document(document), m_vocabulary(Vocabulary::ofClusterConf()),
          m_words(m_vocabulary.wordsOf(document))
    {
    }

    SchemaExplanation explain()
    {
        for (int i = 0; i < m_document.elements().size(); ++i) {
            const ConfElement &element = m_document.elements().at(i);
            if (m_words.at(i) >= 0)
                look(i);
            else if (element.parent < 0 || m_words.at(element.parent) >= 0)
                unknown(element);
        }
        return {m_findings, !m_findings.isEmpty() || refersToNothing()};
    }

private:
    const VocabularyElement &word(int element) const
    {
        return m_vocabulary.element(m_words.at(element));
    }

    void add(TextRange place, Message text, Message reason = {})
    {
        Finding finding{QStringLiteral("C01"),  Severity::Blocker,
                        std::move(text),        {},
                        m_document.span(place), source};
        finding.reason = std::move(reason);
        m_findings << finding;
    }

    void unknown(const ConfElement &element)
    {
        if (element.parent < 0) {
            add(element.startTag,
                message(
                    QT_TRANSLATE_NOOP("Core", "the first element of cluster.conf is “<cluster>”")));
            return;
        }
        add({element.startTag.start, element.name.size() + 1},
            message(QT_TRANSLATE_NOOP("Core", "“<%1>” is not known inside of “<%2>”"),
                    {element.name, m_document.elements().at(element.parent).name}));
    }

    void look(int index)
    {
        const ConfElement &element = m_document.elements().at(index);
        for (const ConfAttribute &attribute : element.attributes)
            lookAt(index, attribute);
        for (const VocabularyAttribute &wanted : word(index).attributes) {
            if (wanted.required && !element.attribute(wanted.name))
                add(element.startTag,
                    message(QT_TRANSLATE_NOOP("Core", "“<%1>” needs the attribute “%2”"),
                            {element.name, wanted.name}));
        }
        countChildren(index);
        lookForText(index);
    }

    void lookAt(int index, const ConfAttribute &attribute)
    {
        const VocabularyAttribute *known = word(index).attribute(attribute.name);
        if (known)
            lookAtValue(attribute, *known);
        else if (!word(index).anyAttribute)
            unknownAttribute(word(index).name, attribute);
    }

    void unknownAttribute(const QString &element, const ConfAttribute &attribute)
    {
        Message reason;
        if (attribute.name == QStringLiteral("master_wait"))
            reason = message(QT_TRANSLATE_NOOP(
                "Core",
                "qdiskd would read it, but the schema of the nodes does not know it and "
                "the activation fails"));
        if (element == QStringLiteral("device") || element == QStringLiteral("fencedevice"))
            reason = message(QT_TRANSLATE_NOOP(
                "Core",
                "no fence agent of Proxmox VE 3 takes it; an agent of your own brings its "
                "attributes to the schema of the node where it is installed"));
        add(attribute.range,
            message(QT_TRANSLATE_NOOP("Core", "“<%1>” has no attribute “%2”"),
                    {element, attribute.name}),
            reason);
    }

    void lookAtValue(const ConfAttribute &attribute, const VocabularyAttribute &known)
    {
        switch (known.kind) {
        case ValueKind::Text:
            return;
        case ValueKind::PositiveInteger:
            if (!isPositiveInteger(attribute.value))
                add(attribute.range,
                    message(
                        QT_TRANSLATE_NOOP("Core", "“%1” must be a whole number above 0, not “%2”"),
                        {attribute.name, attribute.value}));
            return;
        case ValueKind::Choice:
            if (!known.choices.contains(attribute.value.simplified()))
                add(attribute.range,
                    message(QT_TRANSLATE_NOOP("Core", "“%1” must be one of %2, not “%3”"),
                            {attribute.name, known.choices.join(QStringLiteral(", ")),
                             attribute.value}));
            return;
        case ValueKind::Identifier:
            lookAtIdentifier(attribute);
            return;
        case ValueKind::Reference:
            m_references.insert(attribute.value.trimmed());
            if (!isIdentifier(attribute.value))
                noIdentifier(attribute);
            return;
        }
    }

    void noIdentifier(const ConfAttribute &attribute)
    {
        add(attribute.range,
            message(QT_TRANSLATE_NOOP("Core", "“%1” cannot be the name of a fence device"),
                    {attribute.value}),
            message(QT_TRANSLATE_NOOP(
                "Core", "it must begin with a letter and hold letters, digits, “.”, “-” and “_”")));
    }

    void lookAtIdentifier(const ConfAttribute &attribute)
    {
        if (!isIdentifier(attribute.value)) {
            noIdentifier(attribute);
            return;
        }
        const auto first = m_identifiers.constFind(attribute.value.trimmed());
        if (first != m_identifiers.constEnd())
            add(attribute.range,
                message(QT_TRANSLATE_NOOP("Core",
                                          "another fence device, in line %2, is called “%1” too"),
                        {attribute.value, QString::number(*first)}));
        else
            m_identifiers.insert(attribute.value.trimmed(), m_document.span(attribute.range).line);
    }

    void countChildren(int index)
    {
        const ConfElement &element = m_document.elements().at(index);
        QHash<int, int> counts; // by word
        for (const int child : element.children) {
            const int known = m_words.at(child);
            const ConfElement &there = m_document.elements().at(child);
            if (known >= 0 && ++counts[known] == 2
                && !m_vocabulary.child(m_words.at(index), there.name)->repeats)
                add({there.startTag.start, there.name.size() + 1},
                    message(QT_TRANSLATE_NOOP("Core", "“<%1>” may stand here only once"),
                            {there.name}));
        }
        for (const VocabularyChild &wanted : word(index).children) {
            if (wanted.required && !counts.contains(wanted.element))
                add(element.startTag,
                    message(QT_TRANSLATE_NOOP("Core", "“<%1>” needs “<%2>” inside"),
                            {element.name, m_vocabulary.element(wanted.element).name}));
        }
    }

    // Between the tags only blanks and comments may stand.
    void lookForText(int index)
    {
        const ConfElement &element = m_document.elements().at(index);
        if (element.empty || word(index).text)
            return;
        qsizetype from = element.startTag.end();
        for (const int child : element.children) {
            const TextRange whole = m_document.elements().at(child).whole;
            if (lookForText(element, from, whole.start))
                return;
            from = whole.end();
        }
        lookForText(element, from, m_document.text().lastIndexOf(u'<', element.whole.end() - 1));
    }

    bool lookForText(const ConfElement &element, qsizetype from, qsizetype end)
    {
        const QStringView text = m_document.text();
        while (from < end) {
            const bool comment = text.sliced(from).startsWith(u"<!--");
            const bool instruction = text.sliced(from).startsWith(u"<?");
            if (!comment && !instruction && !text[from].isSpace()) {
                add({from, 1},
                    message(QT_TRANSLATE_NOOP("Core", "“<%1>” holds no text"), {element.name}));
                return true;
            }
            if (comment)
                from = text.indexOf(u"-->", from) + 3;
            else
                from = instruction ? text.indexOf(u"?>", from) + 2 : from + 1;
        }
        return false;
    }

    bool refersToNothing() const
    {
        return std::any_of(m_references.cbegin(), m_references.cend(),
                           [&](const QString &name) { return !m_identifiers.contains(name); });
    }

    const Document &m_document;
    const Vocabulary &m_vocabulary;
    const QList<int> m_words;
    QHash<QString, int> m_identifiers; // with the line
    QSet<QString> m_references;
    QList<Finding> m_findings;
};
} // namespace

SchemaExplanation explained(const Document &document)
{
    return Explainer(document).explain();
}
} // namespace Core
