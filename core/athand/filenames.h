// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Core
{
// A name that came from a machine as part of a file name that every system takes: ASCII letters,
// digits, '-', '_' and '.' as they are, any other character as '_', never a leading dot, at most 64
// characters, never empty. Two names may become one: it is for a person to read.
QString fileNameOf(const QString &name);
} // namespace Core
