// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/redactor.h"

#include "core/base/log.h"
#include "core/clusterconf/secretmask.h"

#include <QSet>

#include <algorithm>

namespace Core
{
namespace
{
constexpr qsizetype shortest = 3;

QString decoded(QString value)
{
    value.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
    value.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    value.replace(QStringLiteral("&quot;"), QStringLiteral("\""));
    value.replace(QStringLiteral("&apos;"), QStringLiteral("'"));
    return value.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}
} // namespace

Redactor::Redactor(QByteArrayList secrets)
{
    for (QByteArray &secret : secrets) {
        if (secret.size() >= shortest)
            m_secrets << std::move(secret);
    }
    std::sort(m_secrets.begin(), m_secrets.end(), [](const QByteArray &a, const QByteArray &b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    m_secrets.erase(std::unique(m_secrets.begin(), m_secrets.end()), m_secrets.end());
}

// The known ones first: a pattern may stop in the middle of one.
QByteArray Redactor::operator()(const QByteArray &text) const
{
    QByteArray clean = text;
    for (const QByteArray &secret : m_secrets)
        clean.replace(secret, "***");
    return redacted(clean);
}

QByteArrayList secretsIn(const QByteArrayList &clusterConfs)
{
    QSet<QByteArray> secrets;
    for (const QByteArray &bytes : clusterConfs) {
        const QString text = QString::fromUtf8(bytes);
        for (const TextRange &range : secretRanges(text)) {
            const QString value = text.mid(range.start, range.size);
            secrets << value.toUtf8() << decoded(value).toUtf8();
        }
    }
    return {secrets.cbegin(), secrets.cend()};
}
} // namespace Core
