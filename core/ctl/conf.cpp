// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/activateplan.h"
#include "core/action/rescueplan.h"
#include "core/clusterconf/rollback.h"
#include "core/collect/conffeed.h"
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

ActivationWish wishFor(const ClusterProfile &profile)
{
    ActivationWish wish;
    for (const ProfileMachine &machine : profile.machines)
        wish.rootPrefixes.insert(machine.name, machine.rootPrefix);
    return wish;
}

// The first picture is what the change began from.
MakeFromSession activating(ActivationWish wish)
{
    return [wish](Session &session) mutable -> std::variant<Planner, int> {
        wish.openedSha256 = committedIn(*session.store().current());
        return activationOf(wish);
    };
}

// What is kept under that name, as the next version: with the passwords that the nodes have now.
// The exit code when there is none, said why.
std::variant<QByteArray, int> restored(Session &session, const QString &name)
{
    QFuture<Expected<ConfVersions>> asked = session.confHistory().versions();
    asked.waitForFinished();
    const Expected<ConfVersions> versions = asked.result();
    const Expected<ConfVersion> version
        = versions.and_then([&](const ConfVersions &known) { return versionNamed(known, name); });
    if (!version) {
        complain(rendered(version.error().what));
        return version.error().kind == ErrorKind::Refused ? int(WrongUsage) : int(NotWell);
    }
    QFuture<Expected<QByteArray>> text = session.confHistory().text(version->id);
    text.waitForFinished();
    const quint32 highest = std::max({highestNumber(*versions), session.conf().highestNumber(),
                                      highestVersionKnown(*session.store().current())});
    const Expected<Rollback> rollback = text.result().and_then(
        [&](const QByteArray &kept) { return rolledBack(kept, session.conf().texts(), highest); });
    if (!rollback) {
        complain(rendered(rollback.error().what));
        return rollback.error().kind == ErrorKind::ParseFailed ? int(BadInput) : int(NotWell);
    }
    for (const SecretPlace &place : rollback->missing)
        complain(rendered(
            message(QT_TRANSLATE_NOOP("Core",
                                      "%1 is not in any file on the nodes, and passwords are not "
                                      "kept: roll back in the window, which asks for it"),
                    {MessageList{placeText(place)}})));
    return rollback->missing.isEmpty() ? std::variant<QByteArray, int>(rollback->text)
                                       : std::variant<QByteArray, int>(int(NotAllowed));
}

int rollBack(QStringList arguments)
{
    ActionOptions options;
    if (const std::optional<int> wrong = takeActionOptions(arguments, options, "conf"))
        return *wrong;
    if (arguments.size() != 2)
        return wrongUsage(
            rendered(message(QT_TRANSLATE_NOOP("Core", "one CLUSTER and one VERSION are needed"))),
            "conf");
    const std::variant<ClusterProfile, int> profile = profileOf(arguments.at(0), "conf");
    if (const int *wrong = std::get_if<int>(&profile))
        return *wrong;
    const MakeFromSession make = [wish = wishFor(std::get<ClusterProfile>(profile)),
                                  name = arguments.at(1)](Session &session) mutable {
        const std::variant<QByteArray, int> text = restored(session, name);
        if (const int *code = std::get_if<int>(&text))
            return std::variant<Planner, int>(*code);
        wish.text = std::get<QByteArray>(text);
        return activating(wish)(session);
    };
    return runAction(std::get<ClusterProfile>(profile), options, make, "conf");
}

// CLUSTER and FILE behind the options; the exit code when they are wrong.
struct FileCall {
    ActionOptions options;
    ClusterProfile profile;
    QByteArray text;
};
std::variant<FileCall, int> fileCall(QStringList arguments)
{
    FileCall call;
    if (const std::optional<int> wrong = takeActionOptions(arguments, call.options, "conf"))
        return *wrong;
    if (arguments.size() != 2)
        return wrongUsage(
            rendered(message(QT_TRANSLATE_NOOP("Core", "one CLUSTER and one FILE are needed"))),
            "conf");
    const std::variant<ClusterProfile, int> profile = profileOf(arguments.at(0), "conf");
    if (const int *wrong = std::get_if<int>(&profile))
        return *wrong;
    call.profile = std::get<ClusterProfile>(profile);
    QFile file(arguments.at(1));
    if (!file.open(QIODevice::ReadOnly)) {
        complain(file.fileName() + QStringLiteral(": ") + file.errorString());
        return int(BadInput);
    }
    call.text = file.read(largestClusterConf + 1);
    return call;
}

int activate(const QStringList &arguments)
{
    const std::variant<FileCall, int> asked = fileCall(arguments);
    if (const int *wrong = std::get_if<int>(&asked))
        return *wrong;
    const FileCall &call = std::get<FileCall>(asked);
    ActivationWish wish = wishFor(call.profile);
    wish.text = call.text;
    return runAction(call.profile, call.options, activating(wish), "conf");
}

// The way depends on what runs now: with cman and the peers off, or without cman anywhere.
int rescue(const QStringList &arguments)
{
    const std::variant<FileCall, int> asked = fileCall(arguments);
    if (const int *wrong = std::get_if<int>(&asked))
        return *wrong;
    const FileCall &call = std::get<FileCall>(asked);
    const MakeFromSession make = [call](Session &session) -> std::variant<Planner, int> {
        const ClusterSnapshot &now = *session.store().current();
        const std::optional<Planner> planner
            = rescueOf(call.text, wishFor(call.profile).rootPrefixes, now);
        if (!planner) {
            complain(rendered(message(QT_TRANSLATE_NOOP(
                "Core", "nothing to rescue: a node has quorum, or none answers"))));
            return int(NotAllowed);
        }
        return *planner;
    };
    return runAction(call.profile, call.options, make, "conf");
}
} // namespace

int runConf(const QStringList &arguments)
{
    if (arguments.value(0) == QStringLiteral("activate"))
        return activate(arguments.mid(1));
    if (arguments.value(0) == QStringLiteral("rescue"))
        return rescue(arguments.mid(1));
    if (arguments.value(0) == QStringLiteral("rollback"))
        return rollBack(arguments.mid(1));
    if (arguments.value(0) == QStringLiteral("diff"))
        return diffConf(arguments.mid(1));
    if (arguments.value(0) == QStringLiteral("history"))
        return historyOfConf(arguments.mid(1));
    return wrongUsage(rendered(message(QT_TRANSLATE_NOOP("Core", "conf does what?"))), "conf");
}
} // namespace Ctl
