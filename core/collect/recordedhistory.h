// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/recording.h"
#include "core/store/history.h"

#include <atomic>

namespace Core
{
// The curves of a whole recording, so that a seek finds them. Takes a while (a day of two nodes:
// seconds) and is meant for a thread of its own; `history` is open and outlives the call. Storage:
// the first write that failed.
// When `stop` becomes true it ends early with what is there (Cancelled).
Expected<void> recordHistory(const Recording &recording, History &history,
                             const std::atomic_bool *stop = nullptr);
} // namespace Core
