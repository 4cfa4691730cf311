// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/activateplan.h"
#include "core/ctl/actioncall.h"
#include "core/ctl/commandtable.h"

#include <QFile>

namespace Ctl
{
namespace
{
using namespace Core;

// What the nodes hold at this moment is what the change began from: a version that somebody else
// took meanwhile is refused by its number.
QByteArray committedIn(const ClusterSnapshot &snapshot)
{
    for (const Machine &machine : snapshot.machines) {
        if (machine.quorum.value && machine.quorum.value->quorate && machine.configFile.value)
            return machine.configFile.value->sha256;
    }
    return {};
}

int activate(QStringList arguments)
{
    ActionOptions options;
    if (const std::optional<int> wrong = takeActionOptions(arguments, options, "conf"))
        return *wrong;
    if (arguments.size() != 2)
        return wrongUsage(
            rendered(message(QT_TRANSLATE_NOOP("Core", "one CLUSTER and one FILE are needed"))),
            "conf");
    const std::variant<ClusterProfile, int> profile = profileOf(arguments.at(0), "conf");
    if (const int *wrong = std::get_if<int>(&profile))
        return *wrong;
    QFile file(arguments.at(1));
    if (!file.open(QIODevice::ReadOnly)) {
        complain(file.fileName() + QStringLiteral(": ") + file.errorString());
        return BadInput;
    }
    ActivationWish wish;
    wish.text = file.read(largestClusterConf + 1);
    for (const ProfileMachine &machine : std::get<ClusterProfile>(profile).machines)
        wish.rootPrefixes.insert(machine.name, machine.rootPrefix);
    const MakePlanner make = [wish](const ClusterSnapshot &first) mutable -> Planner {
        wish.openedSha256 = committedIn(first);
        return [wish](const ClusterSnapshot &now) { return planActivation(wish, now); };
    };
    return runAction(std::get<ClusterProfile>(profile), options, make, "conf");
}
} // namespace

int runConf(const QStringList &arguments)
{
    if (arguments.value(0) == QStringLiteral("activate"))
        return activate(arguments.mid(1));
    if (arguments.value(0) == QStringLiteral("diff"))
        return diffConf(arguments.mid(1));
    return wrongUsage(rendered(message(QT_TRANSLATE_NOOP("Core", "conf does what?"))), "conf");
}
} // namespace Ctl
