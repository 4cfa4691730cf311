// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/curvegroup.h"
#include "gui/plotting.h"

namespace Gui
{
// Ticks at round amounts: of bytes by powers of 1024, of what is counted by powers of ten.
class AmountTicker : public QCPAxisTicker
{
public:
    void setUnit(CurveUnit unit) { m_unit = unit; }
    // The smallest round step that is not below `raw`.
    static double roundStep(CurveUnit unit, double raw);

protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override;

private:
    CurveUnit m_unit = CurveUnit::Bytes;
};

// Local times, in as many words as the span needs: seconds, minutes, days.
class ClockTicker : public QCPAxisTickerDateTime
{
public:
    ClockTicker();

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar, int) override;
    double getTickStep(const QCPRange &range) override;

private:
    double m_span = 0; // s
};
} // namespace Gui
