// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replicationpanel.h"

#include "gui/curvepanel.h"
#include "gui/tablepanel.h"

#include <QResizeEvent>

#include <algorithm>

namespace Gui
{
namespace
{
// Narrower than this the columns that change rarely give their room to those that move; the
// inspector has them all the same.
constexpr int roomForAll = 1280;
constexpr int rowsHeight = 176; // two resources, whole
constexpr int curvesHeight = 224;
} // namespace

ReplicationPanel::ReplicationPanel(const Theme &theme, Selection &selection, QWidget *parent)
    : QStackedWidget(parent), m_resources(new DrbdModel(this)), m_policies(new PolicyModel(this)),
      m_curves(new CurvePanel(theme, this)),
      m_table(new TablePanel(theme, *m_resources, selection, this)),
      m_policyTable(new TablePanel(theme, *m_policies, selection, this)),
      m_switcher(new Switcher(3, this))
{
    m_table->setSentenceColumn(DrbdModel::State, true);
    m_policyTable->setSentenceColumn(PolicyModel::sentence);
    addWidget(m_table);
    addWidget(m_curves);
    addWidget(m_policyTable);
    setMinimumHeight(rowsHeight);
    setFocusProxy(m_table);
    connect(m_switcher, &Switcher::chosen, this, [this](int page) { showPage(Page(page)); });
}

void ReplicationPanel::show(const ClusterView &view, const ClusterSource &source,
                            const EventLog *log)
{
    m_resources->show(view, source);
    m_policies->show(view, source);
    m_curves->setSource(&source, log);
    hideColumns();
}

// Without a run in progress its columns leave their room to the reason of what is apart.
void ReplicationPanel::hideColumns()
{
    const bool narrow = width() < roomForAll;
    const QList<Row> &rows = m_resources->rows();
    const bool runs = std::any_of(rows.begin(), rows.end(), [](const Row &row) {
        return !row.cells.value(DrbdModel::Progress).text.isEmpty();
    });
    for (const int column : {DrbdModel::Resync, DrbdModel::Verify, DrbdModel::Terms})
        m_table->setColumnHidden(column, narrow);
    for (const int column : {DrbdModel::Progress, DrbdModel::End})
        m_table->setColumnHidden(column, narrow && !runs);
}

void ReplicationPanel::clear()
{
    m_curves->setSource(nullptr, nullptr);
}

void ReplicationPanel::tick()
{
    m_curves->tick();
}

void ReplicationPanel::restyle()
{
    m_curves->restyle();
}

void ReplicationPanel::showPage(Page page)
{
    m_switcher->choose(page);
    setCurrentIndex(page);
    setFocusProxy(currentWidget());
    setMinimumHeight(page == Curves ? curvesHeight : rowsHeight);
}

void ReplicationPanel::retranslate()
{
    m_resources->retranslate();
    m_policies->retranslate();
    m_switcher->setTexts({tr("Copies"), tr("Curves"), tr("Policies")});
    m_curves->retranslate();
    m_table->setAccessibleName(tr("Replication: copies"));
    m_table->setEmptyText(tr("No DRBD resource was seen yet."));
    m_policyTable->setAccessibleName(tr("Replication: policies"));
    m_policyTable->setEmptyText(tr("No configuration of DRBD was read yet."));
}

void ReplicationPanel::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    hideColumns();
}
} // namespace Gui
