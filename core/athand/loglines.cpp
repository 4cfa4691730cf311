// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/loglines.h"

namespace Core
{
namespace
{
constexpr qsizetype longest = 4096; // bytes
// More is held than is shown, so that a secret at the cut is still found as a whole.
constexpr qsizetype held = 2 * longest;

bool turnsDirection(QChar c)
{
    const ushort code = c.unicode();
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
        || code == 0x200e || code == 0x200f;
}

bool breaksLine(QChar c)
{
    return c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

QString shown(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    for (QChar &c : text) {
        const bool control = c.category() == QChar::Other_Control && c != u'\t';
        if (control || turnsDirection(c) || breaksLine(c))
            c = QChar::ReplacementCharacter;
    }
    return text;
}

// A cut inside a character would show as garbage that the log does not have.
void dropHalfCharacter(QByteArray &bytes)
{
    qsizetype at = bytes.size();
    while (at > 0 && bytes.size() - at < 4 && (uchar(bytes[at - 1]) & 0xc0) == 0x80)
        --at;
    if (at > 0 && uchar(bytes[at - 1]) >= 0xc0)
        bytes.truncate(at - 1);
}

bool isHeading(QByteArrayView line) // of tail, between files
{
    return line.startsWith("==> ") && line.endsWith(" <==");
}
} // namespace

QStringList LogLines::taken(QByteArrayView bytes)
{
    QStringList lines;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        if (end < 0) {
            keep(bytes);
            break;
        }
        keep(bytes.first(end));
        finish(lines);
        bytes = bytes.sliced(end + 1);
    }
    return lines;
}

QStringList LogLines::rest()
{
    QStringList lines;
    finish(lines);
    return lines;
}

void LogLines::keep(QByteArrayView bytes)
{
    const qsizetype room = held - m_line.size();
    m_line += bytes.first(std::min(room, bytes.size()));
    m_missing += std::max<qsizetype>(bytes.size() - room, 0);
}

void LogLines::finish(QStringList &lines)
{
    QByteArray line = std::exchange(m_line, {});
    qint64 missing = std::exchange(m_missing, 0);
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty() || isHeading(line))
        return;
    line = m_redactor(line);
    if (line.size() > longest) {
        missing += line.size() - longest;
        line.truncate(longest);
        dropHalfCharacter(line);
    }
    QString text = shown(line);
    if (missing > 0)
        text += QStringLiteral("… +%1").arg(missing);
    lines << text;
}
} // namespace Core
