// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lintsheet.h"
#include "core/clusterconf/meaning.h"

namespace Core
{
// What was removed has no place in this text: the root's then.
void judgeEffects(LintSheet &sheet)
{
    if (!sheet.context.running)
        return;
    for (const ConfChange &change : changesOf(*sheet.context.running, sheet.document)) {
        Finding finding{QStringLiteral("C16"),
                        Severity::Note,
                        change.text,
                        {},
                        change.after.value_or(sheet.document.span(sheet.place(0))),
                        QStringLiteral("qdisk(5), RHEL 6 Cluster Administration 9.4")};
        finding.reason = effectText(change.effect);
        sheet.findings << finding;
    }
}
} // namespace Core
