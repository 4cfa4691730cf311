// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confdiffrows.h"

#include "core/clusterconf/maskedlines.h"

#include <algorithm>

namespace Gui
{
namespace
{
using Core::LineHunk;
using Core::LineRow;
using Core::MaskedLines;

constexpr int context = 3; // lines shown around a change

struct Texts {
    Texts(const QString &one, const QString &other)
        : before(one), after(other), hunks(Core::lineDiff(one, other))
    {
    }
    const MaskedLines before;
    const MaskedLines after;
    const QList<LineHunk> hunks;
};

DiffCell cellOf(const MaskedLines &lines, int line, DiffKind kind,
                const QList<Core::LinePart> &marks = {})
{
    if (line < 0)
        return {};
    DiffCell cell{kind, line, lines.line(line), {}};
    for (const Core::LinePart &mark : marks)
        cell.marks << lines.shown(line, mark);
    return cell;
}

DiffRow gapOf(int hidden, int sides)
{
    DiffRow row;
    row.hidden = hidden;
    row.cells.resize(sides);
    for (DiffCell &cell : row.cells)
        cell.kind = DiffKind::Gap;
    return row;
}

// `alike(i)` for the lines from..end of the text after, all but those far from any change.
template <typename Alike>
void addAlike(DiffRows &rows, int from, int end, bool first, bool last, int sides, Alike alike)
{
    const int head = first ? 0 : std::min(context, end - from);
    const int tail = last ? 0 : std::min(context, end - from - head);
    const int hidden = end - from - head - tail;
    for (int i = from; i < from + head; ++i)
        rows << alike(i);
    if (hidden == 1)
        rows << alike(from + head);
    else if (hidden > 1)
        rows << gapOf(hidden, sides);
    for (int i = end - tail; i < end; ++i)
        rows << alike(i);
}

// Both walks go over the text after; what is alike there stands `shift` lines away before.
template <typename Alike, typename Changed>
DiffRows walked(const Texts &texts, int sides, Alike alike, Changed changed)
{
    DiffRows rows;
    int at = 0;
    for (const LineHunk &hunk : texts.hunks) {
        const int shift = hunk.before - hunk.after;
        addAlike(rows, at, hunk.after, at == 0, false, sides,
                 [&](int line) { return alike(line + shift, line); });
        changed(rows, hunk);
        at = hunk.after + hunk.afterCount;
    }
    const int shift = texts.before.count() - texts.after.count();
    addAlike(rows, at, texts.after.count(), at == 0, true, sides,
             [&](int line) { return alike(line + shift, line); });
    return rows;
}

DiffRow pairOf(const Texts &texts, const LineRow &row)
{
    const bool both = row.before >= 0 && row.after >= 0;
    return {{cellOf(texts.before, row.before, both ? DiffKind::Changed : DiffKind::Removed,
                    row.marksBefore),
             cellOf(texts.after, row.after, both ? DiffKind::Changed : DiffKind::Added,
                    row.marksAfter)}};
}

DiffRow single(DiffCell cell, int otherLine)
{
    DiffRow row;
    row.cells << std::move(cell);
    row.otherLine = otherLine;
    return row;
}

// ---- three ways

// What one person changed between two lines of the opened text.
struct Side {
    explicit Side(const QString &opened, const QString &text)
        : lines(text), hunks(Core::lineDiff(opened, text))
    {
    }
    // Where the line that was `line` stands now; of a changed one, where its change begins.
    int placeOf(int line) const
    {
        int shift = 0;
        for (const LineHunk &hunk : hunks) {
            if (hunk.before + hunk.beforeCount > line)
                break;
            shift = hunk.after + hunk.afterCount - hunk.before - hunk.beforeCount;
        }
        return line + shift;
    }
    bool covers(int line) const
    {
        return std::any_of(hunks.begin(), hunks.end(), [line](const LineHunk &hunk) {
            return hunk.before <= line && line < hunk.before + hunk.beforeCount;
        });
    }
    bool changes(int from, int end) const
    {
        return std::any_of(hunks.begin(), hunks.end(), [&](const LineHunk &hunk) {
            return hunk.before >= from && hunk.before + hunk.beforeCount <= end;
        });
    }
    const MaskedLines lines;
    const QList<LineHunk> hunks;
};

struct Region {
    int from = 0; // lines of the opened text
    int end = 0;
};

// Changes of either side, those that touch as one.
QList<Region> regionsOf(const Side &mine, const Side &theirs)
{
    QList<Region> regions;
    for (const LineHunk &hunk : mine.hunks + theirs.hunks)
        regions << Region{hunk.before, hunk.before + hunk.beforeCount};
    std::sort(regions.begin(), regions.end(),
              [](const Region &a, const Region &b) { return a.from < b.from; });
    QList<Region> merged;
    for (const Region &region : std::as_const(regions)) {
        if (!merged.isEmpty() && region.from <= merged.last().end)
            merged.last().end = std::max(merged.last().end, region.end);
        else
            merged << region;
    }
    return merged;
}

// The lines of a side in a region; an insertion at its very start belongs to it.
Region within(const Side &side, const Region &region)
{
    int from = region.from;
    int end = region.end;
    int shift = 0;
    for (const LineHunk &hunk : side.hunks) {
        const bool before
            = hunk.before + hunk.beforeCount <= region.from && hunk.before < region.from;
        if (before)
            shift = hunk.after + hunk.afterCount - hunk.before - hunk.beforeCount;
    }
    from += shift;
    for (const LineHunk &hunk : side.hunks) {
        if (hunk.before >= region.from && hunk.before + hunk.beforeCount <= region.end)
            shift = hunk.after + hunk.afterCount - hunk.before - hunk.beforeCount;
    }
    end += shift;
    return {from, end};
}

void addRegion(DiffRows &rows, const MaskedLines &opened, const Side &mine, const Side &theirs,
               const Region &region)
{
    const Region own = within(mine, region);
    const Region other = within(theirs, region);
    const bool iChanged = mine.changes(region.from, region.end);
    const bool theyChanged = theirs.changes(region.from, region.end);
    QStringList written[2];
    for (int i = own.from; i < own.end; ++i)
        written[0] << mine.lines.line(i);
    for (int i = other.from; i < other.end; ++i)
        written[1] << theirs.lines.line(i);
    const auto cell = [](const MaskedLines &lines, const Region &part, int i, DiffKind kind) {
        return part.from + i < part.end ? cellOf(lines, part.from + i, kind) : DiffCell();
    };
    const auto kindOf = [&](bool changed) {
        if (!changed)
            return DiffKind::Same;
        return region.from == region.end ? DiffKind::Added : DiffKind::Changed;
    };
    const int size = region.end - region.from;
    const int count = std::max({size, own.end - own.from, other.end - other.from});
    // Where no line came or went each one can be told for itself.
    const bool aligned = own.end - own.from == size && other.end - other.from == size;
    for (int i = 0; i < count; ++i) {
        const bool mineHere = aligned ? mine.covers(region.from + i) : iChanged;
        const bool theirsHere = aligned ? theirs.covers(region.from + i) : theyChanged;
        DiffRow row;
        row.conflict = mineHere && theirsHere
            && (aligned ? written[0].at(i) != written[1].at(i) : written[0] != written[1]);
        row.cells
            = {cell(mine.lines, own, i, kindOf(mineHere)),
               cell(opened, region, i, mineHere || theirsHere ? DiffKind::Removed : DiffKind::Same),
               cell(theirs.lines, other, i, kindOf(theirsHere))};
        rows << row;
    }
}
} // namespace

QChar diffSign(DiffKind kind)
{
    switch (kind) {
    case DiffKind::Removed:
        return QChar(0x2212); // minus
    case DiffKind::Added:
        return u'+';
    case DiffKind::Changed:
        return QChar(0x2260); // not equal
    case DiffKind::Same:
    case DiffKind::Nothing:
    case DiffKind::Gap:
        return u' ';
    }
    return u' ';
}

DiffRows sideBySide(const QString &before, const QString &after)
{
    const Texts texts(before, after);
    return walked(
        texts, 2,
        [&](int was, int is) {
            return DiffRow{{cellOf(texts.before, was, DiffKind::Same),
                            cellOf(texts.after, is, DiffKind::Same)}};
        },
        [&](DiffRows &rows, const LineHunk &hunk) {
            for (const LineRow &row : hunk.rows)
                rows << pairOf(texts, row);
        });
}

DiffRows unified(const QString &before, const QString &after)
{
    const Texts texts(before, after);
    return walked(
        texts, 1,
        [&](int was, int is) {
            DiffCell cell = cellOf(texts.after, is, DiffKind::Same);
            cell.line = was;
            return single(cell, is);
        },
        [&](DiffRows &rows, const LineHunk &hunk) {
            for (const LineRow &row : hunk.rows) {
                if (row.before >= 0)
                    rows << single(
                        cellOf(texts.before, row.before, DiffKind::Removed, row.marksBefore), -1);
            }
            for (const LineRow &row : hunk.rows) {
                if (row.after < 0)
                    continue;
                DiffCell cell = cellOf(texts.after, row.after, DiffKind::Added, row.marksAfter);
                cell.line = -1;
                rows << single(cell, row.after);
            }
        });
}

DiffRows threeWays(const QString &opened, const QString &mine, const QString &theirs)
{
    const MaskedLines lines(opened);
    const Side own(opened, mine);
    const Side other(opened, theirs);
    DiffRows rows;
    int at = 0;
    const auto alike = [&](int line) {
        return DiffRow{{cellOf(own.lines, own.placeOf(line), DiffKind::Same),
                        cellOf(lines, line, DiffKind::Same),
                        cellOf(other.lines, other.placeOf(line), DiffKind::Same)}};
    };
    for (const Region &region : regionsOf(own, other)) {
        addAlike(rows, at, region.from, at == 0, false, 3, alike);
        addRegion(rows, lines, own, other, region);
        at = region.end;
    }
    addAlike(rows, at, lines.count(), at == 0, true, 3, alike);
    return rows;
}
} // namespace Gui
