// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/i18n/translationrules.h"

#include <QRegularExpression>

namespace I18n
{
using namespace Qt::StringLiterals;

namespace
{
constexpr int pluralForms = 2; // of English and of French

QList<QString> sortedMatches(const QRegularExpression &expression, const QString &text)
{
    QList<QString> found;
    for (const QRegularExpressionMatch &match : expression.globalMatch(text))
        found.append(match.captured());
    found.sort();
    return found;
}

QList<QString> placeholders(const QString &text)
{
    static const QRegularExpression expression(u"%(?:L?\\d{1,2}|L?n)"_s);
    return sortedMatches(expression, text);
}

QList<QString> tags(const QString &text)
{
    static const QRegularExpression expression(u"</?[a-z][^>]*>"_s);
    return sortedMatches(expression, text);
}

// "&Open" has a key, "R && D" and "&lt;" have none.
qsizetype mnemonics(const QString &text)
{
    static const QRegularExpression expression(u"(?<!&)&(?!&|\\w+;|\\s|$)"_s);
    return sortedMatches(expression, text).size();
}

bool isNoBreak(QChar c)
{
    return c == QChar(0x00a0) || c == QChar(0x202f);
}

// A colon inside a word is an address, a time or a service's name, not punctuation.
bool isPunctuation(const QString &text, qsizetype at)
{
    const QChar next = at + 1 < text.size() ? text[at + 1] : QChar(u' ');
    const bool ends = next.isSpace() || isNoBreak(next) || next == u'<' || next == u'"'
        || next == u'.' || next == u')' || next == QChar(0x00bb);
    const bool repeats = at > 0 && u":;!?"_s.contains(text[at - 1]);
    return at > 0 && ends && !repeats;
}

QString excerpt(const QString &text, qsizetype at)
{
    return text.mid(qMax<qsizetype>(0, at - 12), 24);
}

void checkPunctuation(const QString &text, QList<QString> &complaints)
{
    static const QRegularExpression entity(u"&\\w+;$"_s);
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!u":;!?"_s.contains(text[at]) || !isPunctuation(text, at) || isNoBreak(text[at - 1]))
            continue;
        if (text[at] == u';' && text.left(at + 1).contains(entity))
            continue;
        complaints.append(
            u"no no-break space before \"%1\": \"%2\""_s.arg(text[at]).arg(excerpt(text, at)));
    }
}

// "%1 %": the sign after a number or after a placeholder, not a placeholder itself.
void checkPercent(const QString &text, QList<QString> &complaints)
{
    static const QRegularExpression percent(u"(?:\\d|%L?n)([ ]?)%(?![\\dLn])"_s);
    for (const QRegularExpressionMatch &match : percent.globalMatch(text))
        complaints.append(
            u"no no-break space before \"%\": \"%1\""_s.arg(excerpt(text, match.capturedStart())));
}

void checkQuotes(const QString &text, QList<QString> &complaints)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool opens = text[at] == QChar(0x00ab);
        const bool closes = text[at] == QChar(0x00bb);
        const qsizetype inside = opens ? at + 1 : at - 1;
        if ((opens || closes) && (inside < 0 || inside >= text.size() || !isNoBreak(text[inside])))
            complaints.append(u"no no-break space inside « »: \"%1\""_s.arg(excerpt(text, at)));
    }
}

QString lost(const QString &what, const QString &source, const QString &form)
{
    return u"%1 of \"%2\" and \"%3\" differ"_s.arg(what, source, form);
}
} // namespace

QList<QString> checkFrench(const QString &text)
{
    QList<QString> complaints;
    checkPunctuation(text, complaints);
    checkPercent(text, complaints);
    checkQuotes(text, complaints);
    if (text.contains(u"noeud", Qt::CaseInsensitive))
        complaints.append(u"nœud is written with its ligature: \"%1\""_s.arg(text));
    return complaints;
}

QList<QString> checkEntry(const Entry &entry, const QString &language)
{
    QList<QString> complaints;
    if (!entry.finished)
        return complaints;
    if (entry.plural && entry.forms.size() != pluralForms)
        complaints.append(u"\"%1\" has %2 plural forms, not %3"_s.arg(entry.source)
                              .arg(entry.forms.size())
                              .arg(pluralForms));
    for (const QString &form : entry.forms) {
        if (form.isEmpty())
            complaints.append(u"\"%1\" has an empty form"_s.arg(entry.source));
        if (placeholders(form) != placeholders(entry.source))
            complaints.append(lost(u"the placeholders"_s, entry.source, form));
        if (mnemonics(form) != mnemonics(entry.source))
            complaints.append(lost(u"the keys after &"_s, entry.source, form));
        if (tags(form) != tags(entry.source))
            complaints.append(lost(u"the tags"_s, entry.source, form));
        if (language.startsWith(u"fr"))
            complaints += checkFrench(form);
    }
    return complaints;
}
} // namespace I18n
