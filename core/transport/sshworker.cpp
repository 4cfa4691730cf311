// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshworker.h"

#include "core/base/log.h"
#include "core/transport/sshconnect.h"
#include "core/transport/sshtunnel.h"

#include <QHostInfo>

#include <libssh/server.h>

#include <algorithm>

namespace Core
{
namespace
{
constexpr size_t mostChannels = 6; // sshd's MaxSessions is 10, and others log in too

std::vector<SshChannel::Request> execRequests(const QByteArray &line)
{
    return {[](ssh_channel channel) { return ssh_channel_open_session(channel); },
            [line](ssh_channel channel) {
                return ssh_channel_request_exec(channel, line.constData());
            }};
}

Error noName(const QString &host, const QString &detail)
{
    return {ErrorKind::Unreachable,
            message(QT_TRANSLATE_NOOP("Core", "The name %1 cannot be resolved"), {host}), detail};
}
} // namespace

SshWorker::SshWorker(SshEndpoint endpoint, std::shared_ptr<SshControl> control,
                     std::shared_ptr<SshTraffic> traffic)
    : m_endpoint(std::move(endpoint)), m_control(std::move(control)), m_traffic(std::move(traffic)),
      m_keepalive(this)
{
    connect(&m_keepalive, &QTimer::timeout, this, &SshWorker::keepAlive);
}

SshWorker::~SshWorker()
{
    hangUp();
}

bool SshWorker::stopped() const
{
    return m_control->stopped();
}

bool SshWorker::trusts(HostKeyQuestion question)
{
    question.id = SshControl::newQuestion();
    emit hostKeyAsked(question);
    const auto answer = m_control->waitFor(question.id);
    emit answered();
    const bool *trusted = answer ? std::get_if<bool>(&*answer) : nullptr;
    return trusted && *trusted;
}

std::optional<QByteArray> SshWorker::secret(SecretQuestion question)
{
    question.id = SshControl::newQuestion();
    emit secretAsked(question);
    auto answer = m_control->waitFor(question.id);
    emit answered();
    auto *text = answer ? std::get_if<std::optional<QByteArray>>(&*answer) : nullptr;
    return text ? std::move(*text) : std::nullopt;
}

void SshWorker::connectDirect()
{
    const QHostAddress literal(m_endpoint.host);
    if (!literal.isNull())
        return dial({literal});
    // Not getaddrinfo in this thread: nothing could end its wait for a dead name server.
    m_lookup = QHostInfo::lookupHost(m_endpoint.host, this, [this](const QHostInfo &info) {
        m_lookup.reset();
        if (info.addresses().isEmpty())
            lose(noName(m_endpoint.host, info.errorString()));
        else
            dial(info.addresses());
    });
    QTimer::singleShot(m_endpoint.times.connect, this, [this] {
        if (!m_lookup)
            return;
        QHostInfo::abortHostLookup(*std::exchange(m_lookup, std::nullopt));
        lose(noName(m_endpoint.host, QStringLiteral("no answer")));
    });
}

void SshWorker::dial(const QList<QHostAddress> &addresses)
{
    auto socket = dialled(m_endpoint, addresses, *m_control);
    if (socket)
        establish(std::move(*socket));
    else
        lose(socket.error());
}

void SshWorker::connectOver(const std::shared_ptr<OwnedSocket> &socket)
{
    establish(std::move(*socket));
}

void SshWorker::establish(OwnedSocket socket)
{
    auto session = establishedSession(m_endpoint, std::move(socket), *m_control, *this);
    if (session)
        goLive(std::move(*session));
    else
        lose(session.error());
}

void SshWorker::goLive(SshHandle session)
{
    m_control->unguard();
    m_session = std::move(session);
    ssh_set_blocking(m_session.get(), 0);
    ssh_set_counters(m_session.get(), &m_bytes, &m_packets);
    m_event = ssh_event_new();
    ssh_event_add_session(m_event, m_session.get());
    const auto fd = static_cast<qintptr>(ssh_get_fd(m_session.get()));
    m_readable = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Read);
    m_writable = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Write);
    m_writable->setEnabled(false);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &SshWorker::pump);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &SshWorker::pump);
    m_silent.start();
    m_keepalive.start(m_endpoint.times.keepalive);
    emit ready();
    pump();
}

