// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QStyledItemDelegate>

namespace Gui
{
// Cells of RowModel: tabular figures, the tone's sign before its word.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RowDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void drawParts(QPainter &painter, const QRect &room, Qt::Alignment alignment,
                   const QString &first, const QString &second) const;

    const Theme &m_theme;
};
} // namespace Gui
