// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace Gui
{
class ActionCenter;
class ActionRecord;

// What runs and what ran since the program was started; a row brings its dialog back.
class ActionList : public QDialog
{
    Q_OBJECT
public:
    ActionList(const Theme &theme, ActionCenter &center, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refill();
    void openRecord(const QListWidgetItem *item);

    const Theme &m_theme;
    ActionCenter &m_center;
    QLabel *m_intro;
    QListWidget *m_list;
};

// "02:14:05 · running, step 2 of 3": how far an action is, in a line.
QString stateLine(const ActionRecord &record);
} // namespace Gui
