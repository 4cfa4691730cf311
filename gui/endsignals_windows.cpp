// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/endsignals.h"

namespace Gui
{
// A program with a window is asked to end by a message to that window, which Qt answers.
void quitOnEndSignals()
{
}
} // namespace Gui
