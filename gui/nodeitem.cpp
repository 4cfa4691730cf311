// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/nodeitem.h"

#include "gui/tabular.h"
#include "gui/topologylayout.h"

#include <QApplication>
#include <QGraphicsScene>
#include <QGraphicsSceneMouseEvent>
#include <QStyleOptionGraphicsItem>

namespace Gui
{
NodeItem::NodeItem(const Theme &theme, CardFacts facts)
    : m_theme(theme), m_facts(std::move(facts)), m_pulse([this] { update(); })
{
    describe();
    setFlag(ItemIsMovable);
    setFlag(ItemSendsGeometryChanges);
    setFlag(ItemUsesExtendedStyleOption); // for the part that is to be painted
    setZValue(2);
}

// What may be cut for lack of room is whole in the tool tip.
void NodeItem::describe()
{
    QStringList lines{QStringLiteral("%1 · %2").arg(m_facts.title, m_facts.word)};
    lines << m_facts.reason << m_facts.lines << m_facts.views;
    for (const ChipFacts &chip : std::as_const(m_facts.chips))
        lines << (chip.note.isEmpty() ? chip.text
                                      : QStringLiteral("%1 · %2").arg(chip.text, chip.note));
    lines << m_facts.bmc;
    lines.removeAll(QString());
    setToolTip(lines.join(u'\n'));
}

bool NodeItem::setFacts(const CardFacts &facts)
{
    if (facts == m_facts)
        return false;
    const bool news = facts.tone != m_facts.tone || facts.word != m_facts.word
        || facts.views.size() != m_facts.views.size() || facts.chips != m_facts.chips
        || facts.bmcTone != m_facts.bmcTone;
    const QRectF part = changedPart(facts);
    m_facts = facts;
    describe();
    if (news)
        m_pulse.start(m_theme.reduceMotion());
    update(part);
    return true;
}

// A card of which only an age moved is not painted as a whole each second.
QRectF NodeItem::changedPart(const CardFacts &facts) const
{
    CardFacts like = facts;
    like.bmc = m_facts.bmc;
    if (like == m_facts && !facts.bmc.isEmpty() && !m_facts.bmc.isEmpty())
        return bmcRect();
    like.bmc = facts.bmc;
    like.lines = m_facts.lines;
    return like == m_facts && facts.lines.size() == m_facts.lines.size() ? linesRect() : QRectF();
}

void NodeItem::setSize(const QSizeF &size)
{
    if (size == m_size)
        return;
    prepareGeometryChange();
    m_size = size;
}

void NodeItem::setSelectedThing(const Thing &thing)
{
    if (thing == m_selected)
        return;
    m_selected = thing;
    update();
}

QRectF NodeItem::boundingRect() const
{
    return QRectF(QPointF(), m_size).adjusted(-6, -6, 6, 6);
}

qreal NodeItem::chipsTop() const
{
    return Grid::padding + Grid::titleHeight + 8 + reasonHeight(m_facts)
        + Grid::lineHeight * qreal(m_facts.lines.size() + m_facts.views.size());
}

QRectF NodeItem::linesRect() const
{
    const qreal top = Grid::padding + Grid::titleHeight;
    return {Grid::padding, top, m_size.width() - 2 * Grid::padding, chipsTop() - 8 - top};
}

QRectF NodeItem::chipRect(int index) const
{
    const qreal top = chipsTop() + (Grid::chipHeight + Grid::chipGap) * index;
    return {12, top, m_size.width() - 24, Grid::chipHeight};
}

QRectF NodeItem::bmcRect() const
{
    return {12, m_size.height() - 12 - Grid::chipHeight, m_size.width() - 24, Grid::chipHeight};
}

Thing NodeItem::thingAt(const QPointF &position) const
{
    for (int i = 0; i < m_facts.chips.size(); ++i) {
        if (chipRect(i).contains(position))
            return guestThing(m_facts.chips[i].id);
    }
    return machineThing(m_facts.name);
}

void NodeItem::mousePressEvent(QGraphicsSceneMouseEvent *event)
{
    const Thing thing = thingAt(event->pos());
    emit picked(thing);
    m_chipPressed = thing.kind == ThingKind::Guest ? thing.id.toInt() : 0;
    m_chipCarried = false;
    QGraphicsObject::mousePressEvent(event);
}

// A chip is dragged apart from its card.
void NodeItem::mouseMoveEvent(QGraphicsSceneMouseEvent *event)
{
    if (m_chipPressed == 0)
        return QGraphicsObject::mouseMoveEvent(event);
    const QPoint moved = event->screenPos() - event->buttonDownScreenPos(Qt::LeftButton);
    m_chipCarried = m_chipCarried || moved.manhattanLength() >= QApplication::startDragDistance();
    if (m_chipCarried)
        emit chipCarried(m_chipPressed, event->scenePos());
}

void NodeItem::mouseReleaseEvent(QGraphicsSceneMouseEvent *event)
{
    const int guest = std::exchange(m_chipPressed, 0);
    QGraphicsObject::mouseReleaseEvent(event);
    if (guest != 0 && std::exchange(m_chipCarried, false))
        emit chipDropped(guest, event->scenePos());
}

void NodeItem::mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event)
{
    emit opened(thingAt(event->pos()));
}

