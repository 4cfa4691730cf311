// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterview.h"
#include "gui/statusstyle.h"
#include "gui/thing.h"

namespace Gui
{
enum class Flow : quint8 { None, FromA, FromB }; // where the data goes now

// What a link says, in words. When its two ends disagree both words are there: that is the news.
struct LinkFacts {
    QString key;
    Thing thing;
    Core::LinkKind kind = Core::LinkKind::ClusterNetwork;
    Core::NodeName a; // empty: this workstation
    Core::NodeName b;
    Tone tone = Tone::Unknown;
    Tone toneA = Tone::Unknown; // of the half that `a` tells
    Tone toneB = Tone::Unknown;
    QString label; // "r1 · 85 % · 42 MiB/s"
    QString caption; // below: "12.4 GiB left · 5 min"
    QString addresses; // of both ends: "10.0.0.1 – 10.0.0.2"; empty: not known
    QString wordA; // set with wordB only when the ends disagree
    QString wordB;
    double percent = -1; // 0..100 while a resync or a verify runs, else -1
    Flow flow = Flow::None;
    friend bool operator==(const LinkFacts &, const LinkFacts &) = default;
};
QList<LinkFacts> allLinks(const ClusterView &view);
} // namespace Gui
