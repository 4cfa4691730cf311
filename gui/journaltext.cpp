// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/journaltext.h"

#include "gui/actiontext.h"
#include "gui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gui::JournalText
{
namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gui::JournalText)
};

QString machines(const QList<Core::NodeName> &names)
{
    QStringList all;
    for (const Core::NodeName &name : names)
        all << name.text();
    return all.join(QStringLiteral(", "));
}

QString stepTitle(const Core::JournalEntry &entry, int step)
{
    if (step < 0 || step >= entry.steps.size())
        return {};
    return QStringLiteral("%1. %2").arg(step + 1).arg(Core::rendered(entry.steps[step].title));
}

QStringList planLines(const Core::JournalEntry &entry)
{
    QStringList lines{Text::tr("PLAN")};
    for (const int i : ActionText::worstFirst(entry.findings)) {
        const Core::Finding &finding = entry.findings[i];
        lines << QStringLiteral("* [%1] %2")
                     .arg(ActionText::word(finding.severity), Core::rendered(finding.text));
    }
    for (int i = 0; i < entry.steps.size(); ++i) {
        if (entry.steps[i].pointOfNoReturn)
            lines << QStringLiteral("--- %1 ---").arg(ActionText::pointOfNoReturnText());
        lines << stepTitle(entry, i);
        for (const QString &line : entry.steps[i].preview.split(u'\n', Qt::SkipEmptyParts))
            lines << QStringLiteral("     ") + line;
    }
    return lines;
}

QString happened(const Core::JournalEntry &entry, const Core::JournalLine &line)
{
    switch (line.event) {
    case Core::JournalEvent::StepBegan:
        return stepTitle(entry, line.step);
    case Core::JournalEvent::Output:
        return line.machine.isEmpty()
            ? line.text
            : QStringLiteral("%1 | %2").arg(line.machine.text(), line.text);
    case Core::JournalEvent::Progress:
    case Core::JournalEvent::Note:
        return Core::rendered(line.message);
    case Core::JournalEvent::StepEnded:
        return Text::tr("verified");
    }
    return {};
}

QStringList whatHappened(const Core::JournalEntry &entry)
{
    QStringList lines;
    for (const Core::JournalLine &line : entry.lines) {
        QStringList parts = happened(entry, line).split(u'\n', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < parts.size(); ++i)
            lines << (i == 0 ? Words::clock(line.at) : QString(8, u' ')) + QStringLiteral("  ")
                    + parts[i];
    }
    return lines;
}

QString ending(const Core::JournalEntry &entry)
{
    if (!entry.outcome)
        return Text::tr("Not concluded: it runs, or the program ended in the middle.");
    QString text = Text::tr("Outcome: %1").arg(outcome(entry));
    if (entry.endedAt.isValid())
        text = Text::tr("%1, %2").arg(text, when(entry.endedAt));
    if (entry.outcome->step >= 0 && entry.outcome->kind != Core::OutcomeKind::Done)
        text += QStringLiteral("; ") + stepTitle(entry, entry.outcome->step);
    if (entry.outcome->error)
        text += QStringLiteral("; ") + Core::rendered(entry.outcome->error->what);
    return text;
}
} // namespace

QString outcome(const Core::JournalEntry &entry)
{
    if (!entry.outcome)
        return Text::tr("not concluded");
    return ActionText::word(entry.outcome->kind);
}

Tone tone(const Core::JournalEntry &entry)
{
    return entry.outcome ? ActionText::tone(entry.outcome->kind) : Tone::Unknown;
}

QString when(const QDateTime &utc)
{
    const QString date = QLocale().toString(utc.toLocalTime().date(), QStringLiteral("yyyy-MM-dd"));
    return QStringLiteral("%1 %2").arg(date, Words::clock(utc));
}

QString story(const Core::JournalEntry &entry)
{
    QStringList lines{Core::rendered(entry.title),
                      Text::tr("%1 from %2, %3, cluster %4")
                          .arg(entry.user, entry.host, when(entry.at), entry.cluster)};
    if (!entry.touches.isEmpty())
        lines << Text::tr("Touches %1").arg(machines(entry.touches));
    if (!entry.reason.isEmpty())
        lines << Text::tr("Reason: %1").arg(entry.reason);
    lines << ending(entry);
    if (entry.foundAtStart)
        lines << Text::tr("The program had ended in the middle; this was written by its next "
                          "start.");
    lines << QString() << planLines(entry);
    const QStringList events = whatHappened(entry);
    if (!events.isEmpty())
        lines << QString() << Text::tr("WHAT HAPPENED") << events;
    return lines.join(u'\n');
}

QString leftBehind(const Core::JournalEntry &entry)
{
    const auto last = std::find_if(entry.lines.crbegin(), entry.lines.crend(), [](const auto &l) {
        return l.event == Core::JournalEvent::StepBegan;
    });
    const QString where = machines(entry.touches);
    if (!entry.lines.isEmpty() && entry.lines.last().event == Core::JournalEvent::Note
        && entry.lines.last().step < 0)
        return Text::tr("“%1”, begun %2, was cut short. Looked up now: %3.")
            .arg(Core::rendered(entry.title), when(entry.at),
                 Core::rendered(entry.lines.last().message));
    if (last == entry.lines.crend())
        return Text::tr("“%1”, begun %2, had not sent its first step. Look at %3.")
            .arg(Core::rendered(entry.title), when(entry.at), where);
    return Text::tr("“%1”, begun %2, ended in “%3”. What was sent may or may not have worked: "
                    "look at %4.")
        .arg(Core::rendered(entry.title), when(entry.at), stepTitle(entry, last->step), where);
}

QString checked(const Core::JournalCheck &check)
{
    if (!check.firstBad)
        return Text::tr("%n line(s), all as they were written", nullptr, int(check.lines));
    return Text::tr("Line %1 is not as it was written: %2")
        .arg(*check.firstBad)
        .arg(Core::rendered(check.what));
}
} // namespace Gui::JournalText
