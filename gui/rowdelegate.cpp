// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rowdelegate.h"

#include "gui/rowmodel.h"
#include "gui/tabular.h"

namespace Gui
{
namespace
{
constexpr int margin = 8;
constexpr int signWidth = 16 + 8;
constexpr int twoLines = 36; // of a row that was made tall for them
constexpr int threeLines = 54;
constexpr int oneLine = twoLines / 2;

void drawBroken(QPainter &painter, const QRect &room, const QString &text)
{
    painter.drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextWordWrap, text);
}

bool fits(const QFont &font, const QRect &room, const QString &text)
{
    return tabularWidth(QFontMetricsF(font), text) <= room.width();
}
} // namespace

RowDelegate::RowDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const Tokens &c = m_theme.colors();
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    if (selected)
        painter->fillRect(option.rect, c.linkFill);
    QRect room = option.rect.adjusted(margin, 0, -margin, 0);
    const auto tone = Tone(index.data(ToneRole).toInt());
    if (index.data(SignRole).toBool()) {
        const QPixmap sign = toneSign(c, tone, 16, painter->device()->devicePixelRatioF());
        painter->drawPixmap(room.left(), room.center().y() - 7, sign);
        room.setLeft(room.left() + signWidth);
    }
    const bool muted = index.data(MutedRole).toBool();
    painter->setFont(m_theme.font(TextSize::Body));
    painter->setPen(muted ? c.muted : c.text);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QString text = index.data(Qt::DisplayRole).toString();
    const qsizetype second = text.indexOf(u'\n');
    if (second >= 0 && room.height() >= twoLines) {
        drawParts(*painter, room, alignment, text.left(second), text.mid(second + 1));
    } else if (room.height() >= twoLines && !fits(painter->font(), room, text))
        painter->drawText(room, int(alignment) | Qt::TextWordWrap, text);
    else
        drawTabular(*painter, room, alignment, text);
    if (option.state & QStyle::State_HasFocus && selected) {
        painter->setPen(QPen(c.focus, 1));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    painter->restore();
}

// Where the row has room for three lines, the part that is too long for one takes two: the first
// before the second.
void RowDelegate::drawParts(QPainter &painter, const QRect &room, Qt::Alignment alignment,
                            const QString &first, const QString &second) const
{
    const QFont small = m_theme.font(TextSize::Small);
    const bool three = room.height() >= threeLines;
    const bool firstBroken = three && !fits(painter.font(), room, first);
    const bool secondBroken = three && !firstBroken && !fits(small, room, second);
    const int lines = firstBroken || secondBroken ? 3 : 2;
    const QRect upper(room.left(), room.center().y() - lines * oneLine / 2, room.width(),
                      firstBroken ? 2 * oneLine : oneLine);
    if (firstBroken)
        drawBroken(painter, upper, first);
    else
        drawTabular(painter, upper, alignment, first);
    painter.setPen(m_theme.colors().muted);
    painter.setFont(small);
    const QRect lower(room.left(), upper.bottom() + 1, room.width(),
                      secondBroken ? 2 * oneLine : oneLine);
    if (secondBroken)
        drawBroken(painter, lower, second);
    else
        drawTabular(painter, lower, alignment, second);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetricsF metrics(m_theme.font(TextSize::Body));
    qreal text = 0;
    for (const QString &line : index.data(Qt::DisplayRole).toString().split(u'\n'))
        text = std::max(text, tabularWidth(metrics, line));
    const int sign = index.data(SignRole).toBool() ? signWidth : 0;
    return {int(text) + 1 + sign + 2 * margin, 26};
}
} // namespace Gui
