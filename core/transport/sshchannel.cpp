// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshchannel.h"

#include <algorithm>

namespace Core
{
SshChannel::SshChannel(ssh_session session, std::vector<Request> requests, Receiver receiver)
    : m_session(session), m_requests(std::move(requests)), m_receiver(std::move(receiver))
{
}

SshChannel::~SshChannel()
{
    if (!m_channel)
        return;
    ssh_remove_channel_callbacks(m_channel, &m_callbacks);
    ssh_channel_free(m_channel);
}

int SshChannel::takeData(ssh_session, ssh_channel, void *bytes, uint32_t size, int isError,
                         void *self)
{
    auto *channel = static_cast<SshChannel *>(self);
    if (isError == 0 && channel->m_held)
        return 0; // the library keeps it
    (isError != 0 ? channel->m_err : channel->m_out)
        .append(static_cast<const char *>(bytes), qsizetype(size));
    return static_cast<int>(size);
}

void SshChannel::takeClose(ssh_session, ssh_channel, void *self)
{
    static_cast<SshChannel *>(self)->m_remoteClosed = true;
}

void SshChannel::takeExit(ssh_session, ssh_channel, int status, void *self)
{
    auto *channel = static_cast<SshChannel *>(self);
    channel->m_exitCode = status;
    channel->m_exitKnown = true;
}

void SshChannel::takeSignal(ssh_session, ssh_channel, const char *, int, const char *, const char *,
                            void *self)
{
    static_cast<SshChannel *>(self)->m_exitKnown = true; // the code stays -1
}

bool SshChannel::create()
{
    m_channel = ssh_channel_new(m_session);
    if (!m_channel)
        return false;
    ssh_callbacks_init(&m_callbacks);
    m_callbacks.userdata = this;
    m_callbacks.channel_data_function = &takeData;
    m_callbacks.channel_close_function = &takeClose;
    m_callbacks.channel_exit_status_function = &takeExit;
    m_callbacks.channel_exit_signal_function = &takeSignal;
    return ssh_set_channel_callbacks(m_channel, &m_callbacks) == SSH_OK;
}

void SshChannel::write(const QByteArray &bytes)
{
    if (!m_inputClosed)
        m_input += bytes;
}

void SshChannel::closeInput()
{
    m_inputClosed = true;
}

bool SshChannel::hasNews() const
{
    return !m_ended && (!m_out.isEmpty() || !m_err.isEmpty() || (m_remoteClosed && !m_held));
}

bool SshChannel::openPending() const
{
    return m_channel && m_phase == Phase::Opening && m_request == 0;
}

bool SshChannel::advance()
{
    if (!m_channel && !m_ended && !create())
        refuse();
    switch (m_phase) {
    case Phase::Opening:
        return (!m_ended || openPending()) && advanceOpening();
    case Phase::Running:
        return !m_ended && !m_remoteClosed && advanceWriting();
    case Phase::Failed:
        break;
    }
    return false;
}

bool SshChannel::advanceOpening()
{
    const int result = m_requests[m_request](m_channel);
    if (result == SSH_AGAIN)
        return false;
    if (result != SSH_OK) {
        refuse();
    } else if (++m_request == m_requests.size()) {
        m_phase = Phase::Running;
        if (m_receiver.opened && !m_ended)
            m_receiver.opened();
    }
    return true;
}

bool SshChannel::advanceWriting()
{
    constexpr qsizetype piece = 32 * 1024; // one packet of SSH (RFC 4253, 6.1)
    bool moved = false;
    while (queued() > 0 && (ssh_get_poll_flags(m_session) & SSH_WRITE_PENDING) == 0) {
        const auto window = static_cast<qsizetype>(ssh_channel_window_size(m_channel));
        const qsizetype size = std::min({queued(), window, piece});
        const int written = size == 0 ? 0
                                      : ssh_channel_write(m_channel, m_input.constData() + m_sent,
                                                          static_cast<uint32_t>(size));
        if (written <= 0)
            break;
        m_sent += written;
        m_newlySent += written;
        moved = true;
    }
    if (queued() > 0)
        return moved;
    m_input.clear();
    m_sent = 0;
    if (m_inputClosed && !std::exchange(m_eofSent, true)) {
        ssh_channel_send_eof(m_channel);
        moved = true;
    }
    return moved;
}

void SshChannel::deliver()
{
    if (m_ended)
        return;
    if (!m_out.isEmpty())
        m_receiver.data(std::exchange(m_out, {}), false);
    if (!m_err.isEmpty())
        m_receiver.data(std::exchange(m_err, {}), true);
    if (m_remoteClosed && !m_held)
        end(m_exitCode);
}

void SshChannel::hold(bool on)
{
    m_held = on;
    if (on || !m_channel || m_phase != Phase::Running)
        return;
    // What was kept is told to nobody until more arrives, which the full window may forbid.
    QByteArray kept(64 * 1024, Qt::Uninitialized);
    while (!m_held) {
        const int size
            = ssh_channel_read_nonblocking(m_channel, kept.data(), uint32_t(kept.size()), 0);
        if (size <= 0)
            break;
        m_out.append(kept.constData(), size);
    }
}

void SshChannel::end(const Expected<int> &result)
{
    if (!std::exchange(m_ended, true))
        m_receiver.ended(result);
}

void SshChannel::refuse()
{
    m_phase = Phase::Failed;
    end(failure(ErrorKind::Refused,
                message(QT_TRANSLATE_NOOP("Core", "The SSH server declined to start the command")),
                libraryError(m_session)));
}
} // namespace Core