QVariant NodeItem::itemChange(GraphicsItemChange change, const QVariant &value)
{
    if (change == ItemPositionChange && scene() && scene()->mouseGrabberItem() == this) {
        const QPointF to = value.toPointF(); // stays on the grid
        return QPointF(qRound(to.x() / 4) * 4, qRound(to.y() / 4) * 4);
    }
    if (change == ItemPositionHasChanged && scene() && scene()->mouseGrabberItem() == this)
        emit dragged();
    return QGraphicsObject::itemChange(change, value);
}

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const QRectF &part = option->exposedRect;
    painter->setRenderHint(QPainter::Antialiasing);
    paintFrame(*painter);
    if (part.top() < linesRect().top())
        paintHead(*painter);
    if (part.intersects(linesRect()))
        paintLines(*painter);
    for (int i = 0; i < m_facts.chips.size(); ++i) {
        if (part.intersects(chipRect(i)))
            paintChip(*painter, m_facts.chips[i], chipRect(i));
    }
    if (!m_facts.bmc.isEmpty() && part.intersects(bmcRect()))
        paintBmc(*painter);
}

void NodeItem::paintFrame(QPainter &painter) const
{
    const Tokens &c = m_theme.colors();
    const QRectF frame = QRectF(QPointF(), m_size).adjusted(0.5, 0.5, -0.5, -0.5);
    if (const qreal strength = m_pulse.strength(); strength > 0) {
        QColor glow = toneColor(c, m_facts.tone);
        glow.setAlphaF(float(strength * 0.5));
        painter.setPen(QPen(glow, 6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), 12, 12);
    }
    const bool selected = m_selected == machineThing(m_facts.name);
    painter.setPen(selected ? QPen(c.focus, 2) : QPen(c.border, 1));
    painter.setBrush(c.card);
    painter.drawRoundedRect(frame, 10, 10);
    if (m_facts.stale) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(hatch(c));
        painter.drawRoundedRect(frame, 10, 10);
    }
}

void NodeItem::paintHead(QPainter &painter) const
{
    const Tokens &c = m_theme.colors();
    const QRectF row(Grid::padding, 12, m_size.width() - 2 * Grid::padding, Grid::titleHeight);
    paintSign(painter, c, m_facts.tone, QRectF(row.left(), row.top() + 3, 18, 18));
    painter.setFont(m_theme.font(TextSize::Small, true));
    painter.setPen(toneColor(c, m_facts.tone));
    const qreal word = tabularWidth(QFontMetricsF(painter.font()), m_facts.word);
    drawTabular(painter, row, Qt::AlignRight | Qt::AlignVCenter, m_facts.word);
    painter.setFont(m_theme.font(TextSize::Title, true));
    painter.setPen(c.text);
    drawTabular(painter, row.adjusted(28, 0, -word - 8, 0), Qt::AlignLeft | Qt::AlignVCenter,
                m_facts.title);
}

