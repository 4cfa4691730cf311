// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logbuffer.h"

namespace Gui
{
void LogBuffer::add(const QStringList &lines)
{
    for (const QString &line : lines) {
        m_lines.push_back(line);
        m_characters += line.size();
    }
    while (size() > mostLines || m_characters > mostCharacters) {
        m_characters -= m_lines.front().size();
        m_lines.pop_front();
        ++m_forgotten;
    }
}

void LogBuffer::clear()
{
    m_lines.clear();
    m_characters = 0;
    m_forgotten = 0;
}

QStringList LogBuffer::lines(const QString &words) const
{
    QStringList wanted;
    for (const QString &line : m_lines) {
        if (containsWords(line, words))
            wanted << line;
    }
    return wanted;
}

bool containsWords(const QString &line, const QString &words)
{
    return words.isEmpty() || line.contains(words, Qt::CaseInsensitive);
}
} // namespace Gui
