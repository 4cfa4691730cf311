// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/bmcwatch.h"
#include "core/collect/connection.h"
#include "core/collect/fencepathwatch.h"
#include "core/collect/machineprobes.h"
#include "core/collect/snapshotstore.h"

#include <QPromise>
#include <QTimer>

namespace Core
{
struct CollectedMachine {
    MachineContext context;
    bool sudo = false;
    std::unique_ptr<Transport> transport;
};

// Asks every machine of a cluster, turns the answers into facts and puts them into the store: one
// publication a pass of the event loop, however many answers came. Main thread; outputs above
// 64 KiB are read by a worker.
class Collector : public QObject
{
    Q_OBJECT
public:
    Collector(SnapshotStore &store, Providers providers, BmcFactory bmcs, const Clock &clock,
              QObject *parent = nullptr);
    ~Collector() override;

    void add(CollectedMachine machine); // before open()
    void open();
    void close();
    void refresh(); // every question now, the heavy ones too, and the BMCs
    void reconnect(const NodeName &machine);
    // The picture once everything but the heavy questions was answered, or is overdue, by machines
    // that were asked after this call. Always answered: questions have their time-outs.
    QFuture<SnapshotPtr> refreshed();
    // No question that opens block devices goes to these machines, to all others again.
    void spare(const QList<NodeName> &machines);
    Transport *transport(const NodeName &of); // null: no such machine
    Bmc *bmc(const BmcWay &way) const; // null: there is no such way; not to be kept
    // Every machine answered all its questions once, or cannot be asked now; an open question to a
    // person is waited for.
    bool settled() const;
    bool gathering() const { return m_publisher.isActive(); } // some answers are not published yet
    void tick(); // what is due; every 250 ms by its own timer while open

signals:
    // As it arrived, for recordings; not redacted.
    void observed(const Core::ProbeResult &result);
    void contactChanged(const Core::NodeName &machine, const Core::Contact &contact);

private:
    struct Member;
    Member *memberOf(const NodeName &machine) const;
    void wire(Member &member);
    void wireProbes(Member &member);
    void take(Member &member, const Probe &probe, const ProbeResult &result, bool same);
    void read(const std::shared_ptr<const Provider> &provider, const ProbeResult &result);
    void takePatch(const Patch &patch, const ProbeId &probe, quint64 order);
    void takePower(const Observer &asker, const NodeName &node, const Expected<PowerState> &power,
                   std::chrono::milliseconds duration);
    std::optional<NodeShell> shellOf(const NodeName &node) const;
    void takeContact(Member &member, const Contact &contact);
    void markOverdue(Member &member, const Probe &probe, const Error &error);
    void watch(Member &member);
    void setPath(const Member &member);
    void queue(const Patch &patch);
    void publish();
    void answerRefreshed();
    void follow(const QList<Event> &events);

    SnapshotStore &m_store;
    const Providers m_providers;
    const Clock &m_clock;
    BmcWatch m_bmcs;
    FencePathWatch m_fencePaths;
    bool m_spared = false; // somebody acts
    std::vector<std::unique_ptr<Member>> m_members;
    QList<Patch> m_patches; // of this pass
    int m_reading = 0; // workers
    std::vector<QPromise<SnapshotPtr>> m_refreshing;
    QTimer m_ticker;
    QTimer m_publisher;
    quint64 m_order = 0;
    QHash<std::pair<NodeName, ProbeId>, quint64> m_newest; // a slow worker may not undo a newer one
};
} // namespace Core
