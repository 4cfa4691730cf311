// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actioncenter.h"

#include <algorithm>

namespace Gui
{
ActionCenter::ActionCenter(const Theme &theme, const Core::Clock &clock, QWidget &window)
    : QObject(&window), m_theme(theme), m_clock(clock), m_window(window)
{
}

ActionCenter::~ActionCenter() = default;

void ActionCenter::add(const QString &cluster, ClusterSource &facts, ActionSource *actions)
{
    if (m_clusters.contains(cluster))
        return;
    m_clusters.insert(cluster, {&facts, actions});
    connect(&facts, &ClusterSource::changed, this, [this, cluster] { compare(cluster); });
}

void ActionCenter::remove(const QString &cluster)
{
    const auto it = m_clusters.find(cluster);
    if (it == m_clusters.end())
        return;
    disconnect(it->facts, nullptr, this, nullptr);
    m_clusters.erase(it);
    for (const Asking &asking : std::as_const(m_asking)) {
        if (asking.cluster == cluster && asking.dialog)
            asking.dialog->close();
    }
    std::erase_if(m_entries,
                  [&](const Entry &entry) { return entry.record->cluster() == cluster; });
    emit changed();
}

QString ActionCenter::whyNever(const QString &cluster) const
{
    const auto it = m_clusters.constFind(cluster);
    if (it == m_clusters.cend())
        return tr("No cluster is open.");
    if (!it->actions)
        return tr("What is shown here is not live: nothing can be changed from it.");
    return it->actions->role() == Core::UserRole::Onlooker
        ? tr("You are an observer of this cluster: choose another role in the menu Actions.")
        : QString();
}

std::optional<Core::UserRole> ActionCenter::role(const QString &cluster) const
{
    const ActionSource *actions = m_clusters.value(cluster).actions;
    return actions ? std::optional(actions->role()) : std::nullopt;
}

ActionDialog *ActionCenter::ask(const QString &cluster, const Core::Planner &planner)
{
    const auto it = m_clusters.constFind(cluster);
    if (it == m_clusters.cend())
        return nullptr;
    return dialog({cluster, planner, {}}, planner(*it->facts->snapshot()));
}

ActionDialog *ActionCenter::dialog(const Asking &asking, const Core::ActionPlan &plan)
{
    auto *made = new ActionDialog(m_theme, plan, m_clusters.value(asking.cluster).facts, &m_window);
    made->setAttribute(Qt::WA_DeleteOnClose);
    made->setWhyNever(whyNever(asking.cluster));
    const Asking kept{asking.cluster, asking.planner, made};
    m_asking << kept;
    connect(made, &ActionDialog::confirmed, this,
            [this, kept](const Core::ActionPlan &shown, const Core::Approval &approval) {
                start(kept, shown, approval);
            });
    connect(made, &ActionDialog::planWanted, this, [this, kept] { planAgain(kept); });
    connect(made, &QObject::destroyed, this,
            [this] { m_asking.removeIf([](const Asking &one) { return !one.dialog; }); });
    made->show();
    made->raise();
    return made;
}

void ActionCenter::start(const Asking &asking, const Core::ActionPlan &shown,
                         const Core::Approval &approval)
{
    ActionSource *actions = m_clusters.value(asking.cluster).actions;
    if (!actions)
        return;
    Entry entry{std::make_unique<ActionRecord>(asking.cluster, shown, m_clock), asking.planner,
                asking.dialog};
    ActionRecord &record = *entry.record;
    m_entries.push_back(std::move(entry));
    connect(&record, &ActionRecord::changed, this, &ActionCenter::progressed);
    connect(&record, &ActionRecord::ended, this, &ActionCenter::changed);
    record.follow(actions->run(asking.planner, shown, approval));
    asking.dialog->follow(record);
    emit changed();
}

// A new dialog: the old one keeps telling how it ended.
void ActionCenter::planAgain(const Asking &asking)
{
    if (ask(asking.cluster, asking.planner) && asking.dialog)
        asking.dialog->close();
}

void ActionCenter::compare(const QString &cluster)
{
    const Core::SnapshotPtr snapshot = m_clusters.value(cluster).facts->snapshot();
    for (const Asking &asking : std::as_const(m_asking)) {
        if (asking.cluster == cluster && asking.dialog && asking.dialog->asking())
            asking.dialog->offer(asking.planner(*snapshot));
    }
}

ActionDialog *ActionCenter::open(const ActionRecord &record)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&](const Entry &entry) { return entry.record.get() == &record; });
    if (it == m_entries.end())
        return nullptr;
    if (it->dialog && it->dialog->record() == &record) {
        it->dialog->show();
        it->dialog->raise();
        it->dialog->activateWindow();
        return it->dialog;
    }
    it->dialog = dialog({record.cluster(), it->planner, {}}, record.plan());
    it->dialog->follow(*it->record);
    return it->dialog;
}

int ActionCenter::running() const
{
    return int(std::count_if(m_entries.cbegin(), m_entries.cend(),
                             [](const Entry &entry) { return entry.record->running(); }));
}

QList<const ActionRecord *> ActionCenter::records() const
{
    QList<const ActionRecord *> all;
    for (auto it = m_entries.crbegin(); it != m_entries.crend(); ++it)
        all << it->record.get();
    return all;
}
} // namespace Gui
