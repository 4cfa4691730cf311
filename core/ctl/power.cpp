// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/fenceplan.h"
#include "core/action/overrideplan.h"
#include "core/ctl/actioncall.h"
#include "core/ctl/commandtable.h"
#include "core/ctl/powerstatus.h"

#include <QHash>

namespace Ctl
{
using namespace Core;

int runFence(const QStringList &given)
{
    QStringList arguments = given;
    ActionOptions options;
    const bool acknowledged = arguments.removeAll(QStringLiteral("--acknowledge")) > 0;
    if (const std::optional<int> wrong = takeActionOptions(arguments, options, "fence"))
        return *wrong;
    if (arguments.size() != 2)
        return wrongUsage(
            rendered(message(QT_TRANSLATE_NOOP("Core", "one CLUSTER and one NODE are needed"))),
            "fence");
    Verb verb;
    verb.kind = acknowledged ? VerbKind::AckFence : VerbKind::Fence;
    verb.node = NodeName(arguments.at(1));
    return runVerb(arguments.at(0), verb, options, acknowledged ? planAckFence : planFence,
                   "fence");
}

int runPower(const QStringList &given)
{
    QStringList arguments = given;
    const bool json = arguments.removeAll(QStringLiteral("--json")) > 0;
    if (arguments.size() == 3 && arguments.at(2) == QStringLiteral("status"))
        return tellPower(arguments.at(0), NodeName(arguments.at(1)), json);
    ActionOptions options;
    if (const std::optional<int> wrong = takeActionOptions(arguments, options, "power"))
        return *wrong;
    static const QHash<QString, VerbKind> kinds{{QStringLiteral("on"), VerbKind::PowerOn},
                                                {QStringLiteral("off"), VerbKind::PowerOff},
                                                {QStringLiteral("cycle"), VerbKind::PowerCycle},
                                                {QStringLiteral("reset"), VerbKind::PowerReset},
                                                {QStringLiteral("soft"), VerbKind::PowerSoft},
                                                {QStringLiteral("identify"), VerbKind::Identify}};
    if (arguments.size() != 3 || !kinds.contains(arguments.at(2)))
        return wrongUsage(rendered(message(QT_TRANSLATE_NOOP(
                              "Core",
                              "one CLUSTER, one NODE, and status, on, off, cycle, reset, soft or "
                              "identify are needed"))),
                          "power");
    Verb verb;
    verb.kind = kinds.value(arguments.at(2));
    verb.node = NodeName(arguments.at(1));
    return runVerb(arguments.at(0), verb, options, planPower, "power");
}
} // namespace Ctl
