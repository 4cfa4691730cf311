// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/lane.h"

namespace Core
{
struct MachineProbesSetup {
    MachineContext context;
    Providers providers; // all that may be there
    bool sudo = false;
};

// What is asked of one machine while its connection lasts. The lanes of all three channels are
// opened at once with every probe that may be asked; the first question on the heavy one looks what
// is there, and what is not there is not asked. Looks again every minute, since a module may be
// loaded later. Main thread.
class MachineProbes : public QObject
{
    Q_OBJECT
public:
    MachineProbes(MachineProbesSetup setup, const Clock &clock, QObject *parent = nullptr);

    const MachineContext &context() const { return m_setup.context; }
    void begin(Transport &transport); // the connection is there
    void end(); // it is gone
    void tick();
    void askAll(); // now, the heavy ones too
    void askIn(const QSet<ProbeId> &probes, std::chrono::milliseconds delay); // not later
    void askAnew(); // now, without the heavy ones; renewing() until answered or overdue
    bool renewing() const; // also while a spared machine's block devices are still open
    void spare(bool spared); // nothing that opens block devices is asked
    void ping(); // answered although something hangs
    bool answeredOnce() const; // a first answer of every probe, or none can be had
    QList<Probe> probes() const; // asked now
    std::shared_ptr<const Provider> providerOf(const ProbeId &probe) const;

signals:
    void heard();
    void found(const QStringList &providers); // ids; also when nothing changed since
    void answered(const Core::Probe &probe, const Core::ProbeResult &result, bool same);
    void overdue(const Core::Probe &probe);
    void echoed(std::chrono::microseconds roundTrip);
    void clockRead(std::chrono::milliseconds offset); // machine's clock minus ours
    void trouble(const std::optional<Core::Error> &error); // none: it can be asked (again)

private:
    void addLane(ProbeChannel channel, const QList<Probe> &probes);
    void takeLook(const ProbeResult &result);
    void takeLate(const Probe &probe);
    void takeFacts(const MachineFacts &facts);
    void take(const Probe &probe, const ProbeResult &result, bool same);
    void takeOwn(const Probe &probe, const ProbeResult &result);
    QList<Probe> ownProbes() const;
    bool isWanted(const ProbeId &probe) const; // as far as we know what is there
    template <typename F> bool ofAllAsked(F holds) const;
    void barOthers();

    const MachineProbesSetup m_setup;
    const Clock &m_clock;
    const QByteArray m_marker; // of this run of the program
    const QByteArray m_nonce; // of the look-around
    Transport *m_transport = nullptr;
    std::optional<MachineFacts> m_facts; // of this connection
    QSet<const Provider *> m_there; // by those facts
    QHash<ProbeId, std::shared_ptr<const Provider>> m_providers;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    QSet<ProbeId> m_answered; // over this connection
    QSet<ProbeId> m_openers; // of block devices
    bool m_spared = false;
    QSet<ProbeId> m_suspects; // may still run there from before the connection was lost
    std::chrono::microseconds m_roundTrip{0};
};
} // namespace Core
