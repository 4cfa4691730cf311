// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QAbstractScrollArea>

namespace Gui
{
// The legend of a plot with the value of each curve under the crosshair; a click or the space bar
// hides a curve and shows it again.
class CurveLegend : public QAbstractScrollArea
{
    Q_OBJECT
public:
    struct Entry {
        QString name;
        QColor color;
        Qt::PenStyle style = Qt::SolidLine;
        QString value; // empty: not known there
        QString range; // "12 MiB/s to 30 MiB/s", of a point that stands for many; may be empty
        bool shown = true;
        friend bool operator==(const Entry &, const Entry &) = default;
    };

    explicit CurveLegend(const Theme &theme, QWidget *parent = nullptr);
    void setEntries(const QList<Entry> &entries);
    const QList<Entry> &entries() const { return m_entries; }
    QSize sizeHint() const override { return {248, 120}; }

signals:
    void toggled(int entry);

protected:
    void paintEvent(QPaintEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    int entryAt(const QPoint &position) const;
    int topOf(int entry) const;
    int heightOf(const Entry &entry) const;
    void paintEntry(QPainter &painter, const Entry &entry, const QRectF &rect) const;
    void fitScrollBar();
    void describe(); // for screen readers

    const Theme &m_theme;
    QList<Entry> m_entries;
    int m_current = 0;
};
} // namespace Gui
