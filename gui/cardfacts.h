// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterview.h"
#include "gui/statusstyle.h"
#include "gui/thing.h"

namespace Gui
{
// A guest on a machine's card.
struct ChipFacts {
    int id = 0;
    QString text; // "100 web"
    QString note; // "since 02:15:48", "frozen", "stopped": shown at the right
    QString brief; // of the note, where there is little room
    bool highlyAvailable = false;
    Tone tone = Tone::Unknown;
    friend bool operator==(const ChipFacts &, const ChipFacts &) = default;
};

// What a machine's card says, in words: painted by the picture, read out by the tree.
struct CardFacts {
    Core::NodeName name;
    Core::MachineKind kind = Core::MachineKind::Node;
    QString title;
    Tone tone = Tone::Unknown;
    QString word; // "online"; what the machine itself says, or why it says nothing
    QString reason; // why it cannot be asked; has room for two lines
    QStringList lines; // at most two, then views
    QStringList views; // a line an observer, when they disagree or the machine is silent
    bool stale = false; // everything said by the machine itself is what it said last
    QList<ChipFacts> chips;
    QString bmc; // empty: no BMC was asked
    Tone bmcTone = Tone::Unknown;
    friend bool operator==(const CardFacts &, const CardFacts &) = default;
};
CardFacts cardFacts(const Core::Machine &machine, const ClusterView &view,
                    const ClusterSource &source);
Tone guestTone(const Core::GuestView &guest);
QString guestWord(const Core::GuestView &guest); // "runs on node1", "runs twice: node1, node2"
// The cards of all machines in the order of reading: quorum server, then nodes by name.
QList<CardFacts> allCards(const ClusterView &view, const ClusterSource &source);
} // namespace Gui
