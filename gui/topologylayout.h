// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/cardfacts.h"
#include "gui/linkfacts.h"

#include <QMap>
#include <QPolygonF>
#include <QRectF>

namespace Gui
{
// Positions of the picture, in scene units (one is a pixel at 100 %). Pure: the same machines in
// the same room always stand at the same place. Everything is on a grid of 4.
namespace Grid
{
constexpr qreal padding = 16; // inside a card
constexpr qreal titleHeight = 24;
constexpr qreal lineHeight = 20;
constexpr qreal chipHeight = 28;
constexpr qreal chipGap = 4;
constexpr qreal pipeWidth = 24;
constexpr qreal pipeStep = 64; // a pipe and a caption of two lines
constexpr qreal linkTop = 36; // of the cluster network below the card's top
constexpr qreal pipeTop = 84; // of the middle of the first pipe
constexpr qreal ipmiDrop = 32; // of the IPMI line below the cards
} // namespace Grid

struct CardPlace {
    QRectF rect;
    friend bool operator==(const CardPlace &, const CardPlace &) = default;
};
struct LinkPlace {
    QPolygonF path;
    QPointF label; // its middle
    friend bool operator==(const LinkPlace &, const LinkPlace &) = default;
};
struct TopologyLayout {
    QMap<Core::NodeName, QRectF> cards;
    QMap<QString, LinkPlace> links; // by LinkFacts::key
    QRectF bounds; // of all, with a margin
    friend bool operator==(const TopologyLayout &, const TopologyLayout &) = default;
};

qreal reasonHeight(const CardFacts &card); // 0 without a reason
qreal cardHeight(const CardFacts &card); // what its words need
// Where the cards stand in `room`: quorum server above, nodes by name from left to right.
// `moved` are the distances by which a person dragged a card.
TopologyLayout topologyLayout(const QList<CardFacts> &cards, const QList<LinkFacts> &links,
                              const QSizeF &room, const QMap<Core::NodeName, QPointF> &moved = {});
// Links between cards that already stand (gui/linkrouting.cpp).
QMap<QString, LinkPlace> routedLinks(const QMap<Core::NodeName, QRectF> &cards,
                                     const QList<LinkFacts> &links);
} // namespace Gui
