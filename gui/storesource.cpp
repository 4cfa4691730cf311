// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/storesource.h"

namespace Gui
{
StoreSource::StoreSource(const Core::SnapshotStore &store, const Core::Clock &clock,
                         QObject *parent)
    : ClusterSource(parent), m_store(store), m_clock(clock)
{
    connect(&store, &Core::SnapshotStore::published, this, &ClusterSource::changed);
}

Core::ProbeResult StoreSource::evidence(const Core::EvidenceRef &ref) const
{
    return m_store.evidence(ref.machine, ref.probe);
}

std::optional<std::chrono::milliseconds> StoreSource::age(const Core::EvidenceRef &ref) const
{
    return m_store.age(ref);
}

std::optional<Core::RunForecast> StoreSource::forecast(const Core::ResourceName &resource) const
{
    return m_forecasts ? m_forecasts->of(resource) : std::nullopt;
}

Core::PathState StoreSource::path(const Core::NodeName &machine) const
{
    return m_store.path(machine);
}
} // namespace Gui
