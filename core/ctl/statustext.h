// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/snapshotstore.h"

namespace Ctl
{
// The same for people: the three verdicts with their reasons, a line a machine, the findings. In
// the language of the program.
QString statusText(const Core::SnapshotStore &store);
} // namespace Ctl
