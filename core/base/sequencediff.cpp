// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sequencediff.h"

#include <dtl/dtl.hpp>

#include <algorithm>
#include <unordered_map>

namespace Core
{
namespace
{
using Elements = std::vector<int>;

// What is left of a sequence, with the index that each element had in the whole one.
struct Side {
    Elements elements;
    std::vector<int> places;
    int size() const { return int(elements.size()); }
};

// A stretch of both sides: [a, aEnd) and [b, bEnd).
struct Stretch {
    int a = 0;
    int aEnd = 0;
    int b = 0;
    int bEnd = 0;
    int size() const { return (aEnd - a) + (bEnd - b); }
};

constexpr int longestWhole = 512; // elements of both sides given to the library at once
constexpr int window = 128; // of each side, where a stretch is longer than that

std::vector<Match> ofTheLibrary(const Side &a, const Side &b, const Stretch &stretch)
{
    const auto part = [](const Side &side, int from, int end) {
        return Elements(side.elements.begin() + from, side.elements.begin() + end);
    };
    dtl::Diff<int, Elements> diff(part(a, stretch.a, stretch.aEnd),
                                  part(b, stretch.b, stretch.bEnd));
    diff.compose();
    std::vector<Match> matches;
    for (const auto &[element, info] : diff.getSes().getSequence()) {
        if (info.type == dtl::SES_COMMON) // it counts from 1
            matches.push_back(
                {stretch.a + int(info.beforeIdx) - 1, stretch.b + int(info.afterIdx) - 1});
    }
    return matches;
}

// A long stretch of the same few elements, window by window. What a window says of its second
// half may look different with more in sight, so only the first is kept.
void inWindows(std::vector<Match> &matches, const Side &a, const Side &b, Stretch rest)
{
    while (rest.a < rest.aEnd && rest.b < rest.bEnd) {
        const Stretch seen{rest.a, std::min(rest.aEnd, rest.a + window), rest.b,
                           std::min(rest.bEnd, rest.b + window)};
        const bool last = seen.aEnd == rest.aEnd && seen.bEnd == rest.bEnd;
        int nextA = std::min(rest.aEnd, rest.a + window / 2);
        int nextB = std::min(rest.bEnd, rest.b + window / 2);
        bool any = false;
        for (const Match &match : ofTheLibrary(a, b, seen)) {
            if (!last && match.a >= nextA && match.b >= nextB)
                break;
            matches.push_back(match);
            any = true;
        }
        if (last)
            return;
        rest.a = any ? matches.back().a + 1 : nextA;
        rest.b = any ? matches.back().b + 1 : nextB;
    }
}

void matchStretch(std::vector<Match> &matches, const Side &a, const Side &b, const Stretch &stretch)
{
    if (stretch.a == stretch.aEnd || stretch.b == stretch.bEnd)
        return;
    if (stretch.size() > longestWhole) {
        inWindows(matches, a, b, stretch);
        return;
    }
    const std::vector<Match> found = ofTheLibrary(a, b, stretch);
    matches.insert(matches.end(), found.begin(), found.end());
}

// The elements that stand once on each side.
std::vector<Match> unique(const Side &a, const Side &b)
{
    struct Seen {
        int inA = 0;
        int inB = 0;
        Match at;
    };
    std::unordered_map<int, Seen> seen;
    for (int i = 0; i < a.size(); ++i) {
        Seen &one = seen[a.elements[size_t(i)]];
        ++one.inA;
        one.at.a = i;
    }
    for (int j = 0; j < b.size(); ++j) {
        Seen &one = seen[b.elements[size_t(j)]];
        ++one.inB;
        one.at.b = j;
    }
    std::vector<Match> found;
    for (int i = 0; i < a.size(); ++i) {
        const Seen &one = seen[a.elements[size_t(i)]];
        if (one.inA == 1 && one.inB == 1)
            found.push_back(one.at);
    }
    return found;
}

// The most of them that stand in the same order on both sides (longest increasing subsequence).
std::vector<Match> inOrder(const std::vector<Match> &all)
{
    std::vector<size_t> ends; // by length: the one with the smallest end
    std::vector<size_t> previous(all.size());
    for (size_t i = 0; i < all.size(); ++i) {
        const auto place
            = std::lower_bound(ends.begin(), ends.end(), all[i].b,
                               [&](size_t end, int value) { return all[end].b < value; });
        previous[i] = place == ends.begin() ? i : *(place - 1);
        if (place == ends.end())
            ends.push_back(i);
        else
            *place = i;
    }
    std::vector<Match> chain(ends.size());
    for (size_t i = ends.size(), at = ends.empty() ? 0 : ends.back(); i > 0; at = previous[at])
        chain[--i] = all[at];
    return chain;
}

std::vector<Match> anchors(const Side &a, const Side &b)
{
    return a.size() + b.size() <= longestWhole ? std::vector<Match>() : inOrder(unique(a, b));
}

// An element that the other side does not have cannot be common.
Side shared(const Elements &all, const Elements &other, int from, int end, int otherEnd)
{
    std::unordered_map<int, bool> there;
    for (int i = from; i < otherEnd; ++i)
        there[other[size_t(i)]] = true;
    Side side;
    for (int i = from; i < end; ++i) {
        if (!there.contains(all[size_t(i)]))
            continue;
        side.elements.push_back(all[size_t(i)]);
        side.places.push_back(i);
    }
    return side;
}

std::vector<Match> matchesOf(const Side &a, const Side &b)
{
    std::vector<Match> matches;
    Stretch rest{0, a.size(), 0, b.size()};
    for (const Match &anchor : anchors(a, b)) {
        matchStretch(matches, a, b, {rest.a, anchor.a, rest.b, anchor.b});
        matches.push_back(anchor);
        rest.a = anchor.a + 1;
        rest.b = anchor.b + 1;
    }
    matchStretch(matches, a, b, rest);
    for (Match &match : matches)
        match = {a.places[size_t(match.a)], b.places[size_t(match.b)]};
    return matches;
}
} // namespace

std::vector<Match> commonSequence(const Elements &a, const Elements &b)
{
    const int shorter = int(std::min(a.size(), b.size()));
    int head = 0;
    while (head < shorter && a[size_t(head)] == b[size_t(head)])
        ++head;
    int tail = 0;
    while (tail < shorter - head
           && a[a.size() - 1 - size_t(tail)] == b[b.size() - 1 - size_t(tail)])
        ++tail;
    const int aEnd = int(a.size()) - tail;
    const int bEnd = int(b.size()) - tail;
    std::vector<Match> matches;
    matches.reserve(size_t(shorter));
    for (int i = 0; i < head; ++i)
        matches.push_back({i, i});
    const std::vector<Match> middle
        = matchesOf(shared(a, b, head, aEnd, bEnd), shared(b, a, head, bEnd, aEnd));
    matches.insert(matches.end(), middle.begin(), middle.end());
    for (int i = 0; i < tail; ++i)
        matches.push_back({aEnd + i, bEnd + i});
    return matches;
}
} // namespace Core
