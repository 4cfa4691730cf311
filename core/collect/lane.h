// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/probestream.h"

#include <QSet>

namespace Core
{
// One of the three channels of a machine over time: when which probe is due, and a new channel when
// the old one hangs or talks nonsense, at most once a minute. A probe whose last run may still be
// alive on the machine is not asked. The Heavy lane spreads what was never asked over up to three
// channels more, which end with their answers, so that the first picture waits for the slowest
// probe alone and not for the sum. Main thread.
class Lane : public QObject
{
    Q_OBJECT
public:
    Lane(ProbeStreamSetup setup, Transport &transport, const Clock &clock,
         QObject *parent = nullptr);

    ProbeChannel channel() const { return m_setup.channel; }
    const QList<Probe> &probes() const { return m_setup.probes; }
    QSet<ProbeId> unanswered() const; // asked now: may be alive on the machine
    bool awaits(const QSet<ProbeId> &probes) const; // one of them runs and is not late
    void bar(const QSet<ProbeId> &probes); // not to be asked until allowed
    void askSoon(); // everything, now
    // These at the latest then, by Clock::elapsed(); those that are none of this lane do not count.
    void askBy(const QSet<ProbeId> &probes, std::chrono::milliseconds when);
    // Everything that may be asked, now; what is on its way already does not count. renewing()
    // until each was answered, or will not be: then it is said to be overdue.
    void askAnew();
    bool renewing() const { return !m_anew.isEmpty(); }
    void ping();
    void tick();

signals:
    void heard();
    void answered(const Core::Probe &probe, const Core::ProbeResult &result, bool same);
    void overdue(const Core::Probe &probe); // no answer by its time-out + 1 s
    void echoed(std::chrono::microseconds roundTrip);
    // The channel cannot be used; none: it can, again.
    void trouble(const std::optional<Core::Error> &error);

private:
    std::unique_ptr<ProbeStream> newStream();
    void startStream();
    void retire();
    void spread();
    void startBeside();
    QList<int> unasked() const; // and not barred
    void ask(ProbeStream &stream, const QList<int> &indexes);
    void take(int index, const ProbeResult &result, bool same);
    void giveUpAnew();
    void askDue();
    bool isBarred(int index) const;
    bool mayReplace() const;
    void checkLate();

    ProbeStreamSetup m_setup;
    Transport &m_transport;
    const Clock &m_clock;
    std::unique_ptr<ProbeStream> m_stream;
    std::vector<std::unique_ptr<ProbeStream>> m_retired; // hung; gone when their probe ended
    std::vector<std::unique_ptr<ProbeStream>> m_beside; // of the first round
    QList<std::chrono::milliseconds> m_due;
    QSet<int> m_unasked;
    QSet<int> m_anew; // no answer yet since askAnew()
    QSet<int> m_unsent; // of those: not asked yet
    QSet<ProbeId> m_barred;
    std::optional<std::chrono::milliseconds> m_startedAt;
    std::chrono::milliseconds m_echoAt{0};
    bool m_replace = false;
    bool m_troubled = false;
};
} // namespace Core
