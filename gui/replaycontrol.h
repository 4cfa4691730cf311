// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>

#include <chrono>
#include <utility>

namespace Gui
{
// How a recording stands. Times are since its start.
struct ReplayState {
    QString file; // its name, without the folder
    QDateTime started; // UTC
    std::chrono::milliseconds duration{0};
    std::chrono::milliseconds position{0};
    double speed = 1; // seconds of the recording a second
    bool playing = false;
    bool complete = true; // false: cut short, this is what was there
    bool curvesReady = false; // up to its end
    // Stretches in which nothing was recorded, from and to.
    QList<std::pair<std::chrono::milliseconds, std::chrono::milliseconds>> gaps;
    friend bool operator==(const ReplayState &, const ReplayState &) = default;
};

// What a person may do with a recording. Main thread.
class ReplayControl : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual ReplayState state() const = 0;
    virtual void setPlaying(bool playing) = 0;
    virtual void setSpeed(double speed) = 0;
    virtual void seek(std::chrono::milliseconds position) = 0; // kept within the recording

signals:
    void changed(); // ten times a second at most while it plays
};
} // namespace Gui
