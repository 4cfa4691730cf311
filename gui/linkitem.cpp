// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/linkitem.h"

#include "gui/tabular.h"

#include <QGraphicsSceneMouseEvent>
#include <QPainter>
#include <QPainterPathStroker>

namespace Gui
{
namespace
{
QPointF along(const QPointF &from, const QPointF &to, qreal part)
{
    return from + (to - from) * part;
}
} // namespace

LinkItem::LinkItem(const Theme &theme, LinkFacts facts)
    : m_theme(theme), m_facts(std::move(facts)), m_pulse([this] { update(); })
{
    setZValue(pipe() ? 1 : 0);
    describe();
}

void LinkItem::describe()
{
    QStringList lines{m_facts.label, m_facts.caption, m_facts.addresses, m_facts.wordA,
                      m_facts.wordB};
    lines.removeAll(QString());
    setToolTip(lines.join(u'\n'));
}

void LinkItem::setFacts(const LinkFacts &facts)
{
    if (facts == m_facts)
        return;
    const bool news = facts.tone != m_facts.tone || facts.wordA != m_facts.wordA
        || facts.wordB != m_facts.wordB || (facts.percent < 0) != (m_facts.percent < 0);
    prepareGeometryChange();
    m_facts = facts;
    describe();
    if (news)
        m_pulse.start(m_theme.reduceMotion());
    update();
}

void LinkItem::setPlace(const LinkPlace &place)
{
    if (place == m_place)
        return;
    prepareGeometryChange();
    m_place = place;
}

void LinkItem::setSelectedThing(const Thing &thing)
{
    const bool selected = thing == m_facts.thing;
    if (selected == m_selected)
        return;
    m_selected = selected;
    update();
}

QRectF LinkItem::boundingRect() const
{
    const qreal label = 120;
    const QRectF around(m_place.label - QPointF(label, 24), QSizeF(2 * label, 76));
    return m_place.path.boundingRect().adjusted(-16, -16, 16, 32) | around;
}

QPainterPath LinkItem::shape() const
{
    QPainterPath line;
    line.addPolygon(m_place.path);
    QPainterPathStroker stroker;
    stroker.setWidth(pipe() ? Grid::pipeWidth : 16);
    QPainterPath path = stroker.createStroke(line);
    path.addRect(QRectF(m_place.label - QPointF(64, 12), QSizeF(128, 24)));
    return path;
}

void LinkItem::mousePressEvent(QGraphicsSceneMouseEvent *)
{
    emit picked(m_facts.thing);
}

void LinkItem::mouseDoubleClickEvent(QGraphicsSceneMouseEvent *)
{
    emit opened(m_facts.thing);
}

qreal LinkItem::room() const
{
    return m_place.path.isEmpty() ? 0 : QLineF(m_place.path.first(), m_place.path.last()).length();
}

void LinkItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_place.path.size() < 2)
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    if (pipe())
        paintPipe(*painter);
    else
        paintLine(*painter);
}

// ---- lines

void LinkItem::paintHalf(QPainter &painter, Tone tone, bool first) const
{
    const qreal width = m_selected ? 3.5 : 2.5;
    QPen pen = tonePen(m_theme.colors(), tone, width);
    if (m_facts.kind == Core::LinkKind::Ipmi) { // a path for commands, not for data: dashed always
        pen.setWidthF(m_selected ? 2.5 : 1.5);
        pen.setDashPattern({3, 3});
    }
    painter.setPen(pen);
    if (m_place.path.size() > 2) {
        painter.drawPolyline(m_place.path);
        return;
    }
    const QPointF middle = along(m_place.path.first(), m_place.path.last(), 0.5);
    if (first)
        painter.drawLine(m_place.path.first(), middle);
    else
        painter.drawLine(middle, m_place.path.last());
}

void LinkItem::paintLine(QPainter &painter) const
{
    const Tokens &c = m_theme.colors();
    if (const qreal strength = m_pulse.strength(); strength > 0) {
        QColor glow = toneColor(c, m_facts.tone);
        glow.setAlphaF(float(strength * 0.4));
        painter.setPen(QPen(glow, 10, Qt::SolidLine, Qt::FlatCap));
        painter.drawPolyline(m_place.path);
    }
    painter.setBrush(Qt::NoBrush);
    paintHalf(painter, m_facts.toneA, true);
    if (m_place.path.size() == 2)
        paintHalf(painter, m_facts.toneB, false);
    paintLineLabel(painter);
    if (m_facts.kind == Core::LinkKind::ClusterNetwork)
        paintAddresses(painter, 10);
    if (!m_facts.wordA.isEmpty())
        paintEndWords(painter, 8);
}

void LinkItem::paintLineLabel(QPainter &painter) const
{
    const Tokens &c = m_theme.colors();
    const bool bad = m_facts.tone == Tone::Bad || m_facts.tone == Tone::Warning;
    painter.setFont(m_theme.font(TextSize::Small, bad));
    const bool slanted = m_facts.kind == Core::LinkKind::Iscsi;
    const qreal most = slanted ? 160 : std::max(48.0, room() - 48);
    const qreal width
        = std::min(most, tabularWidth(QFontMetricsF(painter.font()), m_facts.label) + 16);
    const QRectF box(m_place.label - QPointF(width / 2, 10), QSizeF(width, 20));
    if (!slanted)
        painter.fillRect(box, c.panel);
    painter.setPen(bad ? toneColor(c, m_facts.tone) : c.muted);
    drawTabular(painter, box.adjusted(4, 0, -4, 0), Qt::AlignHCenter | Qt::AlignVCenter,
                m_facts.label);
}

