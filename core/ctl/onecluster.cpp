// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/onecluster.h"

#include "core/ctl/commandtable.h"

#include <QFileInfo>

namespace Ctl
{
namespace
{
using namespace Core;
using namespace std::chrono_literals;

// Past the slowest probe's time-out: what did not answer by then is part of the observation.
constexpr auto longestWait = 30s;
constexpr auto lookEvery = 50ms;

// A profile's name, or the path of its file.
QString fileOf(const QString &cluster)
{
    const QString named = profilePath(cluster);
    return QFileInfo(named).isFile() ? named : cluster;
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

} // namespace

std::variant<ClusterProfile, int> profileOf(const QString &cluster, const char *commandName)
{
    const QString file = fileOf(cluster);
    if (!QFileInfo(file).isFile())
        return wrongUsage(
            rendered(message(QT_TRANSLATE_NOOP("Core", "no cluster is called %1"), {cluster})),
            commandName);
    const Expected<LoadedProfile> loaded = loadProfile(file);
    if (loaded)
        return loaded->profile;
    complain(file + QStringLiteral(": ") + rendered(loaded.error().what));
    return int(BadInput);
}

OneCluster::OneCluster(const ClusterProfile &profile) : m_session(profile)
{
    declineQuestions(m_session);
    connect(&m_timer, &QTimer::timeout, this, &OneCluster::look);
    m_session.open();
    m_clock.start();
    m_timer.start(lookEvery);
}

void OneCluster::look()
{
    if (!m_session.settled() && std::chrono::milliseconds(m_clock.elapsed()) < longestWait)
        return;
    m_timer.stop();
    emit ready();
}
} // namespace Ctl
