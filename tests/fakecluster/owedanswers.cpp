// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakecluster/owedanswers.h"

#include "core/collect/probescript.h"

#include <algorithm>

namespace Testing
{
void OwedAnswers::asked(const QByteArray &line)
{
    m_owed += int(line.simplified().count(' ')) + 1;
}

void OwedAnswers::told(const QByteArray &bytes)
{
    m_rest += bytes;
    while (!m_rest.isEmpty()) {
        const qsizetype skipped = std::min(m_skip, m_rest.size());
        m_rest.remove(0, skipped);
        m_skip -= skipped;
        const qsizetype end = m_rest.indexOf('\n');
        if (m_skip > 0 || end < 0)
            return;
        takeLine(m_rest.left(end));
        m_rest.remove(0, end + 1);
    }
}

// Noise of a banner or a broadcast counts for nothing.
void OwedAnswers::takeLine(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    const bool hello = words.size() == 3 && words.at(1) == "1";
    const bool answer = m_greeted && words.size() >= 4;
    if (!m_greeted && !hello)
        return;
    m_greeted = true;
    if (hello || answer || line == "!")
        --m_owed;
    if (answer && Core::timedOut(words.at(1).toInt()))
        m_owed = 0; // the script left the line
    if (answer && words.size() == 5)
        m_skip = words.at(3).toLongLong() + words.at(4).toLongLong() + 1;
}
} // namespace Testing
