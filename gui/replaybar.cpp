// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replaybar.h"

#include "gui/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>

#include <array>

namespace Gui
{
using Milliseconds = std::chrono::milliseconds;

namespace
{
constexpr std::array speeds{0.5, 1.0, 2.0, 5.0, 10.0, 60.0, 300.0};
constexpr int normalSpeed = 1;
constexpr int handle = 6; // radius
constexpr int tenth = 100; // ms
} // namespace

ReplaySlider::ReplaySlider(const Theme &theme, QWidget *parent)
    : QSlider(Qt::Horizontal, parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSingleStep(10 * 1000 / tenth);
    setPageStep(60 * 1000 / tenth);
    connect(this, &QSlider::valueChanged, this, [this](int value) { // by keys
        if (!m_telling)
            emit seekWanted(Milliseconds(qint64(value) * tenth));
    });
}

void ReplaySlider::show(const ReplayState &state)
{
    m_state = state;
    m_telling = true;
    setRange(0, int(state.duration.count() / tenth));
    setValue(int(state.position.count() / tenth));
    m_telling = false;
    update();
}

double ReplaySlider::xOf(Milliseconds position) const
{
    const double length = std::max<double>(1, double(m_state.duration.count()));
    return handle + double(position.count()) / length * (width() - 2 * handle);
}

void ReplaySlider::seekTo(double x)
{
    const double share = std::clamp((x - handle) / std::max(1, width() - 2 * handle), 0.0, 1.0);
    emit seekWanted(Milliseconds(qint64(share * double(m_state.duration.count()))));
}

void ReplaySlider::paintEvent(QPaintEvent *)
{
    const Tokens &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0;
    const QRectF track(handle, y - 3, width() - 2 * handle, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.border);
    painter.drawRoundedRect(track, 3, 3);
    const double at = xOf(m_state.position);
    painter.setBrush(colors.link);
    painter.drawRoundedRect(QRectF(track.left(), track.top(), at - track.left(), 6), 3, 3);
    for (const auto &[from, to] : m_state.gaps) {
        const QRectF gap(xOf(from), y - 7, std::max(2.0, xOf(to) - xOf(from)), 14);
        painter.fillRect(gap, colors.panel);
        painter.fillRect(gap, hatch(colors));
    }
    painter.setBrush(colors.panel);
    painter.setPen(QPen(hasFocus() ? colors.focus : colors.link, hasFocus() ? 3 : 2));
    painter.drawEllipse(QPointF(at, y), handle, handle);
}

void ReplaySlider::mousePressEvent(QMouseEvent *event)
{
    setSliderDown(true);
    seekTo(event->position().x());
}

void ReplaySlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        seekTo(event->position().x());
}

void ReplaySlider::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
}

ReplayBar::ReplayBar(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_title(new QLabel(this)), m_note(new QLabel(this)),
      m_play(new QPushButton(this)), m_speed(new QComboBox(this)),
      m_slider(new ReplaySlider(theme, this)), m_clock(new QLabel(this))
{
    setObjectName(QStringLiteral("replayBar"));
    buildRow();
    connect(m_play, &QPushButton::clicked, this, [this](bool playing) {
        if (m_control)
            m_control->setPlaying(playing);
    });
    connect(m_speed, &QComboBox::activated, this, [this](int index) {
        if (m_control)
            m_control->setSpeed(speeds[size_t(index)]);
    });
    connect(m_slider, &ReplaySlider::seekWanted, this, [this](Milliseconds position) {
        if (m_control)
            m_control->seek(position);
    });
    retranslate();
    hide();
}

void ReplayBar::buildRow()
{
    m_title->setProperty("role", QStringLiteral("title"));
    m_note->setProperty("role", QStringLiteral("muted"));
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_play->setCheckable(true);
    m_play->setMinimumWidth(88);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(16);
    upper->addWidget(m_title);
    upper->addWidget(m_note, 1);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(8);
    lower->addWidget(m_play);
    lower->addWidget(m_speed);
    lower->addWidget(m_slider, 1);
    lower->addWidget(m_clock);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 8, 16, 8);
    rows->setSpacing(4);
    rows->addLayout(upper);
    rows->addLayout(lower);
}

void ReplayBar::setControl(ReplayControl *control)
{
    if (control == m_control)
        return;
    if (m_control)
        disconnect(m_control, nullptr, this, nullptr);
    m_control = control;
    setVisible(control != nullptr);
    if (control)
        connect(control, &ReplayControl::changed, this, &ReplayBar::refresh);
    refresh();
}

void ReplayBar::retranslate()
{
    m_speed->clear();
    for (const double speed : speeds)
        m_speed->addItem(tr("× %1").arg(QLocale().toString(speed)));
    m_speed->setAccessibleName(tr("Speed"));
    m_play->setAccessibleName(tr("Play"));
    m_slider->setAccessibleName(tr("Position in the recording"));
    m_slider->setToolTip(tr("Hatched: nothing was recorded then"));
    refresh();
}

void ReplayBar::restyle()
{
    m_slider->update();
}

QString ReplayBar::sentence(const ReplayState &state) const
{
    QStringList parts{tr("Nothing can be done to the cluster from here.")};
    if (!state.complete)
        parts << tr("The file was cut short: this is what is there.");
    if (!state.curvesReady)
        parts << tr("The curves are being made.");
    return parts.join(u' ');
}

void ReplayBar::refresh()
{
    if (!m_control)
        return;
    const ReplayState state = m_control->state();
    m_title->setText(tr("Recording"));
    m_title->setToolTip(state.file);
    m_note->setText(sentence(state));
    m_note->setToolTip(sentence(state));
    m_play->setChecked(state.playing);
    m_play->setText(state.playing ? tr("Pause") : tr("Play"));
    m_play->setAccessibleName(m_play->text());
    const auto speed = std::find(speeds.begin(), speeds.end(), state.speed);
    m_speed->setCurrentIndex(speed == speeds.end() ? normalSpeed : int(speed - speeds.begin()));
    m_slider->show(state);
    const QDateTime now = state.started.addMSecs(state.position.count());
    m_clock->setText(tr("%1, %2 of %3")
                         .arg(QLocale().toString(now.toLocalTime().date(), tr("d MMM yyyy")) + u' '
                                  + Words::clock(now),
                              Core::durationText(state.position),
                              Core::durationText(state.duration)));
}
} // namespace Gui
