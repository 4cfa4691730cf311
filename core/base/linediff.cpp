// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/linediff.h"

#include "core/base/sequencediff.h"
#include "core/base/worddiff.h"

#include <QHash>

#include <algorithm>

namespace Core
{
namespace
{
// With its line end, so that a missing one at the end of the text is a difference.
QList<QStringView> wholeLines(QStringView text)
{
    QList<QStringView> lines;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf(u'\n', from);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.append(text.sliced(from, next - from));
        from = next;
    }
    return lines;
}

QStringView withoutEnd(QStringView line)
{
    return line.endsWith(u'\n') ? line.chopped(1) : line;
}

// One number a different line, over both texts.
class LineNumbers
{
public:
    std::vector<int> of(const QList<QStringView> &lines)
    {
        std::vector<int> numbers;
        numbers.reserve(size_t(lines.size()));
        for (const QStringView line : lines)
            numbers.push_back(numberOf(line));
        return numbers;
    }

private:
    int numberOf(QStringView line)
    {
        const auto found = m_known.constFind(line);
        return found == m_known.constEnd() ? *m_known.insert(line, int(m_known.size())) : *found;
    }
    QHash<QStringView, int> m_known;
};

// Comparing each line with each, and word by word, is for changes that somebody reads, not for
// another file: what is beyond this is paired in order and marked coarsely.
struct Effort {
    int comparisons = 1'500; // of two lines
    int rows = 400; // marked word by word
};

struct Texts {
    const QList<QStringView> &before;
    const QList<QStringView> &after;
    Effort &effort;
};

LineRow paired(const Texts &texts, int before, int after)
{
    LineRow row{before, after};
    const Detail detail = texts.effort.rows-- > 0 ? Detail::Words : Detail::Middle;
    const WordMarks marks
        = wordMarks(withoutEnd(texts.before.at(before)), withoutEnd(texts.after.at(after)), detail);
    row.marksBefore = marks.before;
    row.marksAfter = marks.after;
    return row;
}

// The pairs of lines of a hunk with most words in common, in order (Needleman and Wunsch, without
// a price for what is left alone).
std::vector<Match> alikePairs(const Texts &texts, const LineHunk &hunk)
{
    const size_t columns = size_t(hunk.afterCount) + 1;
    const auto cell = [columns](int i, int j) { return size_t(i) * columns + size_t(j); };
    std::vector<double> best((size_t(hunk.beforeCount) + 1) * columns);
    const auto at = [&](int i, int j) -> double & { return best[cell(i, j)]; };
    const auto likeness = [&](int i, int j) {
        return wordLikeness(texts.before.at(hunk.before + i), texts.after.at(hunk.after + j));
    };
    std::vector<double> alike(best.size());
    for (int i = hunk.beforeCount - 1; i >= 0; --i) {
        for (int j = hunk.afterCount - 1; j >= 0; --j) {
            const double here = likeness(i, j);
            alike[cell(i, j)] = here;
            at(i, j) = std::max({here + at(i + 1, j + 1), at(i + 1, j), at(i, j + 1)});
        }
    }
    std::vector<Match> pairs;
    for (int i = 0, j = 0; i < hunk.beforeCount && j < hunk.afterCount;) {
        const double here = alike[cell(i, j)];
        if (here > 0 && at(i, j) <= here + at(i + 1, j + 1))
            pairs.push_back({i++, j++});
        else if (at(i + 1, j) >= at(i, j + 1))
            ++i;
        else
            ++j;
    }
    return pairs;
}

std::vector<Match> pairsInOrder(const LineHunk &hunk)
{
    const int count = std::min(hunk.beforeCount, hunk.afterCount);
    std::vector<Match> pairs;
    pairs.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        pairs.push_back({i, i});
    return pairs;
}

void addRows(const Texts &texts, LineHunk &hunk)
{
    const qint64 comparisons = qint64(hunk.beforeCount) * hunk.afterCount;
    const bool plain
        = hunk.beforeCount == hunk.afterCount || comparisons > texts.effort.comparisons;
    if (!plain)
        texts.effort.comparisons -= int(comparisons);
    std::vector<Match> pairs = plain ? pairsInOrder(hunk) : alikePairs(texts, hunk);
    pairs.push_back({hunk.beforeCount, hunk.afterCount});
    int i = 0;
    int j = 0;
    for (const Match &pair : pairs) {
        for (; i < pair.a; ++i)
            hunk.rows.append(LineRow{hunk.before + i, -1});
        for (; j < pair.b; ++j)
            hunk.rows.append(LineRow{-1, hunk.after + j});
        if (i < hunk.beforeCount && j < hunk.afterCount)
            hunk.rows.append(paired(texts, hunk.before + i++, hunk.after + j++));
    }
}
} // namespace

QList<QStringView> linesOf(QStringView text)
{
    QList<QStringView> lines = wholeLines(text);
    for (QStringView &line : lines)
        line = withoutEnd(line);
    return lines;
}

QList<LineHunk> lineDiff(QStringView before, QStringView after)
{
    const QList<QStringView> linesBefore = wholeLines(before);
    const QList<QStringView> linesAfter = wholeLines(after);
    Effort effort;
    const Texts texts{linesBefore, linesAfter, effort};
    LineNumbers numbers;
    const std::vector<int> a = numbers.of(linesBefore);
    std::vector<Match> matches = commonSequence(a, numbers.of(linesAfter));
    matches.push_back({int(linesBefore.size()), int(linesAfter.size())});
    QList<LineHunk> hunks;
    int i = 0;
    int j = 0;
    for (const Match &match : matches) {
        if (match.a > i || match.b > j) {
            hunks.append(LineHunk{i, match.a - i, j, match.b - j, {}});
            addRows(texts, hunks.last());
        }
        i = match.a + 1;
        j = match.b + 1;
    }
    return hunks;
}
} // namespace Core
