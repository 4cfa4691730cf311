// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/hadraft.h"
#include "core/action/haplan.h"

// What qm does to a guest.
namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto starting = 120s; // qm's own time-out is 30 s, behind a lock
constexpr auto shuttingDown = 180s; // a guest's own shutdown; qm gives up after 60 s
constexpr auto stopping = 60s;

const char *titleOf(VerbKind kind)
{
    switch (kind) {
    case VerbKind::StartGuest:
        return QT_TRANSLATE_NOOP("Core", "Start %1");
    case VerbKind::ShutdownGuest:
        return QT_TRANSLATE_NOOP("Core", "Shut %1 down");
    case VerbKind::ResetGuest:
        return QT_TRANSLATE_NOOP("Core", "Reset %1");
    default:
        return QT_TRANSLATE_NOOP("Core", "Stop %1 hard");
    }
}

Step qmStep(const GuestDraft &draft, const char *title, const QStringList &words,
            std::chrono::seconds time, Sight sight)
{
    Command command;
    command.program = QStringLiteral("qm");
    command.arguments = QStringList{words[0], QString::number(draft.guest.id)} + words.mid(1);
    command.timeout = time;
    Step step = commandStep(message(title, {draft.name(), draft.node().text()}), draft.node(),
                            command, std::move(sight));
    step.info.timeout = time;
    step.info.pointOfNoReturn = true;
    return step;
}

// Its stop would be taken for a failure, and its start go on beside rgmanager's back.
void checkNotManaged(GuestDraft &draft)
{
    // What rgmanager has given up, or was told to leave, may be ended by hand.
    const auto state = draft.guest.service ? draft.guest.service->state : ServiceState::Unknown;
    const bool left = state == ServiceState::Failed || state == ServiceState::Disabled;
    if (left && draft.verb.kind != VerbKind::StartGuest)
        return;
    if (draft.guest.highlyAvailable)
        draft.block("guest.managed",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "rgmanager runs %1 and would undo it: enable or "
                                              "disable its service instead"),
                            {draft.name()}),
                    "rule 15");
}

void askWhatIsLost(GuestDraft &draft, const char *what)
{
    draft.warn("guest.hard", message(what, {draft.name()}));
    draft.plan.confirmation = {ConfirmationKind::TypeName, QString::number(draft.guest.id), true};
}

void planStart(GuestDraft &draft)
{
    checkNotManaged(draft);
    checkProcesses(draft.plan, draft.guest, 0, draft.snapshot);
    if (!draft.plan.blocked())
        draft.add(qmStep(draft, QT_TRANSLATE_NOOP("Core", "Start %1 on %2"),
                         {QStringLiteral("start")}, starting,
                         seesGuestOn(draft.guest.id, {draft.node()})));
}

void planShutdown(GuestDraft &draft)
{
    checkNotManaged(draft);
    checkProcesses(draft.plan, draft.guest, 1, draft.snapshot);
    draft.plan.confirmation = {ConfirmationKind::TypeName, QString::number(draft.guest.id), false};
    if (!draft.plan.blocked())
        draft.add(qmStep(draft, QT_TRANSLATE_NOOP("Core", "Let %1 on %2 shut itself down"),
                         {QStringLiteral("shutdown")}, shuttingDown,
                         seesGuestOn(draft.guest.id, {})));
}

void planStop(GuestDraft &draft)
{
    checkNotManaged(draft);
    checkProcesses(draft.plan, draft.guest, 1, draft.snapshot);
    askWhatIsLost(draft,
                  QT_TRANSLATE_NOOP("Core",
                                    "As by its mains plug: what %1 has not written is lost. Shut "
                                    "it down where it still answers"));
    if (!draft.plan.blocked())
        draft.add(qmStep(draft, QT_TRANSLATE_NOOP("Core", "Cut the power of %1 on %2"),
                         {QStringLiteral("stop")}, stopping, seesGuestOn(draft.guest.id, {})));
}

void planReset(GuestDraft &draft)
{
    checkProcesses(draft.plan, draft.guest, 1, draft.snapshot);
    askWhatIsLost(draft,
                  QT_TRANSLATE_NOOP("Core",
                                    "As by its reset button: what %1 has not written is "
                                    "lost"));
    if (!draft.plan.blocked())
        draft.add(qmStep(draft, QT_TRANSLATE_NOOP("Core", "Press the reset button of %1 on %2"),
                         {QStringLiteral("reset")}, stopping,
                         seesGuestOn(draft.guest.id, {draft.node()})));
}
} // namespace

GuestDraft guestDraft(const Verb &verb, const ClusterSnapshot &snapshot, const char *title)
{
    const std::optional<GuestView> guest = guestNumber(verb.vmid, snapshot);
    GuestDraft draft{verb, snapshot, guest.value_or(GuestView()), {}};
    draft.guest.id = verb.vmid;
    draft.plan.title = message(title, {draft.name(), verb.target.text()});
    draft.plan.verb = verb;
    draft.plan.madeFromRevision = snapshot.revision;
    draft.plan.confirmation = {ConfirmationKind::OneClick, {}, false};
    if (guest)
        draft.plan.touches = {draft.node()};
    else
        draft.block("guest.none",
                    message(QT_TRANSLATE_NOOP("Core", "There is no guest %1"), {draft.name()}));
    return draft;
}

ActionPlan planGuest(const Verb &verb, const ClusterSnapshot &snapshot)
{
    GuestDraft draft = guestDraft(verb, snapshot, titleOf(verb.kind));
    if (draft.plan.blocked())
        return draft.plan;
    checkNode(draft.plan, draft.node(), snapshot);
    switch (verb.kind) {
    case VerbKind::StartGuest:
        planStart(draft);
        break;
    case VerbKind::ShutdownGuest:
        planShutdown(draft);
        break;
    case VerbKind::ResetGuest:
        planReset(draft);
        break;
    default:
        planStop(draft);
        break;
    }
    return draft.plan;
}
} // namespace Core
