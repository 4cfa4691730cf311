// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionrunner.h"
#include "core/store/journal.h"
#include "tests/lab/openlab.h"

#include <QProcess>

namespace Testing
{
// binomectl in the middle of an action, as another console.
class MidwayConsole
{
public:
    MidwayConsole(const OpenLab &lab, QStringList words)
    {
        words.insert(1, lab.folder() + QStringLiteral("/profile.json"));
        words << QStringLiteral("--yes") << QStringLiteral("--reason") << QStringLiteral("a test")
              << QStringLiteral("--lang") << QStringLiteral("en");
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(BINOME_BIN_DIR "/binomectl"), words);
    }
    ~MidwayConsole() { died(); }
    bool says(const QByteArray &line) // within a time
    {
        return OpenLab::within(120'000,
                               [&] {
                                   m_said += m_process.readAll();
                                   return m_said.contains(line)
                                       || m_process.state() == QProcess::NotRunning;
                               })
            && m_said.contains(line);
    }
    bool died() // of it, not at its end
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished(30'000);
        return m_process.state() == QProcess::NotRunning
            && m_process.exitStatus() == QProcess::CrashExit;
    }
    const QByteArray &said() const { return m_said; }

private:
    QProcess m_process;
    QByteArray m_said;
};

// The newest action of the journal, once it says what the cluster showed at this start.
inline std::optional<Core::JournalEntry> lookedUp(OpenLab &lab)
{
    std::optional<Core::JournalEntry> found;
    static_cast<void>(OpenLab::within(120'000, [&] {
        auto entries = lab.session().journal().entries();
        if (!OpenLab::within(10'000, [&] { return entries.isFinished(); }) || !entries.result()
            || entries.result()->isEmpty())
            return false;
        const Core::JournalEntry newest = entries.result()->first();
        if (newest.foundAtStart && !newest.lines.isEmpty()
            && newest.lines.constLast().event == Core::JournalEvent::Note)
            found = newest;
        return found.has_value();
    }));
    return found;
}

inline Core::Outcome outcomeOf(const Core::ActionRunPtr &run)
{
    static_cast<void>(OpenLab::within(300'000, [&] { return run->outcome().has_value(); }));
    return run->outcome().value_or(Core::Outcome());
}

inline QByteArray whyOf(const Core::Outcome &outcome)
{
    return outcome.error ? Core::logText(outcome.error->what).toUtf8() : QByteArray("no error");
}
} // namespace Testing
