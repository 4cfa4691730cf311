// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/journalnotice.h"

#include "gui/actionnotice.h"
#include "gui/journaltext.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Gui
{
JournalNotice::JournalNotice(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_notice(new ActionNotice(theme, this)), m_open(new QPushButton(this)),
      m_dismiss(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_notice, 1);
    row->addWidget(m_open);
    row->addWidget(m_dismiss);
    connect(m_open, &QPushButton::clicked, this, [this] {
        emit journalWanted(m_entries.isEmpty() ? 0 : m_entries.first().id);
        dismiss();
    });
    connect(m_dismiss, &QPushButton::clicked, this, &JournalNotice::dismiss);
    retranslate();
}

void JournalNotice::tell(const QList<Core::JournalEntry> &entries)
{
    for (const Core::JournalEntry &entry : entries) { // told again once it was looked up
        m_entries.removeIf([&](const Core::JournalEntry &one) { return one.id == entry.id; });
        m_entries << entry;
    }
    retranslate();
}

void JournalNotice::dismiss()
{
    m_entries.clear();
    retranslate();
}

void JournalNotice::retranslate()
{
    m_open->setText(tr("Read the journal"));
    m_dismiss->setText(tr("Understood"));
    setVisible(!m_entries.isEmpty());
    if (m_entries.isEmpty())
        return;
    QStringList sentences;
    for (const Core::JournalEntry &entry : std::as_const(m_entries))
        sentences << JournalText::leftBehind(entry);
    m_notice->show(
        Tone::Warning,
        tr("The program ended in the middle of %n action(s)", nullptr, int(m_entries.size())),
        sentences.join(u'\n'));
}
} // namespace Gui
