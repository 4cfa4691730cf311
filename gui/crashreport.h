// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Gui
{
// Reports of programs that died, in a folder beside the journal. They stay on this computer: the
// program sends nothing to anybody. Main thread.
void keepCrashReports(); // of this run, should it die; once, after keepProgramLog()

// Those that no window has told of yet, the oldest first; they are told once, and of those told
// the newest ten are kept.
QStringList takeUntoldCrashes();
} // namespace Gui
