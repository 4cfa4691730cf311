// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/linkfacts.h"
#include "gui/pulse.h"
#include "gui/theme.h"
#include "gui/topologylayout.h"

#include <QGraphicsObject>

namespace Gui
{
// A link of the picture: a line, or a pipe for a DRBD resource. Each half is drawn as its own end
// tells it, so that two ends that disagree look like it.
class LinkItem : public QGraphicsObject
{
    Q_OBJECT
public:
    LinkItem(const Theme &theme, LinkFacts facts);

    const LinkFacts &facts() const { return m_facts; }
    void setFacts(const LinkFacts &facts);
    void setPlace(const LinkPlace &place);
    void setSelectedThing(const Thing &thing);

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

signals:
    void picked(const Gui::Thing &thing);
    void opened(const Gui::Thing &thing);

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event) override;

private:
    void describe();
    bool pipe() const { return m_facts.kind == Core::LinkKind::Replication; }
    qreal room() const; // length of the straight link
    void paintLine(QPainter &painter) const;
    void paintHalf(QPainter &painter, Tone tone, bool first) const;
    void paintLineLabel(QPainter &painter) const;
    void paintEndWords(QPainter &painter, qreal up) const;
    void paintPipe(QPainter &painter) const;
    void paintBand(QPainter &painter, const QPointF &from, const QPointF &to, Tone tone) const;
    void paintArrow(QPainter &painter) const;
    void paintPill(QPainter &painter) const;
    void paintCaption(QPainter &painter) const;
    void paintAddresses(QPainter &painter, qreal below) const;

    const Theme &m_theme;
    LinkFacts m_facts;
    LinkPlace m_place;
    bool m_selected = false;
    Pulse m_pulse;
};
} // namespace Gui
