// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lintsheet.h"

#include <algorithm>

namespace Core
{
namespace
{
constexpr int mostVotes = 255;

// What the rules of this file share.
struct Ballot {
    int cman = -1; // index of <cman>; -1: none
    int disk = -1; // of <quorumd>
    int nodeVotes = 0;
    int diskVotes = 0;
    bool twoNode = false;
    std::optional<int> expected;
    int total() const { return nodeVotes + diskVotes; }
};

Ballot ballotOf(const LintSheet &sheet)
{
    Ballot ballot;
    ballot.cman = sheet.document.indexOf({u"cman"});
    ballot.disk = sheet.document.indexOf({u"quorumd"});
    for (const int node : sheet.nodes)
        ballot.nodeVotes += std::clamp(sheet.votesOf(node), 0, mostVotes);
    if (ballot.disk >= 0)
        ballot.diskVotes
            = std::clamp(sheet.number(ballot.disk, u"votes").value_or(int(sheet.nodes.size()) - 1),
                         0, mostVotes);
    if (ballot.cman >= 0) {
        ballot.twoNode = sheet.isOn(ballot.cman, u"two_node");
        ballot.expected = sheet.number(ballot.cman, u"expected_votes");
    }
    return ballot;
}

void judgeEachVote(LintSheet &sheet)
{
    for (const int node : sheet.nodes) {
        const int votes = sheet.votesOf(node);
        if (votes > mostVotes || votes < 0)
            sheet.tell({"conf.votes", Severity::Error, sheet.place(node, u"votes"),
                        message(QT_TRANSLATE_NOOP("Core", "%1 votes for %2: cman takes 0 to %3"),
                                {QString::number(votes), sheet.at(node).value(u"name"),
                                 QString::number(mostVotes)}),
                        message(QT_TRANSLATE_NOOP("Core", "cman does not start with it")),
                        "cman-preconfig.c"});
    }
}

Fix expectedFix(const LintSheet &sheet, int cman, int votes)
{
    return settingFix(sheet.document, cman, QStringLiteral("expected_votes"),
                      QString::number(votes));
}

void judgeTwoNodeCount(LintSheet &sheet, const Ballot &ballot)
{
    const TextRange place = sheet.place(ballot.cman, u"two_node");
    if (sheet.nodes.size() != 2)
        sheet.tell({"C08", Severity::Error, place,
                    message(QT_TRANSLATE_N_NOOP(
                                "Core", "two_node is for exactly two nodes, not for %n node(s)"),
                            {}, int(sheet.nodes.size())),
                    message(QT_TRANSLATE_NOOP("Core", "cman does not start with it")), "cman(5)",
                    removingFix(sheet.document, ballot.cman, QStringLiteral("two_node"))});
    for (const int node : sheet.nodes) {
        if (sheet.votesOf(node) != 1)
            sheet.tell(
                {"C08", Severity::Error, sheet.place(node, u"votes"),
                 message(
                     QT_TRANSLATE_NOOP("Core", "with two_node each node has 1 vote, and %1 has %2"),
                     {sheet.at(node).value(u"name"), QString::number(sheet.votesOf(node))}),
                 message(QT_TRANSLATE_NOOP("Core", "cman does not start with it")), "cman(5)",
                 settingFix(sheet.document, node, QStringLiteral("votes"), QStringLiteral("1"))});
    }
}

void judgeTwoNode(LintSheet &sheet, const Ballot &ballot)
{
    if (!ballot.twoNode)
        return;
    if (ballot.disk >= 0) {
        sheet.tell(
            {"C08", Severity::Error, sheet.place(ballot.cman, u"two_node"),
             message(QT_TRANSLATE_NOOP("Core", "two_node and a quorum disk contradict each other")),
             message(QT_TRANSLATE_NOOP("Core",
                                       "with two_node one vote is enough, so the disk decides "
                                       "nothing and both halves go on after a cut")),
             "qdisk(5)", removingFix(sheet.document, ballot.cman, QStringLiteral("two_node"))});
        return;
    }
    judgeTwoNodeCount(sheet, ballot);
    if (sheet.nodes.size() == 2 && ballot.expected != 1)
        sheet.tell(
            {"C08", Severity::Error, sheet.place(ballot.cman, u"expected_votes"),
             message(QT_TRANSLATE_NOOP("Core", "with two_node expected_votes must be 1")),
             message(QT_TRANSLATE_NOOP(
                 "Core", "otherwise the node that is left waits for a quorum it cannot reach")),
             "cman(5)", expectedFix(sheet, ballot.cman, 1)});
}

// The sum, so that neither half of a cut counts as the whole.
void judgeExpected(LintSheet &sheet, const Ballot &ballot)
{
    if (ballot.disk < 0 && !ballot.twoNode && ballot.expected
        && *ballot.expected != ballot.nodeVotes && !sheet.nodes.isEmpty())
        sheet.tell(
            {"conf.expected", Severity::Warning, sheet.place(ballot.cman, u"expected_votes"),
             message(QT_TRANSLATE_NOOP(
                         "Core", "expected_votes is %1, but the nodes have %2 votes together"),
                     {QString::number(*ballot.expected), QString::number(ballot.nodeVotes)}),
             *ballot.expected < ballot.nodeVotes
                 ? message(QT_TRANSLATE_NOOP(
                     "Core",
                     "a part of the nodes may call itself the whole before the others have joined"))
                 : message(QT_TRANSLATE_NOOP("Core", "more votes are asked for than there are")),
             "cman(5)", expectedFix(sheet, ballot.cman, ballot.nodeVotes)});
}

void judgeExpectedWithDisk(LintSheet &sheet, const Ballot &ballot)
{
    if (ballot.disk < 0 || sheet.nodes.isEmpty() || ballot.expected == ballot.total())
        return;
    const bool missing = !ballot.expected;
    const int element = ballot.cman >= 0 ? ballot.cman : ballot.disk;
    std::optional<Fix> fix;
    if (ballot.cman >= 0)
        fix = expectedFix(sheet, ballot.cman, ballot.total());
    else
        fix = Fix{
            message(QT_TRANSLATE_NOOP("Core", "set %1 to %2"),
                    {QStringLiteral("expected_votes"), QString::number(ballot.total())}),
            {insertElement(sheet.document, 0,
                           {QStringLiteral("cman"),
                            {{QStringLiteral("expected_votes"), QString::number(ballot.total())}},
                            {}},
                           ballot.disk)}};
    sheet.tell({"C09", missing ? Severity::Warning : Severity::Error,
                sheet.place(element, u"expected_votes"),
                message(QT_TRANSLATE_NOOP("Core",
                                          "with this quorum disk expected_votes must be %1: %2 of "
                                          "the nodes and %3 of the disk"),
                        {QString::number(ballot.total()), QString::number(ballot.nodeVotes),
                         QString::number(ballot.diskVotes)}),
                missing ? message(QT_TRANSLATE_NOOP("Core", "missing, it counts the nodes alone"))
                        : message(QT_TRANSLATE_NOOP("Core", "quorum is counted from it")),
                "qdisk(5)", fix});
}

void judgeDiskVotes(LintSheet &sheet, const Ballot &ballot)
{
    if (ballot.disk < 0 || sheet.nodes.size() != 2)
        return;
    const std::optional<int> votes = sheet.number(ballot.disk, u"votes");
    if (votes && *votes != 1)
        sheet.tell(
            {"C09", Severity::Error, sheet.place(ballot.disk, u"votes"),
             message(QT_TRANSLATE_NOOP("Core", "the quorum disk of two nodes has 1 vote, not %1"),
                     {QString::number(*votes)}),
             *votes > 1
                 ? message(QT_TRANSLATE_NOOP("Core",
                                             "a node could be quorate without its peer and the "
                                             "disk, or both would not be without the disk"))
                 : message(QT_TRANSLATE_NOOP("Core", "without a vote it decides nothing")),
             "qdisk(5)",
             settingFix(sheet.document, ballot.disk, QStringLiteral("votes"),
                        QStringLiteral("1"))});
    for (const int node : sheet.nodes) {
        if (sheet.votesOf(node) != 1)
            sheet.tell(
                {"C09",
                 Severity::Error,
                 sheet.place(node, u"votes"),
                 message(QT_TRANSLATE_NOOP(
                             "Core",
                             "beside a quorum disk each of two nodes has 1 vote, and %1 has %2"),
                         {sheet.at(node).value(u"name"), QString::number(sheet.votesOf(node))}),
                 {},
                 "qdisk(5)",
                 settingFix(sheet.document, node, QStringLiteral("votes"), QStringLiteral("1"))});
    }
}

// Two nodes, and nothing else that counts.
void judgeMargin(LintSheet &sheet, const Ballot &ballot)
{
    if (sheet.nodes.size() == 2 && ballot.disk < 0 && !ballot.twoNode)
        sheet.tell({"conf.margin", Severity::Warning,
                    ballot.cman >= 0 ? sheet.place(ballot.cman) : sheet.place(0),
                    message(QT_TRANSLATE_NOOP("Core",
                                              "two nodes without two_node and without a quorum "
                                              "disk: the loss of either stops the other")),
                    message(QT_TRANSLATE_NOOP(
                        "Core", "rgmanager stops every service it has when the quorum is lost")),
                    "cman(5)"});
}
} // namespace

void judgeVotes(LintSheet &sheet)
{
    const Ballot ballot = ballotOf(sheet);
    judgeEachVote(sheet);
    judgeTwoNode(sheet, ballot);
    judgeExpected(sheet, ballot);
    judgeExpectedWithDisk(sheet, ballot);
    judgeDiskVotes(sheet, ballot);
    judgeMargin(sheet, ballot);
}
} // namespace Core
