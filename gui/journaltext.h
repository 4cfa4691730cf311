// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journalentry.h"
#include "gui/statusstyle.h"

// What the journal holds, in the language of the person.
namespace Gui::JournalText
{
QString outcome(const Core::JournalEntry &entry); // "done", "not concluded"
Tone tone(const Core::JournalEntry &entry);
QString when(const QDateTime &utc); // date and time of the workstation
// The whole story: who, why, what was shown, what was sent and printed, how it ended.
QString story(const Core::JournalEntry &entry);
// An action that a dead program left behind: what became of it, and what to look at.
QString leftBehind(const Core::JournalEntry &entry);
QString checked(const Core::JournalCheck &check);
} // namespace Gui::JournalText
