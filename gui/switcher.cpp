// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/switcher.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace Gui
{
Switcher::Switcher(int choices, QWidget *parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (int i = 0; i < choices; ++i)
        addChoice();
    connect(m_buttons, &QButtonGroup::idClicked, this, &Switcher::chosen);
}

void Switcher::addChoice()
{
    const int choice = int(m_buttons->buttons().size());
    auto *button = new QToolButton(this);
    button->setProperty("role", QStringLiteral("segment"));
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setChecked(choice == 0);
    if (choice > 0) // one that is added later is read where it stands, not at the end
        QWidget::setTabOrder(m_buttons->button(choice - 1), button);
    m_buttons->addButton(button, choice);
    layout()->addWidget(button);
}

void Switcher::setTexts(const QStringList &texts)
{
    for (int i = 0; i < texts.size(); ++i)
        m_buttons->button(i)->setText(texts[i]);
}

void Switcher::setOffered(int choice, bool offered)
{
    m_buttons->button(choice)->setVisible(offered);
}

void Switcher::choose(int choice)
{
    m_buttons->button(choice)->setChecked(true);
}

int Switcher::choice() const
{
    return m_buttons->checkedId();
}
} // namespace Gui
