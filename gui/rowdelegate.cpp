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
        // A long first part takes two lines where the row has three.
        const bool broken = room.height() >= threeLines
            && tabularWidth(QFontMetricsF(painter->font()), text.left(second)) > room.width();
        QRect upper(room.left(), room.center().y() - twoLines / 2, room.width(), twoLines / 2);
        if (broken) {
            upper.translate(0, -twoLines / 4);
            painter->drawText(upper.adjusted(0, 0, 0, twoLines / 2),
                              int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextWordWrap,
                              text.left(second));
            upper.translate(0, twoLines / 2);
        } else {
            drawTabular(*painter, upper, alignment, text.left(second));
        }
        painter->setPen(c.muted);
        painter->setFont(m_theme.font(TextSize::Small));
        drawTabular(*painter, upper.translated(0, twoLines / 2), alignment, text.mid(second + 1));
    } else if (room.height() >= twoLines
               && tabularWidth(QFontMetricsF(painter->font()), text) > room.width())
        painter->drawText(room, int(alignment) | Qt::TextWordWrap, text);
    else
        drawTabular(*painter, room, alignment, text);
    if (option.state & QStyle::State_HasFocus && selected) {
        painter->setPen(QPen(c.focus, 1));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    painter->restore();
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
