// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/schemareduction.h"

#include "core/clusterconf/vocabulary.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Core
{
namespace
{
constexpr qsizetype mostChildren = 64; // beyond, an element is taken for one of its own kind

// An NCName in letters about which nobody can disagree.
bool isPlainIdentifier(const QString &value)
{
    const auto letter
        = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; };
    return !value.isEmpty() && letter(value.front())
        && std::all_of(value.begin(), value.end(), [&](QChar c) {
               return letter(c) || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
           });
}

// Above 0, in digits about which nobody can disagree.
bool isPlainNumber(const QString &value)
{
    constexpr qsizetype mostDigits = 9;
    return !value.isEmpty() && value.size() <= mostDigits && value.front() != u'0'
        && std::all_of(value.begin(), value.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r'; });
}

void append(QByteArray &key, int number)
{
    key.append(reinterpret_cast<const char *>(&number), sizeof number);
}

void append(QByteArray &key, const QString &text)
{
    append(key, int(text.size()));
    key.append(reinterpret_cast<const char *>(text.constData()), text.size() * qsizetype(2));
}

// The words of the schema for the attributes of one element; the next of its kind has the same.
struct Shape {
    QStringList names;
    QList<int> words; // index of the attribute in the vocabulary; -1: any other, -2: not allowed
};

class SchemaReduction
{
public:
    explicit SchemaReduction(const Document &document)
        : m_document(document), m_vocabulary(Vocabulary::ofClusterConf()),
          m_words(m_vocabulary.wordsOf(document)), m_traits(document.elements().size())
    {
    }

    std::optional<Document> reduced()
    {
        const qsizetype prolog = m_document.root().startTag.start;
        if (QStringView(m_document.text()).first(prolog).contains(u"<!DOCTYPE"))
            return std::nullopt; // it may give attributes another meaning
        countIdentifiers();
        for (qsizetype i = m_traits.size() - 1; i > 0; --i) // what is inside comes first
            classify(int(i));
        leaveOut(false);
        collectReferences();
        leaveOut(true);
        return rest();
    }

private:
    struct Trait {
        int kind = -1; // alike: the same number; -1: like no other
        bool identified = false; // has the name that others refer to
        bool refers = false; // it, or what is inside
        bool leftOut = false; // it, or what it is inside of
        bool first = false; // of what is left out
    };

    const ConfElement &at(int element) const { return m_document.elements().at(element); }
    const VocabularyElement &word(int element) const
    {
        return m_vocabulary.element(m_words.at(element));
    }

    const Shape &shapeOf(int element)
    {
        const ConfElement &there = at(element);
        Shape &shape = m_shapes[m_words.at(element)];
        const bool same = shape.names.size() == there.attributes.size()
            && std::equal(shape.names.cbegin(), shape.names.cend(), there.attributes.cbegin(),
                          [](const QString &name, const auto &a) { return name == a.name; });
        if (same && !shape.names.isEmpty())
            return shape;
        shape = {};
        for (const ConfAttribute &attribute : there.attributes) {
            shape.names << attribute.name;
            shape.words << wordOf(word(element), attribute.name);
        }
        return shape;
    }

    static int wordOf(const VocabularyElement &element, const QString &name)
    {
        const VocabularyAttribute *known = element.attribute(name);
        if (known)
            return int(known - element.attributes.constData());
        const bool strange = name.contains(u':') || name.startsWith(QStringLiteral("xml"));
        return element.anyAttribute && !strange ? -1 : -2;
    }

    void countIdentifiers()
    {
        for (int i = 0; i < m_traits.size(); ++i) {
            if (m_words.at(i) < 0)
                continue;
            const Shape &shape = shapeOf(i);
            for (int k = 0; k < shape.words.size(); ++k) {
                const int known = shape.words.at(k);
                if (known >= 0 && word(i).attributes.at(known).kind == ValueKind::Identifier)
                    ++m_identifiers[at(i).attributes.at(k).value.trimmed()];
            }
        }
    }

    // A name that is there once: which it is makes no difference then.
    bool isSound(const QString &name) const
    {
        return isPlainIdentifier(name) && m_identifiers.value(name) == 1;
    }

    void classify(int element)
    {
        m_key.resize(0);
        append(m_key, m_words.at(element));
        if (m_words.at(element) < 0 || !classifyAttributes(element) || !classifyInside(element))
            return;
        Trait &trait = m_traits[element];
        if (trait.identified && trait.refers)
            return;
        auto &[lastKey, lastKind] = m_lastKinds[m_words.at(element)];
        if (lastKey != m_key) {
            lastKey = QByteArray(m_key.constData(), m_key.size());
            const auto known = m_kinds.constFind(lastKey);
            lastKind = known != m_kinds.constEnd() ? *known : int(m_kinds.size());
            if (known == m_kinds.constEnd())
                m_kinds.insert(lastKey, lastKind);
        }
        trait.kind = lastKind;
    }

    bool classifyAttributes(int element)
    {
        const Shape &shape = shapeOf(element);
        for (int k = 0; k < shape.words.size(); ++k) {
            if (shape.words.at(k) == -2)
                return false;
            if (shape.words.at(k) >= 0
                && !classifyValue(element, at(element).attributes.at(k), shape.words.at(k)))
                return false;
        }
        return true;
    }

    bool classifyValue(int element, const ConfAttribute &attribute, int index)
    {
        const VocabularyAttribute &known = word(element).attributes.at(index);
        if (attribute.value.size() != attribute.valueRange.size) // written in another way
            return false;
        switch (known.kind) {
        case ValueKind::Text:
            if (known.required)
                append(m_key, index);
            return true;
        case ValueKind::PositiveInteger:
            append(m_key, index);
            if (!isPlainNumber(attribute.value))
                append(m_key, attribute.value);
            return true;
        case ValueKind::Choice:
            append(m_key, index);
            append(m_key, attribute.value);
            return true;
        case ValueKind::Identifier:
        case ValueKind::Reference:
            append(m_key, index);
            m_traits[element].identified |= known.kind == ValueKind::Identifier;
            m_traits[element].refers |= known.kind == ValueKind::Reference;
            return isSound(attribute.value);
        }
        return false;
    }

    bool classifyInside(int element)
    {
        const ConfElement &there = at(element);
        if (there.empty)
            return true;
        if (there.children.size() > mostChildren)
            return false;
        qsizetype from = there.startTag.end();
        for (const int child : there.children) {
            const Trait &inside = m_traits.at(child);
            if (inside.kind < 0 || inside.identified || !isBlankUpTo(from, at(child).whole.start))
                return false;
            append(m_key, inside.kind);
            m_traits[element].refers |= inside.refers;
            from = at(child).whole.end();
        }
        const qsizetype end = m_document.text().lastIndexOf(u'<', there.whole.end() - 1);
        return isBlankUpTo(from, end);
    }

    bool isBlankUpTo(qsizetype from, qsizetype end) const
    {
        return isBlank(QStringView(m_document.text()).sliced(from, end - from));
    }

    bool mayRepeat(int element)
    {
        const ConfElement &there = at(element);
        const int parent = m_words.at(there.parent);
        if (parent < 0)
            return false;
        if (parent != m_askedParent || there.name != m_askedName) {
            m_askedParent = parent;
            m_askedName = there.name;
            const VocabularyChild *child = m_vocabulary.child(parent, there.name);
            m_repeats = child && child->repeats;
        }
        return m_repeats;
    }

    // Those that others refer to when the references that are left are known.
    void leaveOut(bool identified)
    {
        QSet<std::pair<int, int>> seen;
        std::pair<int, int> last{-1, -1};
        for (int i = 1; i < m_traits.size(); ++i) {
            Trait &trait = m_traits[i];
            trait.leftOut = trait.leftOut || m_traits.at(at(i).parent).leftOut;
            if (trait.leftOut || trait.kind < 0 || trait.identified != identified || !mayRepeat(i))
                continue;
            if (identified && isReferredTo(i))
                continue;
            const std::pair<int, int> one{at(i).parent, trait.kind};
            const auto before = seen.size();
            if (one != last)
                seen.insert(one);
            last = one;
            trait.first = trait.leftOut = seen.size() == before;
        }
    }

    void collectReferences()
    {
        for (int i = 0; i < m_traits.size(); ++i) {
            if (m_traits.at(i).leftOut || m_words.at(i) < 0)
                continue;
            for (const ConfAttribute &attribute : at(i).attributes) {
                const VocabularyAttribute *known = word(i).attribute(attribute.name);
                if (known && known->kind == ValueKind::Reference)
                    m_references.insert(attribute.value.trimmed());
            }
        }
    }

    bool isReferredTo(int element)
    {
        const auto &attributes = at(element).attributes;
        return std::any_of(attributes.cbegin(), attributes.cend(), [&](const ConfAttribute &one) {
            const VocabularyAttribute *known = word(element).attribute(one.name);
            return known && known->kind == ValueKind::Identifier
                && m_references.contains(one.value.trimmed());
        });
    }

    std::optional<Document> rest() const
    {
        QString text;
        qsizetype from = 0;
        for (int i = 1; i < m_traits.size(); ++i) {
            if (!m_traits.at(i).first)
                continue;
            text += QStringView(m_document.text()).sliced(from, at(i).whole.start - from);
            from = at(i).whole.end();
        }
        if (from == 0)
            return std::nullopt;
        text += QStringView(m_document.text()).sliced(from);
        const Expected<Document> left = Document::fromBytes(m_document.encoded(text));
        return left ? std::optional(*left) : std::nullopt;
    }

    const Document &m_document;
    const Vocabulary &m_vocabulary;
    const QList<int> m_words;
    QList<Trait> m_traits;
    QHash<int, Shape> m_shapes; // by word
    QHash<int, std::pair<QByteArray, int>> m_lastKinds; // by word: most are like the one before
    QHash<QString, int> m_identifiers; // how often each is there
    QHash<QByteArray, int> m_kinds;
    QByteArray m_key;
    QSet<QString> m_references;
    int m_askedParent = -1;
    QString m_askedName;
    bool m_repeats = false;
};
} // namespace

std::optional<Document> withoutRepetitions(const Document &document)
{
    return SchemaReduction(document).reduced();
}
} // namespace Core
