// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/drbddraft.h"
#include "core/model/verifyrun.h"

// Pause, resume, verification and the repair after it.
namespace Core
{
using namespace std::chrono_literals;

namespace
{
// Positions in "r/s a p u d s" of /proc/drbd.
constexpr int dependencyFlag = 1;
constexpr int peerFlag = 2;
constexpr int userFlag = 3;
constexpr auto verificationTakes = 72h; // at most; a person may cancel the watching before
constexpr auto logComesWithin = 90s; // the kernel log is read once a minute

Sight seesPaused(const DrbdDraft &draft, bool paused)
{
    const Message wanted = paused ? message(QT_TRANSLATE_NOOP("Core", "paused (flag u)"))
                                  : message(QT_TRANSLATE_NOOP("Core", "not paused (no flag u)"));
    return sees(draft.node(), draft.name(), wanted, [paused](const DrbdResource &side) {
        return side.flags.size() > userFlag && (side.flags[userFlag] == u'u') == paused;
    });
}

// False: blocked.
bool flagsTold(DrbdDraft &draft)
{
    if (draft.pair.own.flag(userFlag) != '\0')
        return true;
    draft.block("drbd.unknown",
                message(QT_TRANSLATE_NOOP("Core", "not known: whether %1 is paused on %2"),
                        {draft.name().text(), draft.node().text()}));
    return false;
}

std::optional<Bytes> outOfSync(const DrbdSide &side)
{
    return side.state ? side.state->counters.outOfSync : std::nullopt;
}

void judgeCopies(DrbdDraft &draft)
{
    if (draft.pair.own.connection() != DrbdConnection::Connected)
        draft.block("drbd.connection",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "Only while %1 is Connected and nothing else runs on "
                                              "it; it is %2"),
                            {draft.name().text(), word(draft.pair.own.connection())}));
    for (const auto &[node, disk] : {std::pair(draft.node(), draft.pair.own.disk()),
                                     std::pair(draft.peer(), draft.pair.peerDisk())}) {
        if (disk != DiskState::UpToDate)
            draft.block("drbd.disk",
                        message(QT_TRANSLATE_NOOP("Core", "The copy of %1 is %2, not UpToDate"),
                                {node.text(),
                                 disk == DiskState::Unknown ? Argument(
                                     MessageList{message(QT_TRANSLATE_NOOP("Core", "not known"))})
                                                            : Argument(word(disk))}));
    }
}

void judgeAlgorithm(DrbdDraft &draft)
{
    if (!configOf(draft.snapshot, draft.node(), draft.name()))
        draft.block("drbd.config",
                    message(QT_TRANSLATE_NOOP("Core", "not known: the configuration of %1 on %2"),
                            {draft.name().text(), draft.node().text()}));
    else if (!draft.configured("net/verify-alg", "syncer/verify-alg"))
        draft.block("drbd.verifyalg",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "No verify-alg is configured for %1: set one (sha1, "
                                              "md5) in its file, then adjust"),
                            {draft.name().text()}));
}

void tellLastRun(DrbdDraft &draft)
{
    const VerifyHistory last = verifyHistory(draft.snapshot, draft.name(), draft.pair.minor);
    if (!last.last)
        return;
    addFinding(draft.plan, Severity::Note, "drbd.lastverify",
               message(QT_TRANSLATE_NOOP("Core", "The last verification ended %1: %2"),
                       {last.last->ended, MessageList{verifyWords(last)}}),
               {last.evidence});
}

Sight seesVerifying(const NodeName &node, const ResourceName &resource)
{
    // A small device may be done before anybody looks.
    return sees(node, resource, message("%1", {word(DrbdConnection::VerifyS)}),
                [](const DrbdResource &side) {
                    const DrbdConnection now = connectionOf(side);
                    return now == DrbdConnection::VerifyS || now == DrbdConnection::VerifyT
                        || now == DrbdConnection::Connected;
                });
}

