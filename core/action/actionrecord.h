// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionshell.h"
#include "core/base/clock.h"
#include "core/store/journal.h"

namespace Core
{
// One action's story in the journal. On the action's thread, which waits for the disk where it
// must: before the first step, before each step, at the end.
class ActionRecord
{
public:
    struct Author {
        QString user;
        QString host;
        QString cluster;
    };
    // journal: null: nothing is kept.
    ActionRecord(Journal *journal, std::shared_ptr<const Clock> clock, Author author);

    // Storage: nothing may be sent.
    Expected<void> intend(const ActionPlan &plan, const QString &reason);
    Expected<void> stepBegan(int step);
    void ran(int step, const CommandTrace &trace);
    void progressed(int step, const StepProgress &progress); // at most one a second is kept
    void noted(const Finding &finding);
    void stepEnded(int step);
    Expected<void> conclude(const Outcome &outcome);

private:
    JournalLine lineOf(JournalEvent event, int step) const;
    QFuture<Expected<void>> add(const JournalLine &line);

    Journal *const m_journal;
    const std::shared_ptr<const Clock> m_clock;
    const Author m_author;
    std::optional<qint64> m_id;
    std::chrono::milliseconds m_toldAt{-10'000};
};
} // namespace Core
