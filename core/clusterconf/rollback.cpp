// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/rollback.h"

#include "core/clusterconf/edit.h"
#include "core/clusterconf/keptconf.h"
#include "core/clusterconf/secretmask.h"

#include <QRegularExpression>

#include <algorithm>

namespace Core
{
namespace
{
// By the text alone, so that it finds them in a comment and in a broken file too.
SecretPlace placeIn(const QString &text, TextRange secret)
{
    static const QRegularExpression nameOf(
        QStringLiteral(R"x(\sname\s*=\s*(?:"([^"]*)"|'([^']*)'))x"));
    static const QRegularExpression attribute(QStringLiteral(R"(([\w.-]+)\s*=\s*["']?$)"));
    static const QRegularExpression element(QStringLiteral(R"(^<([\w.:-]+))"));
    const qsizetype begin = std::max<qsizetype>(0, text.lastIndexOf(u'<', secret.start));
    const qsizetype close = text.indexOf(u'>', secret.end());
    const QString tag = text.mid(begin, close < 0 ? -1 : close - begin);
    const QRegularExpressionMatch owner = nameOf.match(tag);
    return {element.match(tag).captured(1),
            owner.hasMatch() ? owner.captured(owner.lastCapturedIndex()) : QString(),
            attribute.match(text.mid(begin, secret.start - begin)).captured(1)};
}

using Secrets = QHash<SecretPlace, QString>; // as written between the quotes

Secrets secretsOf(const QByteArray &bytes)
{
    static const QRegularExpression torn(QStringLiteral("[<>\\n]"));
    const QString text = decodedConf(bytes);
    Secrets found;
    for (const TextRange &range : secretRanges(text)) {
        const QString value = text.mid(range.start, range.size);
        const SecretPlace place = placeIn(text, range);
        if (!value.contains(torn) && !found.contains(place)) // a quote that is not closed
            found.insert(place, value);
    }
    return found;
}

QString escaped(QString value)
{
    return value.replace(u'&', QStringLiteral("&amp;"))
        .replace(u'<', QStringLiteral("&lt;"))
        .replace(u'"', QStringLiteral("&quot;"))
        .replace(u'\'', QStringLiteral("&apos;"));
}

// Where passwords are looked for, the best first.
QList<Secrets> sources(const QByteArrayList &current, const Secrets &given)
{
    QList<Secrets> all(1);
    for (auto one = given.begin(); one != given.end(); ++one)
        all.first().insert(one.key(), escaped(one.value()));
    for (const QByteArray &bytes : current)
        all << secretsOf(bytes);
    return all;
}

std::optional<QString> secretOf(const SecretPlace &place, const QList<Secrets> &all)
{
    for (const Secrets &secrets : all) {
        if (const auto found = secrets.constFind(place); found != secrets.constEnd())
            return *found;
    }
    // On <fencedevice> in one version and on its <device> in the other.
    for (const Secrets &secrets : all) {
        for (auto one = secrets.begin(); one != secrets.end(); ++one) {
            if (one.key().owner == place.owner && one.key().attribute == place.attribute
                && !place.owner.isEmpty())
                return one.value();
        }
    }
    return std::nullopt;
}

bool isInElement(const Document &document, TextRange range)
{
    return std::any_of(document.elements().begin(), document.elements().end(),
                       [&](const ConfElement &element) {
                           return std::any_of(element.attributes.begin(), element.attributes.end(),
                                              [&](const ConfAttribute &attribute) {
                                                  return attribute.valueRange.start == range.start;
                                              });
                       });
}

// What a mark stands for in its own quotes.
TextEdit filledIn(const Document &document, TextRange mark, QString secret)
{
    const QChar quote = mark.start > 0 ? document.text().at(mark.start - 1) : QChar();
    if (quote == u'"')
        secret.replace(u'"', QStringLiteral("&quot;"));
    else if (quote == u'\'')
        secret.replace(u'\'', QStringLiteral("&apos;"));
    return {mark.start, mark.size, secret};
}
} // namespace

size_t qHash(const SecretPlace &place, size_t seed)
{
    return qHashMulti(seed, place.element, place.owner, place.attribute);
}

Message placeText(const SecretPlace &place)
{
    return message(QT_TRANSLATE_NOOP("Core", "%1 of %2"),
                   {place.attribute, place.owner.isEmpty() ? place.element : place.owner});
}

Expected<Rollback> rolledBack(const QByteArray &kept, const QByteArrayList &current,
                              quint32 highestKnown, const QHash<SecretPlace, QString> &given)
{
    const Expected<Document> former = Document::fromBytes(kept);
    if (!former)
        return tl::unexpected(former.error());
    const QList<Secrets> all = sources(current, given);
    Rollback rollback;
    QList<TextEdit> edits;
    for (const TextRange &mark : secretRanges(former->text())) {
        if (!QStringView(former->text()).sliced(mark.start, mark.size).startsWith(u"***"))
            continue;
        const SecretPlace place = placeIn(former->text(), mark);
        if (const std::optional<QString> secret = secretOf(place, all))
            edits << filledIn(*former, mark, *secret);
        else if (isInElement(*former, mark) && !rollback.missing.contains(place))
            rollback.missing << place;
    }
    const Expected<Document> filled = edited(*former, edits);
    if (!filled)
        return tl::unexpected(filled.error());
    const Expected<TextEdit> raised = raisedVersion(*filled, highestKnown);
    if (!raised)
        return tl::unexpected(raised.error());
    const Expected<Document> whole = edited(*filled, {*raised});
    if (!whole)
        return tl::unexpected(whole.error());
    rollback.number = whole->root().value(u"config_version").toUInt();
    if (rollback.missing.isEmpty())
        rollback.text = whole->bytes();
    return rollback;
}
} // namespace Core
