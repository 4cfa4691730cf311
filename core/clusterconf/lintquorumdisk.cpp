// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lintsheet.h"

#include <algorithm>

namespace Core
{
namespace
{
void judgePlace(LintSheet &sheet, int disk)
{
    const QString label = sheet.at(disk).value(u"label");
    const QString device = sheet.at(disk).value(u"device");
    if (label.isEmpty() && device.isEmpty())
        sheet.tell(
            {"qdisk.place", Severity::Error, sheet.place(disk),
             message(QT_TRANSLATE_NOOP("Core", "the quorum disk has neither label nor device")),
             message(QT_TRANSLATE_NOOP("Core", "qdiskd does not start")), "qdisk(5)"});
    if (!label.isEmpty() && !device.isEmpty())
        sheet.tell({"C13",
                    Severity::Warning,
                    sheet.place(disk, u"device"),
                    message(QT_TRANSLATE_NOOP(
                        "Core", "label and device are both given; only the label counts")),
                    {},
                    "qdisk(5)",
                    removingFix(sheet.document, disk, QStringLiteral("device"))});
    if (label.isEmpty() && device.startsWith(QStringLiteral("/dev/sd")))
        sheet.tell(
            {"qdisk.device",
             Severity::Warning,
             sheet.place(disk, u"device"),
             message(QT_TRANSLATE_NOOP(
                         "Core",
                         "%1 may be another disk after the next start; a label finds it anywhere"),
                     {device}),
             {},
             "qdisk(5), mkqdisk(8)"});
    for (const QString &name : {device, sheet.context.quorumDevice}) {
        if (name.startsWith(QStringLiteral("/dev/drbd")))
            sheet.tell(
                {"C26", Severity::Blocker, sheet.place(disk, u"device"),
                 message(
                     QT_TRANSLATE_NOOP("Core", "the quorum disk lies on %1, a replicated device"),
                     {name}),
                 message(QT_TRANSLATE_NOOP(
                     "Core", "after a cut each node votes on its own copy, so both are quorate")),
                 "qdisk(5)"});
    }
}

void judgeSwitches(LintSheet &sheet, int disk)
{
    if (sheet.at(disk).attribute(u"status_file"))
        sheet.tell(
            {"C13", Severity::Warning, sheet.place(disk, u"status_file"),
             message(QT_TRANSLATE_NOOP("Core", "status_file is for looking for a mistake")),
             message(QT_TRANSLATE_NOOP(
                 "Core", "qdiskd writes it in each interval, and a full or slow disk delays it")),
             "qdisk(5)", removingFix(sheet.document, disk, QStringLiteral("status_file"))});
    const auto off = [&](QStringView name) {
        return sheet.at(disk).attribute(name) && !sheet.isOn(disk, name);
    };
    if (off(u"reboot"))
        sheet.tell({"C13",
                    Severity::Note,
                    sheet.place(disk, u"reboot"),
                    message(QT_TRANSLATE_NOOP("Core",
                                              "reboot is off: a node that loses its score goes on "
                                              "without quorum instead of restarting")),
                    {},
                    "qdisk(5)"});
    if (off(u"allow_kill"))
        sheet.tell({"C13",
                    Severity::Note,
                    sheet.place(disk, u"allow_kill"),
                    message(QT_TRANSLATE_NOOP("Core",
                                              "allow_kill is off: a node that stops writing to the "
                                              "disk is left alone while totem still hears it")),
                    {},
                    "qdisk(5)"});
}

// cman turns it on by itself only when the votes are not given.
void judgeMasterWins(LintSheet &sheet, int disk)
{
    const bool heuristics = !sheet.document.children(disk, u"heuristic").isEmpty();
    const bool on = sheet.isOn(disk, u"master_wins");
    if (on && (heuristics || sheet.nodes.size() > 2))
        sheet.tell(
            {"C11", Severity::Error, sheet.place(disk, u"master_wins"),
             heuristics ? message(
                 QT_TRANSLATE_NOOP("Core", "master_wins and heuristics exclude each other"))
                        : message(QT_TRANSLATE_NOOP("Core", "master_wins is for two nodes")),
             message(QT_TRANSLATE_NOOP("Core", "qdiskd turns it off, so a cut may end in a race")),
             "qdisk(5)", removingFix(sheet.document, disk, QStringLiteral("master_wins"))});
    const bool automatic
        = !sheet.at(disk).attribute(u"votes") && !sheet.at(disk).attribute(u"master_wins");
    if (!on && !heuristics && !automatic && sheet.nodes.size() == 2)
        sheet.tell(
            {"C11", Severity::Warning, sheet.place(disk, u"votes"),
             message(QT_TRANSLATE_NOOP(
                 "Core",
                 "no heuristic and no master_wins: after a cut both nodes keep the disk's vote")),
             message(QT_TRANSLATE_NOOP("Core",
                                       "both stay quorate and fence each other; with master_wins "
                                       "only the master of the disk is")),
             "qdisk(5)",
             settingFix(sheet.document, disk, QStringLiteral("master_wins"), QStringLiteral("1"))});
}

bool pingsWithoutEnd(const QString &program)
{
    const QStringList words = program.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || words.first().section(u'/', -1) != QStringLiteral("ping"))
        return false;
    return std::none_of(words.begin(), words.end(), [](const QString &word) {
        return word.startsWith(QStringLiteral("-w")) || word.startsWith(QStringLiteral("-W"));
    });
}

void judgeHeuristic(LintSheet &sheet, int disk, int heuristic)
{
    if (pingsWithoutEnd(sheet.at(heuristic).value(u"program")))
        sheet.tell(
            {"C12", Severity::Warning, sheet.place(heuristic, u"program"),
             message(QT_TRANSLATE_NOOP("Core", "this ping has no time limit")),
             message(QT_TRANSLATE_NOOP(
                 "Core", "without -w 1 it waits longer than the interval when nobody answers")),
             "qdisk(5)"});
    const int tko = sheet.number(heuristic, u"tko").value_or(0);
    if (sheet.at(heuristic).attribute(u"tko") && tko <= 1)
        sheet.tell(
            {"C12",
             Severity::Warning,
             sheet.place(heuristic, u"tko"),
             message(QT_TRANSLATE_NOOP("Core", "one lost answer is enough to lose this heuristic")),
             {},
             "qdisk(5)",
             settingFix(sheet.document, heuristic, QStringLiteral("tko"), QStringLiteral("3"))});
    const std::optional<QuorumTiming> timing = quorumTiming(sheet.document);
    const qint64 own = qint64(sheet.number(heuristic, u"interval").value_or(2)) * std::max(tko, 1);
    const qint64 limit = timing->interval.count() / 1'000 * (timing->tko - 1);
    if (tko > 0 && own > limit)
        sheet.tell(
            {"qdisk.heuristic", Severity::Warning, sheet.place(heuristic),
             message(QT_TRANSLATE_NOOP(
                         "Core",
                         "this heuristic gives up after %1 s, later than the disk with its %2 s"),
                     {QString::number(own), QString::number(limit)}),
             message(QT_TRANSLATE_NOOP(
                 "Core", "a node would be declared dead before it knows that it should give up")),
             "qdisk(5)"});
    Q_UNUSED(disk);
}

void judgeHeuristics(LintSheet &sheet, int disk)
{
    constexpr qsizetype mostHeuristics = 10;
    const QList<int> heuristics = sheet.document.children(disk, u"heuristic");
    int scores = 0;
    for (const int heuristic : heuristics) {
        judgeHeuristic(sheet, disk, heuristic);
        scores += std::clamp(sheet.number(heuristic, u"score").value_or(1), 0, 1'000'000);
    }
    if (heuristics.size() > mostHeuristics)
        sheet.tell({"qdisk.heuristics",
                    Severity::Error,
                    sheet.place(heuristics.at(mostHeuristics)),
                    message(QT_TRANSLATE_NOOP("Core", "qdiskd takes %1 heuristics at most"),
                            {QString::number(mostHeuristics)}),
                    {},
                    "qdisk(5)"});
    const std::optional<int> least = sheet.number(disk, u"min_score");
    if (least && !heuristics.isEmpty() && *least > scores)
        sheet.tell(
            {"qdisk.score", Severity::Error, sheet.place(disk, u"min_score"),
             message(
                 QT_TRANSLATE_NOOP(
                     "Core", "min_score %1 can never be reached: all heuristics together give %2"),
                 {QString::number(*least), QString::number(scores)}),
             message(QT_TRANSLATE_NOOP("Core", "no node would ever have the disk's vote")),
             "qdisk(5)"});
}

void judgeCount(LintSheet &sheet, int disk)
{
    constexpr qsizetype mostNodes = 16;
    if (sheet.nodes.size() > mostNodes)
        sheet.tell({"qdisk.nodes",
                    Severity::Error,
                    sheet.place(disk),
                    message(QT_TRANSLATE_NOOP("Core", "a quorum disk serves %1 nodes at most"),
                            {QString::number(mostNodes)}),
                    {},
                    "qdisk(5)"});
    const bool unequal = std::any_of(sheet.nodes.begin(), sheet.nodes.end(),
                                     [&](int node) { return sheet.votesOf(node) != 1; });
    if (!sheet.at(disk).attribute(u"votes") && unequal)
        sheet.tell(
            {"qdisk.votes", Severity::Error, sheet.place(disk),
             message(QT_TRANSLATE_NOOP(
                 "Core",
                 "the quorum disk needs its votes written down, since not every node has 1")),
             message(QT_TRANSLATE_NOOP("Core", "qdiskd does not start")), "qdisk(5)"});
    const QString name = sheet.at(disk).value(u"label");
    constexpr qsizetype longestLabel = 127;
    if (name.toUtf8().size() > longestLabel)
        sheet.tell({"qdisk.label",
                    Severity::Error,
                    sheet.place(disk, u"label"),
                    message(QT_TRANSLATE_NOOP("Core", "a label has %1 bytes at most"),
                            {QString::number(longestLabel)}),
                    {},
                    "mkqdisk(8)"});
}
} // namespace

void judgeQuorumDisk(LintSheet &sheet)
{
    const int disk = sheet.document.indexOf({u"quorumd"});
    if (disk < 0)
        return;
    judgePlace(sheet, disk);
    judgeSwitches(sheet, disk);
    judgeMasterWins(sheet, disk);
    judgeHeuristics(sheet, disk);
    judgeCount(sheet, disk);
}
} // namespace Core
