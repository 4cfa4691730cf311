// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/membersight.h"

#include "core/model/freshness.h"

namespace Core
{
std::optional<Member> memberOf(const ClusterSnapshot &snapshot, const NodeName &observer,
                               const NodeName &node)
{
    const Machine machine = snapshot.machines.value(observer);
    if (!machine.members.value || machine.members.error)
        return std::nullopt;
    for (const Member &member : *machine.members.value) {
        if (member.name == node)
            return member;
    }
    Member absent;
    absent.name = node;
    absent.state = MemberState::NotInCluster;
    return absent;
}

namespace
{
tl::unexpected<Error> unseen(Message what)
{
    return failure(ErrorKind::Stale, std::move(what));
}

// One that joined anew since `before` was away, however short: a reboot may take less than the
// token lasts.
bool isAnew(const Member &now, const Member &before)
{
    return now.state == MemberState::Member && now.incarnation != before.incarnation;
}

tl::unexpected<Error> notTold(const NodeName &observer, const NodeName &node)
{
    return unseen(
        message(QT_TRANSLATE_NOOP("Core", "not known: %1 does not tell whether %2 is a member"),
                {observer.text(), node.text()}));
}

// By the observer's list; 0: it has none of that name.
int idOf(const ClusterSnapshot &snapshot, const NodeName &observer, const NodeName &node)
{
    const std::optional<Member> member = memberOf(snapshot, observer, node);
    return member ? member->id : 0;
}
} // namespace

Sight seesGone(const NodeName &observer, const Member &before)
{
    return [=](const ClusterSnapshot &now) -> Expected<void> {
        const std::optional<Member> member = memberOf(now, observer, before.name);
        if (!member)
            return notTold(observer, before.name);
        if (member->state != MemberState::Member || isAnew(*member, before))
            return {};
        return unseen(message(QT_TRANSLATE_NOOP("Core", "%1 is still a member by the word of %2"),
                              {before.name.text(), observer.text()}));
    };
}

Sight seesBack(const NodeName &observer, const Member &before)
{
    return [=](const ClusterSnapshot &now) -> Expected<void> {
        const std::optional<Member> member = memberOf(now, observer, before.name);
        if (!member)
            return notTold(observer, before.name);
        if (isAnew(*member, before))
            return {};
        return unseen(
            message(QT_TRANSLATE_NOOP("Core", "%1 has not joined again by the word of %2"),
                    {before.name.text(), observer.text()}));
    };
}

Sight seesJoined(const NodeName &observer, const NodeName &node)
{
    Member absent;
    absent.name = node;
    absent.incarnation = -1; // no member has it
    return seesBack(observer, absent);
}

Sight seesInDomain(const NodeName &observer, const NodeName &node, bool in)
{
    return [=](const ClusterSnapshot &now) -> Expected<void> {
        const Machine machine = now.machines.value(observer);
        const FenceDomain *domain = freshFact(machine, machine.fenceDomain);
        const int id = idOf(now, observer, node);
        if (!domain || (in && id == 0))
            return unseen(
                message(QT_TRANSLATE_NOOP("Core", "not known: %1 does not tell its fence domain"),
                        {observer.text()}));
        if (domain->victimCount > 0 || domain->victimNow != 0)
            return unseen(message(QT_TRANSLATE_NOOP("Core", "%1 waits for a node to be fenced"),
                                  {observer.text()}));
        if (domain->members.contains(id) == in)
            return {};
        return unseen(
            in ? message(QT_TRANSLATE_NOOP("Core", "%1 is not in the fence domain of %2 yet"),
                         {node.text(), observer.text()})
               : message(QT_TRANSLATE_NOOP("Core", "%1 is still in the fence domain of %2"),
                         {node.text(), observer.text()}));
    };
}

Step sightStep(Message title, const char *preview, std::chrono::seconds time, Sight sight)
{
    Step step;
    step.info.title = std::move(title);
    step.info.preview = QString::fromLatin1(preview);
    step.info.timeout = time;
    step.execute = [](Shell &) { return Expected<void>(); };
    step.verify = [sight = std::move(sight)](Shell &shell) { return awaitSight(shell, sight); };
    return step;
}
} // namespace Core
