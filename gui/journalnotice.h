// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journalentry.h"
#include "gui/theme.h"

#include <QWidget>

class QPushButton;

namespace Gui
{
class ActionNotice;

// Above the panels, until it was read: what a program that died left behind, and what to look at.
class JournalNotice : public QWidget
{
    Q_OBJECT
public:
    explicit JournalNotice(const Theme &theme, QWidget *parent = nullptr);
    void tell(const QList<Core::JournalEntry> &entries); // beside what is said already
    void retranslate();
    const ActionNotice &notice() const { return *m_notice; }

signals:
    void journalWanted(qint64 id);

private:
    void dismiss();

    QList<Core::JournalEntry> m_entries;
    ActionNotice *m_notice;
    QPushButton *m_open;
    QPushButton *m_dismiss;
};
} // namespace Gui
