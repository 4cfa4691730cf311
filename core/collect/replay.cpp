// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/replay.h"

#include <algorithm>
#include <cmath>

namespace Core
{
using namespace std::chrono_literals;
using Milliseconds = std::chrono::milliseconds;

Replay::Replay(std::shared_ptr<const Recording> recording, QObject *parent)
    : QObject(parent), m_recording(std::move(recording)), m_clock(m_recording->header.started),
      m_store(m_clock), m_player(m_store, m_recording->header)
{
    playUntil(0ms);
    m_timer.setInterval(100ms);
    connect(&m_timer, &QTimer::timeout, this, &Replay::tick);
}

Milliseconds Replay::duration() const
{
    return m_recording->records.isEmpty() ? 0ms : m_recording->records.last().at;
}

void Replay::play()
{
    if (playing())
        return;
    if (position() >= duration())
        seek(0ms);
    m_sinceTick.start();
    m_timer.start();
    emit playingChanged(true);
}

void Replay::pause()
{
    if (!playing())
        return;
    m_timer.stop();
    emit playingChanged(false);
}

void Replay::setSpeed(double speed)
{
    if (std::isfinite(speed))
        m_speed = std::clamp(speed, slowest, quickest);
}

void Replay::seek(Milliseconds position)
{
    const Milliseconds to = std::clamp(position, Milliseconds(0ms), duration());
    const auto &records = m_recording->records;
    const auto behind
        = std::upper_bound(records.begin(), records.end(), to,
                           [](Milliseconds at, const Record &record) { return at < record.at; });
    m_next = behind - records.begin();
    m_clock.set(to);
    m_player.jumpTo(records, m_next);
    emit jumped();
    emit moved(to);
}

void Replay::tick()
{
    // A machine that slept does not make the recording leap.
    const qint64 passed = std::min<qint64>(m_sinceTick.restart(), 1000);
    advance(Milliseconds(std::llround(double(passed) * m_speed)));
}

// In steps, so that what happened one after another is told one after another.
void Replay::advance(Milliseconds time)
{
    constexpr auto step = 500ms;
    const Milliseconds end = std::min(position() + std::max(time, 0ms), duration());
    for (Milliseconds at = position(); at < end;) {
        at = std::min<Milliseconds>(at + step, end);
        playUntil(at);
    }
    emit moved(position());
    if (position() >= duration())
        pause();
}

void Replay::playUntil(Milliseconds position)
{
    const auto &records = m_recording->records;
    m_clock.set(position);
    for (; m_next < records.size() && records[m_next].at <= position; ++m_next)
        m_player.add(records[m_next]);
    m_player.publish();
}
} // namespace Core
