// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lint.h"

#include "core/base/terminal.h"
#include "core/clusterconf/reader.h"
#include "core/ctl/commandtable.h"
#include "core/ctl/inputfile.h"
#include "core/ctl/jsonwriter.h"

#include <algorithm>

namespace Ctl
{
namespace
{
using namespace Core;

struct Wish {
    QString file;
    QString running;
    bool json = false;
};

// Takes the arguments apart; the exit code when they are wrong.
std::optional<int> understand(const QStringList &arguments, Wish &wish)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == QStringLiteral("--json"))
            wish.json = true;
        else if (argument == QStringLiteral("--against") && i + 1 < arguments.size())
            wish.running = arguments[++i];
        else if (argument.startsWith(u'-') && argument != QStringLiteral("-"))
            return wrongUsage(
                rendered(message(QT_TRANSLATE_NOOP("Core", "unknown option %1"), {argument})),
                "lint");
        else if (!wish.file.isEmpty())
            return wrongUsage(
                rendered(
                    message(QT_TRANSLATE_NOOP("Core", "one FILE at a time, not %1"), {argument})),
                "lint");
        else
            wish.file = argument;
    }
    if (wish.file.isEmpty())
        return wrongUsage(rendered(message(QT_TRANSLATE_NOOP("Core", "which FILE?"))), "lint");
    return std::nullopt;
}

// What stops an activation is an error for a script.
const char *wordOf(const Finding &finding)
{
    return word(finding.severity == Severity::Blocker ? Severity::Error : finding.severity);
}

// "line 3, column 5: ..." of a malformed file says its place twice otherwise.
QString sentence(const Finding &finding)
{
    const bool placed = finding.text.args.size() == 3 && finding.id == QStringLiteral("C01");
    if (const auto *what = placed ? std::get_if<MessageList>(&finding.text.args.at(2)) : nullptr)
        return rendered(Argument(*what));
    return rendered(finding.text);
}

void writeFinding(JsonWriter &json, const Finding &finding)
{
    json.beginObject();
    json.member("id", finding.id);
    json.member("severity", wordOf(finding));
    json.member("blocks", finding.severity == Severity::Blocker);
    const TextSpan span = finding.span.value_or(TextSpan{1, 1, 1});
    json.member("line", span.line);
    json.member("column", span.column);
    json.member("length", span.length);
    json.member("message", sentence(finding));
    json.memberOrNull("reason", finding.reason.isEmpty() ? QString() : rendered(finding.reason));
    json.memberOrNull("source", finding.source);
    json.memberOrNull("fix", finding.fix ? rendered(finding.fix->title) : QString());
    json.endObject();
}

void writeTiming(JsonWriter &json, const QuorumTiming &timing)
{
    json.beginObject();
    json.member("tokenMs", qint64(timing.token.count()));
    json.member("intervalSeconds", qint64(timing.interval.count() / 1'000));
    json.member("tko", timing.tko);
    json.member("masterWait", timing.masterWait);
    json.member("upgradeWait", timing.upgradeWait);
    json.member("deadMs", qint64(timing.dead().count()));
    json.member("electedMs", qint64(timing.elected().count()));
    json.member("settledMs", qint64(timing.settled().count()));
    json.member("leastTokenMs", qint64(timing.leastToken().count()));
    json.member("carefulTokenMs", qint64(timing.carefulToken().count()));
    json.endObject();
}

// `xml`: else there is no schema to be valid for.
QByteArray document(const LintResult &result, bool xml)
{
    JsonWriter json;
    json.beginObject();
    json.member("format", "lint");
    json.member("wellFormed", result.wellFormed);
    json.member("schemaValid", xml ? std::optional(result.schemaValid) : std::nullopt);
    json.key("findings");
    json.array(result.findings, writeFinding);
    json.key("quorumTiming");
    if (result.timing)
        writeTiming(json, *result.timing);
    else
        json.null();
    json.endObject();
    return json.document();
}

qsizetype countOf(const LintResult &result, Severity from, Severity to)
{
    return std::count_if(result.findings.begin(), result.findings.end(),
                         [&](const Finding &f) { return f.severity >= from && f.severity <= to; });
}

void sayText(const QString &file, const LintResult &result)
{
    for (const Finding &finding : result.findings) {
        const TextSpan span = finding.span.value_or(TextSpan{1, 1, 1});
        say(QStringLiteral("%1:%2:%3: %4 %5: ")
                .arg(shownName(file))
                .arg(span.line)
                .arg(span.column)
                .arg(rendered(message(wordOf(finding))), finding.id)
            + sentence(finding) + u'\n');
        if (!finding.reason.isEmpty())
            say(QStringLiteral("    ") + rendered(finding.reason) + QStringLiteral(" [")
                + finding.source + QStringLiteral("]\n"));
    }
    const auto counted = [&](const char *what, Severity from, Severity to) {
        return rendered(message(what, {}, int(countOf(result, from, to))));
    };
    say(counted(QT_TRANSLATE_N_NOOP("Core", "%n error(s)"), Severity::Error, Severity::Blocker)
        + QStringLiteral(", ")
        + counted(QT_TRANSLATE_N_NOOP("Core", "%n warning(s)"), Severity::Warning,
                  Severity::Warning)
        + QStringLiteral(", ")
        + counted(QT_TRANSLATE_N_NOOP("Core", "%n note(s)"), Severity::Note, Severity::Note)
        + u'\n');
}

int lintFile(const Wish &wish, const LintContext &context)
{
    const Expected<QByteArray> input = readInput(wish.file);
    if (!input)
        return complainAbout(wish.file, input.error(), "lint");
    const bool xml = !looksLikeCorosync(*input);
    const LintResult result = xml ? lint(*input, context) : lintCorosync(*input);
    if (wish.json) {
        const QByteArray text = document(result, xml);
        Core::writeTo(stdout, text);
    } else {
        sayText(wish.file, result);
    }
    return countOf(result, Severity::Error, Severity::Blocker) > 0 ? NotWell : Done;
}
} // namespace

int runLint(const QStringList &arguments)
{
    Wish wish;
    if (const std::optional<int> wrong = understand(arguments, wish))
        return *wrong;
    if (wish.running.isEmpty())
        return lintFile(wish, {});
    const Expected<Document> running
        = readInput(wish.running).and_then([](const QByteArray &bytes) {
              return Document::fromBytes(bytes);
          });
    if (!running)
        return complainAbout(wish.running, running.error(), "lint");
    LintContext context;
    context.running = &*running;
    if (const std::optional<quint32> version = clusterConfigOf(*running).version)
        context.knownVersions << *version;
    return lintFile(wish, context);
}
} // namespace Ctl
