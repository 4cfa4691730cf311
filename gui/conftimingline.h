// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/quorumtiming.h"
#include "gui/theme.h"

#include <QWidget>

namespace Gui
{
// The quorum disk's times against the token, on one number line from 0: when a node is declared
// dead, when a master is found, when the quorum is told, and the token that has to outlast them.
class ConfTimingLine : public QWidget
{
    Q_OBJECT
public:
    explicit ConfTimingLine(const Theme &theme, QWidget *parent = nullptr);
    void show(const std::optional<Core::QuorumTiming> &timing); // none: hidden
    QString sentence() const; // all of it in words, for a screen reader
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    struct Mark {
        std::chrono::milliseconds at;
        QString word;
    };
    QList<Mark> marks() const; // along the line, the token apart
    Tone tone() const;
    qreal placeOf(std::chrono::milliseconds time) const;
    void paintParts(QPainter &painter, qreal line) const;
    void paintMarks(QPainter &painter, qreal line) const;
    void paintToken(QPainter &painter, qreal line) const;

    const Theme &m_theme;
    std::optional<Core::QuorumTiming> m_timing;
};
} // namespace Gui
