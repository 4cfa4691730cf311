// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionrecord.h"

#include "core/action/aftermath.h"
#include "core/base/log.h"

#include <QFuture>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr qsizetype outputKept = 64 * 1024; // bytes a command; its beginning says what went wrong

QString clean(const QString &text)
{
    return QString::fromUtf8(redacted(text.toUtf8()));
}

QString textOf(const CommandTrace &trace)
{
    QString text = QStringLiteral("$ ") + trace.command + u'\n';
    if (!trace.result)
        return text + QStringLiteral("! ") + logText(trace.result.error().what) + u'\n';
    text += QString::fromUtf8(trace.result->out.left(outputKept));
    text += QString::fromUtf8(trace.result->err.left(outputKept));
    return text + QStringLiteral("= ") + QString::number(trace.result->exitCode) + u'\n';
}

JournalEntry entryOf(const ActionPlan &plan)
{
    JournalEntry entry;
    entry.title = plan.title;
    entry.touches = plan.touches;
    entry.findings = plan.findings;
    if (plan.verb)
        entry.wish = wishJson(*plan.verb);
    for (const Step &step : plan.steps)
        entry.steps << JournalStep{step.info.title, clean(step.info.preview),
                                   step.info.pointOfNoReturn};
    return entry;
}

template <typename T> Expected<T> waited(QFuture<Expected<T>> future)
{
    future.waitForFinished();
    return future.result();
}
} // namespace

ActionRecord::ActionRecord(Journal *journal, std::shared_ptr<const Clock> clock, Author author)
    : m_journal(journal), m_clock(std::move(clock)), m_author(std::move(author))
{
}

Expected<void> ActionRecord::intend(const ActionPlan &plan, const QString &reason)
{
    if (!m_journal)
        return {};
    JournalEntry entry = entryOf(plan);
    entry.user = m_author.user;
    entry.host = m_author.host;
    entry.cluster = m_author.cluster;
    entry.at = m_clock->now();
    entry.reason = clean(reason);
    const Expected<qint64> id = waited(m_journal->intend(entry));
    if (!id)
        return tl::unexpected(id.error());
    m_id = *id;
    return {};
}

JournalLine ActionRecord::lineOf(JournalEvent event, int step) const
{
    JournalLine line;
    line.event = event;
    line.at = m_clock->now();
    line.step = step;
    return line;
}

QFuture<Expected<void>> ActionRecord::add(const JournalLine &line)
{
    if (m_id)
        return m_journal->add(*m_id, line);
    QPromise<Expected<void>> nothing;
    nothing.start();
    nothing.addResult(Expected<void>());
    nothing.finish();
    return nothing.future();
}

Expected<void> ActionRecord::stepBegan(int step)
{
    return waited(add(lineOf(JournalEvent::StepBegan, step)));
}

void ActionRecord::ran(int step, const CommandTrace &trace)
{
    JournalLine line = lineOf(JournalEvent::Output, step);
    line.machine = trace.on;
    line.text = textOf(trace);
    add(line);
}

void ActionRecord::progressed(int step, const StepProgress &progress)
{
    if (m_clock->elapsed() - m_toldAt < 1s)
        return;
    m_toldAt = m_clock->elapsed();
    JournalLine line = lineOf(JournalEvent::Progress, step);
    line.message = progress.text;
    add(line);
}

void ActionRecord::noted(const Finding &finding)
{
    JournalLine line = lineOf(JournalEvent::Note, -1);
    line.message = finding.text;
    add(line);
}

void ActionRecord::stepEnded(int step)
{
    add(lineOf(JournalEvent::StepEnded, step));
}

Expected<void> ActionRecord::conclude(const Outcome &outcome)
{
    if (!m_id)
        return {};
    Outcome told = outcome;
    if (told.error)
        told.error->detail = clean(told.error->detail);
    return waited(m_journal->conclude(*m_id, told, m_clock->now()));
}
} // namespace Core
