// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/haplan.h"
#include "core/action/migrateplan.h"
#include "core/ctl/actioncall.h"
#include "core/ctl/commandtable.h"

namespace Ctl
{
using namespace Core;

namespace
{
struct HaAction {
    const char *word;
    VerbKind kind;
    bool ofGuest; // by qm; else of its service
};
constexpr HaAction haActions[] = {
    {"enable", VerbKind::EnableService, false},   {"disable", VerbKind::DisableService, false},
    {"relocate", VerbKind::Relocate, false},      {"restart", VerbKind::RestartService, false},
    {"freeze", VerbKind::FreezeService, false},   {"thaw", VerbKind::ThawService, false},
    {"recover", VerbKind::RecoverService, false}, {"start", VerbKind::StartGuest, true},
    {"shutdown", VerbKind::ShutdownGuest, true},  {"stop", VerbKind::StopGuest, true},
    {"reset", VerbKind::ResetGuest, true},
};

const HaAction *haAction(const QString &word)
{
    for (const HaAction &action : haActions) {
        if (word == QLatin1StringView(action.word))
            return &action;
    }
    return nullptr;
}

// A guest's number; 0: it is none.
int vmidOf(const QString &word)
{
    bool good = false;
    const int id = word.toInt(&good);
    return good && id > 0 ? id : 0;
}
} // namespace

int runMigrate(const QStringList &given)
{
    QStringList arguments = given;
    const bool empties = arguments.removeAll(QStringLiteral("--empty")) > 0;
    ActionOptions options;
    if (const std::optional<int> wrong = takeActionOptions(arguments, options, "migrate"))
        return *wrong;
    Verb verb;
    verb.kind = empties ? VerbKind::EmptyNode : VerbKind::Migrate;
    if (empties)
        verb.node = NodeName(arguments.value(1));
    else
        verb.vmid = vmidOf(arguments.value(1));
    verb.target = NodeName(arguments.value(2));
    const bool enough
        = empties ? arguments.size() == 2 : arguments.size() == 2 || arguments.size() == 3;
    if (!enough || (verb.vmid == 0 && verb.node.isEmpty()))
        return wrongUsage(
            rendered(message(QT_TRANSLATE_NOOP(
                "Core", "one CLUSTER and a guest's number are needed, or --empty and a NODE"))),
            "migrate");
    return runVerb(arguments.at(0), verb, options, empties ? planEmptyNode : planMigrate,
                   "migrate");
}

int runHa(const QStringList &given)
{
    QStringList arguments = given;
    ActionOptions options;
    if (const std::optional<int> wrong = takeActionOptions(arguments, options, "ha"))
        return *wrong;
    const HaAction *action = haAction(arguments.value(1));
    Verb verb;
    verb.vmid = vmidOf(arguments.value(2));
    verb.target = NodeName(arguments.value(3));
    if (arguments.size() < 3 || arguments.size() > 4 || !action || verb.vmid == 0)
        return wrongUsage(rendered(message(QT_TRANSLATE_NOOP(
                              "Core", "one CLUSTER, an ACTION and a guest's number are needed"))),
                          "ha");
    verb.kind = action->kind;
    return runVerb(arguments.at(0), verb, options, action->ofGuest ? planGuest : planService, "ha");
}
} // namespace Ctl
