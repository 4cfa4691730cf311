// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/forecasts.h"
#include "core/collect/snapshotstore.h"
#include "core/store/history.h"

#include <QObject>

namespace Core
{
class AtHand;
struct ConfReader;
} // namespace Core

namespace Gui
{
class ReplayControl;

// What the window shows of one cluster: the snapshot, and what is true of the moment only (ages,
// round trips, last outputs). Main thread; asking costs nothing and never reaches a machine.
class ClusterSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual Core::SnapshotPtr snapshot() const = 0; // never null
    virtual Core::ProbeResult evidence(const Core::EvidenceRef &ref) const = 0; // empty: none yet
    virtual std::optional<std::chrono::milliseconds> age(const Core::EvidenceRef &ref) const = 0;
    virtual Core::PathState path(const Core::NodeName &machine) const = 0;
    virtual QDateTime now() const = 0; // UTC
    // Of a resync or verify that runs, by the name in ReplicationView.
    virtual std::optional<Core::RunForecast> forecast(const Core::ResourceName &) const
    {
        return std::nullopt;
    }
    virtual Core::History *history() const { return nullptr; } // null: no curves are kept
    // Of a recording, where nothing that is done reaches a machine; null: a live cluster.
    virtual ReplayControl *replay() const { return nullptr; }
    // How cluster.conf is read with its passwords; null: it cannot be, as in a recording.
    virtual const Core::ConfReader *confReader() const { return nullptr; }
    // Logs of its machines and the like; null: nothing can be asked, as in a recording.
    virtual Core::AtHand *atHand() const { return nullptr; }

signals:
    void restarted(); // the clock was set: what was seen before is of another time
    void changed(const Core::SnapshotPtr &snapshot, const QList<Core::Event> &events);
};
} // namespace Gui