// The two words of ends that disagree, each beside its own machine, above the line.
void LinkItem::paintEndWords(QPainter &painter, qreal up) const
{
    const Tokens &c = m_theme.colors();
    const bool aLeft = m_place.path.first().x() <= m_place.path.last().x();
    const QPointF left = aLeft ? m_place.path.first() : m_place.path.last();
    const QPointF right = aLeft ? m_place.path.last() : m_place.path.first();
    const qreal half = (right.x() - left.x()) / 2 - 12;
    painter.setFont(m_theme.font(TextSize::Small, true));
    painter.setPen(toneColor(c, aLeft ? m_facts.toneA : m_facts.toneB));
    drawTabular(painter, QRectF(left.x() + 8, left.y() - up - 16, half, 16),
                Qt::AlignLeft | Qt::AlignVCenter, aLeft ? m_facts.wordA : m_facts.wordB);
    painter.setPen(toneColor(c, aLeft ? m_facts.toneB : m_facts.toneA));
    drawTabular(painter, QRectF(right.x() - 8 - half, right.y() - up - 16, half, 16),
                Qt::AlignRight | Qt::AlignVCenter, aLeft ? m_facts.wordB : m_facts.wordA);
}

// ---- pipes

void LinkItem::paintBand(QPainter &painter, const QPointF &from, const QPointF &to, Tone tone) const
{
    const Tokens &c = m_theme.colors();
    painter.setPen(QPen(toneFill(c, tone), Grid::pipeWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(from, to);
    if (tone == Tone::Unknown) {
        painter.setPen(QPen(hatch(c), Grid::pipeWidth, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(from, to);
    }
}

void LinkItem::paintPipe(QPainter &painter) const
{
    const QPointF a = m_place.path.first();
    const QPointF b = m_place.path.last();
    if (m_facts.percent >= 0) { // filled from the side that gives
        const bool fromA = m_facts.flow != Flow::FromB;
        const QPointF start = fromA ? a : b;
        const QPointF end = fromA ? b : a;
        const QPointF filled = along(start, end, m_facts.percent / 100);
        paintBand(painter, filled, end, Tone::Neutral);
        paintBand(painter, start, filled, m_facts.tone);
    } else {
        paintBand(painter, a, along(a, b, 0.5), m_facts.toneA);
        paintBand(painter, along(a, b, 0.5), b, m_facts.toneB);
    }
    if (m_facts.wordA.isEmpty()) {
        paintArrow(painter);
        paintPill(painter);
    } else {
        paintEndWords(painter, -8);
    }
    paintCaption(painter);
}

void LinkItem::paintArrow(QPainter &painter) const
{
    const Tokens &c = m_theme.colors();
    const QPointF a = m_place.path.first();
    const QPointF b = m_place.path.last();
    const QLineF line = m_facts.flow == Flow::FromB ? QLineF(b, a) : QLineF(a, b);
    const QPointF step = (line.p2() - line.p1()) / line.length();
    painter.setPen(tonePen(c, m_facts.tone, 2));
    painter.drawLine(line.p1() + step * 8, line.p2() - step * 8);
    if (m_facts.flow == Flow::None)
        return;
    const QPointF tip = line.p2() - step * 6;
    const QPointF side(-step.y() * 5, step.x() * 5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(c, m_facts.tone));
    painter.drawPolygon(QPolygonF({tip, tip - step * 10 + side, tip - step * 10 - side}));
}

void LinkItem::paintPill(QPainter &painter) const
{
    const Tokens &c = m_theme.colors();
    const QColor color = toneColor(c, m_facts.tone);
    painter.setFont(m_theme.font(TextSize::Small, true));
    const qreal wanted = tabularWidth(QFontMetricsF(painter.font()), m_facts.label) + 20;
    const qreal width = std::min(std::max(48.0, room() - 24), wanted);
    const QRectF pill(m_place.label - QPointF(width / 2, 10), QSizeF(width, 20));
    if (const qreal strength = m_pulse.strength(); strength > 0) {
        QColor glow = color;
        glow.setAlphaF(float(strength * 0.5));
        painter.setPen(QPen(glow, 6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(pill.adjusted(-2, -2, 2, 2), 12, 12);
    }
    painter.setPen(QPen(m_selected ? c.focus : color, m_selected ? 2 : 1.2));
    painter.setBrush(c.panel);
    painter.drawRoundedRect(pill, 10, 10);
    painter.setPen(color);
    drawTabular(painter, pill.adjusted(8, 0, -8, 0), Qt::AlignHCenter | Qt::AlignVCenter,
                m_facts.label);
}

void LinkItem::paintCaption(QPainter &painter) const
{
    const Tokens &c = m_theme.colors();
    painter.setFont(m_theme.font(TextSize::Small));
    painter.setPen(m_facts.tone == Tone::Ok ? c.muted : toneColor(c, m_facts.tone));
    const qreal width = std::max(120.0, room() - 12);
    const QRectF box(m_place.label + QPointF(-width / 2, 14), QSizeF(width, 34));
    const qreal wanted = tabularWidth(QFontMetricsF(painter.font()), m_facts.caption);
    if (wanted <= width) {
        drawTabular(painter, box.adjusted(0, 2, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
                    m_facts.caption);
        paintAddresses(painter, 30);
    } else {
        painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_facts.caption);
    }
}

// Whole or not at all: half an address is none.
void LinkItem::paintAddresses(QPainter &painter, qreal below) const
{
    painter.setFont(m_theme.font(TextSize::Small));
    painter.setPen(m_theme.colors().muted);
    const QRectF box(m_place.label + QPointF(-room() / 2, below), QSizeF(room(), 18));
    if (tabularWidth(QFontMetricsF(painter.font()), m_facts.addresses) <= room() - 8)
        drawTabular(painter, box, Qt::AlignHCenter | Qt::AlignVCenter, m_facts.addresses);
}
} // namespace Gui
