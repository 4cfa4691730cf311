// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/linediff.h"

#include <QString>

namespace Gui
{
// What became of a line. Nothing: no line stands there on this side. Gap: lines alike, left out.
enum class DiffKind : quint8 { Same, Removed, Added, Changed, Nothing, Gap };
QChar diffSign(DiffKind kind); // before the line, so that no one needs the colour

struct DiffCell {
    DiffKind kind = DiffKind::Nothing;
    int line = -1; // from 0; -1: none
    QString text; // passwords masked
    QList<Core::LinePart> marks; // of the text
};
// A row of a comparison: a cell for each side, of which the unified view has one.
struct DiffRow {
    QList<DiffCell> cells;
    int hidden = 0; // lines that a gap stands for
    bool conflict = false; // three ways: both changed it, and not alike
    int otherLine = -1; // unified: the line's number in the text after, as cells[0].line before
};
using DiffRows = QList<DiffRow>;

// Of two texts, or of the opened one and what two persons made of it: only lines near a change.
// Texts need not be well-formed; no password is in any row. Pure; any thread.
DiffRows sideBySide(const QString &before, const QString &after);
DiffRows unified(const QString &before, const QString &after);
DiffRows threeWays(const QString &opened, const QString &mine, const QString &theirs);
} // namespace Gui
