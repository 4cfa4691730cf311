// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/memory.h"

bool Memory::resetPeak()
{
    return false;
}

std::optional<qint64> Memory::resident()
{
    return std::nullopt;
}

std::optional<qint64> Memory::peak()
{
    return std::nullopt;
}
