// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/worddiff.h"

#include "core/base/sequencediff.h"

#include <QHash>
#include <QVarLengthArray>

#include <algorithm>

namespace Core
{
namespace
{
using Words = QVarLengthArray<QStringView, 64>;

constexpr double leastLikeness = 0.35;
constexpr qsizetype longestLine = 16'384;
constexpr qsizetype mostWords = 256; // compared one by one; a longer middle is marked as a whole

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-';
}

qsizetype wordEnd(QStringView line, qsizetype from)
{
    const auto run = [&](auto belongs) {
        qsizetype end = from;
        while (end < line.size() && belongs(line[end]))
            ++end;
        return end;
    };
    if (isWordCharacter(line[from]))
        return run(isWordCharacter);
    if (line[from].isSpace())
        return run([](QChar c) { return c.isSpace(); });
    const bool pair = line[from].isHighSurrogate() && from + 1 < line.size();
    return from + (pair ? 2 : 1);
}

Words wordsOf(QStringView line)
{
    Words words;
    for (qsizetype from = 0; from < line.size();) {
        const qsizetype end = wordEnd(line, from);
        words.append(line.sliced(from, end - from));
        from = end;
    }
    return words;
}

std::vector<int> numbered(QHash<QStringView, int> &known, const Words &words, qsizetype from,
                          qsizetype end)
{
    std::vector<int> numbers;
    for (qsizetype i = from; i < end; ++i) {
        const auto found = known.constFind(words[i]);
        const int number = found == known.constEnd() ? int(known.size()) : *found;
        known.insert(words[i], number);
        numbers.push_back(number);
    }
    return numbers;
}

// Neighbouring words are one mark.
void mark(QList<LinePart> &marks, QStringView line, const Words &words, qsizetype from,
          qsizetype end)
{
    if (from == end)
        return;
    const qsizetype start = words[from].data() - line.data();
    const qsizetype size = words[end - 1].data() + words[end - 1].size() - line.data() - start;
    if (!marks.isEmpty() && marks.last().start + marks.last().size == start)
        marks.last().size += size;
    else
        marks.append({start, size});
}

// [from, end) of each is what is left between equal heads and equal tails.
struct Middle {
    qsizetype from = 0;
    qsizetype beforeEnd = 0;
    qsizetype afterEnd = 0;
};

Middle middleOf(const Words &before, const Words &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return {head, before.size() - tail, after.size() - tail};
}

std::vector<Match> commonWords(const Words &before, const Words &after, const Middle &middle)
{
    const qsizetype b = middle.beforeEnd - middle.from;
    const qsizetype a = middle.afterEnd - middle.from;
    if (b == 0 || a == 0 || b > mostWords || a > mostWords || (a == 1 && b == 1))
        return {};
    QHash<QStringView, int> known;
    const std::vector<int> left = numbered(known, before, middle.from, middle.beforeEnd);
    return commonSequence(left, numbered(known, after, middle.from, middle.afterEnd));
}

double likeness(const Words &before, const Words &after)
{
    QHash<QStringView, int> count;
    qsizetype all = 0;
    for (const QStringView word : before) {
        if (!word.front().isSpace()) {
            ++count[word];
            all += word.size();
        }
    }
    qsizetype common = 0;
    for (const QStringView word : after) {
        if (word.front().isSpace())
            continue;
        all += word.size();
        const auto found = count.find(word);
        if (found != count.end() && --*found >= 0)
            common += 2 * word.size();
    }
    return all == 0 ? 1.0 : double(common) / double(all);
}

// Equal heads and tails alone may tell enough, without counting words.
bool resemble(const Words &before, const Words &after, const Middle &middle, Detail detail)
{
    const qsizetype equal = middle.from + before.size() - middle.beforeEnd;
    if (2 * equal >= std::max(before.size(), after.size()))
        return true;
    return detail == Detail::Words && likeness(before, after) >= leastLikeness;
}
} // namespace

WordMarks wordMarks(QStringView before, QStringView after, Detail detail)
{
    if (before.size() > longestLine || after.size() > longestLine)
        return {};
    const Words left = wordsOf(before);
    const Words right = wordsOf(after);
    const Middle middle = middleOf(left, right);
    WordMarks marks;
    if (!resemble(left, right, middle, detail))
        return marks;
    std::vector<Match> common;
    if (detail == Detail::Words)
        common = commonWords(left, right, middle);
    common.push_back({int(middle.beforeEnd - middle.from), int(middle.afterEnd - middle.from)});
    qsizetype i = middle.from;
    qsizetype j = middle.from;
    for (const Match &match : common) {
        mark(marks.before, before, left, i, middle.from + match.a);
        mark(marks.after, after, right, j, middle.from + match.b);
        i = middle.from + match.a + 1;
        j = middle.from + match.b + 1;
    }
    return marks;
}

double wordLikeness(QStringView before, QStringView after)
{
    if (before.size() > longestLine || after.size() > longestLine)
        return 0;
    const double found = likeness(wordsOf(before), wordsOf(after));
    return found >= leastLikeness ? found : 0;
}
} // namespace Core
