// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <QElapsedTimer>
#include <QTimer>

#include <variant>

// What every command that talks to a cluster begins with.
namespace Ctl
{
// The profile called so, or in that file. The exit code when there is none; it was said why.
std::variant<Core::ClusterProfile, int> profileOf(const QString &cluster, const char *commandName);

// Opens the session, answers No to every question (a script has nobody to ask), and calls ready()
// once: the picture is as complete as it can be. Main thread; needs its event loop.
class OneCluster : public QObject
{
    Q_OBJECT
public:
    explicit OneCluster(const Core::ClusterProfile &profile);
    Core::Session &session() { return m_session; }

signals:
    void ready();

private:
    void look();

    Core::Session m_session;
    QTimer m_timer;
    QElapsedTimer m_clock;
};
} // namespace Ctl
