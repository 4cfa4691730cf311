// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct os_handler_s;

namespace Core
{
// OpenIPMI's hooks into an event loop, on QSocketNotifier and QTimer of the calling thread, without
// locks: every call into the library must therefore come from one thread. Starts the library on
// the first call and never stops it, because what it registers at its start is global. Null when
// it refuses to start.
os_handler_s *ipmiOsHandler();

// What the library complained about while handling the event in progress: often the only way to
// tell two of its errors apart. Empty when it said nothing. Never holds a secret.
QString ipmiComplaint();
} // namespace Core
