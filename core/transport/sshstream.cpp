// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshstream.h"

#include "core/transport/sshsession.h"

#include <algorithm>
#include <utility>

namespace Core
{
SshStream::SshStream(quint64 id, SshSession *session) : m_id(id), m_session(session)
{
}

SshStream::~SshStream()
{
    if (m_session)
        m_session->drop(m_id);
}

void SshStream::write(const QByteArray &bytes)
{
    if (!m_session || m_ended)
        return;
    m_unsent += bytes.size();
    m_session->write(m_id, bytes);
}

void SshStream::sent(qint64 bytes)
{
    m_unsent = std::max<qint64>(0, m_unsent - bytes); // Command::input is sent too
    emit written();
}

void SshStream::hold(bool on)
{
    if (m_session && !m_ended)
        m_session->hold(m_id, on);
}

void SshStream::closeInput()
{
    if (m_session && !m_ended)
        m_session->closeInput(m_id);
}

void SshStream::end(const Expected<int> &exitCode)
{
    if (!std::exchange(m_ended, true))
        emit closed(exitCode);
}
} // namespace Core
