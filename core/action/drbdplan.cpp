// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/drbdplan.h"

#include "core/action/drbddraft.h"

namespace Core
{
namespace
{
struct Planned {
    VerbKind kind;
    const char *title; // %1 the resource, %2 the node
    void (*plan)(DrbdDraft &);
};
constexpr Planned planners[]{
    {VerbKind::Connect, QT_TRANSLATE_NOOP("Core", "Connect %1 on %2"), planConnect},
    {VerbKind::Disconnect, QT_TRANSLATE_NOOP("Core", "Disconnect %1 on %2"), planDisconnect},
    {VerbKind::PauseSync, QT_TRANSLATE_NOOP("Core", "Pause the resync of %1 on %2"), planPauseSync},
    {VerbKind::ResumeSync, QT_TRANSLATE_NOOP("Core", "Resume the resync of %1 on %2"),
     planResumeSync},
    {VerbKind::Verify, QT_TRANSLATE_NOOP("Core", "Verify %1, started on %2"), planVerify},
    {VerbKind::Repair, QT_TRANSLATE_NOOP("Core", "Repair the differing blocks of %1 on %2"),
     planRepair},
    {VerbKind::Invalidate, QT_TRANSLATE_NOOP("Core", "Throw away the copy of %1 on %2"),
     planInvalidate},
    {VerbKind::Primary, QT_TRANSLATE_NOOP("Core", "Make %1 Primary on %2"), planPrimary},
    {VerbKind::Secondary, QT_TRANSLATE_NOOP("Core", "Make %1 Secondary on %2"), planSecondary},
    {VerbKind::Attach, QT_TRANSLATE_NOOP("Core", "Attach the disk of %1 on %2"), planAttach},
    {VerbKind::Detach, QT_TRANSLATE_NOOP("Core", "Detach the disk of %1 on %2"), planDetach},
    {VerbKind::Adjust, QT_TRANSLATE_NOOP("Core", "Adjust %1 on %2 to its files"), planAdjust},
    {VerbKind::SetRate, QT_TRANSLATE_NOOP("Core", "Set the resync rate of %1"), planSetRate},
};

const Planned *plannerOf(VerbKind kind)
{
    for (const Planned &one : planners) {
        if (one.kind == kind)
            return &one;
    }
    return nullptr;
}
} // namespace

ActionPlan planDrbd(const Verb &verb, const ClusterSnapshot &snapshot)
{
    DrbdDraft draft{verb, snapshot, pairOf(snapshot, verb.node, verb.resource), {}, {}};
    draft.plan.madeFromRevision = snapshot.revision;
    draft.plan.confirmation = {ConfirmationKind::OneClick, {}, false};
    draft.plan.touches = {verb.node};
    if (!draft.peer().isEmpty())
        draft.plan.touches << draft.peer();
    const Planned *planner = plannerOf(verb.kind);
    if (!planner) {
        draft.block("drbd.verb", message(QT_TRANSLATE_NOOP("Core", "This is no action of DRBD")));
        return draft.plan;
    }
    draft.plan.title = message(planner->title, {verb.resource.text(), verb.node.text()});
    if (!draft.pair.trouble.isEmpty()) {
        draft.block("drbd.unknown", draft.pair.trouble);
        return draft.plan;
    }
    draft.use = useOf(snapshot, verb.resource, draft.pair.minor);
    planner->plan(draft);
    return draft.plan;
}

void DrbdDraft::find(Severity severity, const char *id, Message text, const char *rule)
{
    addFinding(plan, severity, id, std::move(text), pair.evidence(), rule);
}

void DrbdDraft::askName(const QString &expected)
{
    plan.confirmation = {ConfirmationKind::TypeName, expected, true};
}

void DrbdDraft::add(Message title, const char *drbdVerb, Sight sight, const QStringList &options)
{
    plan.steps.push_back(commandStep(
        std::move(title), node(), drbdadm(syntax(), QString::fromLatin1(drbdVerb), name(), options),
        std::move(sight)));
}

bool DrbdDraft::blockedWhileBothPrimary(const char *id)
{
    const std::optional<bool> both = pair.bothPrimary();
    if (!both)
        block(id,
              message(QT_TRANSLATE_NOOP("Core",
                                        "not known: whether %1 is Primary on %2, too. While both "
                                        "sides are Primary this would make a split brain"),
                      {name().text(), peer().text()}),
              "rule 14");
    else if (*both)
        block(id,
              message(QT_TRANSLATE_NOOP(
                          "Core",
                          "Both sides of %1 are Primary: this would make a split brain, even if "
                          "nothing is written. First move the guests of one side away, deactivate "
                          "its volumes (vgchange -an) and make that side Secondary"),
                      {name().text()}),
              "rule 14");
    return !both || *both;
}

// An option by its names since 8.4 and before.
bool DrbdDraft::configured(const char *key, const char *older, QString *value) const
{
    const DrbdResourceConfig *config = configOf(snapshot, node(), name());
    for (const char *one : {key, older}) {
        const DrbdSetting *setting
            = config ? settingOf(*config, QString::fromLatin1(one)) : nullptr;
        if (setting && value)
            *value = setting->value;
        if (setting)
            return true;
    }
    return false;
}

QString guestList(const QList<int> &ids)
{
    QStringList words;
    for (const int id : ids)
        words << QString::number(id);
    return words.join(QStringLiteral(", "));
}
} // namespace Core
