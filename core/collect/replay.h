// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/collect/recordplayer.h"

#include <QElapsedTimer>
#include <QTimer>

namespace Core
{
// The time of a recording.
class ReplayClock final : public Clock
{
public:
    explicit ReplayClock(QDateTime started) : m_started(std::move(started)) { }
    std::chrono::milliseconds elapsed() const override { return m_position; }
    QDateTime now() const override { return m_started.addMSecs(m_position.count()); }
    void set(std::chrono::milliseconds position) { m_position = position; }

private:
    const QDateTime m_started; // UTC
    std::chrono::milliseconds m_position{0};
};

// A recording shown again under its own clock. Main thread; a tick reads what is due and returns.
class Replay : public QObject
{
    Q_OBJECT
public:
    static constexpr double slowest = 0.1;
    static constexpr double quickest = 600;

    explicit Replay(std::shared_ptr<const Recording> recording, QObject *parent = nullptr);

    SnapshotStore &store() { return m_store; }
    const Clock &clock() const { return m_clock; }
    const Recording &recording() const { return *m_recording; }
    std::chrono::milliseconds duration() const; // to the last record
    std::chrono::milliseconds position() const { return m_clock.elapsed(); }
    double speed() const { return m_speed; }
    bool playing() const { return m_timer.isActive(); }

    void play(); // from the beginning again when it is at its end
    void pause();
    void setSpeed(double speed); // seconds of the recording a second; kept within the two above
    void seek(std::chrono::milliseconds position); // kept within the recording
    void advance(std::chrono::milliseconds time); // of the recording; what the timer does

signals:
    void moved(std::chrono::milliseconds position); // ten times a second at most while it plays
    void jumped(); // by seek(): curves have a cut there
    void playingChanged(bool playing);

private:
    void tick();
    void playUntil(std::chrono::milliseconds position);

    const std::shared_ptr<const Recording> m_recording;
    ReplayClock m_clock;
    SnapshotStore m_store;
    RecordPlayer m_player;
    qsizetype m_next = 0; // record
    double m_speed = 1;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
};
} // namespace Core
