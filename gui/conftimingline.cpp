// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/conftimingline.h"

#include "gui/tabular.h"

#include <QPainter>

namespace Gui
{
namespace
{
constexpr int lineHeight = 112;
constexpr qreal edge = 32; // room for half a word at both ends
constexpr qreal thickness = 12;

QString seconds(std::chrono::milliseconds time)
{
    return Core::durationText(time);
}
} // namespace

ConfTimingLine::ConfTimingLine(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void ConfTimingLine::show(const std::optional<Core::QuorumTiming> &timing)
{
    m_timing = timing;
    setVisible(timing.has_value());
    setAccessibleName(timing ? tr("Times of the quorum disk") : QString());
    setAccessibleDescription(sentence());
    setToolTip(sentence());
    update();
}

QSize ConfTimingLine::sizeHint() const
{
    return {640, lineHeight};
}

QSize ConfTimingLine::minimumSizeHint() const
{
    return {360, lineHeight};
}

Tone ConfTimingLine::tone() const
{
    return m_timing->refused() ? Tone::Bad : m_timing->tight() ? Tone::Warning : Tone::Ok;
}

QString ConfTimingLine::sentence() const
{
    if (!m_timing)
        return {};
    const QString times = tr("A node is declared dead after %1, a master found after %2, the "
                             "quorum told after %3; the token is %4.")
                              .arg(seconds(m_timing->dead()), seconds(m_timing->elected()),
                                   seconds(m_timing->settled()), seconds(m_timing->token));
    switch (tone()) {
    case Tone::Bad:
        return tr("%1 Too short: qdiskd does not start below %2.")
            .arg(times,
                 seconds(std::max(m_timing->leastToken(),
                                  std::chrono::milliseconds(std::chrono::seconds(10)))));
    case Tone::Warning:
        return tr("%1 Tight: it should be longer than %2.")
            .arg(times, seconds(m_timing->carefulToken()));
    case Tone::Ok:
    case Tone::Neutral:
    case Tone::Unknown:
        break;
    }
    return tr("%1 It outlasts them.").arg(times);
}

QList<ConfTimingLine::Mark> ConfTimingLine::marks() const
{
    return {{m_timing->dead(), tr("dead %1").arg(seconds(m_timing->dead()))},
            {m_timing->elected(), tr("master %1").arg(seconds(m_timing->elected()))},
            {m_timing->settled(), tr("quorum %1").arg(seconds(m_timing->settled()))}};
}

qreal ConfTimingLine::placeOf(std::chrono::milliseconds time) const
{
    const auto end = std::max({m_timing->token, m_timing->leastToken(), m_timing->carefulToken()});
    const qreal whole = std::max<qreal>(1, qreal(end.count()) * 1.08);
    return edge + (width() - 2 * edge) * qreal(time.count()) / whole;
}

void ConfTimingLine::paintEvent(QPaintEvent *)
{
    if (!m_timing)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TextSize::Small));
    const qreal line = height() / 2.0;
    paintParts(painter, line);
    paintMarks(painter, line);
    paintToken(painter, line);
}

// From 0 to dead, to elected, to settled; behind it what is left of the token.
void ConfTimingLine::paintParts(QPainter &painter, qreal line) const
{
    const Tokens &colors = m_theme.colors();
    const auto part
        = [&](std::chrono::milliseconds from, std::chrono::milliseconds to, const QColor &color) {
              painter.fillRect(QRectF(placeOf(from), line - thickness / 2,
                                      placeOf(to) - placeOf(from), thickness),
                               color);
          };
    const std::chrono::milliseconds none{0};
    part(none, std::max(m_timing->token, m_timing->leastToken()), colors.sunken);
    part(none, m_timing->dead(), colors.muted);
    part(m_timing->dead(), m_timing->elected(), colors.link);
    part(m_timing->elected(), m_timing->settled(), colors.focus);
    painter.setPen(QPen(colors.border, 1));
    painter.drawLine(QPointF(edge, line + thickness), QPointF(width() - edge, line + thickness));
    painter.setPen(colors.muted);
    drawTabular(painter, QRectF(0, line + thickness + 2, 2 * edge, 16), Qt::AlignHCenter,
                QStringLiteral("0"));
}

// Words side by side above the line, each tied to its place; what has no room is pushed on.
void ConfTimingLine::paintMarks(QPainter &painter, qreal line) const
{
    const QFontMetricsF metrics(painter.font());
    qreal free = 0;
    int row = 0;
    for (const Mark &mark : marks()) {
        const qreal place = placeOf(mark.at);
        const qreal wide = metrics.horizontalAdvance(mark.word) + 8;
        qreal left = std::clamp(place - wide / 2, 0.0, std::max(0.0, width() - wide));
        row = left < free ? row + 1 : 0;
        free = std::max(free, left + wide);
        const qreal top = line - thickness / 2 - 20 - 16 * row;
        painter.setPen(QPen(m_theme.colors().muted, 1));
        painter.drawLine(QPointF(place, line - thickness / 2), QPointF(place, top + 15));
        painter.setPen(m_theme.colors().text);
        painter.drawText(QRectF(left, top, wide, 16), Qt::AlignCenter, mark.word);
    }
}

void ConfTimingLine::paintToken(QPainter &painter, qreal line) const
{
    const Tokens &colors = m_theme.colors();
    const qreal place = placeOf(m_timing->token);
    painter.setPen(QPen(toneColor(colors, tone()), 3));
    painter.drawLine(QPointF(place, line - thickness), QPointF(place, line + thickness));
    const QString word = tr("token %1").arg(seconds(m_timing->token));
    const qreal wide = QFontMetricsF(painter.font()).horizontalAdvance(word) + 24;
    const qreal left = std::clamp(place - wide / 2, 2 * edge, std::max(2 * edge, width() - wide));
    const QRectF rect(left, line + thickness + 4, wide, 18);
    paintSign(painter, colors, tone(), QRectF(rect.left(), rect.top() + 1, 16, 16));
    painter.setPen(toneColor(colors, tone()));
    painter.drawText(rect.adjusted(20, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, word);
}
} // namespace Gui
