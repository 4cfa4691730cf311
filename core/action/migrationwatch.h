// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/qmmigrate.h"
#include "core/plan/plan.h"

namespace Core
{
// What the growing log of a migration tells a person: how much is sent and left, how fast, until
// when, or that the guest writes faster than the line carries. Pure; the time is handed in.
class MigrationWatch
{
public:
    using Time = std::chrono::milliseconds; // of any clock that goes forward
    // As it arrives, cut anywhere. Something new to tell, or none.
    std::optional<StepProgress> take(const QByteArray &bytes, Time now);
    bool copying() const { return m_read > 0; } // QEMU has told of its progress
    const QByteArray &log() const { return m_log; }

private:
    struct Point {
        MigrationProgress progress;
        Time at{0};
    };
    StepProgress told(const Point &now) const;
    bool converges() const;
    double ratePerSecond(const Point &now) const; // of what is sent; 0: not known yet
    double dirtiedPerSecond(const Point &now) const;

    QByteArray m_log;
    qsizetype m_read = 0; // reports of the log taken so far
    QList<Point> m_points; // the last ones
};

// How a migration that ended well went: "moved in 1 min, the guest stood still for 54 ms".
std::optional<StepProgress> migrationSummary(const Migration &migration);
} // namespace Core
