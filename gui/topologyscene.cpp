// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/topologyscene.h"

#include "gui/words.h"

#include <QGraphicsSimpleTextItem>
#include <QPainter>

#include <algorithm>

namespace Gui
{
TopologyScene::TopologyScene(const Theme &theme, QObject *parent)
    : QGraphicsScene(parent), m_theme(theme)
{
    setItemIndexMethod(NoIndex); // a dozen items, some of which move
}

bool TopologyScene::show(const ClusterView &view, const ClusterSource &source)
{
    const QList<CardFacts> cards = allCards(view, source);
    const QList<LinkFacts> links = allLinks(view);
    if (cards == m_cards && links == m_links)
        return false;
    m_cards = cards;
    m_links = links;
    takeCards();
    takeLinks();
    place();
    return true;
}

void TopologyScene::setRoom(const QSizeF &room)
{
    if (room == m_room)
        return;
    m_room = room;
    place();
}

void TopologyScene::setSelectedThing(const Thing &thing)
{
    m_selected = thing;
    for (NodeItem *item : std::as_const(m_nodeItems))
        item->setSelectedThing(thing);
    for (LinkItem *item : std::as_const(m_linkItems))
        item->setSelectedThing(thing);
}

void TopologyScene::restyle()
{
    for (QGraphicsItem *item : items())
        item->update();
    update();
}

void TopologyScene::setCaching(bool caching)
{
    m_caching = caching;
    for (NodeItem *item : std::as_const(m_nodeItems))
        item->setCacheMode(caching ? QGraphicsItem::DeviceCoordinateCache : QGraphicsItem::NoCache);
}

void TopologyScene::setMoved(const QMap<Core::NodeName, QPointF> &moved)
{
    m_moved = moved;
    place();
}

NodeItem *TopologyScene::addCard(const CardFacts &facts)
{
    auto *item = new NodeItem(m_theme, facts);
    if (m_caching) // a card is painted again only when its facts change
        item->setCacheMode(QGraphicsItem::DeviceCoordinateCache);
    addItem(item);
    item->setSelectedThing(m_selected);
    m_nodeItems.insert(facts.name, item);
    connect(item, &NodeItem::picked, this, &TopologyScene::picked);
    connect(item, &NodeItem::opened, this, &TopologyScene::opened);
    connect(item, &NodeItem::chipCarried, this, [this, item](int guest, const QPointF &position) {
        carryChip(*item, guest, position);
    });
    connect(item, &NodeItem::chipDropped, this,
            [this, item](int guest, const QPointF &position) { dropChip(*item, guest, position); });
    connect(item, &NodeItem::dragged, this, [this, name = facts.name] { cardDragged(name); });
    return item;
}

LinkItem *TopologyScene::addLink(const LinkFacts &facts)
{
    auto *item = new LinkItem(m_theme, facts);
    addItem(item);
    item->setSelectedThing(m_selected);
    m_linkItems.insert(facts.key, item);
    connect(item, &LinkItem::picked, this, &TopologyScene::picked);
    connect(item, &LinkItem::opened, this, &TopologyScene::opened);
    return item;
}

const CardFacts *TopologyScene::nodeAt(const QPointF &position) const
{
    for (const CardFacts &card : m_cards) {
        if (card.kind == Core::MachineKind::Node
            && m_layout.cards.value(card.name).contains(position))
            return &card;
    }
    return nullptr;
}

// What is carried says where it would go, before it is let go.
void TopologyScene::carryChip(const NodeItem &from, int guest, const QPointF &position)
{
    if (!m_carried) {
        m_carried = addSimpleText(QString());
        m_carried->setZValue(1000);
        m_carried->setBrush(m_theme.colors().text);
    }
    const CardFacts *card = nodeAt(position);
    const bool other = card && card->name != from.facts().name;
    m_carried->setText(other ? QStringLiteral("%1 → %2").arg(guest).arg(card->name.text())
                             : QString::number(guest));
    m_carried->setPos(position + QPointF(12, 12));
}

void TopologyScene::dropChip(const NodeItem &from, int guest, const QPointF &position)
{
    delete std::exchange(m_carried, nullptr);
    const CardFacts *card = nodeAt(position);
    if (card && card->name != from.facts().name)
        emit guestDropped(guest, card->name);
}

void TopologyScene::takeCards()
{
    for (auto it = m_nodeItems.begin(); it != m_nodeItems.end();) {
        const bool gone = std::none_of(m_cards.cbegin(), m_cards.cend(),
                                       [&](const CardFacts &c) { return c.name == it.key(); });
        if (gone)
            delete it.value();
        it = gone ? m_nodeItems.erase(it) : std::next(it);
    }
    for (const CardFacts &facts : std::as_const(m_cards)) {
        if (NodeItem *item = m_nodeItems.value(facts.name))
            item->setFacts(facts);
        else
            addCard(facts);
    }
}

void TopologyScene::takeLinks()
{
    for (auto it = m_linkItems.begin(); it != m_linkItems.end();) {
        const bool gone = std::none_of(m_links.cbegin(), m_links.cend(),
                                       [&](const LinkFacts &l) { return l.key == it.key(); });
        if (gone)
            delete it.value();
        it = gone ? m_linkItems.erase(it) : std::next(it);
    }
    for (const LinkFacts &facts : std::as_const(m_links)) {
        if (LinkItem *item = m_linkItems.value(facts.key))
            item->setFacts(facts);
        else
            addLink(facts);
    }
}

void TopologyScene::place()
{
    const TopologyLayout layout = topologyLayout(m_cards, m_links, m_room, m_moved);
    if (layout == m_layout)
        return;
    const bool sameBounds = layout.bounds == m_layout.bounds;
    const QRectF before = workstation();
    m_layout = layout;
    for (auto card = m_layout.cards.cbegin(); card != m_layout.cards.cend(); ++card) {
        NodeItem *item = m_nodeItems.value(card.key());
        item->setSize(card->size());
        item->setPos(card->topLeft());
    }
    placeLinks();
    if (const QRectF now = workstation(); now != before)
        update((before | now).adjusted(-2, -2, 2, 2));
    if (sameBounds)
        return;
    setSceneRect(m_layout.bounds);
    emit boundsChanged();
}

void TopologyScene::placeLinks()
{
    for (auto link = m_layout.links.cbegin(); link != m_layout.links.cend(); ++link)
        m_linkItems.value(link.key())->setPlace(*link);
}

void TopologyScene::cardDragged(const Core::NodeName &name)
{
    const QRectF before = m_layout.cards.value(name);
    const QRectF pill = workstation();
    const QPointF delta = m_nodeItems.value(name)->pos() - before.topLeft();
    m_moved[name] = m_moved.value(name) + delta;
    m_layout.cards[name].translate(delta);
    m_layout.links = routedLinks(m_layout.cards, m_links);
    placeLinks();
    update((pill | workstation()).adjusted(-2, -2, 2, 2));
    emit movedByHand();
}

QRectF TopologyScene::workstation() const
{
    for (const LinkFacts &link : m_links) {
        const auto place = m_layout.links.constFind(link.key);
        if (link.kind == Core::LinkKind::Ipmi && link.a.isEmpty() && place != m_layout.links.cend())
            return {m_layout.bounds.center().x() - 64, place->path.first().y() - 12, 128, 24};
    }
    return {};
}

void TopologyScene::drawForeground(QPainter *painter, const QRectF &exposed)
{
    const QRectF pill = workstation();
    if (!pill.intersects(exposed))
        return;
    const Tokens &c = m_theme.colors();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(c.border, 1));
    painter->setBrush(c.card);
    painter->drawRoundedRect(pill, 12, 12);
    painter->setPen(c.muted);
    painter->setFont(m_theme.font(TextSize::Small));
    painter->drawText(pill, Qt::AlignCenter, Words::observer(Core::Workstation()));
}
} // namespace Gui