void NodeItem::paintLines(QPainter &painter) const
{
    const Tokens &c = m_theme.colors();
    QRectF row = linesRect();
    row.setHeight(Grid::lineHeight);
    painter.setFont(m_theme.font(TextSize::Small));
    painter.setPen(c.muted);
    if (!m_facts.reason.isEmpty()) {
        const QRectF room(row.topLeft(), QSizeF(row.width(), reasonHeight(m_facts)));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_facts.reason);
        row.translate(0, room.height());
    }
    for (const QString &line : m_facts.lines) {
        drawTabular(painter, row, Qt::AlignLeft | Qt::AlignVCenter, line);
        row.translate(0, Grid::lineHeight);
    }
    painter.setPen(m_facts.views.size() > 1 ? c.warning : c.text);
    for (const QString &view : m_facts.views) {
        drawTabular(painter, row, Qt::AlignLeft | Qt::AlignVCenter, view);
        row.translate(0, Grid::lineHeight);
    }
}

void NodeItem::paintLamp(QPainter &painter, Tone tone, const QPointF &center) const
{
    const QColor color = toneColor(m_theme.colors(), tone);
    const bool filled = tone == Tone::Ok || tone == Tone::Bad || tone == Tone::Warning;
    painter.setPen(QPen(color, 1.5, tone == Tone::Unknown ? Qt::DotLine : Qt::SolidLine));
    painter.setBrush(filled ? QBrush(color) : QBrush(Qt::NoBrush));
    if (tone == Tone::Bad)
        painter.drawRect(QRectF(center - QPointF(4, 4), QSizeF(8, 8)));
    else
        painter.drawEllipse(center, 4.5, 4.5);
}

void NodeItem::paintMark(QPainter &painter, const QRectF &chip) const
{
    const Tokens &c = m_theme.colors();
    const QRectF mark(chip.right() - 40, chip.top() + 5, 32, chip.height() - 10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.linkFill);
    painter.drawRoundedRect(mark, 9, 9);
    painter.setPen(c.link);
    painter.setFont(m_theme.font(TextSize::Small, true));
    painter.drawText(mark, Qt::AlignCenter, tr("HA"));
}

void NodeItem::paintChip(QPainter &painter, const ChipFacts &chip, const QRectF &rect) const
{
    const Tokens &c = m_theme.colors();
    const bool selected = m_selected == guestThing(chip.id);
    painter.setPen(selected ? QPen(c.focus, 2) : QPen(c.border, 1));
    painter.setBrush(c.panel);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (chip.tone == Tone::Unknown) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(hatch(c));
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    paintLamp(painter, chip.tone, QPointF(rect.left() + 14, rect.center().y()));
    if (chip.highlyAvailable)
        paintMark(painter, rect);
    QRectF room = rect.adjusted(28, 0, chip.highlyAvailable ? -48 : -12, 0);
    painter.setFont(m_theme.font(TextSize::Body));
    painter.setPen(c.text);
    drawTabular(painter, room, Qt::AlignLeft | Qt::AlignVCenter, chip.text);
    room.setLeft(room.left() + tabularWidth(QFontMetricsF(painter.font()), chip.text) + 8);
    if (room.width() < 24)
        return;
    painter.setFont(m_theme.font(TextSize::Small));
    painter.setPen(chip.tone == Tone::Ok ? c.muted : toneColor(c, chip.tone));
    const bool fits = tabularWidth(QFontMetricsF(painter.font()), chip.note) <= room.width();
    drawTabular(painter, room, Qt::AlignRight | Qt::AlignVCenter,
                fits || chip.brief.isEmpty() ? chip.note : chip.brief);
}

void NodeItem::paintBmc(QPainter &painter) const
{
    const Tokens &c = m_theme.colors();
    const QRectF rect = bmcRect();
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.sunken);
    painter.drawRoundedRect(rect, 6, 6);
    paintLamp(painter, m_facts.bmcTone, QPointF(rect.left() + 14, rect.center().y()));
    painter.setFont(m_theme.font(TextSize::Small));
    painter.setPen(c.muted);
    drawTabular(painter, rect.adjusted(28, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter,
                m_facts.bmc);
}
} // namespace Gui
