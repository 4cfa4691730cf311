// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace Gui
{
// One of a few: buttons in a row, of which exactly one is down.
class Switcher : public QWidget
{
    Q_OBJECT
public:
    explicit Switcher(int choices, QWidget *parent = nullptr);
    void addChoice(); // behind the others
    void setTexts(const QStringList &texts); // one for each choice
    void setOffered(int choice, bool offered); // not: it is not to be seen
    void choose(int choice); // signals nothing
    int choice() const;

signals:
    void chosen(int choice); // by the person

private:
    QButtonGroup *m_buttons;
};
} // namespace Gui
