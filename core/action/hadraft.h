// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/guestplan.h"

// A plan of one guest in the making, for the planners of guests and services alone.
namespace Core
{
struct GuestDraft {
    const Verb &verb;
    const ClusterSnapshot &snapshot;
    GuestView guest;
    ActionPlan plan;

    QString name() const { return guestName(guest); }
    QString service() const { return serviceName(guest.id); }
    NodeName node() const { return guest.hosts.isEmpty() ? guest.home : guest.hosts.constFirst(); }
    void block(const char *id, Message text, const char *rule = "")
    {
        addFinding(plan, Severity::Blocker, id, std::move(text), guest.evidence, rule);
    }
    void warn(const char *id, Message text, const char *rule = "")
    {
        addFinding(plan, Severity::Warning, id, std::move(text), guest.evidence, rule);
    }
    void note(const char *id, Message text, const char *rule = "")
    {
        addFinding(plan, Severity::Note, id, std::move(text), guest.evidence, rule);
    }
    void add(Step step) { plan.steps.push_back(std::move(step)); }
};
// With the title, which has the guest's name and the target's; a blocker when there is none.
GuestDraft guestDraft(const Verb &verb, const ClusterSnapshot &snapshot, const char *title);
} // namespace Core
