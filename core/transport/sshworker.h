// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/command.h"
#include "core/transport/remoteprocess.h"
#include "core/transport/sshasker.h"
#include "core/transport/sshchannel.h"
#include "core/transport/sshcontrol.h"
#include "core/transport/sshendpoint.h"
#include "core/transport/sshlibrary.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QSocketNotifier>
#include <QTimer>

#include <atomic>
#include <map>

namespace Core
{
class SshTunnel;

// Numbers that the owner reads while the worker runs.
struct SshTraffic {
    std::atomic<qint64> received{0};
    std::atomic<qint64> sent{0};
    std::atomic<bool> told{false}; // trafficGrew() is on its way
};

// One connection, made once: the libssh session and its channels. Lives in its own thread, where
// every function but the constructor is called; it may block there until ready() and never after.
class SshWorker : public QObject, private SshAsker
{
    Q_OBJECT
public:
    SshWorker(SshEndpoint endpoint, std::shared_ptr<SshControl> control,
              std::shared_ptr<SshTraffic> traffic);
    ~SshWorker() override;

    void connectDirect(); // looks the name up first
    void connectOver(const std::shared_ptr<OwnedSocket> &socket); // a way that a jump host opened

    // Ends with ended(), once, unless dropped before. Starts in the order of the ids.
    void start(quint64 id, const Command &command);
    void write(quint64 id, const QByteArray &bytes);
    void closeInput(quint64 id);
    void hold(quint64 id, bool on);
    void drop(quint64 id);
    // A way through this machine: tunnelled(), then ended() when it closes; or ended() alone.
    void tunnel(quint64 id, const QString &host, int port);

signals:
    void hostKeyAsked(const Core::HostKeyQuestion &question);
    void secretAsked(const Core::SecretQuestion &question);
    void answered();
    void ready();
    void failed(const Core::Error &error); // never connected, or the link is lost; nothing follows
    void output(quint64 id, const QByteArray &bytes, bool isError);
    void sent(quint64 id, qint64 bytes); // of what was written
    void ended(quint64 id, const Core::Expected<int> &exitCode);
    void tunnelled(quint64 id, std::shared_ptr<Core::OwnedSocket> socket);
    void trafficGrew();

private:
    struct Job {
        RemoteProcess process; // not of a tunnel
        std::unique_ptr<SshChannel> channel;
        std::unique_ptr<SshTunnel> tunnel; // after the channel: it uses it and goes first
        std::unique_ptr<QTimer> deadline;
    };

    bool trusts(HostKeyQuestion question) override;
    std::optional<QByteArray> secret(SecretQuestion question) override;
    bool stopped() const override;

    void dial(const QList<QHostAddress> &addresses);
    void establish(OwnedSocket socket);
    void goLive(SshHandle session);
    void hangUp();
    void lose(const Error &error);

    void pump();
    bool advance();
    void reap();
    void release(std::vector<Job> gone);
    void kill(qint64 pid);
    void countTraffic();
    void keepAlive();
    Job *job(quint64 id);
    Job &startJob(quint64 id, const QByteArray &line, std::chrono::milliseconds timeout);
    void setDeadline(Job &job, quint64 id, std::chrono::milliseconds time);

    SshEndpoint m_endpoint;
    std::shared_ptr<SshControl> m_control;
    std::shared_ptr<SshTraffic> m_traffic;
    std::optional<int> m_lookup; // under way
    SshHandle m_session;
    ssh_event m_event = nullptr;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    std::map<quint64, Job> m_jobs;
    quint64 m_lastKill = 0;
    std::vector<Job> m_abandoned; // waiting for the server's answer, to be closed then
    ssh_counter_struct m_bytes{};
    ssh_counter_struct m_packets{};
    QTimer m_keepalive;
    QElapsedTimer m_silent; // since the last byte that came in
    bool m_pumping = false;
};
} // namespace Core
