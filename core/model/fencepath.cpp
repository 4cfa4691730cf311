// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fencepath.h"

namespace Core
{
QList<Finding> fencePathFindings(const ClusterSnapshot &snapshot)
{
    QList<Finding> findings;
    for (const Machine &machine : snapshot.machines) {
        for (auto view = machine.bmc.cbegin(); view != machine.bmc.cend(); ++view) {
            const NodeName *asker = std::get_if<NodeName>(&view.key());
            if (!asker || !view->error
                || snapshot.machines.value(*asker).contact.state != ContactState::Connected)
                continue;
            Finding finding{QStringLiteral("fence.path"), Severity::Error, {}, {view->evidence}, {},
                            QStringLiteral("rule 9")};
            finding.text
                = message(QT_TRANSLATE_NOOP("Core", "%1 could not fence %2 now: %3"),
                          {asker->text(), machine.name.text(), MessageList{view->error->what}});
            findings << finding;
        }
    }
    return findings;
}
} // namespace Core
