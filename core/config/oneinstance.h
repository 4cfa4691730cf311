// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QTimer>

#include <chrono>

namespace Core
{
// One window for one set of profiles: a later start tells the first what it was asked to open, and
// ends. Held by a lock file beside the profiles and a local socket that this person alone may use.
// Where nobody answers - a lock of another computer on a shared folder, a folder that cannot be
// written, a program that hangs - the later one starts all the same: two windows are a nuisance,
// none is a bad night. Main thread; never waits.
class OneInstance : public QObject
{
    Q_OBJECT
public:
    // folder: of the profiles. patience: how long a first window that lives may take to answer.
    explicit OneInstance(const QString &folder, QObject *parent = nullptr,
                         std::chrono::milliseconds patience = std::chrono::seconds(5));
    ~OneInstance() override;
    // Exactly one of alone() and handedOver() follows, at once or within the patience. profile:
    // name or file to open; empty: none.
    void ask(const QString &profile);

signals:
    void alone(); // this is the window
    void handedOver(); // it is open already and has been told
    void asked(const QString &profile); // by a later start, once alone

private:
    void attempt();
    bool awaitFirst(); // whether the one that holds the lock may still answer
    void startAlone();
    void retry();
    void serve();
    void answer(QLocalSocket &socket);

    const QString m_name; // of the socket
    const std::chrono::milliseconds m_patience;
    QString m_profile;
    QLockFile m_lock;
    QLocalServer m_server;
    QLocalSocket m_socket;
    QTimer m_pause; // before the next attempt
    QTimer m_silence; // connected, and not answered
    QDeadlineTimer m_deadline;
    bool m_done = false;
};
} // namespace Core
