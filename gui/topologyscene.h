// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/linkitem.h"
#include "gui/nodeitem.h"
#include "gui/topologylayout.h"

#include <QGraphicsScene>
#include <QHash>

namespace Gui
{
// The picture of one cluster. show() changes only the items whose facts changed; ages move by
// refreshAges() once a second. Main thread.
class TopologyScene : public QGraphicsScene
{
    Q_OBJECT
public:
    explicit TopologyScene(const Theme &theme, QObject *parent = nullptr);

    bool show(const ClusterView &view, const ClusterSource &source); // false: nothing changed
    void setRoom(const QSizeF &room); // the size of the view: cards spread in it
    void setSelectedThing(const Thing &thing);
    void restyle(); // theme changed
    void setCaching(bool caching); // of cards as pixmaps; off to paint at another scale

    // Distances by which cards were dragged, to be kept with the settings.
    const QMap<Core::NodeName, QPointF> &moved() const { return m_moved; }
    void setMoved(const QMap<Core::NodeName, QPointF> &moved);

    const QList<CardFacts> &cards() const { return m_cards; }
    const QList<LinkFacts> &links() const { return m_links; }
    NodeItem *nodeItem(const Core::NodeName &name) const { return m_nodeItems.value(name); }
    LinkItem *linkItem(const QString &key) const { return m_linkItems.value(key); }

signals:
    void picked(const Gui::Thing &thing);
    void opened(const Gui::Thing &thing);
    void guestDropped(int guest, const Core::NodeName &node); // on the card of another node
    void movedByHand();
    void boundsChanged();

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override; // the workstation

private:
    void takeCards();
    void takeLinks();
    NodeItem *addCard(const CardFacts &facts);
    LinkItem *addLink(const LinkFacts &facts);
    void place();
    void placeLinks();
    void carryChip(const NodeItem &from, int guest, const QPointF &position);
    void dropChip(const NodeItem &from, int guest, const QPointF &position);
    const CardFacts *nodeAt(const QPointF &position) const; // null: no card of a node there
    void cardDragged(const Core::NodeName &name);
    QRectF workstation() const; // its pill; empty while nothing is asked from here

    const Theme &m_theme;
    bool m_caching = true;
    QSizeF m_room{880, 520};
    QList<CardFacts> m_cards;
    QList<LinkFacts> m_links;
    TopologyLayout m_layout;
    QMap<Core::NodeName, QPointF> m_moved;
    QHash<Core::NodeName, NodeItem *> m_nodeItems;
    QHash<QString, LinkItem *> m_linkItems;
    Thing m_selected;
    QGraphicsSimpleTextItem *m_carried = nullptr; // the chip under the pointer
};
} // namespace Gui
