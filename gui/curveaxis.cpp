// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/curveaxis.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace Gui
{
namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gui::Curves)
};
constexpr std::array binarySteps{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024};
constexpr std::array decimalSteps{1, 2, 5, 10};
constexpr double day = 86'400;

template <typename Steps> double rounded(const Steps &steps, double raw, double base)
{
    const double power = std::pow(base, std::floor(std::log(raw) / std::log(base)));
    for (const int step : steps) {
        if (step * power >= raw * 0.999)
            return step * power;
    }
    return steps.back() * power;
}
} // namespace

double AmountTicker::roundStep(CurveUnit unit, double raw)
{
    const bool bytes = unit == CurveUnit::Bytes || unit == CurveUnit::BytesPerSecond;
    if (!(raw > 0) || !std::isfinite(raw))
        return 1;
    return bytes ? std::max(1.0, rounded(binarySteps, raw, 1024)) : rounded(decimalSteps, raw, 10);
}

double AmountTicker::getTickStep(const QCPRange &range)
{
    return roundStep(m_unit, range.size() / std::max(1, tickCount()));
}

QString AmountTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return axisValue(m_unit, tick);
}

ClockTicker::ClockTicker()
{
    setDateTimeSpec(Qt::LocalTime);
}

double ClockTicker::getTickStep(const QCPRange &range)
{
    m_span = range.size();
    return QCPAxisTickerDateTime::getTickStep(range);
}

QString ClockTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(qint64(std::llround(tick * 1000)));
    if (m_span > 4 * day)
        return locale.toString(at, Text::tr("d MMM", "a day on an axis"));
    if (m_span > day)
        return locale.toString(at, Text::tr("d MMM HH:mm", "a moment on an axis"));
    return locale.toString(at.time(),
                           m_span > 600 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
}
} // namespace Gui
