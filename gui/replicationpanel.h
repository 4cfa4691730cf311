// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/drbdmodel.h"
#include "gui/policymodel.h"
#include "gui/switcher.h"

#include <QStackedWidget>

namespace Gui
{
class CurvePanel;
class EventLog;
class TablePanel;
class Theme;

// Everything of replication: the copies as they are, as they were, and the terms they are kept on.
class ReplicationPanel : public QStackedWidget
{
    Q_OBJECT
public:
    enum Page { Copies, Curves, Policies };

    ReplicationPanel(const Theme &theme, Selection &selection, QWidget *parent = nullptr);

    // `log` and the source are their owner's and outlive their showing.
    void show(const ClusterView &view, const ClusterSource &source, const EventLog *log);
    void clear(); // no cluster is shown
    void tick(); // once a second
    void showPage(Page page);
    void retranslate();
    void restyle();

    CurvePanel &curves() { return *m_curves; }
    DrbdModel &resources() { return *m_resources; }
    TablePanel &table() { return *m_table; }
    Switcher &switcher() { return *m_switcher; } // stands in the panel's title row

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void hideColumns();

    DrbdModel *m_resources;
    PolicyModel *m_policies;
    CurvePanel *m_curves;
    TablePanel *m_table;
    TablePanel *m_policyTable;
    Switcher *m_switcher;
};
} // namespace Gui
