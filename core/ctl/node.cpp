// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/nodeplan.h"
#include "core/action/overrideplan.h"
#include "core/ctl/actioncall.h"
#include "core/ctl/commandtable.h"

#include <QHash>

namespace Ctl
{
using namespace Core;

namespace
{
using Plan = ActionPlan (*)(const Verb &, const ClusterSnapshot &);
struct Wish {
    VerbKind kind;
    Plan plan = planNode;
};

// What is asked for by the second word.
std::optional<Wish> wishOf(const QString &action)
{
    static const QHash<QString, Wish> wishes{
        {QStringLiteral("maintenance"), {VerbKind::Maintenance}},
        {QStringLiteral("end-maintenance"), {VerbKind::EndMaintenance}},
        {QStringLiteral("leave"), {VerbKind::StopCman}},
        {QStringLiteral("join"), {VerbKind::StartCman}},
        {QStringLiteral("stop-rgmanager"), {VerbKind::StopRgmanager}},
        {QStringLiteral("start-rgmanager"), {VerbKind::StartRgmanager}},
        {QStringLiteral("reboot"), {VerbKind::RebootNode}},
        {QStringLiteral("shutdown"), {VerbKind::ShutDownNode}},
        {QStringLiteral("quorum-alone"), {VerbKind::LowerVotes, planLowerVotes}},
        {QStringLiteral("stop-both"), {VerbKind::StopBoth, planBothNodes}},
        {QStringLiteral("cold-start"), {VerbKind::ColdStart, planBothNodes}}};
    const auto wish = wishes.constFind(action);
    return wish == wishes.cend() ? std::nullopt : std::optional(*wish);
}
} // namespace

int runNode(const QStringList &given)
{
    QStringList arguments = given;
    ActionOptions options;
    if (const std::optional<int> wrong = takeActionOptions(arguments, options, "node"))
        return *wrong;
    const std::optional<Wish> wish = wishOf(arguments.value(1));
    if (arguments.size() != 3 || !wish)
        return wrongUsage(rendered(message(QT_TRANSLATE_NOOP(
                              "Core", "one CLUSTER, an ACTION and one NODE are needed"))),
                          "node");
    Verb verb;
    verb.kind = wish->kind;
    verb.node = NodeName(arguments.at(2));
    return runVerb(arguments.at(0), verb, options, wish->plan, "node");
}
} // namespace Ctl
