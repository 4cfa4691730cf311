// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/plan.h"

#include <algorithm>

namespace Core
{
bool ActionPlan::blocked() const
{
    return std::any_of(findings.cbegin(), findings.cend(),
                       [](const Finding &f) { return f.severity == Severity::Blocker; });
}
bool ActionPlan::sameAs(const ActionPlan &other) const
{
    // A note only informs: its figures (what is left of a resync) move by themselves.
    const auto sameFinding = [](const Finding &a, const Finding &b) {
        const bool sameText = a.severity == Severity::Note
            ? QByteArrayView(a.text.source) == QByteArrayView(b.text.source)
            : a.text == b.text;
        return a.id == b.id && a.severity == b.severity && sameText;
    };
    const auto sameStep = [](const Step &a, const Step &b) { return a.info == b.info; };
    return title == other.title && touches == other.touches && confirmation == other.confirmation
        && needs == other.needs
        && std::equal(findings.cbegin(), findings.cend(), other.findings.cbegin(),
                      other.findings.cend(), sameFinding)
        && std::equal(steps.cbegin(), steps.cend(), other.steps.cbegin(), other.steps.cend(),
                      sameStep);
}
} // namespace Core
