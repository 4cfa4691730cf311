// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <deque>

namespace Gui
{
// The newest lines of a log, within bounds of memory: what is beyond them is forgotten, the oldest
// first.
class LogBuffer
{
public:
    static constexpr qsizetype mostLines = 10'000;
    static constexpr qsizetype mostCharacters = 4'000'000;

    void add(const QStringList &lines);
    void clear();
    qsizetype size() const { return qsizetype(m_lines.size()); }
    qint64 forgotten() const { return m_forgotten; }
    // In order; words: only lines that contain them, case aside. Empty: all.
    QStringList lines(const QString &words = {}) const;

private:
    std::deque<QString> m_lines;
    qsizetype m_characters = 0;
    qint64 m_forgotten = 0;
};
bool containsWords(const QString &line, const QString &words);
} // namespace Gui
