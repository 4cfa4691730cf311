// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/splitbrain.h"
#include "gui/clustersource.h"
#include "gui/statusstyle.h"

// What the assistant says of sides that are apart, in the language of the person.
namespace Gui::SplitBrainWords
{
Tone tone(Core::ApartKind kind);
QString verdict(const Core::Apart &apart); // a split brain, or what it is instead
// By the clock of the workstation, as far as the node's is known to differ.
QString since(const Core::Apart &apart, const ClusterSource &source);

QString changed(const Core::SplitSide &side);
QString state(const Core::SplitSide &side);
QString guests(const Core::SplitSide &side);
QString groups(const Core::SplitBrain &split, const Core::SplitSide &side);
QString onlyHere(const Core::SplitSide &side);
QString lastWrite(const Core::SplitSide &side);
QString volumes(const QList<Core::SplitVolume> &volumes); // "vg/lv (8.0 GiB), ..."
QString proposal(const Core::SplitBrain &split);
} // namespace Gui::SplitBrainWords
