// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QLabel;
class QToolButton;
class QHBoxLayout;

namespace Gui
{
// A panel: a card with its own title row. Docks, floats on a second screen, comes back as left.
class PanelDock : public QDockWidget
{
    Q_OBJECT
public:
    PanelDock(const QString &id, QWidget *content, QWidget *parent = nullptr);
    void setTitle(const QString &title); // also the name of the floating window
    void setHeading(const QString &heading); // in place of the title, while docked or not
    void setSubtitle(const QString &subtitle);
    void addToTitle(QWidget *widget); // at the right of the title
    void retranslate();

private:
    void styleFor(bool floating);

    QLabel *m_title;
    QLabel *m_subtitle;
    QHBoxLayout *m_row;
    QToolButton *m_float;
    QToolButton *m_close;
};
} // namespace Gui
