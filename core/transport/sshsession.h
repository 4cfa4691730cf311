// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/questions.h"
#include "core/transport/sshendpoint.h"
#include "core/transport/transport.h"

#include <QHash>
#include <QPointer>
#include <QThread>

#include <optional>

namespace Core
{
class OwnedSocket;
class SshControl;
class SshStream;
class SshWorker;
struct SshTraffic;

// SSH to one machine, by a chain of jump hosts where the endpoint names them. Every open() is one
// connection in a thread of its own; nothing is tried again here. Main thread.
//
// States: Lost after Unreachable and Timeout (trying again later makes sense); Refused after
// everything that a person must settle first: AuthRefused, HostKeyChanged, Refused (no common
// algorithm), Storage (known hosts), Cancelled (a question was declined). lastError() tells.
// While a jump host is being logged in, its questions come from here too.
class SshSession final : public Transport
{
    Q_OBJECT
public:
    explicit SshSession(SshEndpoint endpoint, QObject *parent = nullptr);
    ~SshSession() override; // streams close with Cancelled

    TransportState state() const override { return m_state; }
    std::optional<Error> lastError() const override { return m_error; }
    void open() override;
    void close() override; // streams close with Cancelled; no question is open after it
    std::unique_ptr<Stream> start(const Command &command) override;
    qint64 bytesReceived() const override; // since the connection is Ready
    qint64 bytesSent() const override;
    const SshEndpoint &endpoint() const { return m_endpoint; }

public slots:
    // An id that is not asked (any more) is ignored.
    void answerHostKey(quint64 id, bool trusted);
    void answerSecret(quint64 id, const std::optional<QString> &secret); // none: given up

signals:
    void hostKeyAsked(const Core::HostKeyQuestion &question);
    void secretAsked(const Core::SecretQuestion &question);

private:
    friend class SshStream;
    void write(quint64 id, const QByteArray &bytes);
    void closeInput(quint64 id);
    void hold(quint64 id, bool on);
    void drop(quint64 id);

    void startWorker();
    void hear(SshWorker *worker);
    void openJump();
    void followJump(TransportState state);
    void connectOver(const std::shared_ptr<OwnedSocket> &socket);
    void tunnelTo(SshSession *inner);
    void fail(const Error &error);
    void setState(TransportState state);
    void dismissWorker();
    void endStreams(const Error &error);

    SshEndpoint m_endpoint;
    TransportState m_state = TransportState::Closed;
    std::optional<Error> m_error;
    std::unique_ptr<SshSession> m_jump;
    SshWorker *m_worker = nullptr; // lives in and goes with its thread
    QPointer<QThread> m_thread; // the last one; deletes itself
    std::shared_ptr<SshControl> m_control;
    std::shared_ptr<SshTraffic> m_traffic;
    QHash<quint64, SshStream *> m_streams;
    QHash<quint64, QPointer<SshSession>> m_tunnels; // asked for by sessions that pass through here
    quint64 m_lastId = quint64(1) << 32; // the worker uses smaller ones itself
};
} // namespace Core
