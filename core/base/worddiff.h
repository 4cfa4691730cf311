// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/linediff.h"

namespace Core
{
struct WordMarks {
    QList<LinePart> before;
    QList<LinePart> after;
};

// Middle: all between the first and the last difference is one mark, which is quick.
enum class Detail : quint8 { Words, Middle };

// The words that differ in two versions of a line; a word is a run of letters, digits, '_' and
// '-', or a run of blanks, or one other character. None when they have little in common, or when a
// line is longer than anybody reads (16384 characters).
WordMarks wordMarks(QStringView before, QStringView after, Detail detail = Detail::Words);

// From 0 (nothing in common, or too little to be the same line) to 1; blanks do not count.
double wordLikeness(QStringView before, QStringView after);
} // namespace Core
