// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/actiondialog.h"

#include <QMap>

#include <vector>

namespace Gui
{
// The actions of this session: asks about plans, starts what was confirmed, keeps what runs and ran
// and brings its dialog back. Main thread.
class ActionCenter : public QObject
{
    Q_OBJECT
public:
    // Dialogs belong to the window. All three outlive it.
    ActionCenter(const Theme &theme, const Core::Clock &clock, QWidget &window);
    ~ActionCenter() override;

    // Without an engine plans are shown, and nothing can be started. Facts and engine outlive the
    // entry.
    void add(const QString &cluster, ClusterSource &facts, ActionSource *actions);
    void remove(const QString &cluster); // what runs there is no longer followed
    QString whyNever(const QString &cluster) const; // no action may be started; empty: they may

    std::optional<Core::UserRole> role(const QString &cluster) const; // none: no engine

    // Plans on what is true now and shows it. Null: that cluster is not open.
    ActionDialog *ask(const QString &cluster, const Core::Planner &planner);
    // Brings back the dialog of a record, which stays the center's.
    ActionDialog *open(const ActionRecord &record);

    int running() const;
    QList<const ActionRecord *> records() const; // the newest first

signals:
    void changed(); // an action began, or ended
    void progressed(); // a step of one

private:
    struct Cluster {
        ClusterSource *facts = nullptr;
        ActionSource *actions = nullptr;
    };
    struct Entry {
        std::unique_ptr<ActionRecord> record;
        Core::Planner planner;
        QPointer<ActionDialog> dialog;
    };
    struct Asking {
        QString cluster;
        Core::Planner planner;
        QPointer<ActionDialog> dialog;
    };
    ActionDialog *dialog(const Asking &asking, const Core::ActionPlan &plan);
    void start(const Asking &asking, const Core::ActionPlan &shown, const Core::Approval &approval);
    void planAgain(const Asking &asking);
    void compare(const QString &cluster);

    const Theme &m_theme;
    const Core::Clock &m_clock;
    QWidget &m_window;
    QMap<QString, Cluster> m_clusters;
    QList<Asking> m_asking; // every open dialog
    std::vector<Entry> m_entries;
};
} // namespace Gui
