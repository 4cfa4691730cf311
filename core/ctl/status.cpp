// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/terminal.h"
#include "core/ctl/commandtable.h"
#include "core/ctl/onecluster.h"
#include "core/ctl/statusjson.h"
#include "core/ctl/statustext.h"

#include <QCoreApplication>

#include <cstdio>

namespace Ctl
{
namespace
{
using namespace Core;

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

// The cluster over the time of one call. Main thread.
class Observation : public QObject
{
public:
    Observation(const ClusterProfile &profile, const Wish &wish) : m_wish(wish), m_cluster(profile)
    {
        connect(&m_cluster, &OneCluster::ready, this, &Observation::begin);
        connect(&m_cluster.session().store(), &SnapshotStore::published, this,
                [this](const SnapshotPtr &snapshot, const QList<Event> &events) {
                    if (m_complete && m_wish.watch)
                        tellChange(*snapshot, events);
                });
    }

private:
    void begin()
    {
        m_complete = true;
        tell();
        if (!m_wish.watch)
            QCoreApplication::exit(exitCodeOf(*m_cluster.session().store().current()));
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
        SnapshotStore &store = m_cluster.session().store();
        m_told = healthOf(*store.current());
        if (!m_wish.json && !m_wish.watch) {
            say(statusText(store));
            return;
        }
        const auto layout
            = m_wish.watch ? JsonWriter::Layout::OneLine : JsonWriter::Layout::Indented;
        const QByteArray text = statusDocument(store, QDateTime::currentDateTimeUtc(), layout);
        Core::writeTo(stdout, text);
        std::fflush(stdout); // who watches wants the line now
    }

    const Wish m_wish;
    OneCluster m_cluster;
    Health m_told;
    bool m_complete = false;
};
} // namespace

int runStatus(const QStringList &arguments)
{
    Wish wish;
    if (const std::optional<int> wrong = understand(arguments, wish))
        return *wrong;
    const std::variant<ClusterProfile, int> profile = profileOf(wish.cluster, "status");
    if (const int *wrong = std::get_if<int>(&profile))
        return *wrong;
    Observation observation(std::get<ClusterProfile>(profile), wish);
    return QCoreApplication::exec();
}
} // namespace Ctl
