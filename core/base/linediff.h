// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace Core
{
// A stretch of one line, in QChars from its start.
struct LinePart {
    qsizetype start = 0;
    qsizetype size = 0;
    friend bool operator==(const LinePart &, const LinePart &) = default;
};

// A row of the side-by-side view; line numbers count from 0, -1: nothing stands on that side.
// Both there: the same line, changed; its words that differ are marked. A row of two lines that
// have little in common has no marks.
struct LineRow {
    int before = -1;
    int after = -1;
    QList<LinePart> marksBefore;
    QList<LinePart> marksAfter;
    friend bool operator==(const LineRow &, const LineRow &) = default;
};

// Neighbouring lines that were removed, added or changed; between two hunks both texts are alike.
struct LineHunk {
    int before = 0; // first line, from 0; with a count of 0: it stands in front of that line
    int beforeCount = 0;
    int after = 0;
    int afterCount = 0;
    QList<LineRow> rows; // each line of the hunk once, in order
    friend bool operator==(const LineHunk &, const LineHunk &) = default;
};

// The lines without '\n'; a carriage return stays. A line end at the very end starts no line.
QList<QStringView> linesOf(QStringView text);

// What differs, by line. A last line without its line end differs from one with it. The smallest
// set of changes for texts that resemble each other; for large ones that share only lines which
// stand there many times, some change that is right but not the smallest, so that two texts of
// 10,000 lines never take long. Any thread.
QList<LineHunk> lineDiff(QStringView before, QStringView after);
} // namespace Core