SshWorker::Job *SshWorker::job(quint64 id)
{
    const auto found = m_jobs.find(id);
    return found == m_jobs.end() ? nullptr : &found->second;
}

void SshWorker::start(quint64 id, const Command &command)
{
    if (!m_session)
        return; // failed() is on its way and closes every stream
    Job &made = startJob(id, announcedLine(command), command.timeout);
    made.channel->write(command.input);
    if (!command.input.isEmpty())
        made.channel->closeInput();
    pump();
}

SshWorker::Job &SshWorker::startJob(quint64 id, const QByteArray &line,
                                    std::chrono::milliseconds timeout)
{
    Job &made = m_jobs[id];
    SshChannel::Receiver receiver;
    receiver.data = [this, id, &made](const QByteArray &bytes, bool isError) {
        const QByteArray own = isError ? bytes : made.process.taken(bytes);
        if (!own.isEmpty())
            emit output(id, own, isError);
    };
    receiver.ended = [this, id, &made](const Expected<int> &exitCode) {
        if (const QByteArray rest = made.process.rest(); !rest.isEmpty())
            emit output(id, rest, false);
        emit ended(id, exitCode);
    };
    made.channel
        = std::make_unique<SshChannel>(m_session.get(), execRequests(line), std::move(receiver));
    if (timeout.count() > 0)
        setDeadline(made, id, timeout);
    return made;
}

// Ids of its own, before all others: it must not wait in line. Nobody waits for its end.
void SshWorker::kill(qint64 pid)
{
    startJob(++m_lastKill, killLine(pid), std::chrono::seconds(10));
}

void SshWorker::setDeadline(Job &made, quint64 id, std::chrono::milliseconds time)
{
    made.deadline = std::make_unique<QTimer>();
    made.deadline->setSingleShot(true);
    connect(made.deadline.get(), &QTimer::timeout, this, [this, id, time] {
        if (Job *late = job(id)) {
            late->channel->deliver();
            late->channel->end(failure(
                ErrorKind::Timeout,
                message(QT_TRANSLATE_NOOP("Core", "The command did not end within %1"), {time})));
            pump();
        }
    });
    made.deadline->start(time);
}

void SshWorker::tunnel(quint64 id, const QString &host, int port)
{
    if (!m_session)
        return;
    Job &made = m_jobs[id];
    made.tunnel = std::make_unique<SshTunnel>([this] { pump(); });
    SshTunnel *way = made.tunnel.get();
    SshChannel::Receiver receiver;
    receiver.data = [way](const QByteArray &bytes, bool) { way->take(bytes); };
    receiver.opened = [this, id, way] {
        job(id)->deadline.reset();
        emit tunnelled(id, way->opened());
    };
    receiver.ended = [this, id](const Expected<int> &result) { emit ended(id, result); };
    made.channel = std::make_unique<SshChannel>(
        m_session.get(),
        std::vector<SshChannel::Request>{[name = host.toUtf8(), port](ssh_channel channel) {
            return ssh_channel_open_forward(channel, name.constData(), port, "127.0.0.1", 0);
        }},
        std::move(receiver));
    way->attach(made.channel.get());
    setDeadline(made, id, m_endpoint.times.connect);
    pump();
}

void SshWorker::write(quint64 id, const QByteArray &bytes)
{
    if (Job *open = job(id)) {
        open->channel->write(bytes);
        pump();
    }
}

void SshWorker::closeInput(quint64 id)
{
    if (Job *open = job(id)) {
        open->channel->closeInput();
        pump();
    }
}

void SshWorker::hold(quint64 id, bool on)
{
    if (Job *open = job(id)) {
        open->channel->hold(on);
        pump();
    }
}

void SshWorker::drop(quint64 id)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return;
    found->second.channel->abandon();
    pump();
}

