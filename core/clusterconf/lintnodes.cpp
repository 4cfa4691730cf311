// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lintsheet.h"

#include <QHash>
#include <QMap>

namespace Core
{
namespace
{
void judgeNames(LintSheet &sheet)
{
    QHash<QString, TextRange> seen; // the place
    seen.reserve(sheet.nodes.size());
    for (const int node : sheet.nodes) {
        const QString name = sheet.at(node).value(u"name");
        const TextRange place = sheet.place(node, u"name");
        if (const auto first = seen.constFind(name); first != seen.constEnd())
            sheet.tell(
                {"conf.node.name", Severity::Error, place,
                 message(QT_TRANSLATE_NOOP("Core", "another node, in line %2, is called %1 too"),
                         {name, QString::number(sheet.document.span(*first).line)}),
                 message(QT_TRANSLATE_NOOP("Core", "which of both a daemon takes is chance")),
                 "cman(5)"});
        seen.insert(name, place);
        if (name.startsWith(QStringLiteral("127.")) || name == QStringLiteral("::1")
            || name.startsWith(QStringLiteral("localhost")))
            sheet.tell(
                {"conf.node.loopback", Severity::Error, place,
                 message(QT_TRANSLATE_NOOP("Core", "%1 is this machine itself for every node"),
                         {name}),
                 message(QT_TRANSLATE_NOOP(
                     "Core",
                     "cman does not start when the name of its node leads to a loopback address")),
                 "cman-preconfig.c"});
    }
}

// Missing ids are the schema's matter.
void judgeIds(LintSheet &sheet)
{
    QMap<int, int> seen;
    for (const int node : sheet.nodes) {
        const std::optional<int> id = sheet.number(node, u"nodeid");
        if (!id)
            continue;
        if (seen.contains(*id))
            sheet.tell({"conf.node.id", Severity::Error, sheet.place(node, u"nodeid"),
                        message(QT_TRANSLATE_NOOP("Core", "%1 and %2 both have nodeid %3"),
                                {sheet.at(seen.value(*id)).value(u"name"),
                                 sheet.at(node).value(u"name"), QString::number(*id)}),
                        message(QT_TRANSLATE_NOOP("Core", "the second to join is refused")),
                        "cman(5)"});
        seen.insert(*id, node);
    }
    const bool gap = !seen.isEmpty() && seen.lastKey() - seen.firstKey() >= seen.size();
    if (gap)
        sheet.tell(
            {"conf.node.gap", Severity::Note, sheet.place(seen.last(), u"nodeid"),
             message(QT_TRANSLATE_N_NOOP(
                         "Core", "the node ids leave a gap: the highest is %1 for %n node(s)"),
                     {QString::number(seen.lastKey())}, int(seen.size())),
             message(QT_TRANSLATE_NOOP("Core", "that is allowed")), "cman(5)"});
    constexpr int highestOnDisk = 16;
    if (!sheet.all({u"quorumd"}).isEmpty() && !seen.isEmpty() && seen.lastKey() > highestOnDisk)
        sheet.tell(
            {"conf.node.disk",
             Severity::Error,
             sheet.place(seen.last(), u"nodeid"),
             message(QT_TRANSLATE_NOOP("Core",
                                       "nodeid %1 has no place on a quorum disk, which ends at %2"),
                     {QString::number(seen.lastKey()), QString::number(highestOnDisk)}),
             {},
             "qdisk(5)"});
}
} // namespace

void judgeNodes(LintSheet &sheet)
{
    judgeNames(sheet);
    judgeIds(sheet);
    if (sheet.nodes.isEmpty() && !sheet.all({u"clusternodes"}).isEmpty())
        sheet.tell(
            {"conf.nodes", Severity::Error, sheet.place(sheet.all({u"clusternodes"}).first()),
             message(QT_TRANSLATE_NOOP("Core", "no node is in the cluster")),
             message(QT_TRANSLATE_NOOP("Core",
                                       "no machine finds its own name, so cman starts nowhere")),
             "cman-preconfig.c"});
}
} // namespace Core
