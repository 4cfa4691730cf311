// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actionlist.h"

#include "gui/actioncenter.h"
#include "gui/actiontext.h"
#include "gui/words.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace Gui
{
namespace
{
QIcon sign(const Theme &theme, const ActionRecord &record)
{
    if (record.running())
        return tintedIcon(QStringLiteral(":/icons/play.svg"), theme.colors().link);
    return toneIcon(theme.colors(),
                    ActionText::tone(record.outcome().value_or(Core::Outcome()).kind));
}
} // namespace

QString stateLine(const ActionRecord &record)
{
    QString state;
    if (!record.running())
        state = ActionText::word(record.outcome().value_or(Core::Outcome()).kind);
    else if (record.step() < 0)
        state = ActionList::tr("looking once more before the first step");
    else
        state = ActionList::tr("running, step %1 of %2")
                    .arg(record.step() + 1)
                    .arg(record.steps().size());
    return Words::joined({record.cluster(), Words::clock(record.beganAt()), state});
}

ActionList::ActionList(const Theme &theme, ActionCenter &center, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_center(center), m_intro(new QLabel(this)),
      m_list(new QListWidget(this))
{
    m_intro->setWordWrap(true);
    m_intro->setProperty("role", QStringLiteral("muted"));
    m_list->setMinimumSize(480, 240);
    m_list->setWordWrap(true);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(16, 16, 16, 16);
    box->setSpacing(8);
    box->addWidget(m_intro);
    box->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemActivated, this, &ActionList::openRecord);
    connect(m_list, &QListWidget::itemClicked, this, &ActionList::openRecord);
    connect(&center, &ActionCenter::changed, this, &ActionList::refill);
    connect(&center, &ActionCenter::progressed, this, &ActionList::refill);
    connect(&theme, &Theme::changed, this, &ActionList::refill);
    refill();
}

void ActionList::refill()
{
    setWindowTitle(tr("Actions"));
    m_list->setAccessibleName(windowTitle());
    const QList<const ActionRecord *> records = m_center.records();
    m_intro->setText(records.isEmpty()
                         ? tr("No action was started since the program is open.")
                         : tr("Since the program is open; the journal has what was before."));
    while (m_list->count() > records.size())
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < records.size())
        m_list->addItem(QString());
    for (int row = 0; row < records.size(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setIcon(sign(m_theme, *records[row]));
        item->setText(Core::rendered(records[row]->plan().title) + u'\n'
                      + stateLine(*records[row]));
    }
}

void ActionList::openRecord(const QListWidgetItem *item)
{
    if (const ActionRecord *record = m_center.records().value(m_list->row(item)))
        m_center.open(*record);
}

void ActionList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refill();
    QDialog::changeEvent(event);
}
} // namespace Gui
