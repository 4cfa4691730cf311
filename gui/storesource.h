// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/confreader.h"
#include "gui/clustersource.h"

namespace Gui
{
// The live cluster: a snapshot store and the clock its ages are told by.
class StoreSource : public ClusterSource
{
    Q_OBJECT
public:
    // Both outlive the source.
    StoreSource(const Core::SnapshotStore &store, const Core::Clock &clock,
                QObject *parent = nullptr);
    Core::SnapshotPtr snapshot() const override { return m_store.current(); }
    Core::ProbeResult evidence(const Core::EvidenceRef &ref) const override;
    std::optional<std::chrono::milliseconds> age(const Core::EvidenceRef &ref) const override;
    Core::PathState path(const Core::NodeName &machine) const override;
    QDateTime now() const override { return m_clock.now(); }
    std::optional<Core::RunForecast> forecast(const Core::ResourceName &resource) const override;
    Core::History *history() const override { return m_history; }
    ReplayControl *replay() const override { return m_replay; }
    const Core::ConfReader *confReader() const override { return m_conf.read ? &m_conf : nullptr; }
    Core::AtHand *atHand() const override { return m_atHand; }

    // Null: none. All outlive the source.
    void setForecasts(const Core::Forecasts *forecasts) { m_forecasts = forecasts; }
    void setHistory(Core::History *history) { m_history = history; }
    void setReplay(ReplayControl *replay) { m_replay = replay; }
    void setAtHand(Core::AtHand *atHand) { m_atHand = atHand; }
    void setConfReader(Core::ConfReader reader) { m_conf = std::move(reader); }

private:
    const Core::SnapshotStore &m_store;
    const Core::Clock &m_clock;
    const Core::Forecasts *m_forecasts = nullptr;
    Core::History *m_history = nullptr;
    ReplayControl *m_replay = nullptr;
    Core::AtHand *m_atHand = nullptr;
    Core::ConfReader m_conf;
};
} // namespace Gui
