// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/completion.h"

#include "core/clusterconf/gloss.h"
#include "core/clusterconf/vocabulary.h"

#include <QRegularExpression>

namespace Core
{
namespace
{
// The text before the caret, as far as it tells what is open there.
struct Place {
    QStringList open; // elements around the caret, the outermost first
    qsizetype tag = -1; // '<' of the tag the caret is in; -1: between tags
};

qsizetype skipped(const QString &text, qsizetype at, qsizetype caret)
{
    for (const auto &[begin, end] : {std::pair(QStringLiteral("<!--"), QStringLiteral("-->")),
                                     std::pair(QStringLiteral("<?"), QStringLiteral("?>")),
                                     std::pair(QStringLiteral("<!"), QStringLiteral(">"))}) {
        if (!QStringView(text).sliced(at).startsWith(begin))
            continue;
        const qsizetype stop = text.indexOf(end, at);
        return stop < 0 || stop + end.size() > caret ? caret : stop + end.size();
    }
    return at;
}

// Behind the '>' of the tag; -1: the caret comes first. Quoted text may hold a '>'.
qsizetype endOfTag(const QString &text, qsizetype at, qsizetype caret)
{
    QChar quote;
    for (qsizetype i = at + 1; i < caret; ++i) {
        const QChar c = text[i];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'"' || c == u'\'')
            quote = c;
        else if (c == u'>')
            return i + 1;
    }
    return -1;
}

QString nameAt(const QString &text, qsizetype at)
{
    static const QRegularExpression name(QStringLiteral("[\\w.:-]*"));
    return name
        .match(text, at, QRegularExpression::NormalMatch,
               QRegularExpression::AnchorAtOffsetMatchOption)
        .captured();
}

Place placeOf(const QString &text, qsizetype caret)
{
    Place place;
    qsizetype at = text.indexOf(u'<');
    while (at >= 0 && at < caret) {
        if (const qsizetype behind = skipped(text, at, caret); behind > at) {
            at = text.indexOf(u'<', behind);
            continue;
        }
        const qsizetype end = endOfTag(text, at, caret);
        if (end < 0) {
            place.tag = at;
            return place;
        }
        if (text.at(at + 1) == u'/') {
            if (!place.open.isEmpty())
                place.open.removeLast();
        } else if (text.at(end - 2) != u'/') {
            place.open << nameAt(text, at + 1);
        }
        at = text.indexOf(u'<', end);
    }
    return place;
}

const VocabularyElement *wordAt(const QStringList &path)
{
    const Vocabulary &vocabulary = Vocabulary::ofClusterConf();
    int word = vocabulary.root();
    if (path.isEmpty() || word < 0 || path.first() != vocabulary.element(word).name)
        return nullptr;
    for (const QString &name : path.mid(1)) {
        const VocabularyChild *child = vocabulary.child(word, name);
        if (!child)
            return nullptr;
        word = child->element;
    }
    return &vocabulary.element(word);
}

void addElements(Completions &completions, const QStringList &open)
{
    completions.kind = Completions::Kind::Element;
    const VocabularyElement *parent = wordAt(open);
    for (const VocabularyChild &child : parent ? parent->children : QList<VocabularyChild>()) {
        const QString name = Vocabulary::ofClusterConf().element(child.element).name;
        completions.words << Completion{name, glossOf(name)};
    }
}

// The names that this attribute may refer to, as they stand in the text.
QStringList referredIn(const QString &text, const QString &element, const QString &attribute)
{
    const bool device = element == QStringLiteral("device") && attribute == QStringLiteral("name");
    const bool domain = attribute == QStringLiteral("domain");
    if (!device && !domain)
        return {};
    const QRegularExpression names(
        QStringLiteral("<%1\\b[^<>]*?\\sname\\s*=\\s*[\"']([^\"'<>]+)")
            .arg(device ? QStringLiteral("fencedevice") : QStringLiteral("failoverdomain")));
    QStringList found;
    for (auto matches = names.globalMatch(text); matches.hasNext();)
        found << matches.next().captured(1);
    return found;
}

void addValues(Completions &completions, const QString &text, const VocabularyElement &element,
               const QString &attribute)
{
    completions.kind = Completions::Kind::Value;
    const VocabularyAttribute *known = element.attribute(attribute);
    for (const QString &value : known ? known->choices : QStringList())
        completions.words << Completion{value, {}};
    for (const QString &value : referredIn(text, element.name, attribute))
        completions.words << Completion{value, {}};
}

void addAttributes(Completions &completions, const QString &tag, const VocabularyElement &element)
{
    completions.kind = Completions::Kind::Attribute;
    for (const VocabularyAttribute &attribute : element.attributes) {
        const QRegularExpression there(
            QStringLiteral("\\s%1\\s*=").arg(QRegularExpression::escape(attribute.name)));
        if (!tag.contains(there))
            completions.words << Completion{attribute.name, glossOf(element.name, attribute.name)};
    }
}
} // namespace

Completions completionsAt(const QString &text, qsizetype caret)
{
    Completions completions;
    completions.from = caret;
    const Place place = placeOf(text, caret);
    if (place.tag < 0)
        return completions;
    const QString tag = text.mid(place.tag, caret - place.tag);
    const QString name = nameAt(text, place.tag + 1);
    completions.from = caret;
    while (completions.from > place.tag + 1 && text[completions.from - 1] != u'"'
           && text[completions.from - 1] != u'\'' && !text[completions.from - 1].isSpace())
        --completions.from;
    if (completions.from == place.tag + 1) {
        addElements(completions, place.open);
        return completions;
    }
    const VocabularyElement *element = wordAt(place.open + QStringList{name});
    static const QRegularExpression inside(
        QStringLiteral("([\\w.:-]+)\\s*=\\s*(?:\"[^\"]*|'[^']*)$"));
    if (const auto value = inside.match(tag); element && value.hasMatch())
        addValues(completions, text, *element, value.captured(1));
    else if (element && text[completions.from - 1].isSpace())
        addAttributes(completions, tag, *element);
    return completions;
}
} // namespace Core
