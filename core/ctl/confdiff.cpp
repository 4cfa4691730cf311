// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/terminal.h"
#include "core/clusterconf/keptconf.h"
#include "core/clusterconf/maskedlines.h"
#include "core/clusterconf/meaning.h"
#include "core/ctl/commandtable.h"
#include "core/ctl/confsides.h"
#include "core/ctl/inputfile.h"
#include "core/ctl/jsonwriter.h"

namespace Ctl
{
namespace
{
using namespace Core;

// The other one of what both texts show and how their lines differ.
struct Comparison {
    const QString before;
    const QString after;
    const MaskedLines shownBefore{before};
    const MaskedLines shownAfter{after};
    const QList<LineHunk> hunks = lineDiff(before, after);
};

// --- text ---

constexpr int contextLines = 3;

void sayUnchanged(const Comparison &diff, int from, int end)
{
    for (int i = from; i < end; ++i)
        say(u' ' + diff.shownAfter.line(i) + u'\n');
}

void sayHunk(const Comparison &diff, const LineHunk &hunk)
{
    for (int i = 0; i < hunk.beforeCount; ++i)
        say(u'-' + diff.shownBefore.line(hunk.before + i) + u'\n');
    for (int i = 0; i < hunk.afterCount; ++i)
        say(u'+' + diff.shownAfter.line(hunk.after + i) + u'\n');
}

// Neighbours whose context would overlap are one block, as diff -u has it.
void sayBlock(const Comparison &diff, qsizetype first, qsizetype last)
{
    const LineHunk &head = diff.hunks.at(first);
    const LineHunk &tail = diff.hunks.at(last);
    const int lead = std::min({contextLines, head.before, head.after});
    const int afterEnd
        = std::min(diff.shownAfter.count(), tail.after + tail.afterCount + contextLines);
    const int trail = afterEnd - tail.after - tail.afterCount;
    say(QStringLiteral("@@ -%1,%2 +%3,%4 @@\n")
            .arg(head.before - lead + 1)
            .arg(tail.before + tail.beforeCount + trail - head.before + lead)
            .arg(head.after - lead + 1)
            .arg(afterEnd - head.after + lead));
    int at = head.after - lead;
    for (qsizetype i = first; i <= last; ++i) {
        sayUnchanged(diff, at, diff.hunks.at(i).after);
        sayHunk(diff, diff.hunks.at(i));
        at = diff.hunks.at(i).after + diff.hunks.at(i).afterCount;
    }
    sayUnchanged(diff, at, afterEnd);
}

void sayLines(const Comparison &diff, const ConfSide &before, const ConfSide &after)
{
    if (diff.hunks.isEmpty())
        return;
    say(QStringLiteral("--- ") + shownName(before.name) + QStringLiteral("\n+++ ")
        + shownName(after.name) + u'\n');
    for (qsizetype first = 0; first < diff.hunks.size();) {
        qsizetype last = first;
        while (last + 1 < diff.hunks.size()
               && diff.hunks.at(last + 1).after
                   <= diff.hunks.at(last).after + diff.hunks.at(last).afterCount + 2 * contextLines)
            ++last;
        sayBlock(diff, first, last);
        first = last + 1;
    }
    say(QStringLiteral("\n"));
}

void sayMeaning(const QList<ConfChange> &changes)
{
    if (changes.isEmpty())
        say(rendered(message(QT_TRANSLATE_NOOP("Core", "Both say the same."))) + u'\n');
    for (const ConfChange &change : changes)
        say(rendered(message(QT_TRANSLATE_NOOP("Core", "* %1 (%2)"),
                             {MessageList{change.text}, MessageList{effectText(change.effect)}}))
            + u'\n');
}

// --- JSON ---

const char *word(Effect effect)
{
    switch (effect) {
    case Effect::Live:
        return "live";
    case Effect::QuorumDaemon:
        return "restart-qdiskd";
    case Effect::Node:
        return "restart-node";
    case Effect::Cluster:
        return "restart-cluster";
    case Effect::ServiceManager:
        return "start-rgmanager";
    }
    return "";
}

void writeLine(JsonWriter &json, const char *key, const MaskedLines &lines, int line,
               const QList<LinePart> &marks)
{
    json.key(key);
    if (line < 0) {
        json.null();
        return;
    }
    json.beginObject();
    json.member("line", line + 1);
    json.member("text", lines.line(line));
    json.key("marks"); // column from 1, length
    json.array(marks, [&](JsonWriter &to, const LinePart &mark) {
        const LinePart shown = lines.shown(line, mark);
        to.beginArray();
        to.value(qint64(shown.start + 1));
        to.value(qint64(shown.size));
        to.endArray();
    });
    json.endObject();
}

void writeHunk(JsonWriter &json, const Comparison &diff, const LineHunk &hunk)
{
    json.beginObject();
    json.member("before", hunk.before + 1);
    json.member("beforeCount", hunk.beforeCount);
    json.member("after", hunk.after + 1);
    json.member("afterCount", hunk.afterCount);
    json.key("rows");
    json.array(hunk.rows, [&](JsonWriter &to, const LineRow &row) {
        to.beginObject();
        writeLine(to, "before", diff.shownBefore, row.before, row.marksBefore);
        writeLine(to, "after", diff.shownAfter, row.after, row.marksAfter);
        to.endObject();
    });
    json.endObject();
}

void writeChange(JsonWriter &json, const ConfChange &change)
{
    const auto line = [](const std::optional<TextSpan> &span) {
        return span ? std::optional(span->line) : std::nullopt;
    };
    json.beginObject();
    json.member("message", rendered(change.text));
    json.member("effect", word(change.effect));
    json.member("needs", rendered(effectText(change.effect)));
    json.member("lineBefore", line(change.before));
    json.member("lineAfter", line(change.after));
    json.endObject();
}

void writeDocument(const Comparison &diff, const ConfSide &before, const ConfSide &after,
                   const std::optional<QList<ConfChange>> &changes)
{
    JsonWriter json;
    json.beginObject();
    json.member("format", "conf-diff");
    json.member("before", before.name);
    json.member("after", after.name);
    json.key("hunks");
    json.array(diff.hunks,
               [&](JsonWriter &to, const LineHunk &hunk) { writeHunk(to, diff, hunk); });
    json.key("meaning"); // null: one of both is not well-formed
    if (changes)
        json.array(*changes, writeChange);
    else
        json.null();
    json.endObject();
    const QByteArray text = json.document();
    Core::writeTo(stdout, text);
}

} // namespace

QString ConfSide::text() const
{
    return document ? document->text() : decodedConf(bytes);
}

ConfSide confSide(const QString &name, const QByteArray &bytes)
{
    return {name, bytes, Document::fromBytes(bytes)};
}

int compareSides(const ConfSide &before, const ConfSide &after, bool json)
{
    const Comparison diff{before.text(), after.text()};
    std::optional<QList<ConfChange>> changes;
    if (before.document && after.document)
        changes = changesOf(*before.document, *after.document);
    if (json)
        writeDocument(diff, before, after, changes);
    else
        sayLines(diff, before, after);
    int code = Done;
    for (const ConfSide *side : {&before, &after}) {
        if (!side->document)
            code = complainAbout(side->name, side->document.error(), "conf");
    }
    if (!json && changes)
        sayMeaning(*changes);
    return code;
}

int diffConf(const QStringList &arguments)
{
    QStringList names = arguments;
    const bool json = names.removeAll(QStringLiteral("--json")) > 0;
    for (const QString &argument : std::as_const(names)) {
        if (argument.startsWith(u'-') && argument != QStringLiteral("-"))
            return wrongUsage(
                rendered(message(QT_TRANSLATE_NOOP("Core", "unknown option %1"), {argument})),
                "conf");
    }
    if (names.size() == 3)
        return diffVersions(names[0], names[1], names[2], json);
    if (names.size() != 2)
        return wrongUsage(
            rendered(message(QT_TRANSLATE_NOOP(
                "Core", "diff takes two files, or a cluster and two of its versions"))),
            "conf");
    QList<ConfSide> sides;
    for (const QString &name : std::as_const(names)) {
        const Expected<QByteArray> input = readInput(name);
        if (!input)
            return complainAbout(name, input.error(), "conf");
        sides.append(confSide(name, *input));
    }
    return compareSides(sides[0], sides[1], json);
}
} // namespace Ctl
