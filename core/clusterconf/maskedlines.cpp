// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/maskedlines.h"

#include <algorithm>

namespace Core
{
namespace
{
const QString mask = QStringLiteral("***");
}

MaskedLines::MaskedLines(QStringView text)
{
    const QList<TextRange> secrets = secretRanges(text);
    auto secret = secrets.cbegin();
    for (const QStringView line : linesOf(text)) {
        const qsizetype start = line.data() - text.data();
        Line own{line.toString(), {}};
        // One that goes over the end of the line is in the next one, too.
        for (auto one = secret; one != secrets.cend() && one->start < start + line.size(); ++one) {
            const qsizetype from = std::max(one->start - start, qsizetype(0));
            const qsizetype end = std::min(one->end() - start, line.size());
            if (end > from)
                own.secrets.append({from, end - from});
        }
        while (secret != secrets.cend() && secret->end() <= start + line.size())
            ++secret;
        m_lines.append(own);
    }
}

QString MaskedLines::line(int index) const
{
    const Line &own = m_lines.at(index);
    QString shown;
    qsizetype at = 0;
    for (const LinePart &secret : own.secrets) {
        shown += QStringView(own.text).sliced(at, secret.start - at);
        shown += mask;
        at = secret.start + secret.size;
    }
    shown += QStringView(own.text).sliced(at);
    return shown;
}

LinePart MaskedLines::shown(int index, const LinePart &part) const
{
    const auto place = [&](qsizetype at, bool isEnd) {
        qsizetype moved = 0;
        for (const LinePart &secret : m_lines.at(index).secrets) {
            const qsizetype end = secret.start + secret.size;
            if (at >= end)
                moved += mask.size() - secret.size;
            else if (at > secret.start)
                return secret.start + moved + (isEnd ? mask.size() : 0);
        }
        return at + moved;
    };
    const qsizetype from = place(part.start, false);
    return {from, place(part.start + part.size, true) - from};
}
} // namespace Core
