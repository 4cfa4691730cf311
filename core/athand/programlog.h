// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

namespace Core
{
// From now on the newest 2000 lines that the program notes are also kept in memory, without what
// looks like a secret; where they went before, they still go. Once, from the main thread.
void keepProgramLog();
QByteArrayList programLog(); // the oldest first; any thread
// For a program that dies: allocates nothing and waits for nobody. False: the log was just being
// written to, and is not told.
bool passProgramLog(void (*take)(const char *line, size_t size));
} // namespace Core
