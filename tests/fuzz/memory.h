// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace Memory
{
// Forgets the highest amount so far; false where the platform cannot.
bool resetPeak();
std::optional<qint64> resident(); // bytes now
std::optional<qint64> peak(); // highest resident amount since resetPeak()
} // namespace Memory
