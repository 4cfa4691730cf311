// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/topologylayout.h"

#include <algorithm>
#include <cmath>

namespace Gui
{
namespace
{
qreal onGrid(qreal value)
{
    return std::round(value / 4) * 4;
}

struct Measures {
    QList<const CardFacts *> nodes;
    QList<const CardFacts *> servers;
    qreal cardWidth = 0;
    qreal gap = 0; // between node cards
    qreal nodeHeight = 0;
    qreal serverHeight = 0;
    qreal rise = 0; // between the servers and the nodes
};

// Pipes between two nodes must fit beside their cards.
qreal pipesHeight(const QList<LinkFacts> &links)
{
    const auto pipes = std::count_if(links.cbegin(), links.cend(), [](const LinkFacts &link) {
        return link.kind == Core::LinkKind::Replication;
    });
    return Grid::pipeTop + Grid::pipeStep * qreal(pipes);
}

Measures measured(const QList<CardFacts> &cards, const QList<LinkFacts> &links, const QSizeF &room)
{
    Measures m;
    for (const CardFacts &card : cards) {
        const bool node = card.kind == Core::MachineKind::Node;
        (node ? m.nodes : m.servers) << &card;
        qreal &height = node ? m.nodeHeight : m.serverHeight;
        height = std::max(height, cardHeight(card));
    }
    if (m.nodes.size() > 1)
        m.nodeHeight = std::max(m.nodeHeight, pipesHeight(links));
    const qreal width = room.width() - 48;
    m.cardWidth = onGrid(std::clamp(width * 0.31, 252.0, 308.0));
    const qreal left = width - m.cardWidth * qreal(std::max<qsizetype>(2, m.nodes.size()));
    m.gap = onGrid(std::clamp(left, 232.0, 480.0));
    const qreal spare = room.height() - m.serverHeight - m.nodeHeight - Grid::ipmiDrop - 56;
    m.rise = m.servers.isEmpty() ? 0 : onGrid(std::clamp(spare, 36.0, 96.0));
    return m;
}

struct Row {
    qreal top = 0;
    qreal height = 0;
    qreal cardWidth = 0;
    qreal gap = 0;
};

void placeRow(QMap<Core::NodeName, QRectF> &places, const QList<const CardFacts *> &row,
              const Row &m)
{
    const qreal step = m.cardWidth + m.gap;
    const qreal width = step * qreal(row.size()) - m.gap;
    qreal x = -width / 2;
    for (const CardFacts *card : row) {
        places.insert(card->name, QRectF(onGrid(x), onGrid(m.top), m.cardWidth, onGrid(m.height)));
        x += step;
    }
}

QRectF boundsOf(const TopologyLayout &layout)
{
    QRectF bounds;
    for (const QRectF &card : layout.cards)
        bounds |= card;
    for (const LinkPlace &link : layout.links)
        bounds |= link.path.boundingRect().adjusted(0, 0, 0, 12);
    return bounds.adjusted(-16, -8, 16, 8);
}
} // namespace

qreal reasonHeight(const CardFacts &card)
{
    return card.reason.isEmpty() ? 0 : 2 * Grid::lineHeight;
}

qreal cardHeight(const CardFacts &card)
{
    qreal height = Grid::padding + Grid::titleHeight;
    height += reasonHeight(card);
    height += Grid::lineHeight * qreal(card.lines.size() + card.views.size());
    if (!card.chips.isEmpty())
        height += 8 + (Grid::chipHeight + Grid::chipGap) * qreal(card.chips.size());
    if (!card.bmc.isEmpty())
        height += 4 + Grid::chipHeight;
    return height + 12;
}

TopologyLayout topologyLayout(const QList<CardFacts> &cards, const QList<LinkFacts> &links,
                              const QSizeF &room, const QMap<Core::NodeName, QPointF> &moved)
{
    const Measures m = measured(cards, links, room);
    TopologyLayout layout;
    // wider: it carries what each node says of the quorum when they disagree
    placeRow(layout.cards, m.servers, {0, m.serverHeight, m.cardWidth + 64, 48});
    placeRow(layout.cards, m.nodes, {m.serverHeight + m.rise, m.nodeHeight, m.cardWidth, m.gap});
    for (auto card = layout.cards.begin(); card != layout.cards.end(); ++card)
        card->translate(moved.value(card.key()));
    layout.links = routedLinks(layout.cards, links);
    layout.bounds = boundsOf(layout);
    return layout;
}
} // namespace Gui