// The end of the run in the kernel log, which is read seldom.
Expected<void> awaitResult(Shell &shell, const ResourceName &resource, int minor,
                           const QDateTime &before)
{
    for (auto waited = 0s; waited < logComesWithin; waited += 1s) {
        const VerifyHistory found = verifyHistory(*shell.freshSnapshot(), resource, minor);
        if (found.last && (!before.isValid() || before < found.last->ended)) {
            shell.tell({verifyWords(found), 1.0});
            return {};
        }
        if (!shell.sleepFor(1s))
            break;
    }
    return failure(ErrorKind::Timeout,
                   message(QT_TRANSLATE_NOOP("Core",
                                             "The verification ended, but the kernel log does not "
                                             "tell what it found")));
}

Expected<void> followVerify(Shell &shell, const NodeName &node, const ResourceName &resource)
{
    for (;;) {
        const std::optional<DrbdResource> side = sideOf(*shell.freshSnapshot(), node, resource);
        const DrbdConnection now = side ? connectionOf(*side) : DrbdConnection::Unknown;
        if (now == DrbdConnection::Connected)
            return {};
        if (side && now != DrbdConnection::VerifyS && now != DrbdConnection::VerifyT)
            return failure(
                ErrorKind::Stale,
                message(QT_TRANSLATE_NOOP("Core", "The verification of %1 was interrupted: %2"),
                        {resource.text(), word(now)}));
        if (side && side->peers.first().sync)
            shell.tell(progressOf(*side->peers.first().sync));
        if (!shell.sleepFor(1s))
            return failure(ErrorKind::Timeout,
                           message(QT_TRANSLATE_NOOP("Core", "The verification is not finished")));
    }
}

Step resultStep(const DrbdDraft &draft)
{
    const VerifyHistory before = verifyHistory(draft.snapshot, draft.name(), draft.pair.minor);
    Step step;
    step.info.title = message(QT_TRANSLATE_NOOP("Core", "Follow it and read what it found"));
    step.info.preview = QStringLiteral("cat /proc/drbd");
    step.info.timeout = verificationTakes;
    step.execute = [](Shell &) { return Expected<void>(); };
    step.verify = [node = draft.node(), resource = draft.name(), minor = draft.pair.minor,
                   last = before.last ? before.last->ended : QDateTime()](Shell &shell) {
        return followVerify(shell, node, resource).and_then([&] {
            return awaitResult(shell, resource, minor, last);
        });
    };
    return step;
}

// A Primary that loses its peer begins a new generation, so that the other side is copied from it.
void judgeRepairRoles(DrbdDraft &draft)
{
    const bool kept = draft.pair.peerRole() == Role::Primary;
    if (draft.blockedWhileBothPrimary("drbd.bothprimary"))
        return;
    if (draft.pair.own.role() != Role::Secondary)
        draft.block("drbd.victim",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "%1 is Primary on %2, whose blocks would be "
                                              "overwritten: make it Secondary, or repair the "
                                              "other side"),
                            {draft.name().text(), draft.node().text()}),
                    "rule 14");
    else if (!kept)
        draft.block("drbd.kept",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "%1 is not Primary on %2: without a Primary DRBD "
                                              "copies nothing when it connects again"),
                            {draft.name().text(), draft.peer().text()}),
                    "rule 14");
}

void judgeDifference(DrbdDraft &draft)
{
    const std::optional<Bytes> differs = outOfSync(draft.pair.own);
    if (!differs)
        draft.block("drbd.unknown",
                    message(QT_TRANSLATE_NOOP("Core", "not known: how much of %1 differs"),
                            {draft.name().text()}));
    else if (differs->value == 0)
        draft.block("drbd.nothing",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "No block of %1 is marked as different: verify it "
                                              "first"),
                            {draft.name().text()}));
    else
        draft.warn("drbd.overwrites",
                   message(QT_TRANSLATE_NOOP("Core", "%1 on %2 are overwritten with what %3 has"),
                           {*differs, draft.node().text(), draft.peer().text()}),
                   "rule 14");
}

// Just before the copies meet again: who is overwritten must still be who was named.
Expected<void> rolesStand(const ClusterSnapshot &now, const NodeName &victim, const NodeName &kept,
                          const ResourceName &resource)
{
    const Expected<void> own = seesRole(victim, resource, Role::Secondary)(now);
    return own ? seesRole(kept, resource, Role::Primary)(now) : own;
}

