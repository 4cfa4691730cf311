// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actiondifference.h"

#include <algorithm>

namespace Gui
{
namespace
{
// Evidence may move without what it says being other, as in ActionPlan::sameAs().
bool same(const Core::Finding &a, const Core::Finding &b)
{
    return a.id == b.id && a.severity == b.severity && a.text == b.text;
}
bool same(const Core::StepInfo &a, const Core::StepInfo &b)
{
    return a == b;
}

template <typename T> bool contains(const QList<T> &list, const T &wanted)
{
    return std::any_of(list.cbegin(), list.cend(), [&](const T &one) { return same(one, wanted); });
}

template <typename T>
void compare(const QList<T> &before, const QList<T> &now, QSet<int> &fresh, QList<T> &gone)
{
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (!contains(before, now[i]))
            fresh.insert(int(i));
    }
    for (const T &one : before) {
        if (!contains(now, one))
            gone << one;
    }
}

QList<Core::StepInfo> infos(const Core::ActionPlan &plan)
{
    QList<Core::StepInfo> all;
    for (const Core::Step &step : plan.steps)
        all << step.info;
    return all;
}
} // namespace

bool PlanDifference::isEmpty() const
{
    return newFindings.isEmpty() && newSteps.isEmpty() && goneFindings.isEmpty()
        && goneSteps.isEmpty() && !confirmation;
}

PlanDifference difference(const Core::ActionPlan &before, const Core::ActionPlan &now)
{
    PlanDifference result;
    compare(before.findings, now.findings, result.newFindings, result.goneFindings);
    compare(infos(before), infos(now), result.newSteps, result.goneSteps);
    result.confirmation = !(before.confirmation == now.confirmation);
    return result;
}
} // namespace Gui
