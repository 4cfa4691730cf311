// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshsession.h"

#include "core/base/paths.h"
#include "core/transport/sshstream.h"
#include "core/transport/sshworker.h"

namespace Core
{
namespace
{
Error closedByUs()
{
    return {
        ErrorKind::Cancelled, message(QT_TRANSLATE_NOOP("Core", "The connection was closed")), {}};
}

Error notConnected()
{
    return {ErrorKind::Unreachable, message(QT_TRANSLATE_NOOP("Core", "Not connected")), {}};
}

Error noWayOn(const SshEndpoint &jump, const SshEndpoint &machine, const QString &detail)
{
    return {ErrorKind::Unreachable,
            message(QT_TRANSLATE_NOOP("Core", "The jump host %1 opens no way to %2, port %3"),
                    {jump.host, machine.host, QString::number(machine.port)}),
            detail};
}

bool isTransient(ErrorKind kind)
{
    return kind == ErrorKind::Unreachable || kind == ErrorKind::Timeout;
}

SshEndpoint complete(SshEndpoint endpoint)
{
    if (endpoint.knownHostsFile.isEmpty())
        endpoint.knownHostsFile = stateFolder() + QStringLiteral("/known_hosts");
    return endpoint;
}
} // namespace

SshSession::SshSession(SshEndpoint endpoint, QObject *parent)
    : Transport(parent), m_endpoint(complete(std::move(endpoint)))
{
}

SshSession::~SshSession()
{
    dismissWorker();
    endStreams(closedByUs());
    // A moment for the thread to say goodbye, so that the program does not end under it; a few
    // milliseconds, unless it is blocked in the agent.
    if (m_thread)
        m_thread->wait(500);
}

void SshSession::open()
{
    using enum TransportState;
    if (m_state != Closed && m_state != Lost && m_state != Refused)
        return;
    m_error.reset();
    if (m_endpoint.jump)
        return openJump();
    startWorker();
    QMetaObject::invokeMethod(m_worker, &SshWorker::connectDirect, Qt::QueuedConnection);
    setState(Connecting);
}

void SshSession::close()
{
    dismissWorker();
    m_jump.reset();
    setState(TransportState::Closed);
    endStreams(closedByUs());
}

// The thread ends by itself when the worker is gone: the window never waits for it, whatever the
// worker is blocked in.
void SshSession::startWorker()
{
    m_control = std::make_shared<SshControl>();
    m_traffic = std::make_shared<SshTraffic>();
    auto *thread = new QThread;
    thread->setObjectName(QStringLiteral("ssh ") + m_endpoint.machine.text());
    m_worker = new SshWorker(m_endpoint, m_control, m_traffic);
    m_worker->moveToThread(thread);
    connect(m_worker, &QObject::destroyed, thread, &QThread::quit, Qt::DirectConnection);
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    m_thread = thread;
    hear(m_worker);
    thread->start();
}

// A signal that was on its way when its worker was dismissed must not reach the next connection.
void SshSession::hear(SshWorker *worker)
{
    const auto current = [this, worker](auto &&handle) {
        return [this, worker, handle](const auto &...args) {
            if (m_worker == worker)
                handle(args...);
        };
    };
    using enum TransportState;
    connect(worker, &SshWorker::hostKeyAsked, this, current([this](const HostKeyQuestion &asked) {
                setState(NeedsAnswer);
                emit hostKeyAsked(asked);
            }));
    connect(worker, &SshWorker::secretAsked, this, current([this](const SecretQuestion &asked) {
                setState(NeedsAnswer);
                emit secretAsked(asked);
            }));
    connect(worker, &SshWorker::answered, this, current([this] { setState(Connecting); }));
    connect(worker, &SshWorker::ready, this, current([this] { setState(Ready); }));
    connect(worker, &SshWorker::failed, this, current([this](const Error &error) { fail(error); }));
    connect(worker, &SshWorker::output, this,
            current([this](quint64 id, const QByteArray &bytes, bool isError) {
                if (SshStream *stream = m_streams.value(id))
                    isError ? emit stream->errorData(bytes) : emit stream->data(bytes);
            }));
    connect(worker, &SshWorker::sent, this, current([this](quint64 id, qint64 bytes) {
                if (SshStream *stream = m_streams.value(id))
                    stream->sent(bytes);
            }));
    connect(worker, &SshWorker::ended, this,
            current([this](quint64 id, const Expected<int> &exitCode) {
                if (SshStream *stream = m_streams.take(id))
                    stream->end(exitCode);
                if (const auto inner = m_tunnels.take(id); inner && !exitCode)
                    inner->fail(noWayOn(m_endpoint, inner->m_endpoint, exitCode.error().detail));
            }));
    connect(worker, &SshWorker::tunnelled, this,
            current([this](quint64 id, const std::shared_ptr<OwnedSocket> &socket) {
                if (const auto inner = m_tunnels.take(id))
                    inner->connectOver(socket);
            }));
    connect(worker, &SshWorker::trafficGrew, this, current([this] {
                m_traffic->told = false;
                emit received();
            }));
}

void SshSession::openJump()
{
    m_jump = std::make_unique<SshSession>(*m_endpoint.jump);
    connect(m_jump.get(), &SshSession::hostKeyAsked, this, &SshSession::hostKeyAsked);
    connect(m_jump.get(), &SshSession::secretAsked, this, &SshSession::secretAsked);
    connect(m_jump.get(), &Transport::stateChanged, this, &SshSession::followJump);
    m_jump->open();
}

void SshSession::followJump(TransportState jump)
{
    using enum TransportState;
    switch (jump) {
    case Connecting:
    case NeedsAnswer:
        return setState(jump);
    case Ready:
        setState(Connecting);
        return m_jump->tunnelTo(this);
    case Lost:
    case Refused:
        return fail(*m_jump->lastError());
    case Closed:
        break;
    }
}

void SshSession::tunnelTo(SshSession *inner)
{
    const quint64 id = ++m_lastId;
    m_tunnels.insert(id, inner);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, id, to = inner->m_endpoint] {
        worker->tunnel(id, to.host, to.port);
    });
}

