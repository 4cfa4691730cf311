// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/rfbgreeting.h"
#include "core/base/error.h"

namespace Core
{
// Why `qm vncproxy` ended, from its exit status and the last of what it said on stderr, kept as
// detail. Source of its words: qemu-server 3.1 to 3.4, sudo 1.8. Pure.
Error vncTrouble(const Expected<int> &exitCode, const QByteArray &complaint, int guest,
                 const NodeName &node);

// The server lets nobody in by the one-time password.
Error withoutPassword(RfbGreeting::Security security, int guest, const NodeName &node);
} // namespace Core
