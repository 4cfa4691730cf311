// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/journalmodel.h"

#include "gui/journaltext.h"

namespace Gui
{
namespace
{
Cell text(const QString &words)
{
    return {words, Tone::Neutral, false, false, {}};
}

Row journalRow(const Core::JournalEntry &entry)
{
    return {QString::number(entry.id),
            {},
            {{JournalText::when(entry.at), Tone::Neutral, false, false, entry.at},
             text(Core::rendered(entry.title)),
             {JournalText::outcome(entry), JournalText::tone(entry), true, false, {}},
             text(entry.user),
             text(entry.host),
             text(entry.cluster)}};
}
} // namespace

QStringList JournalModel::headings() const
{
    return {tr("When"), tr("Action"), tr("Outcome"), tr("Who"), tr("From"), tr("Cluster")};
}

void JournalModel::setEntries(const QList<Core::JournalEntry> &entries)
{
    m_entries = entries;
    refill();
}

void JournalModel::show(const ClusterView &, const ClusterSource &)
{
}

void JournalModel::refill()
{
    QList<Row> rows;
    for (const Core::JournalEntry &entry : std::as_const(m_entries))
        rows << journalRow(entry);
    setRows(rows);
}
} // namespace Gui