Step reconnectStep(const DrbdDraft &draft)
{
    const NodeName &victim = draft.node();
    const NodeName &kept = draft.peer();
    const ResourceName &resource = draft.name();
    Step step = commandStep(
        message(QT_TRANSLATE_NOOP("Core", "Connect again: %1's differing blocks are overwritten"),
                {victim.text()}),
        victim, drbdadm(draft.syntax(), QStringLiteral("connect"), resource),
        seesTogether(victim, kept, resource));
    step.info.pointOfNoReturn = true;
    step.execute = [=, send = step.execute](Shell &shell) -> Expected<void> {
        const Expected<void> stand = rolesStand(*shell.freshSnapshot(), victim, kept, resource);
        return stand ? send(shell) : stand;
    };
    return step;
}
} // namespace

void planPauseSync(DrbdDraft &draft)
{
    if (!flagsTold(draft))
        return;
    if (draft.pair.own.flag(userFlag) == 'u')
        draft.block("drbd.nothing",
                    message(QT_TRANSLATE_NOOP("Core", "Nothing to do: %1 is paused on %2 already"),
                            {draft.name().text(), draft.node().text()}));
    if (isSyncing(draft.pair.own.connection()))
        draft.warn("drbd.margin",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "Until it is resumed only one copy is good: if its "
                                             "node fails, the other cannot take over")),
                   "rule 16");
    else
        draft.note("drbd.noresync",
                   message(QT_TRANSLATE_NOOP("Core", "No resync runs: the next one will wait")));
    draft.add(message(QT_TRANSLATE_NOOP("Core", "Pause on %1"), {draft.node().text()}),
              "pause-sync", seesPaused(draft, true));
}

void planResumeSync(DrbdDraft &draft)
{
    if (!flagsTold(draft))
        return;
    if (draft.pair.own.flag(userFlag) != 'u')
        draft.block("drbd.nothing",
                    message(QT_TRANSLATE_NOOP("Core", "Nothing to do: nobody paused %1 on %2"),
                            {draft.name().text(), draft.node().text()}));
    if (draft.pair.own.flag(peerFlag) == 'p')
        draft.warn("drbd.paused",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "It stays paused by %1 until it is resumed "
                                             "there, too"),
                           {draft.peer().text()}));
    if (draft.pair.own.flag(dependencyFlag) == 'a')
        draft.warn("drbd.paused",
                   message(QT_TRANSLATE_NOOP(
                       "Core", "It goes on waiting for another resource (resync-after)")));
    draft.add(message(QT_TRANSLATE_NOOP("Core", "Resume on %1"), {draft.node().text()}),
              "resume-sync", seesPaused(draft, false));
}

void planVerify(DrbdDraft &draft)
{
    judgeCopies(draft);
    judgeAlgorithm(draft);
    tellLastRun(draft);
    draft.note("drbd.onlyreports",
               message(QT_TRANSLATE_NOOP("Core",
                                         "It only reports and repairs nothing, and it reads both "
                                         "disks whole: guests are slower meanwhile")),
               "rule 14");
    draft.add(
        message(QT_TRANSLATE_NOOP("Core", "Start the verification on %1"), {draft.node().text()}),
        "verify", seesVerifying(draft.node(), draft.name()));
    draft.plan.steps.push_back(resultStep(draft));
}

void planRepair(DrbdDraft &draft)
{
    judgeCopies(draft);
    judgeRepairRoles(draft);
    judgeDifference(draft);
    tellLastRun(draft);
    draft.askName(draft.node().text());
    draft.add(message(QT_TRANSLATE_NOOP("Core", "Disconnect on %1"), {draft.node().text()}),
              "disconnect", seesStandAlone(draft.node(), draft.name()));
    draft.plan.steps.push_back(reconnectStep(draft));
    draft.plan.steps.push_back(
        syncStep(message(QT_TRANSLATE_NOOP("Core", "Follow the copying until both are the same")),
                 draft.name(), draft.node(), draft.peer()));
}
} // namespace Core