// Everything that is ready now, then what it brought. Called after each arrival and each request.
void SshWorker::pump()
{
    if (!m_session || std::exchange(m_pumping, true))
        return;
    int polled = SSH_OK;
    do {
        polled = ssh_event_dopoll(m_event, 0);
    } while (polled != SSH_ERROR && advance());
    for (auto &[id, open] : m_jobs)
        open.channel->deliver();
    for (auto &[id, open] : m_jobs) {
        if (open.tunnel)
            open.tunnel->resume();
        else if (const qsizetype bytes = open.channel->takeSent(); bytes > 0)
            emit sent(id, bytes);
    }
    countTraffic();
    m_pumping = false;
    if (polled == SSH_ERROR || !ssh_is_connected(m_session.get())) {
        return lose(
            {ErrorKind::Unreachable,
             message(QT_TRANSLATE_NOOP("Core", "The connection to %1 was lost"), {m_endpoint.host}),
             libraryError(m_session.get())});
    }
    reap();
    m_writable->setEnabled((ssh_get_poll_flags(m_session.get()) & SSH_WRITE_PENDING) != 0);
}

bool SshWorker::advance()
{
    bool moved = false;
    size_t places = mostChannels - std::min(m_abandoned.size(), mostChannels);
    for (auto &[id, open] : m_jobs) {
        if (places == 0)
            break;
        --places;
        moved |= open.channel->advance();
    }
    for (Job &open : m_abandoned)
        moved |= open.channel->advance();
    return moved;
}

// Closing a channel talks to the server and may bring in more; that is taken by another pump.
void SshWorker::reap()
{
    std::vector<Job> gone;
    for (auto it = m_jobs.begin(); it != m_jobs.end();) {
        if (it->second.channel->ended()) {
            auto &list = it->second.channel->openPending() ? m_abandoned : gone;
            list.push_back(std::move(it->second));
            it = m_jobs.erase(it);
        } else {
            ++it;
        }
    }
    const auto answered
        = std::stable_partition(m_abandoned.begin(), m_abandoned.end(),
                                [](const Job &open) { return open.channel->openPending(); });
    std::move(answered, m_abandoned.end(), std::back_inserter(gone));
    m_abandoned.erase(answered, m_abandoned.end());
    if (!gone.empty())
        release(std::move(gone));
}

void SshWorker::release(std::vector<Job> gone)
{
    for (const Job &open : gone) {
        if (open.process.pid() && !open.channel->remoteEnded())
            kill(*open.process.pid());
    }
    gone.clear();
    QMetaObject::invokeMethod(this, &SshWorker::pump, Qt::QueuedConnection);
}

void SshWorker::countTraffic()
{
    const auto received = static_cast<qint64>(m_bytes.in_bytes);
    m_traffic->sent = static_cast<qint64>(m_bytes.out_bytes);
    if (m_traffic->received.exchange(received) == received)
        return;
    m_silent.restart();
    if (!m_traffic->told.exchange(true))
        emit trafficGrew();
}

// A request that any server answers, if only to decline it. The library waits for one answer at a
// time: the call after an answer merely takes note of it, so a second one sends.
void SshWorker::keepAlive()
{
    if (m_silent.hasExpired(m_endpoint.times.silence.count())) {
        return lose({ErrorKind::Unreachable,
                     message(QT_TRANSLATE_NOOP("Core", "%1 has not answered for %2"),
                             {m_endpoint.host, m_endpoint.times.silence}),
                     {}});
    }
    if (!m_silent.hasExpired(m_endpoint.times.keepalive.count() * 9 / 10))
        return;
    const uint64_t before = m_packets.out_packets;
    ssh_send_keepalive(m_session.get());
    if (m_packets.out_packets == before)
        ssh_send_keepalive(m_session.get());
    pump();
}

void SshWorker::lose(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled) {
        qCInfo(lcSsh, "%s: %s %s", qUtf8Printable(m_endpoint.machine.text()),
               qUtf8Printable(logText(error.what)), qUtf8Printable(error.detail));
    }
    hangUp();
    emit failed(error);
}

void SshWorker::hangUp()
{
    m_control->unguard();
    m_keepalive.stop();
    m_readable.reset();
    m_writable.reset();
    m_jobs.clear();
    m_abandoned.clear();
    if (!m_session)
        return;
    ssh_event_remove_session(m_event, m_session.get());
    ssh_event_free(std::exchange(m_event, nullptr));
    // Not ssh_disconnect alone: it forgets a socket that was given to the session, and leaves it
    // open.
    const auto fd = static_cast<SocketFd>(ssh_get_fd(m_session.get()));
    const quint64 socket = identityOf(fd);
    ssh_silent_disconnect(m_session.get());
    m_session.reset();
    closeLeftOpen(fd, socket);
}
} // namespace Core
