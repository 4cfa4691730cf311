// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/splitbrainrepair.h"

#include "core/model/freshness.h"

#include <algorithm>

// What speaks against a repair, and what it costs.
namespace Core
{
namespace
{
// Rounded up, so that a plan stands while guests write; the exact figures are in splitBrainOf().
Bytes roughly(Bytes exact)
{
    qint64 step = 16LL << 20;
    while (exact.value / step >= 16)
        step *= 2;
    return {(exact.value + step - 1) / step * step};
}

QString idsOf(const QList<SplitGuest> &guests)
{
    QStringList ids;
    for (const SplitGuest &guest : guests)
        ids << QString::number(guest.id);
    return ids.join(QStringLiteral(", "));
}

QString pathsOf(const QList<SplitVolume> &volumes)
{
    QStringList paths;
    for (const SplitVolume &volume : volumes)
        paths << volume.path();
    return paths.join(QStringLiteral(", "));
}

class Findings
{
public:
    Findings(const SplitBrainRepair &repair, ActionPlan &plan) : m_repair(repair), m_plan(plan) { }

    void judge()
    {
        judgeKind();
        judgeSides();
        judgeGuests();
        judgeVolumes();
        judgeSaving();
        tellLoss();
        tellChoice();
        warn("splitbrain.final",
             message(QT_TRANSLATE_NOOP("Core",
                                       "This cannot be undone: once %1 is connected, its own "
                                       "writes are overwritten with what %2 has"),
                     {victim().node.text(), kept().node.text()}));
    }

private:
    const SplitSide &victim() const { return m_repair.victim; }
    const SplitSide &kept() const { return m_repair.kept; }
    void find(Severity severity, const char *id, Message text)
    {
        addFinding(m_plan, severity, id, std::move(text), m_repair.brain.apart.evidence, "rule 15");
    }
    void block(const char *id, Message text) { find(Severity::Blocker, id, std::move(text)); }
    void warn(const char *id, Message text) { find(Severity::Warning, id, std::move(text)); }

    void judgeKind();
    void judgeSides();
    void judgeGuests();
    void judgeService(const SplitGuest &guest, const HaStatus *ha);
    void judgeVolumes();
    void judgeDifference();
    void judgeSaving();
    void tellLoss();
    void tellChoice();

