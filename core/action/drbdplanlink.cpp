// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/drbddraft.h"
#include "core/model/divergence.h"

#include <algorithm>

// Connect and disconnect.
namespace Core
{
namespace
{
const Apart *apartOf(const QList<Apart> &all, int minor)
{
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [minor](const Apart &one) { return one.minor == minor; });
    return found == all.cend() ? nullptr : &*found;
}

void findApart(DrbdDraft &draft, Severity severity, const char *id, Message text,
               const Apart &apart, const char *rule)
{
    addFinding(draft.plan, severity, id, std::move(text), apart.evidence, rule);
}

// DRBD would drop the connection again, or, by an after-sb policy, throw one side away by itself.
void judgeApart(DrbdDraft &draft, const Apart &apart)
{
    switch (apart.kind) {
    case ApartKind::SplitBrain:
        return findApart(
            draft, Severity::Blocker, "drbd.splitbrain",
            message(QT_TRANSLATE_NOOP("Core",
                                      "The copies of %1 have gone their own ways (%2): repair the "
                                      "split brain, which chooses the side to keep"),
                    {draft.name().text(), MessageList{apart.reason}}),
            apart, "rule 15");
    case ApartKind::UnrelatedData:
    case ApartKind::SecretMismatch:
        return findApart(draft, Severity::Blocker, "drbd.apart",
                         message(QT_TRANSLATE_NOOP("Core", "DRBD would refuse again: %1"),
                                 {MessageList{apart.reason}}),
                         apart, "");
    case ApartKind::Unknown:
        return findApart(
            draft, Severity::Warning, "drbd.apart",
            message(QT_TRANSLATE_NOOP("Core",
                                      "Why the sides parted is not known: after a split brain "
                                      "DRBD drops the connection again, or follows after-sb-0pri "
                                      "to after-sb-2pri of its configuration")),
            apart, "rule 15");
    case ApartKind::Disconnected:
    case ApartKind::NetworkDown:
        return findApart(draft, Severity::Note, "drbd.apart",
                         message("%1", {MessageList{apart.reason}}), apart, "");
    }
}

void judgeRolesApart(DrbdDraft &draft)
{
    if (draft.pair.bothPrimary().value_or(true))
        draft.warn("drbd.bothprimary",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "Both sides may be Primary while they are apart: what "
                                             "each wrote alone is a split brain, and DRBD drops "
                                             "the connection again")),
                   "rule 14");
}

bool policyDiscards(const DrbdDraft &draft)
{
    for (const char *key : {"net/after-sb-0pri", "net/after-sb-1pri", "net/after-sb-2pri"}) {
        QString value;
        if (draft.configured(key, key, &value) && value != QStringLiteral("disconnect"))
            return true;
    }
    return false;
}

// Rule 13: the side left behind may be started from as if it were current.
void judgeStaleRestart(DrbdDraft &draft)
{
    if (!draft.use.guestsKnown) {
        draft.warn("drbd.stale",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "not known: which guests lie on %1. From now on only "
                                             "one copy is current; a guest restarted on the other "
                                             "node would start on old data"),
                           {draft.name().text()}),
                   "rule 13");
    } else if (!draft.use.guests.isEmpty()) {
        draft.warn("drbd.stale",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "From now on only one copy is current. If its node "
                                             "fails, rgmanager would restart guest %1 on the old "
                                             "one without a word: disable it first (clusvcadm -d)"),
                           {guestList(draft.use.guests)}),
                   "rule 13");
    }
}
} // namespace

void planConnect(DrbdDraft &draft)
{
    const DrbdConnection now = draft.pair.own.connection();
    if (now != DrbdConnection::StandAlone)
        draft.block("drbd.nothing",
                    message(QT_TRANSLATE_NOOP("Core", "Nothing to do: %1 on %2 is %3"),
                            {draft.name().text(), draft.node().text(), word(now)}));
    const QList<Apart> all = apartResources(draft.snapshot);
    const Apart *apart = apartOf(all, draft.pair.minor);
    if (apart)
        judgeApart(draft, *apart);
    if (apart && apart->kind != ApartKind::SplitBrain)
        judgeRolesApart(draft);
    if (apart && apart->kind == ApartKind::Unknown && policyDiscards(draft))
        draft.askName(draft.name().text());
    draft.add(message(QT_TRANSLATE_NOOP("Core", "Connect on %1"), {draft.node().text()}), "connect",
              seesConnecting(draft.node(), draft.name()));
}

void planDisconnect(DrbdDraft &draft)
{
    const DrbdConnection now = draft.pair.own.connection();
    if (now == DrbdConnection::StandAlone || now == DrbdConnection::Unconfigured)
        draft.block("drbd.nothing",
                    message(QT_TRANSLATE_NOOP("Core", "Nothing to do: %1 on %2 is %3"),
                            {draft.name().text(), draft.node().text(), word(now)}));
    draft.blockedWhileBothPrimary("drbd.bothprimary");
    if (isSyncing(now))
        draft.warn("drbd.resync",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "The resync stops in the middle: the copy that is "
                                             "being written stays Inconsistent, and useless")));
    judgeStaleRestart(draft);
    draft.askName(draft.name().text());
    draft.add(message(QT_TRANSLATE_NOOP("Core", "Disconnect on %1"), {draft.node().text()}),
              "disconnect", seesStandAlone(draft.node(), draft.name()));
}
} // namespace Core
