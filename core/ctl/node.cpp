// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/nodeplan.h"
#include "core/ctl/actioncall.h"
#include "core/ctl/commandtable.h"

#include <QHash>

namespace Ctl
{
using namespace Core;

int runNode(const QStringList &given)
{
    QStringList arguments = given;
    ActionOptions options;
    if (const std::optional<int> wrong = takeActionOptions(arguments, options, "node"))
        return *wrong;
    static const QHash<QString, VerbKind> kinds{
        {QStringLiteral("maintenance"), VerbKind::Maintenance},
        {QStringLiteral("end-maintenance"), VerbKind::EndMaintenance},
        {QStringLiteral("leave"), VerbKind::StopCman},
        {QStringLiteral("join"), VerbKind::StartCman},
        {QStringLiteral("stop-rgmanager"), VerbKind::StopRgmanager},
        {QStringLiteral("start-rgmanager"), VerbKind::StartRgmanager},
        {QStringLiteral("reboot"), VerbKind::RebootNode},
        {QStringLiteral("shutdown"), VerbKind::ShutDownNode},
        {QStringLiteral("stop-both"), VerbKind::StopBoth},
        {QStringLiteral("cold-start"), VerbKind::ColdStart}};
    if (arguments.size() != 3 || !kinds.contains(arguments.at(1)))
        return wrongUsage(rendered(message(QT_TRANSLATE_NOOP(
                              "Core", "one CLUSTER, an ACTION and one NODE are needed"))),
                          "node");
    Verb verb;
    verb.kind = kinds.value(arguments.at(1));
    verb.node = NodeName(arguments.at(2));
    const bool both = verb.kind == VerbKind::StopBoth || verb.kind == VerbKind::ColdStart;
    return runVerb(arguments.at(0), verb, options, both ? planBothNodes : planNode, "node");
}
} // namespace Ctl
