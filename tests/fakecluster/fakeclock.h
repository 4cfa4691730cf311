// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace Testing
{
// Time that moves only when told.
class FakeClock final : public Core::Clock
{
public:
    std::chrono::milliseconds elapsed() const override { return m_elapsed; }
    QDateTime now() const override { return m_start.addMSecs(m_elapsed.count()); }
    void advance(std::chrono::milliseconds time) { m_elapsed += time; }

private:
    QDateTime m_start = QDateTime(QDate(2014, 3, 1), QTime(2, 14), Qt::UTC);
    std::chrono::milliseconds m_elapsed{1'000'000};
};
} // namespace Testing
