// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace Ctl
{
// The bytes of a file, or of standard input for "-". Storage: it cannot be read; ParseFailed: it
// is larger than 128 MiB.
Core::Expected<QByteArray> readInput(const QString &name);

// "FILE: line 3, column 5: expected ...", and below it what stands there, to stderr; the exit code
// for it. `commandName` for a pointer to its help when the file cannot be read.
int complainAbout(const QString &name, const Core::Error &error, const char *commandName);

// The name as it is shown: "-" is standard input.
QString shownName(const QString &name);
} // namespace Ctl