void SshSession::connectOver(const std::shared_ptr<OwnedSocket> &socket)
{
    startWorker();
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, socket] { worker->connectOver(socket); });
}

std::unique_ptr<Stream> SshSession::start(const Command &command)
{
    const quint64 id = ++m_lastId;
    auto stream = std::make_unique<SshStream>(id, this);
    m_streams.insert(id, stream.get());
    if (m_state == TransportState::Ready) {
        QMetaObject::invokeMethod(m_worker,
                                  [worker = m_worker, id, command] { worker->start(id, command); });
    } else {
        // Later, so that the caller can connect first.
        const Error error = m_error.value_or(notConnected());
        QMetaObject::invokeMethod(
            stream.get(), [self = stream.get(), error] { self->end(tl::unexpected(error)); },
            Qt::QueuedConnection);
    }
    return stream;
}

void SshSession::write(quint64 id, const QByteArray &bytes)
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker,
                                  [worker = m_worker, id, bytes] { worker->write(id, bytes); });
}

void SshSession::closeInput(quint64 id)
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, id] { worker->closeInput(id); });
}

void SshSession::hold(quint64 id, bool on)
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, id, on] { worker->hold(id, on); });
}

void SshSession::drop(quint64 id)
{
    if (m_streams.remove(id) > 0 && m_worker)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, id] { worker->drop(id); });
}

void SshSession::answerHostKey(quint64 id, bool trusted)
{
    if (m_jump)
        m_jump->answerHostKey(id, trusted);
    if (m_control)
        m_control->answer(id, trusted);
}

void SshSession::answerSecret(quint64 id, const std::optional<QString> &secret)
{
    if (m_jump)
        m_jump->answerSecret(id, secret);
    if (m_control)
        m_control->answer(id, secret ? std::optional(secret->toUtf8()) : std::nullopt);
}

qint64 SshSession::bytesReceived() const
{
    return m_traffic ? m_traffic->received.load() : 0;
}

qint64 SshSession::bytesSent() const
{
    return m_traffic ? m_traffic->sent.load() : 0;
}

void SshSession::fail(const Error &error)
{
    dismissWorker();
    if (m_jump) {
        m_jump->disconnect(this);
        m_jump.release()->deleteLater(); // this may be one of its signals
    }
    m_error = error;
    setState(isTransient(error.kind) ? TransportState::Lost : TransportState::Refused);
    endStreams(error);
}

void SshSession::setState(TransportState state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged(state);
}

void SshSession::dismissWorker()
{
    if (!m_worker)
        return;
    m_control->stop();
    m_worker->deleteLater();
    m_worker = nullptr;
}

void SshSession::endStreams(const Error &error)
{
    const QHash<quint64, SshStream *> streams = std::exchange(m_streams, {});
    QList<QPointer<SshStream>> open;
    for (SshStream *stream : streams)
        open.append(stream);
    for (const QPointer<SshStream> &stream : open) {
        if (stream)
            stream->end(tl::unexpected(error));
    }
}
} // namespace Core
