// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/drbdmodel.h"
#include "gui/policymodel.h"
#include "gui/switcher.h"

#include <QStackedWidget>

namespace Gui
{
class TablePanel;
class Theme;

// Everything of replication: the copies as they are, and the terms they are kept on.
class ReplicationPanel : public QStackedWidget
{
    Q_OBJECT
public:
    enum Page { Copies, Policies };

    ReplicationPanel(const Theme &theme, Selection &selection, QWidget *parent = nullptr);

    void show(const ClusterView &view, const ClusterSource &source);
    void showPage(Page page);
    void retranslate();

    DrbdModel &resources() { return *m_resources; }
    TablePanel &table() { return *m_table; }
    Switcher &switcher() { return *m_switcher; } // stands in the panel's title row

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    DrbdModel *m_resources;
    PolicyModel *m_policies;
    TablePanel *m_table;
    TablePanel *m_policyTable;
    Switcher *m_switcher;
};
} // namespace Gui
