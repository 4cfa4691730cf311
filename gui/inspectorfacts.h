// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterview.h"
#include "gui/statusstyle.h"
#include "gui/thing.h"

namespace Gui
{
struct Fact {
    QString name;
    QString value;
    friend bool operator==(const Fact &, const Fact &) = default;
};

// Everything the inspector says of one thing, with the lines it was read from.
struct InspectorFacts {
    QString title;
    QString badge; // its state in a word
    Tone tone = Tone::Unknown;
    QString note; // a sentence under the title; may be empty
    QList<Fact> facts;
    QString quoted; // the tool's own lines, never translated
    QString source; // "/proc/drbd on node2, 0.2 s ago"
    friend bool operator==(const InspectorFacts &, const InspectorFacts &) = default;
};
InspectorFacts inspect(const Thing &thing, const ClusterView &view, const ClusterSource &source);

// What a probe asks, in the words of the one who would type it.
QString probeName(const Core::ProbeId &probe);
// The quoted lines and their source line, of one piece of evidence.
QString quotedLines(const Core::EvidenceRef &ref, const ClusterSource &source);
QString sourceLine(const Core::EvidenceRef &ref, const ClusterSource &source);
} // namespace Gui
