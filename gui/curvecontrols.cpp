// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/curvepanel.h"

#include "gui/curveexport.h"
#include "gui/curvelegend.h"
#include "gui/svgdrawing.h"
#include "gui/switcher.h"
#include "gui/words.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QToolButton>

// What stands around the curves: the choices, the legend, the export.
namespace Gui
{
void CurvePanel::buildControls()
{
    m_live->setProperty("role", QStringLiteral("segment"));
    m_live->setCheckable(true);
    m_live->setChecked(true);
    m_live->setFocusPolicy(Qt::StrongFocus);
    m_export->setProperty("role", QStringLiteral("link"));
    m_size->setProperty("role", QStringLiteral("muted"));
    m_size->setContentsMargins(8, 0, 8, 0);
    for (QComboBox *choice : {m_subjects, m_groups}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        choice->setMinimumWidth(96); // long words give way before the panel does
    }
    auto *controls = new QHBoxLayout;
    controls->setContentsMargins(8, 0, 0, 0);
    controls->setSpacing(8);
    controls->addWidget(m_subjects);
    controls->addWidget(m_groups);
    controls->addStretch(1);
    controls->addWidget(m_ranges);
    controls->addWidget(m_live);
    controls->addWidget(m_export);
    auto *side = new QVBoxLayout;
    side->setSpacing(4);
    side->addWidget(m_legend, 1);
    side->addWidget(m_size);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(8);
    middle->addWidget(m_plot, 1);
    middle->addLayout(side);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addLayout(controls);
    rows->addLayout(middle, 1);
    setFocusProxy(m_plot);
}

void CurvePanel::retranslate()
{
    m_groups->clear();
    for (int i = 0; i < curveGroupCount; ++i)
        m_groups->addItem(curveGroupName(CurveGroup(i)));
    m_groups->setCurrentIndex(int(m_group));
    m_ranges->setTexts(
        {tr("1 min"), tr("10 min"), tr("1 h"), tr("6 h"), tr("24 h"), tr("7 d"), tr("30 d")});
    m_ranges->setAccessibleName(tr("Width of the time axis"));
    m_live->setText(tr("Live"));
    m_live->setToolTip(tr("The axis ends now and moves on (End, or a double click on the curves)"));
    m_export->setText(tr("Export…"));
    m_groups->setAccessibleName(tr("What is drawn"));
    m_subjects->setAccessibleName(tr("Of which resource"));
    m_plot->setAccessibleName(tr("Curves"));
    m_plot->setToolTip(QString());
    m_plot->setAccessibleDescription(
        tr("Arrows pan, plus and minus zoom, End follows what happens now."));
    m_legend->setAccessibleName(tr("Legend and values"));
    fillSubjects();
    m_plot->restyle();
    fillLegend();
}

void CurvePanel::fillSubjects()
{
    const QStringList subjects = subjectsOf(m_group, m_known);
    if (!subjects.contains(m_subject))
        m_subject.clear();
    m_subjects->clear();
    m_subjects->addItem(
        m_group == CurveGroup::Interfaces ? tr("All interfaces") : tr("All resources"), QString());
    for (const QString &subject : subjects)
        m_subjects->addItem(subject, subject);
    m_subjects->setCurrentIndex(int(subjects.indexOf(m_subject)) + 1);
}

void CurvePanel::fillLegend()
{
    const CurveUnit unit = unitOf(m_group);
    const double at = m_plot->crosshair().value_or(m_plot->span().to);
    QList<CurveLegend::Entry> entries;
    for (const PlottedCurve &plotted : m_plot->curves()) {
        CurveLegend::Entry entry{plotted.look.name, plotted.look.color, plotted.look.style, {}, {},
                                 plotted.shown};
        if (const auto point = m_plot->pointAt(plotted.curve, at)) {
            entry.value = curveValue(unit, double(point->mean));
            if (point->minimum < point->maximum)
                entry.range = tr("%1 to %2")
                                  .arg(curveValue(unit, double(point->minimum)),
                                       curveValue(unit, double(point->maximum)));
        }
        entries << entry;
    }
    m_legend->setEntries(entries);
}

void CurvePanel::toggle(int entry)
{
    QList<PlottedCurve> curves = m_plot->curves();
    PlottedCurve &curve = curves[entry];
    curve.shown = !curve.shown;
    if (curve.shown)
        m_hidden.removeAll(curve.look.name);
    else
        m_hidden << curve.look.name;
    m_plot->setCurves(m_group, curves, m_plot->step());
    fillLegend();
}

void CurvePanel::exportTo()
{
    auto *dialog = new QFileDialog(this, tr("Export the curves"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList kinds{tr("PNG picture (*.png)"), tr("PDF page (*.pdf)"), tr("Table (*.csv)")};
    if (whyNoSvg().isEmpty())
        kinds.insert(1, tr("SVG drawing (*.svg)"));
    dialog->setNameFilters(kinds);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const QString heading
            = Words::joined({m_source ? m_source->snapshot()->clusterName : QString(), m_subject,
                             curveGroupName(m_group)});
        const auto written = exportCurves(*m_plot, heading, file);
        if (written)
            return;
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Export the curves"),
                                    Core::rendered(written.error().what), QMessageBox::Ok, this);
        box->setInformativeText(written.error().detail);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}
} // namespace Gui
