// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/keptconf.h"

#include "core/clusterconf/reader.h"
#include "core/clusterconf/secretmask.h"

#include <QRegularExpression>

namespace Core
{
namespace
{
// A password whose "=" or first quote was lost while somebody typed.
QString maskedRoughly(QString text)
{
    static const QRegularExpression words(
        QStringLiteral(R"(((?<!["'])\b[\w.-]*(?:passw\w*|community|hexadecimal_kg|secret)\b)"
                       R"([ \t]*[=:]?[ \t]*["']?)([^\s"'<>=/]+))"),
        QRegularExpression::CaseInsensitiveOption);
    return text.replace(words, QStringLiteral("\\1***"));
}

// Where the version stands in a text that no reader takes.
std::optional<quint32> roughVersion(const QString &text)
{
    static const QRegularExpression version(
        QStringLiteral(R"(config_version\s*=\s*["']?(\d{1,10}))"));
    bool good = false;
    const quint32 number = version.match(text).captured(1).toUInt(&good);
    return good && number > 0 ? std::optional(number) : std::nullopt;
}
} // namespace

KeptConf keptConf(QByteArrayView bytes)
{
    KeptConf kept;
    kept.bytes = bytes.size();
    if (bytes.contains('\0'))
        return kept;
    // Latin 1 there and back keeps every byte, whatever the file's encoding; the names of secrets
    // are ASCII.
    const QString latin = QString::fromLatin1(bytes);
    const Expected<Document> document = Document::fromBytes(bytes);
    kept.wellFormed = document.has_value();
    if (document) {
        const std::optional<quint32> number = clusterConfigOf(*document).version;
        if (number.value_or(0) > 0)
            kept.number = number;
        kept.text = masked(latin).toLatin1();
    } else {
        kept.number = roughVersion(latin);
        kept.text = maskedRoughly(masked(latin)).toLatin1();
    }
    return kept;
}

QString decodedConf(QByteArrayView bytes)
{
    const QString utf8 = QString::fromUtf8(bytes);
    return utf8.contains(QChar::ReplacementCharacter) ? QString::fromLatin1(bytes) : utf8;
}
} // namespace Core
