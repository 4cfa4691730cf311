// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline.h"

#include "gui/tabular.h"
#include "gui/words.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace Gui
{
namespace
{
constexpr qreal titleWidth = 72;
constexpr qreal widestStep = 20;
constexpr qreal narrowestStep = 14;
constexpr qreal axisHeight = 24;
constexpr qreal right = 28;
constexpr std::chrono::seconds pace{5}; // of the axis while nothing happens

std::chrono::minutes gridStep(std::chrono::minutes range)
{
    using namespace std::chrono_literals;
    for (const auto step : {1min, 2min, 5min, 10min, 30min, 60min, 120min}) {
        if (range / step <= 8)
            return step;
    }
    return 240min;
}
} // namespace

Timeline::Timeline(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize Timeline::minimumSizeHint() const
{
    return {320, 96};
}

void Timeline::show(const LaneHistory *history, const QDateTime &now)
{
    const quint64 revision = history ? history->revision() : 0;
    const bool still = history == m_history && revision == m_revision && m_now.isValid()
        && now >= m_now && now < m_now.addSecs(pace.count());
    if (still)
        return;
    m_history = history;
    m_revision = revision;
    m_now = now;
    update();
}

void Timeline::setRange(std::chrono::minutes range)
{
    m_range = range;
    update();
}

QRectF Timeline::axis() const
{
    return {titleWidth + 16, 4, width() - titleWidth - 16 - right, height() - axisHeight - 4};
}

QDateTime Timeline::start() const
{
    return m_now.addSecs(-std::chrono::seconds(m_range).count());
}

qreal Timeline::xOf(const QDateTime &time) const
{
    const qreal part = qreal(start().msecsTo(time)) / qreal(start().msecsTo(m_now));
    return axis().left() + std::clamp(part, 0.0, 1.0) * axis().width();
}

qreal Timeline::laneStep() const
{
    const qreal lanes = m_history ? qreal(m_history->lanes().size()) : 1;
    const qreal step = std::floor(axis().height() / std::max(1.0, lanes));
    return std::clamp(step, narrowestStep, widestStep);
}

QRectF Timeline::laneRect(int index) const
{
    const qreal step = laneStep();
    return {axis().left(), axis().top() + step * index + 4, axis().width(), step - 8};
}

int Timeline::laneAt(const QPointF &position) const
{
    const int lane = int((position.y() - axis().top()) / laneStep());
    return m_history && lane >= 0 && lane < m_history->lanes().size() ? lane : -1;
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    const int lane = laneAt(event->position());
    if (lane >= 0)
        emit picked(m_history->lanes()[lane].thing);
}

bool Timeline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const int index = laneAt(help->pos());
    QString text;
    if (index >= 0) {
        const Lane &lane = m_history->lanes()[index];
        for (const Span &span : lane.spans) {
            if (xOf(span.from) <= help->pos().x())
                text = tr("%1: %2 since %3")
                           .arg(lane.title, toneWord(span.tone), Words::clock(span.from));
        }
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_history || !m_now.isValid())
        return;
    paintGrid(painter);
    painter.setFont(m_theme.font(TextSize::Small));
    int index = 0;
    for (const Lane &lane : m_history->lanes()) {
        const QRectF rect = laneRect(index++);
        if (rect.bottom() > axis().bottom() + 4)
            break;
        painter.setPen(m_theme.colors().muted);
        drawTabular(painter, QRectF(8, rect.top() - 4, titleWidth, laneStep()),
                    Qt::AlignRight | Qt::AlignVCenter, lane.title);
        paintLane(painter, lane, rect);
    }
    paintNow(painter);
}

void Timeline::paintGrid(QPainter &painter) const
{
    const Tokens &c = m_theme.colors();
    const qint64 step = std::chrono::seconds(gridStep(m_range)).count();
    qint64 at = (start().toSecsSinceEpoch() / step + 1) * step;
    painter.setFont(m_theme.font(TextSize::Small));
    for (; at <= m_now.toSecsSinceEpoch(); at += step) {
        const QDateTime time = QDateTime::fromSecsSinceEpoch(at, Qt::UTC);
        const qreal x = std::round(xOf(time)) + 0.5;
        painter.setPen(QPen(c.border, 1));
        painter.drawLine(QPointF(x, axis().top()), QPointF(x, axis().bottom()));
        if (axis().right() - x < 72 || x - axis().left() < 16)
            continue; // would stand on "now" or on the titles
        painter.setPen(c.muted);
        drawTabular(painter, QRectF(x - 32, axis().bottom() + 4, 64, 16),
                    Qt::AlignHCenter | Qt::AlignVCenter, Words::clockMinutes(time));
    }
}

void Timeline::paintLane(QPainter &painter, const Lane &lane, const QRectF &rect) const
{
    const Tokens &c = m_theme.colors();
    for (qsizetype i = 0; i < lane.spans.size(); ++i) {
        const QDateTime end = i + 1 < lane.spans.size() ? lane.spans[i + 1].from : m_now;
        if (end <= start())
            continue;
        const qreal from = xOf(lane.spans[i].from);
        const qreal to = std::max(xOf(end), from + 2); // what was short is seen all the same
        const QRectF span(from, rect.top(), to - from, rect.height());
        const Tone tone = lane.spans[i].tone;
        painter.setPen(Qt::NoPen);
        painter.setBrush(tone == Tone::Unknown ? QBrush(c.unknownFill)
                                               : QBrush(toneColor(c, tone)));
        // height tells the tone too: what is bad stands out of the row
        const qreal grow = tone == Tone::Bad ? 2 : tone == Tone::Warning ? 0 : -1;
        painter.drawRoundedRect(span.adjusted(0, -grow, 0, grow), 2, 2);
        if (tone == Tone::Unknown) {
            painter.setBrush(hatch(c));
            painter.drawRoundedRect(span.adjusted(0, 1, 0, -1), 2, 2);
        }
    }
}

void Timeline::paintNow(QPainter &painter) const
{
    const Tokens &c = m_theme.colors();
    const qreal x = axis().right();
    painter.setPen(QPen(c.text, 1.5));
    painter.drawLine(QPointF(x, axis().top()), QPointF(x, axis().bottom()));
    painter.setBrush(c.text);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPointF(x, axis().top()), 3.5, 3.5);
    painter.setPen(c.text);
    painter.setFont(m_theme.font(TextSize::Small));
    drawTabular(painter, QRectF(x - 36, axis().bottom() + 4, 64, 16),
                Qt::AlignRight | Qt::AlignVCenter, Words::clockMinutes(m_now));
}
} // namespace Gui