    const SplitBrainRepair &m_repair;
    ActionPlan &m_plan;
};

void Findings::judgeKind()
{
    const Apart &apart = m_repair.brain.apart;
    if (apart.kind == ApartKind::SplitBrain)
        return;
    block("splitbrain.kind",
          apart.kind == ApartKind::Unknown
              ? message(QT_TRANSLATE_NOOP("Core", "not known to be a split brain: %1"),
                        {MessageList{apart.reason}})
              : message(QT_TRANSLATE_NOOP("Core", "This is no split brain: %1"),
                        {MessageList{apart.reason}}));
}

void Findings::judgeSides()
{
    const DrbdPair &pair = m_repair.pair;
    if (!pair.trouble.isEmpty())
        block("splitbrain.unknown", pair.trouble);
    if (!pair.peer.state || !pair.peer.syntax || !kept().answers)
        block("splitbrain.unknown",
              message(QT_TRANSLATE_NOOP("Core", "not known: the state of %1 on %2"),
                      {m_repair.resource().text(), kept().node.text()}));
    else if (pair.peerDisk() != DiskState::UpToDate)
        block("splitbrain.kept",
              message(QT_TRANSLATE_NOOP("Core",
                                        "The copy of %1 is %2: it cannot be the one that is kept"),
                      {kept().node.text(), word(pair.peerDisk())}));
    for (const SplitSide *side : {&victim(), &kept()}) {
        if (isConnected(side->state.connection))
            block("splitbrain.unknown",
                  message(QT_TRANSLATE_NOOP("Core", "not known: %1 still says %2"),
                          {side->node.text(), word(side->state.connection)}));
    }
    if (pair.own.state && pair.own.disk() < DiskState::Inconsistent)
        block("splitbrain.victim",
              message(QT_TRANSLATE_NOOP("Core", "%1 has no disk to copy to (%2)"),
                      {victim().node.text(), word(pair.own.disk())}));
}

void Findings::judgeGuests()
{
    if (!victim().guests)
        return block("splitbrain.guests",
                     message(QT_TRANSLATE_NOOP("Core",
                                               "not known: which guests on %1 have their disks on "
                                               "%2"),
                             {victim().node.text(), m_repair.resource().text()}));
    if (victim().guests->isEmpty())
        return;
    warn("splitbrain.guests",
         message(QT_TRANSLATE_NOOP("Core",
                                   "Guest %1 stops on %2, and starts again at the end with what %3 "
                                   "has"),
                 {idsOf(*victim().guests), victim().node.text(), kept().node.text()}));
    const HaStatus *ha = haView(m_repair.snapshot);
    for (const SplitGuest &guest : *victim().guests) {
        if (guest.highlyAvailable)
            judgeService(guest, ha);
    }
}

// A stop by qm would be undone by rgmanager, so that there is no way round it.
void Findings::judgeService(const SplitGuest &guest, const HaStatus *ha)
{
    if (!ha || !ha->quorate || !ha->rgmanagerAnswers)
        return block("splitbrain.ha",
                     message(QT_TRANSLATE_NOOP("Core",
                                               "Guest %1 cannot be disabled: no rgmanager with "
                                               "quorum answers"),
                             {QString::number(guest.id)}));
    for (const HaService &service : ha->services) {
        if (vmidOf(service.name) == guest.id && service.frozen)
            block("splitbrain.ha",
                  message(QT_TRANSLATE_NOOP("Core",
                                            "Guest %1 is frozen: unfreeze it first (clusvcadm -U)"),
                          {QString::number(guest.id)}));
    }
}

void Findings::judgeVolumes()
{
    if (!m_repair.brain.use.groupsKnown)
        return block("splitbrain.volumes",
                     message(QT_TRANSLATE_NOOP("Core", "not known: which volume groups lie on %1"),
                             {m_repair.resource().text()}));
    if (!m_repair.usesVolumes())
        return;
    if (!victim().volumes)
        return block("splitbrain.volumes",
                     message(QT_TRANSLATE_NOOP("Core", "not known: the volumes of %1 on %2"),
                             {m_repair.resource().text(), victim().node.text()}));
    if (!kept().volumes)
        return warn("splitbrain.volumes",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "The volumes of %1 cannot be compared: LVM cannot "
                                              "read it on %2"),
                            {m_repair.resource().text(), kept().node.text()}));
    judgeDifference();
}

void Findings::judgeDifference()
{
    for (const QString &group : m_repair.brain.use.groups) {
        if (victim().seqno.value(group) != kept().seqno.value(group))
            warn("splitbrain.seqno",
                 message(QT_TRANSLATE_NOOP("Core",
                                           "The volume group %1 was changed since: its number is "
                                           "%2 on %3, %4 on %5"),
                         {group, QString::number(victim().seqno.value(group)), victim().node.text(),
                          QString::number(kept().seqno.value(group)), kept().node.text()}));
    }
    for (const SplitVolume &volume : *victim().volumes) {
        if (volume.onlyHere && !m_repair.saved.contains(volume))
            block("splitbrain.onlyhere",
                  message(QT_TRANSLATE_NOOP("Core",
                                            "The volume %1 is on %2 only and would be gone: save "
                                            "it"),
                          {volume.path(), victim().node.text()}));
    }
}

void Findings::judgeSaving()
{
    if (m_repair.saved.isEmpty())
        return;
    qint64 size = 0;
    for (const SplitVolume &volume : m_repair.saved)
        size += volume.size.value;
    const QString &folder = m_repair.wish.saveFolder;
    if (folder.isEmpty())
        return block("splitbrain.save",
                     message(QT_TRANSLATE_NOOP("Core",
                                               "Guests wrote to %1 on %2: choose a folder there, "
                                               "on a disk of its own with %3 free, to which these "
                                               "volumes are copied before"),
                             {pathsOf(m_repair.saved), victim().node.text(), Bytes{size}}));
    const bool plain = folder.startsWith(u'/') && !folder.contains(u'\n')
        && !folder.contains(QStringLiteral("/../")) && !folder.startsWith(QStringLiteral("/dev"));
    if (!plain)
        return block("splitbrain.save",
                     message(QT_TRANSLATE_NOOP("Core", "“%1” is no absolute folder"), {folder}));
    find(Severity::Note, "splitbrain.saves",
         message(QT_TRANSLATE_NOOP("Core", "%1 (%2) are copied to %3 on %4 before"),
                 {pathsOf(m_repair.saved), Bytes{size}, folder, victim().node.text()}));
}

