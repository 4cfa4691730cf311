// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "core/model/finding.h"
#include "core/store/outcome.h"

#include <QDateTime>
#include <QJsonObject>

namespace Core
{
// A step as it was shown when the action was approved.
struct JournalStep {
    Message title;
    QString preview; // the exact command
    bool pointOfNoReturn = false;
    friend bool operator==(const JournalStep &, const JournalStep &) = default;
};

enum class JournalEvent : quint8 {
    StepBegan,
    Output, // of a command: text is what was run and printed, secrets taken out
    Progress, // at most one a second
    Note, // found on the way
    StepEnded, // verified
};

// What happened on the way.
struct JournalLine {
    JournalEvent event = JournalEvent::Note;
    QDateTime at; // UTC, workstation's clock
    int step = -1;
    NodeName machine; // Output
    QString text; // Output
    Message message; // Progress, Note
    friend bool operator==(const JournalLine &, const JournalLine &) = default;
};

// One action, from its intention to its outcome.
struct JournalEntry {
    qint64 id = 0; // given by the journal
    QString user; // of the workstation
    QString host; // the workstation
    QString cluster;
    QDateTime at; // UTC
    Message title;
    QList<NodeName> touches;
    QList<Finding> findings; // what was shown with the plan; id, severity and text only
    QList<JournalStep> steps;
    QString reason; // typed
    QJsonObject wish; // what was wanted, by which it is looked up later; empty: not told
    QList<JournalLine> lines;
    std::optional<Outcome> outcome; // none: it runs, or nobody has looked since
    QDateTime endedAt;
    // The program ended in the middle; the outcome was written by the next start.
    bool foundAtStart = false;
    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

// What check() found.
struct JournalCheck {
    qint64 lines = 0; // looked at
    std::optional<qint64> firstBad; // its number, from 1; none: everything is as it was written
    Message what; // changed, missing, ...
};

// Lines of the file, as canonical JSON: keys sorted, no blanks. Every one has "kind".
QByteArray intendLine(const JournalEntry &entry);
QByteArray eventLine(qint64 action, const JournalLine &line);
QByteArray concludeLine(qint64 action, const Outcome &outcome, const QDateTime &at,
                        bool foundAtStart);

// Entries from their lines, oldest first; a line that cannot be read is left out.
class JournalReader
{
public:
    void take(qint64 number, const QByteArray &line);
    QList<JournalEntry> entries() const { return m_entries; }

private:
    JournalEntry *entryOf(const QJsonObject &line);
    QList<JournalEntry> m_entries;
};
} // namespace Core
