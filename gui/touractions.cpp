// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/touractions.h"

#include "gui/actionoffers.h"

#include <algorithm>

namespace Gui::TourActions
{
namespace
{
// Never asks a cluster anything: what it tells is put in.
class MadeUp : public ActionFeed
{
public:
    bool cancellable() const override { return false; }
    void cancel() override { }
};

bool isOf(const ActionOffer &offer, Kind kind)
{
    const bool typed = offer.plan.confirmation.kind == Core::ConfirmationKind::TypeName;
    const bool refused = !whyNot(offer).isEmpty();
    switch (kind) {
    case Kind::Safe:
        return !refused && !typed;
    case Kind::Blocked:
        return offer.plan.blocked();
    case Kind::Typed:
        return !refused && typed;
    }
    return false;
}

std::optional<Core::ActionPlan> find(ClusterSource &source, Kind kind)
{
    const QList<ActionOffer> offers = allOffers(viewOf(source.snapshot()));
    const auto it = std::find_if(offers.cbegin(), offers.cend(),
                                 [&](const ActionOffer &offer) { return isOf(offer, kind); });
    return it == offers.cend() ? std::nullopt : std::optional(it->plan);
}

void drive(ActionFeed &feed, const Core::ActionPlan &plan, Moment moment)
{
    const int last = int(plan.steps.size()) - 1;
    for (int step = 0; step <= last; ++step) {
        emit feed.stepBegan(step);
        emit feed.output(step, plan.steps[size_t(step)].info.preview);
        if (step < last || moment == Moment::Done)
            emit feed.stepEnded(step);
    }
    const Core::Message waits = Core::message(
        QT_TRANSLATE_NOOP("Core", "%1 left at %2 from %3"),
        {Core::Bytes{48 << 20}, Core::Rate{12.0 * (1 << 20)}, QStringLiteral("node1")});
    if (moment == Moment::Running)
        emit feed.progressed(last, {waits, 0.62});
    if (moment == Moment::Done)
        emit feed.finished({Core::OutcomeKind::Done, last, {}});
    if (moment == Moment::NotConfirmed)
        emit feed.finished({Core::OutcomeKind::NotConfirmed, last,
                            Core::Error{Core::ErrorKind::Timeout, waits, {}}});
}
} // namespace

QDialog *plan(MainWindow &window, ClusterSource &source, Kind kind)
{
    const auto found = find(source, kind);
    return found ? new ActionDialog(window.theme(), *found, &source, &window) : nullptr;
}

QDialog *run(MainWindow &window, ClusterSource &source, Moment moment)
{
    static const Core::SystemClock clock;
    auto found = find(source, Kind::Typed);
    if (!found)
        found = find(source, Kind::Safe);
    if (!found)
        return nullptr;
    auto *dialog = new ActionDialog(window.theme(), *found, &source, &window);
    auto *record = new ActionRecord(window.currentCluster(), *found, clock, dialog);
    auto feed = std::make_unique<MadeUp>();
    ActionFeed &driven = *feed;
    record->follow(std::move(feed));
    dialog->follow(*record);
    drive(driven, *found, moment);
    return dialog;
}
} // namespace Gui::TourActions