void Findings::tellLoss()
{
    if (!victim().lost)
        return block("splitbrain.loss", victim().loss);
    if (victim().lost->value == 0)
        return find(Severity::Note, "splitbrain.loss",
                    message(QT_TRANSLATE_NOOP("Core", "Lost: %1"), {MessageList{victim().loss}}));
    warn("splitbrain.loss",
         message(QT_TRANSLATE_NOOP("Core", "Lost: up to %1 that were written on %2 alone"),
                 {roughly(*victim().lost), victim().node.text()}));
}

void Findings::tellChoice()
{
    const SplitBrain &brain = m_repair.brain;
    if (!brain.proposed)
        warn("splitbrain.choice",
             message(QT_TRANSLATE_NOOP("Core",
                                       "Neither side is recommended: both hold writes that the "
                                       "other has not")));
    else if (*brain.proposed != victim().node)
        warn("splitbrain.choice",
             message(QT_TRANSLATE_NOOP("Core", "The other side would be recommended: %1"),
                     {MessageList{brain.why}}));
    else
        find(Severity::Note, "splitbrain.choice",
             message(QT_TRANSLATE_NOOP("Core", "Recommended: %1"), {MessageList{brain.why}}));
}

// Those that must be saved and those that a person wants to.
QList<SplitVolume> savedOf(const SplitSide &victim, const QStringList &wished)
{
    QList<SplitVolume> saved = victim.mustSave;
    for (const SplitVolume &volume : victim.volumes.value_or(QList<SplitVolume>())) {
        if (wished.contains(volume.path()) && !saved.contains(volume))
            saved << volume;
    }
    return saved;
}

ActionPlan begun(const SplitBrainWish &wish, const ClusterSnapshot &snapshot)
{
    ActionPlan plan;
    plan.title
        = message(QT_TRANSLATE_NOOP("Core", "Repair the split brain of %1: throw away what %2 has"),
                  {wish.resource.text(), wish.victim.text()});
    plan.touches = nodesOf(snapshot);
    plan.madeFromRevision = snapshot.revision;
    plan.confirmation = {ConfirmationKind::TypeName, wish.victim.text(), true};
    return plan;
}
} // namespace

ActionPlan planSplitBrain(const SplitBrainWish &wish, const ClusterSnapshot &snapshot)
{
    ActionPlan plan = begun(wish, snapshot);
    const std::optional<SplitBrain> brain = splitBrainOf(snapshot, wish.resource);
    const DrbdPair pair = pairOf(snapshot, wish.victim, wish.resource);
    SplitBrainRepair repair{wish, snapshot, brain.value_or(SplitBrain()), pair, {}, {}, {}};
    for (const SplitSide &side : std::as_const(repair.brain.sides))
        (side.node == wish.victim ? repair.victim : repair.kept) = side;
    if (!brain || repair.victim.node.isEmpty() || repair.kept.node.isEmpty()) {
        addFinding(plan, Severity::Blocker, "splitbrain.unknown",
                   pair.trouble.isEmpty()
                       ? message(QT_TRANSLATE_NOOP("Core", "%1 is not apart: nothing to repair"),
                                 {wish.resource.text()})
                       : pair.trouble);
        return plan;
    }
    repair.saved = savedOf(repair.victim, wish.save);
    Findings(repair, plan).judge();
    if (pair.trouble.isEmpty() && pair.peer.state && pair.peer.syntax)
        plan.steps = repairSteps(repair);
    return plan;
}
} // namespace Core
