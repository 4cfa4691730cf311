// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/replaycontrol.h"
#include "gui/theme.h"

#include <QFrame>
#include <QPointer>
#include <QSlider>

class QComboBox;
class QLabel;
class QPushButton;

namespace Gui
{
// The span of a recording with its gaps; in tenths of a second.
class ReplaySlider : public QSlider
{
    Q_OBJECT
public:
    explicit ReplaySlider(const Theme &theme, QWidget *parent = nullptr);
    void show(const ReplayState &state);
    QSize sizeHint() const override { return {240, 28}; }

signals:
    void seekWanted(std::chrono::milliseconds position);

protected:
    void paintEvent(QPaintEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    double xOf(std::chrono::milliseconds position) const;
    void seekTo(double x);

    const Theme &m_theme;
    ReplayState m_state;
    bool m_telling = false;
};

// Says that a recording is shown and nothing can be done, and plays it.
class ReplayBar : public QFrame
{
    Q_OBJECT
public:
    explicit ReplayBar(const Theme &theme, QWidget *parent = nullptr);
    void setControl(ReplayControl *control); // null: no recording, the bar hides
    void retranslate();
    void restyle();

private:
    void buildRow();
    void refresh();
    QString sentence(const ReplayState &state) const;

    const Theme &m_theme;
    QPointer<ReplayControl> m_control;
    QLabel *m_title;
    QLabel *m_note;
    QPushButton *m_play;
    QComboBox *m_speed;
    ReplaySlider *m_slider;
    QLabel *m_clock;
};
} // namespace Gui
