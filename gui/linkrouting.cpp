// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/topologylayout.h"

#include <algorithm>

namespace Gui
{
namespace
{
// From the facing edges of two cards, `down` below their tops.
LinkPlace across(const QRectF &a, const QRectF &b, qreal down)
{
    const bool aLeft = a.center().x() <= b.center().x();
    const QPointF from(aLeft ? a.right() : a.left(), a.top() + down);
    const QPointF to(aLeft ? b.left() : b.right(), b.top() + down);
    return {QPolygonF({from, to}), (from + to) / 2};
}

// From a node's upper edge to the quorum server's lower one, label in the middle.
LinkPlace upwards(const QRectF &node, const QRectF &server)
{
    const qreal side = node.center().x() < server.center().x() ? -1 : 1;
    const QPointF to(server.center().x() + side * server.width() * 0.3, server.bottom());
    const QPointF from(node.center().x() - side * node.width() * 0.18, node.top());
    const QPointF middle = (from + to) / 2;
    return {QPolygonF({from, to}), middle + QPointF(side * 92, -4)};
}

// Below the cards: down, across, up. A workstation (no card) stands in the middle, below.
LinkPlace below(const QRectF &from, const QRectF &to, qreal base, qreal shift)
{
    const QPointF start(from.center().x() + shift, from.bottom());
    const QPointF end(to.center().x() + shift, to.bottom());
    return {QPolygonF({start, {start.x(), base}, {end.x(), base}, end}),
            QPointF((start.x() + end.x()) / 2, base)};
}

LinkPlace fromWorkstation(const QRectF &to, const QPointF &workstation)
{
    const QPointF end(to.center().x(), to.bottom());
    const QPointF start = workstation + QPointF(end.x() < workstation.x() ? -64 : 64, 0);
    return {QPolygonF({start, {end.x(), start.y()}, end}),
            QPointF((start.x() + end.x()) / 2, start.y())};
}

qreal lowest(const QMap<Core::NodeName, QRectF> &cards)
{
    qreal y = 0;
    for (const QRectF &card : cards)
        y = std::max(y, card.bottom());
    return y;
}

class Router
{
public:
    explicit Router(const QMap<Core::NodeName, QRectF> &cards)
        : m_cards(cards), m_base(lowest(cards) + Grid::ipmiDrop)
    {
    }

    LinkPlace place(const LinkFacts &link)
    {
        const QRectF a = m_cards.value(link.a);
        const QRectF b = m_cards.value(link.b);
        switch (link.kind) {
        case Core::LinkKind::ClusterNetwork:
            return across(a, b, Grid::linkTop);
        case Core::LinkKind::Replication:
            return across(a, b, Grid::pipeTop + Grid::pipeStep * m_pipes++);
        case Core::LinkKind::Iscsi:
            return upwards(a, b);
        case Core::LinkKind::Ipmi:
            break;
        }
        if (link.a.isEmpty())
            return fromWorkstation(b, {middle(), m_base});
        // every path between two cards takes its own level
        const int level = m_levels++;
        return below(a, b, m_base + 24 * (level + 1), level * 16 + 24);
    }

private:
    qreal middle() const
    {
        QRectF all;
        for (const QRectF &card : m_cards)
            all |= card;
        return all.center().x();
    }

    const QMap<Core::NodeName, QRectF> &m_cards;
    qreal m_base;
    int m_pipes = 0;
    int m_levels = 0;
};
} // namespace

QMap<QString, LinkPlace> routedLinks(const QMap<Core::NodeName, QRectF> &cards,
                                     const QList<LinkFacts> &links)
{
    QMap<QString, LinkPlace> places;
    Router router(cards);
    for (const LinkFacts &link : links) {
        const bool standing
            = cards.contains(link.b) && (link.a.isEmpty() || cards.contains(link.a));
        if (standing)
            places.insert(link.key, router.place(link));
    }
    return places;
}
} // namespace Gui
