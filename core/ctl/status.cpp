// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/commandtable.h"
#include "core/ctl/statusjson.h"
#include "core/ctl/statustext.h"
#include "core/session/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTimer>

#include <cstdio>

namespace Ctl
{
namespace
{
using namespace Core;
using namespace std::chrono_literals;

// Past the slowest probe's time-out: what did not answer by then is part of the observation.
constexpr auto longestWait = 30s;
// A name that may not be resolved, a host that swallows packets: the transport needs 10 s to say
// so.
constexpr auto lookEvery = 50ms;

struct Wish {
    QString cluster;
    bool json = false;
    bool watch = false;
};

// Takes the arguments apart; the exit code when they are wrong.
std::optional<int> understand(const QStringList &arguments, Wish &wish)
{
    for (const QString &argument : arguments) {
        if (argument == QStringLiteral("--json"))
            wish.json = true;
        else if (argument == QStringLiteral("--watch"))
            wish.watch = true;
        else if (argument.startsWith(u'-'))
            return wrongUsage(
                rendered(message(QT_TRANSLATE_NOOP("Core", "unknown option %1"), {argument})),
                "status");
        else if (!wish.cluster.isEmpty())
            return wrongUsage(
                rendered(message(QT_TRANSLATE_NOOP("Core", "one CLUSTER at a time, not %1"),
                                 {argument})),
                "status");
        else
            wish.cluster = argument;
    }
    if (wish.cluster.isEmpty())
        return wrongUsage(rendered(message(QT_TRANSLATE_NOOP("Core", "which CLUSTER?"))), "status");
    return std::nullopt;
}

// A profile's name, or the path of its file.
QString fileOf(const QString &cluster)
{
    const QString named = profilePath(cluster);
    return QFileInfo(named).isFile() ? named : cluster;
}

bool isRefused(const Machine &machine)
{
    return machine.contact.state == ContactState::Refused
        || machine.contact.state == ContactState::NeedsAnswer;
}

bool isConnected(const Machine &machine)
{
    return machine.contact.state == ContactState::Connected;
}

// What is known to be wrong counts more than who could not be asked; a cluster of which somebody
// could not be asked is not healthy either.
ExitCode exitCodeOf(const ClusterSnapshot &snapshot)
{
    const Health health = healthOf(snapshot);
    const auto wrong = [](const Verdict &verdict) {
        return verdict.state == VerdictState::Bad || verdict.state == VerdictState::Warning;
    };
    const auto &machines = snapshot.machines;
    const bool anybody = std::any_of(machines.cbegin(), machines.cend(), isConnected);
    if (anybody && (wrong(health.service) || wrong(health.data)))
        return NotWell;
    if (std::any_of(machines.cbegin(), machines.cend(), isRefused))
        return NotAllowed;
    if (!std::all_of(machines.cbegin(), machines.cend(), isConnected))
        return CannotReach;
    const bool good
        = health.service.state == VerdictState::Ok && health.data.state == VerdictState::Ok;
    return good ? Done : NotWell;
}

// A script has nobody to ask: the window is where a key is compared and a password given.
void declineQuestions(Session &session)
{
    QObject::connect(
        &session, &Session::hostKeyAsked, &session, [&session](const HostKeyQuestion &asked) {
            complain(rendered(
                message(QT_TRANSLATE_NOOP("Core",
                                          "%1: the host key %2 is not known yet; connect once "
                                          "with the window to compare it"),
                        {asked.machine.text(), asked.sha256})));
            session.answerHostKey(asked.id, false);
        });
    QObject::connect(
        &session, &Session::secretAsked, &session, [&session](const SecretQuestion &asked) {
            complain(rendered(
                message(QT_TRANSLATE_NOOP("Core",
                                          "%1: a password is asked for; use a key, an agent, "
                                          "or let the window remember it"),
                        {asked.machine.text()})));
            session.answerSecret(asked.id, std::nullopt, false);
        });
}

// The cluster over the time of one call. Main thread.
class Observation : public QObject
{
public:
    Observation(const ClusterProfile &profile, const Wish &wish) : m_wish(wish), m_session(profile)
    {
        declineQuestions(m_session);
        connect(&m_timer, &QTimer::timeout, this, &Observation::look);
        connect(&m_session.store(), &SnapshotStore::published, this,
                [this](const SnapshotPtr &snapshot, const QList<Event> &events) {
                    if (m_complete && m_wish.watch)
                        tellChange(*snapshot, events);
                });
        m_session.open();
        m_clock.start();
        m_timer.start(lookEvery);
    }

private:
    void look()
    {
        const bool enough
            = m_session.settled() || std::chrono::milliseconds(m_clock.elapsed()) >= longestWait;
        if (!enough)
            return;
        m_complete = true;
        m_timer.stop();
        tell();
        if (!m_wish.watch)
            QCoreApplication::exit(exitCodeOf(*m_session.store().current()));
    }

    // Counters change with every answer and are no news.
    void tellChange(const ClusterSnapshot &snapshot, const QList<Event> &events)
    {
        const Health health = healthOf(snapshot);
        if (!events.isEmpty() || !(health == m_told))
            tell();
    }

    void tell()
    {
        SnapshotStore &store = m_session.store();
        m_told = healthOf(*store.current());
        if (!m_wish.json && !m_wish.watch) {
            say(statusText(store));
            return;
        }
        const auto layout
            = m_wish.watch ? JsonWriter::Layout::OneLine : JsonWriter::Layout::Indented;
        const QByteArray text = statusDocument(store, QDateTime::currentDateTimeUtc(), layout);
        std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
        std::fflush(stdout); // who watches wants the line now
    }

    const Wish m_wish;
    Session m_session;
    QTimer m_timer;
    QElapsedTimer m_clock;
    Health m_told;
    bool m_complete = false;
};
} // namespace

int runStatus(const QStringList &arguments)
{
    Wish wish;
    if (const std::optional<int> wrong = understand(arguments, wish))
        return *wrong;
    const QString file = fileOf(wish.cluster);
    if (!QFileInfo(file).isFile())
        return wrongUsage(
            rendered(message(QT_TRANSLATE_NOOP("Core", "no cluster is called %1"), {wish.cluster})),
            "status");
    const Expected<LoadedProfile> loaded = loadProfile(file);
    if (!loaded) {
        complain(file + QStringLiteral(": ") + rendered(loaded.error().what));
        return BadInput;
    }
    Observation observation(loaded->profile, wish);
    return QCoreApplication::exec();
}
} // namespace Ctl
