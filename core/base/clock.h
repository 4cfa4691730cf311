// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace Core
{
// Injectable time. `elapsed` never jumps (for ages and time-outs), `now` is the workstation's
// calendar time in UTC (for words and records).
class Clock
{
public:
    virtual ~Clock() = default;
    virtual std::chrono::milliseconds elapsed() const = 0;
    virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    std::chrono::milliseconds elapsed() const override;
    QDateTime now() const override;
};
} // namespace Core
