// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"
#include "gui/theme.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace Gui
{
// What the checks say of a cluster.conf, the worst first; below, why the selected one matters, and
// what would put it right.
class ConfFindings : public QWidget
{
    Q_OBJECT
public:
    explicit ConfFindings(const Theme &theme, QWidget *parent = nullptr);
    void show(const QList<Core::Finding> &findings); // the selected one stays selected
    void selectLine(int line); // the first that is about it
    void setFixable(bool fixable); // false: the text has changed since, or may not be
    void retranslate();
    void restyle();
    const QList<Core::Finding> &findings() const { return m_findings; }
    QListWidget &list() { return *m_list; }
    QString summary() const; // "2 errors, 1 warning"

signals:
    void picked(const Core::TextSpan &span);
    void fixWanted(const Core::Fix &fix);

private:
    void fill(const QList<Core::Finding> &before); // what the rows show; empty: nothing that stands
    void fillItem(QListWidgetItem &item, const Core::Finding &finding) const;
    void showDetail();
    void pick(int row);
    const Core::Finding *selected() const;

    const Theme &m_theme;
    QList<Core::Finding> m_findings;
    bool m_fixable = false;
    QLabel *m_summary;
    QListWidget *m_list;
    QLabel *m_reason;
    QLabel *m_rule;
    QPushButton *m_fix;
};
} // namespace Gui
