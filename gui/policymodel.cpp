// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/policymodel.h"

#include "gui/replicationfacts.h"

#include <QFileInfo>

namespace Gui
{
namespace
{
Cell text(const QString &words)
{
    return {words, Tone::Neutral, false, false, {}};
}

// "r1.res, line 12", or that nothing is written there and DRBD's own default holds.
QString place(const Core::DrbdPolicy &policy)
{
    if (!policy.setting)
        return PolicyModel::tr("DRBD's default");
    return PolicyModel::tr("%1, line %2")
        .arg(QFileInfo(policy.setting->file).fileName())
        .arg(policy.setting->line);
}

Row policyRow(const Core::ReplicationView &resource, const Core::DrbdPolicy &policy)
{
    return {resource.name.text() + u'/' + policy.key,
            resourceThing(resource.name),
            {text(resource.name.text()), text(Core::rendered(policy.words)), text(policy.key),
             text(policy.setting ? policy.setting->value : QString()), text(place(policy))}};
}
} // namespace

QStringList PolicyModel::headings() const
{
    return {tr("Resource"), tr("What holds"), tr("Option"), tr("Value"), tr("Written in")};
}

void PolicyModel::show(const ClusterView &view, const ClusterSource &)
{
    QList<Row> rows;
    for (const Core::ReplicationView &resource : view.replication) {
        const Core::DrbdResourceConfig *config = ReplicationFacts::configOf(resource, view);
        for (const Core::DrbdPolicy &policy :
             config ? Core::policiesOf(*config) : QList<Core::DrbdPolicy>())
            rows << policyRow(resource, policy);
    }
    setRows(rows);
}
} // namespace Gui
