// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/collect/frameparser.h"
#include "core/collect/probescript.h"
#include "core/transport/transport.h"

namespace Core
{
struct ProbeStreamSetup {
    NodeName machine;
    ProbeChannel channel = ProbeChannel::Fast;
    QList<Probe> probes;
    QByteArray marker; // see ChannelScript
    bool sudo = false;
};

// One long-lived channel of a machine, from its exec to its end. Main thread. Whoever owns it says
// when to ask; at most one line of probes is on its way at any time, so that a probe is never
// started while its predecessor runs.
class ProbeStream : public QObject
{
    Q_OBJECT
public:
    ProbeStream(ProbeStreamSetup setup, Transport &transport, const Clock &clock,
                QObject *parent = nullptr);

    const ProbeStreamSetup &setup() const { return m_setup; }
    const QList<Probe> &probes() const { return m_setup.probes; }
    bool greeted() const { return m_parser.greeted(); }
    bool idle() const { return greeted() && m_asked.isEmpty() && !m_finishing && !m_ended; }
    bool ended() const { return m_ended; } // then nothing of it is alive on the machine
    // The probe that runs on the machine as far as we know; those asked behind it wait there.
    std::optional<int> running() const
    {
        return m_asked.isEmpty() ? std::nullopt : std::optional(m_asked.first());
    }

    bool late() const { return m_overdueTold; } // what runs is overdue, and that was told
    void ask(const QList<int> &indexes, bool withEcho); // only when idle()
    void ping(); // an echo; answered at once when idle, and always on a Heavy channel
    void finish(); // end of input
    // The probe whose answer is later than its time-out + 1 s, told once; -1: the hello is (10 s).
    std::optional<int> newlyOverdue();

signals:
    void heard(); // any byte of the protocol
    void started();
    // One for each probe asked, in order. same: as the answer before it.
    void answered(int index, const Core::ProbeResult &result, bool same);
    void echoed(std::chrono::microseconds roundTrip);
    void broken(const Core::Error &error); // not understood: to be replaced
    void closed(); // nothing comes after it

private:
    void take(const QByteArray &bytes);
    void takeFrame(const Frame &frame);
    void takeEcho();
    void takeAnswer(const Frame &frame);
    void end(const Expected<int> &status);
    Error endedWith(int status) const;
    void fail(const Error &error);
    ProbeResult resultOf(const Frame &frame);
    std::chrono::milliseconds deadline() const;

    ProbeStreamSetup m_setup;
    const Clock &m_clock;
    FrameParser m_parser;
    std::unique_ptr<Stream> m_stream;
    QList<int> m_asked; // in the order of the answers to come
    QHash<int, ProbeResult> m_last; // what `same` refers to
    std::chrono::milliseconds m_waitingSince{0};
    QList<std::chrono::steady_clock::time_point> m_pings; // echoes on their way, oldest first
    bool m_overdueTold = false;
    bool m_finishing = false;
    bool m_broken = false;
    bool m_ended = false;
    QByteArray m_errorTail; // what the shell itself said: "sudo: a password is required"
};
} // namespace Core
