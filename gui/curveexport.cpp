// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/curveexport.h"

#include "core/base/wholefile.h"
#include "gui/svgdrawing.h"

#include <QFileInfo>
#include <QSaveFile>

#include <map>

namespace Gui
{
namespace
{
constexpr QSize page(1200, 600);

QByteArray quoted(const QString &text)
{
    QByteArray field = text.toUtf8();
    return field.contains(',') || field.contains('"') || field.contains('\n')
        ? '"' + field.replace('"', "\"\"") + '"'
        : field;
}

QByteArray number(float value)
{
    return QByteArray::number(double(value), 'g', 8);
}

QByteArray heading(const QList<PlottedCurve> &curves, bool coarse)
{
    QByteArray line = "time";
    for (const PlottedCurve &plotted : curves) {
        line += ',' + quoted(plotted.look.name);
        if (coarse)
            line += ',' + quoted(plotted.look.name + QStringLiteral(" minimum")) + ','
                + quoted(plotted.look.name + QStringLiteral(" maximum"));
    }
    return line + "\r\n";
}

Core::Error notWritten(const QString &file, const QString &why)
{
    return {Core::ErrorKind::Storage,
            Core::message(QT_TRANSLATE_NOOP("Core", "%1 cannot be written"), {file}), why};
}

// The legend and the heading belong to the page, not to the window.
class Dressed
{
public:
    Dressed(CurvePlot &plot, const QString &heading)
        : m_plot(plot),
          m_title(new QCPTextElement(&plot, heading, plot.theme().font(TextSize::Title, true)))
    {
        const Tokens &colors = plot.theme().colors();
        m_title->setTextColor(colors.text);
        plot.plotLayout()->insertRow(0);
        plot.plotLayout()->addElement(0, 0, m_title);
        plot.legend->setFont(plot.theme().font(TextSize::Small));
        plot.legend->setTextColor(colors.text);
        plot.legend->setBrush(colors.panel);
        plot.legend->setBorderPen(QPen(colors.border));
        plot.legend->setVisible(true);
    }
    ~Dressed()
    {
        m_plot.legend->setVisible(false);
        m_plot.plotLayout()->remove(m_title);
        m_plot.plotLayout()->simplify();
    }
    Dressed(const Dressed &) = delete;
    Dressed &operator=(const Dressed &) = delete;

private:
    CurvePlot &m_plot;
    QCPTextElement *const m_title;
};

bool paintOn(QPaintDevice &device, CurvePlot &plot)
{
    QCPPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&painter, page.width(), page.height());
    return painter.end();
}

bool saveSvg(CurvePlot &plot, const QString &name)
{
    QSaveFile file(name);
    return file.open(QIODevice::WriteOnly)
        && writeSvg(file, page, [&plot](QPaintDevice &device) { return paintOn(device, plot); })
        && Core::committed(file);
}

bool savePicture(CurvePlot &plot, const QString &file, const QString &kind)
{
    if (kind == QStringLiteral("svg"))
        return saveSvg(plot, file);
    if (kind == QStringLiteral("pdf"))
        return plot.savePdf(file, page.width(), page.height());
    return plot.savePng(file, page.width(), page.height(), 2);
}

Core::Expected<void> saveCsv(const CurvePlot &plot, const QString &name)
{
    return Core::writeWhole(name, curvesAsCsv(plot.curves(), plot.span(), plot.step()));
}
} // namespace

QByteArray curvesAsCsv(const QList<PlottedCurve> &curves, const TimeSpan &span, qint64 step)
{
    QList<PlottedCurve> shown;
    for (const PlottedCurve &plotted : curves) {
        if (plotted.shown)
            shown << plotted;
    }
    const bool coarse = step > 1;
    const QByteArray nothing = coarse ? ",,," : ",";
    std::map<qint64, QList<QByteArray>> rows;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        for (const Core::HistoryPoint &point : shown[i].curve.points) {
            if (double(point.at) < span.from || double(point.at) > span.to)
                continue;
            QList<QByteArray> &row
                = rows.try_emplace(point.at, QList<QByteArray>(shown.size(), nothing))
                      .first->second;
            row[i] = ',' + number(point.mean);
            if (coarse)
                row[i] += ',' + number(point.minimum) + ',' + number(point.maximum);
        }
    }
    QByteArray text = heading(shown, coarse);
    for (const auto &[at, fields] : rows)
        text += QDateTime::fromSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate).toLatin1()
            + fields.join() + "\r\n";
    return text;
}

Core::Expected<void> exportCurves(CurvePlot &plot, const QString &heading, const QString &file)
{
    const QString kind = QFileInfo(file).suffix().toLower();
    if (kind == QStringLiteral("csv"))
        return saveCsv(plot, file);
    const Dressed dressed(plot, heading);
    if (!savePicture(plot, file, kind))
        return tl::unexpected(
            notWritten(file, kind == QStringLiteral("svg") ? whyNoSvg() : QString()));
    return {};
}
} // namespace Gui
