// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/secretmask.h"

#include <QRegularExpression>

namespace Core
{
namespace
{
bool saysPassword(QStringView name)
{
    constexpr QStringView said = u"passw";
    for (qsizetype at = 0; at + said.size() <= name.size(); ++at) {
        if ((name[at] == u'p' || name[at] == u'P')
            && name.sliced(at, said.size()).compare(said, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}
} // namespace

// By hand: it is asked for each attribute of a file at each keystroke.
bool isSecret(QStringView attributeName)
{
    const auto is
        = [&](QStringView word) { return attributeName.compare(word, Qt::CaseInsensitive) == 0; };
    return (saysPassword(attributeName) && !attributeName.endsWith(u"_script")) || is(u"community")
        || is(u"hexadecimal_kg") || is(u"secret");
}

QList<TextRange> secretRanges(QStringView text)
{
    // The quotes do not belong to the value; one that is not closed ends with the text.
    static const QRegularExpression pairs(
        QStringLiteral(R"(([\w.-]*(?:passw\w*|community|hexadecimal_kg|secret))\s*=\s*)"
                       R"((?:"([^"]*)|'([^']*)|([^\s>"'/]+)))"),
        QRegularExpression::CaseInsensitiveOption);
    const QString all = QString::fromRawData(text.data(), text.size());
    QList<TextRange> found;
    for (auto matches = pairs.globalMatch(all); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const int value = match.lastCapturedIndex();
        if (isSecret(match.capturedView(1)) && match.capturedLength(value) > 0)
            found.append({match.capturedStart(value), match.capturedLength(value)});
    }
    return found;
}

QString masked(const QString &text)
{
    QString shown;
    qsizetype at = 0;
    for (const TextRange &secret : secretRanges(text)) {
        shown += QStringView(text).sliced(at, secret.start - at);
        shown += QStringLiteral("***");
        shown += QString(QStringView(text).sliced(secret.start, secret.size).count(u'\n'), u'\n');
        at = secret.end();
    }
    shown += QStringView(text).sliced(at);
    return shown;
}
} // namespace Core
