// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal.h"
#include "gui/journalmodel.h"
#include "gui/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTableView;
class QToolButton;

namespace Gui
{
class TablePanel;

// Who did what, when and how it ended; at the right the whole story of the one that is selected.
// Follows the journal. Main thread; the journal does its work in its own.
class JournalPanel : public QWidget
{
    Q_OBJECT
public:
    JournalPanel(const Theme &theme, QWidget *parent = nullptr);
    void setJournal(Core::Journal *journal); // null: none; it may go first
    void showEntry(qint64 id); // selects it, now or when it has been read
    void retranslate();
    void restyle();
    JournalModel &model() { return *m_model; }
    QString story() const; // shown at the right
    QWidget *checkButton() const; // stands in the panel's title row
    const QString &checkText() const { return m_checkText; }

signals:
    void checked(const QString &sentence, bool whole); // the chain of lines was looked at

private:
    void read();
    void check();
    void take(const Core::Expected<QList<Core::JournalEntry>> &entries);
    void takeCheck(const Core::Expected<Core::JournalCheck> &result);
    void tell(const Core::Error &error);
    void selectPending();
    void showStory();
    const Core::JournalEntry *selected() const;

    const Theme &m_theme;
    QPointer<Core::Journal> m_journal;
    Selection m_none; // the journal's rows are no things of the cluster
    JournalModel *m_model;
    TablePanel *m_table;
    QPlainTextEdit *m_story;
    QLabel *m_trouble;
    QToolButton *m_check;
    QTimer m_reading; // several lines a second are read once
    std::optional<Core::Expected<Core::JournalCheck>> m_result;
    QString m_checkText;
    qint64 m_wanted = 0;
};
} // namespace Gui
