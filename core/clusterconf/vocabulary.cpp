// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/vocabulary.h"

#include <QFile>
#include <QHash>

#include <algorithm>

namespace Core
{
const VocabularyAttribute *VocabularyElement::attribute(QStringView attributeName) const
{
    const auto found = std::find_if(attributes.cbegin(), attributes.cend(),
                                    [&](const auto &a) { return a.name == attributeName; });
    return found == attributes.cend() ? nullptr : &*found;
}

// Follows the references of a grammar; a define that holds an element becomes a word.
class VocabularyReader
{
public:
    explicit VocabularyReader(const Document &schema) : m_schema(schema) { }

    Vocabulary read()
    {
        for (const int define : m_schema.children(0, u"define")) {
            m_defines.insert(at(define).value(u"name"), define);
            for (const int element : m_schema.children(define, u"element")) {
                m_words.insert(define, int(m_vocabulary.m_elements.size()));
                m_vocabulary.m_elements.append({at(element).value(u"name")});
            }
        }
        for (auto word = m_words.cbegin(); word != m_words.cend(); ++word) {
            const int element = m_schema.children(word.key(), u"element").first();
            collectAll(element, {}, m_vocabulary.m_elements[*word]);
        }
        for (const int start : m_schema.children(0, u"start")) {
            VocabularyElement whole;
            collectAll(start, {}, whole);
            m_vocabulary.m_root = whole.children.isEmpty() ? -1 : whole.children.first().element;
        }
        return m_vocabulary;
    }

private:
    struct Count {
        bool required = true;
        bool repeats = false;
    };
    const ConfElement &at(int index) const { return m_schema.elements().at(index); }

    void collectAll(int pattern, Count count, VocabularyElement &word) const
    {
        for (const int child : at(pattern).children)
            collect(child, count, word);
    }

    void collect(int pattern, Count count, VocabularyElement &word) const
    {
        const QString &name = at(pattern).name;
        if (name == QStringLiteral("attribute"))
            addAttribute(pattern, count, word);
        else if (name == QStringLiteral("text"))
            word.text = true;
        else if (name == QStringLiteral("ref"))
            follow(at(pattern).value(u"name"), count, word);
        else
            collectAll(pattern, inside(name, count), word);
    }

    static Count inside(const QString &name, Count count)
    {
        const bool any = name == QStringLiteral("zeroOrMore");
        if (any || name == QStringLiteral("optional") || name == QStringLiteral("choice"))
            count.required = false;
        if (any || name == QStringLiteral("oneOrMore"))
            count.repeats = true;
        return count;
    }

    void follow(const QString &name, Count count, VocabularyElement &word) const
    {
        const int define = m_defines.value(name, -1);
        if (const auto known = m_words.constFind(define); known != m_words.constEnd())
            word.children.append({*known, count.required, count.repeats});
        else if (define >= 0)
            collectAll(define, count, word);
    }

    void addAttribute(int pattern, Count count, VocabularyElement &word) const
    {
        VocabularyAttribute attribute;
        attribute.name = at(pattern).value(u"name");
        attribute.required = count.required;
        for (const int data : m_schema.children(pattern, u"data"))
            attribute.kind = kindOf(at(data).value(u"type"));
        for (const int choice : m_schema.children(pattern, u"choice")) {
            attribute.kind = ValueKind::Choice;
            for (const int value : m_schema.children(choice, u"value"))
                attribute.choices << contentOf(value);
        }
        if (attribute.name.isEmpty())
            word.anyAttribute = true;
        else
            word.attributes.append(attribute);
    }

    QString contentOf(int element) const
    {
        const qsizetype from = at(element).startTag.end();
        return m_schema.text().sliced(from, m_schema.text().indexOf(u'<', from) - from);
    }

    static ValueKind kindOf(const QString &type)
    {
        if (type == QStringLiteral("positiveInteger"))
            return ValueKind::PositiveInteger;
        if (type == QStringLiteral("ID"))
            return ValueKind::Identifier;
        return type == QStringLiteral("IDREF") ? ValueKind::Reference : ValueKind::Text;
    }

    const Document &m_schema;
    QHash<QString, int> m_defines; // element of the schema
    QHash<int, int> m_words; // by define
    Vocabulary m_vocabulary;
};

Expected<Vocabulary> Vocabulary::fromSchema(QByteArrayView rng)
{
    return Document::fromBytes(rng).and_then([](const Document &schema) -> Expected<Vocabulary> {
        Vocabulary read = VocabularyReader(schema).read();
        if (read.m_root < 0)
            return failure(ErrorKind::ParseFailed,
                           message(QT_TRANSLATE_NOOP("Core", "this schema has no start")));
        return read;
    });
}

const Vocabulary &Vocabulary::ofClusterConf()
{
    static const Vocabulary vocabulary = fromSchema(clusterSchema()).value();
    return vocabulary;
}

const VocabularyChild *Vocabulary::child(int parent, QStringView name) const
{
    const QList<VocabularyChild> &children = m_elements.at(parent).children;
    const auto found = std::find_if(children.cbegin(), children.cend(), [&](const auto &c) {
        return m_elements.at(c.element).name == name;
    });
    return found == children.cend() ? nullptr : &*found;
}

QList<int> Vocabulary::wordsOf(const Document &document) const
{
    QList<int> words;
    words.reserve(document.elements().size());
    int askedParent = -1; // a file repeats itself
    QString askedName;
    int answer = -1;
    for (const ConfElement &element : document.elements()) {
        if (element.parent < 0) {
            words.append(element.name == m_elements.at(m_root).name ? m_root : -1);
            continue;
        }
        const int parent = words.at(element.parent);
        if (parent != askedParent || element.name != askedName) {
            const VocabularyChild *known = parent < 0 ? nullptr : child(parent, element.name);
            askedParent = parent;
            askedName = element.name;
            answer = known ? known->element : -1;
        }
        words.append(answer);
    }
    return words;
}

QByteArray clusterSchema()
{
    QFile file(QStringLiteral(":/schema/cluster.rng"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace Core
