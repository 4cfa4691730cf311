// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/lanehistory.h"
#include "gui/theme.h"

#include <QWidget>

namespace Gui
{
// The lanes of what was seen since the window was opened, on an axis that ends now.
class Timeline : public QWidget
{
    Q_OBJECT
public:
    explicit Timeline(const Theme &theme, QWidget *parent = nullptr);
    // `history` stays its owner's and must outlive the display; null: nothing to show. What
    // changed is painted at once, the mere passing of time every few seconds.
    void show(const LaneHistory *history, const QDateTime &now);
    void setRange(std::chrono::minutes range); // width of the axis
    std::chrono::minutes range() const { return m_range; }
    QSize minimumSizeHint() const override;

signals:
    void picked(const Gui::Thing &thing);

protected:
    void paintEvent(QPaintEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override; // tool tips

private:
    qreal xOf(const QDateTime &time) const;
    QRectF axis() const;
    qreal laneStep() const; // less when there are many lanes
    QRectF laneRect(int index) const;
    int laneAt(const QPointF &position) const;
    QDateTime start() const;
    void paintGrid(QPainter &painter) const;
    void paintLane(QPainter &painter, const Lane &lane, const QRectF &rect) const;
    void paintNow(QPainter &painter) const;

    const Theme &m_theme;
    const LaneHistory *m_history = nullptr;
    quint64 m_revision = 0; // of the history that is painted
    QDateTime m_now;
    std::chrono::minutes m_range{10};
};
} // namespace Gui
