// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/splitbrain.h"
#include "core/store/historyseries.h"

namespace Core
{
// What to ask the history for, to know when each side last wrote to its disk: the curve of disk
// writes since a day before they parted, or of the last eight days while that is not known or the
// clock that tells it cannot be right. now: of the workstation, whose clock the history is kept by.
HistoryQuery lastWritesQuery(const SplitBrain &brain, const QDateTime &now);
// The answer into the sides; a side without a write in it stays not known. The time is that of the
// start of a point, exact to the answer's step.
void setLastWrites(SplitBrain &brain, const HistoryAnswer &answer);
} // namespace Core
