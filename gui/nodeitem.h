// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/cardfacts.h"
#include "gui/pulse.h"
#include "gui/theme.h"

#include <QGraphicsObject>

namespace Gui
{
// A machine's card. Paints facts and nothing else; a change of its state pulses once.
class NodeItem : public QGraphicsObject
{
    Q_OBJECT
public:
    NodeItem(const Theme &theme, CardFacts facts);

    const CardFacts &facts() const { return m_facts; }
    bool setFacts(const CardFacts &facts); // false: nothing changed
    void setSize(const QSizeF &size);
    void setSelectedThing(const Thing &thing);
    Thing thingAt(const QPointF &position) const; // the chip there, or the machine

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *) override;

signals:
    void picked(const Gui::Thing &thing);
    void opened(const Gui::Thing &thing); // double click
    void dragged(); // by a person: position() changed
    // A guest's chip is carried over the scene, and let go there.
    void chipCarried(int guest, const QPointF &scenePosition);
    void chipDropped(int guest, const QPointF &scenePosition);

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event) override;
    QVariant itemChange(GraphicsItemChange change, const QVariant &value) override;

private:
    void describe();
    QRectF changedPart(const CardFacts &facts) const; // null: more than an age or a time
    QRectF linesRect() const;
    QRectF chipRect(int index) const;
    QRectF bmcRect() const;
    qreal chipsTop() const;
    void paintFrame(QPainter &painter) const;
    void paintHead(QPainter &painter) const;
    void paintLines(QPainter &painter) const;
    void paintChip(QPainter &painter, const ChipFacts &chip, const QRectF &rect) const;
    void paintMark(QPainter &painter, const QRectF &chip) const;
    void paintBmc(QPainter &painter) const;
    void paintLamp(QPainter &painter, Tone tone, const QPointF &center) const;

    const Theme &m_theme;
    CardFacts m_facts;
    QSizeF m_size;
    Thing m_selected;
    int m_chipPressed = 0; // the guest under the button; 0: none
    bool m_chipCarried = false;
    Pulse m_pulse;
};
} // namespace Gui
