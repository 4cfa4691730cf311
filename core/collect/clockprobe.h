// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace Core
{
QByteArray clockScript();

// The machine's clock minus ours, from its answer that arrived at `arrived` (UTC). Half a second
// uncertain on a machine whose `date` knows no fractions. None when the answer is no time.
std::optional<std::chrono::milliseconds> clockOffset(const QByteArray &answer,
                                                     const QDateTime &arrived,
                                                     std::chrono::microseconds roundTrip);
} // namespace Core
