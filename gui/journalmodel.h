// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journalentry.h"
#include "gui/rowmodel.h"

namespace Gui
{
// A row an action of the journal, the newest first.
class JournalModel : public RowModel
{
    Q_OBJECT
public:
    using RowModel::RowModel;
    enum Column { When, Title, Result, Who, From, Cluster };

    void setEntries(const QList<Core::JournalEntry> &entries); // the newest first
    const QList<Core::JournalEntry> &entries() const { return m_entries; }
    void show(const ClusterView &view, const ClusterSource &source) override; // nothing of it
    void refill(); // in the language of now

protected:
    QStringList headings() const override;

private:
    QList<Core::JournalEntry> m_entries;
};
} // namespace Gui
