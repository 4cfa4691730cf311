// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/eventlog.h"
#include "gui/lanehistory.h"

#include <memory>
#include <vector>

namespace Gui
{
// One cluster on the desk: its newest view, and what was seen since it was opened.
struct OpenCluster {
    QString name;
    ClusterSource *source = nullptr; // its owner's; outlives the entry
    ClusterView view;
    LaneHistory lanes;
    EventLog log;
};

// The clusters that are open, in the order they were opened. Main thread.
class OpenClusters : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    void add(const QString &name, ClusterSource &source); // a name that is open is not added again
    void remove(const QString &name);
    OpenCluster *find(const QString &name) const; // null: not open
    QStringList names() const;
    Tone tone(const QString &name) const; // the worst verdict

signals:
    void listChanged();
    void changed(const QString &name); // not when counters moved only

private:
    void restart(const QString &name);
    void take(const QString &name, const Core::SnapshotPtr &snapshot,
              const QList<Core::Event> &events);

    std::vector<std::unique_ptr<OpenCluster>> m_clusters;
};
} // namespace Gui
