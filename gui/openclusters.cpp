// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/openclusters.h"

#include <algorithm>

namespace Gui
{
void OpenClusters::add(const QString &name, ClusterSource &source)
{
    if (find(name))
        return;
    auto cluster = std::make_unique<OpenCluster>();
    cluster->name = name;
    cluster->source = &source;
    m_clusters.push_back(std::move(cluster));
    connect(&source, &ClusterSource::changed, this,
            [this, name](const Core::SnapshotPtr &snapshot, const QList<Core::Event> &events) {
                take(name, snapshot, events);
            });
    connect(&source, &ClusterSource::restarted, this, [this, name] { restart(name); });
    take(name, source.snapshot(), {});
    emit listChanged();
}

void OpenClusters::remove(const QString &name)
{
    const auto it = std::find_if(m_clusters.begin(), m_clusters.end(),
                                 [&](const auto &cluster) { return cluster->name == name; });
    if (it == m_clusters.end())
        return;
    disconnect((*it)->source, nullptr, this, nullptr);
    m_clusters.erase(it);
    emit listChanged();
}

OpenCluster *OpenClusters::find(const QString &name) const
{
    const auto it = std::find_if(m_clusters.cbegin(), m_clusters.cend(),
                                 [&](const auto &cluster) { return cluster->name == name; });
    return it == m_clusters.cend() ? nullptr : it->get();
}

QStringList OpenClusters::names() const
{
    QStringList names;
    for (const auto &cluster : m_clusters)
        names << cluster->name;
    return names;
}

Tone OpenClusters::tone(const QString &name) const
{
    const OpenCluster *cluster = find(name);
    if (!cluster)
        return Tone::Unknown;
    // the third verdict is left out while it is not computed: it would hide the two others
    return worse(toneOf(cluster->view.health.service.state),
                 toneOf(cluster->view.health.data.state));
}

void OpenClusters::restart(const QString &name)
{
    OpenCluster *cluster = find(name);
    if (!cluster)
        return;
    cluster->log.clear();
    cluster->lanes.clear();
    cluster->view = {};
    take(name, cluster->source->snapshot(), {});
}

void OpenClusters::take(const QString &name, const Core::SnapshotPtr &snapshot,
                        const QList<Core::Event> &events)
{
    OpenCluster *cluster = find(name);
    if (!cluster)
        return;
    if (events.isEmpty() && cluster->view.snapshot
        && Core::sameButCounters(*cluster->view.snapshot, *snapshot)) {
        cluster->view.snapshot = snapshot; // ages and counters are read from it once a second
        return;
    }
    cluster->view = viewOf(snapshot);
    cluster->lanes.record(cluster->view, cluster->source->now());
    cluster->log.add(events, cluster->source->now());
    emit changed(name);
}
} // namespace Gui
