// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/actionsource.h"

#include <QPointer>

// An action engine whose runs do what the test says, and plans made by hand.
namespace FakeAction
{
class Feed : public Gui::ActionFeed
{
public:
    bool cancellable() const override { return mayCancel; }
    void cancel() override { ++cancelled; }
    bool recallable() const override { return mayRecall; }
    void recall() override { ++recalled; }
    void end(Core::OutcomeKind kind, int step = -1, std::optional<Core::Error> error = {})
    {
        emit finished({kind, step, std::move(error)});
    }
    bool mayCancel = true;
    int cancelled = 0;
    bool mayRecall = false;
    int recalled = 0;
};

class Source : public Gui::ActionSource
{
public:
    std::unique_ptr<Gui::ActionFeed> run(Core::Planner, Core::ActionPlan shown,
                                         Core::Approval approval) override
    {
        plans << shown;
        approvals << approval;
        auto made = std::make_unique<Feed>();
        feed = made.get();
        return made;
    }
    QList<Core::ActionPlan> plans;
    QList<Core::Approval> approvals;
    QPointer<Feed> feed; // of the last run
};

inline Core::Step step(const char *title, const char *preview, bool noReturn = false)
{
    Core::Step made;
    made.info.title = Core::message(title);
    made.info.preview = QString::fromLatin1(preview);
    made.info.pointOfNoReturn = noReturn;
    made.execute = made.verify = [](Core::Shell &) { return Core::Expected<void>(); };
    return made;
}

inline Core::Finding finding(const char *id, Core::Severity severity, const char *text)
{
    Core::Finding made;
    made.id = QString::fromLatin1(id);
    made.severity = severity;
    made.text = Core::message(text);
    return made;
}

// Two steps, nothing against it, one click.
inline Core::ActionPlan safe()
{
    Core::ActionPlan plan;
    plan.title = Core::message("Pause the resync of r1");
    plan.touches
        = {Core::NodeName(QStringLiteral("node1")), Core::NodeName(QStringLiteral("node2"))};
    plan.confirmation = {Core::ConfirmationKind::OneClick, {}, false};
    plan.steps = {step("Pause it", "node1# drbdadm pause-sync r1"),
                  step("Look at the peer", "node2# cat /proc/drbd")};
    return plan;
}

// node2's copy is thrown away: its name and the reason are asked for.
inline Core::ActionPlan destructive()
{
    Core::ActionPlan plan = safe();
    plan.title = Core::message("Discard r1 on node2");
    plan.findings = {finding("a", Core::Severity::Note, "r1 is 2 GiB large"),
                     finding("b", Core::Severity::Warning, "Writes of node2 are lost")};
    plan.confirmation = {Core::ConfirmationKind::TypeName, QStringLiteral("node2"), true};
    plan.steps = {step("Disconnect", "node2# drbdadm disconnect r1"),
                  step("Discard", "node2# drbdadm -- --discard-my-data connect r1", true),
                  step("Follow the resync", "node2# cat /proc/drbd")};
    return plan;
}

inline Core::ActionPlan blocked()
{
    Core::ActionPlan plan = destructive();
    plan.findings << finding("c", Core::Severity::Blocker, "Both sides of r1 are Primary");
    return plan;
}
} // namespace FakeAction
