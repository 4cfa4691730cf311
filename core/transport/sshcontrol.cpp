// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshcontrol.h"

#include <atomic>

namespace Core
{
void wipe(QByteArray &secret)
{
    // volatile: a plain fill of memory that is freed next may be optimised away.
    volatile char *bytes = secret.data();
    for (qsizetype i = 0; i < secret.size(); ++i)
        bytes[i] = '\0';
    secret.clear();
}

quint64 SshControl::newQuestion()
{
    static std::atomic<quint64> last{0};
    return ++last;
}

void SshControl::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    if (m_guarded.isOpen())
        shutDown(m_guarded.fd());
    m_changed.notify_all();
}

bool SshControl::stopped() const
{
    const std::lock_guard lock(m_mutex);
    return m_stopped;
}

void SshControl::answer(quint64 question, Answer answer)
{
    const std::lock_guard lock(m_mutex);
    m_answers.insert_or_assign(question, std::move(answer));
    m_changed.notify_all();
}

std::optional<SshControl::Answer> SshControl::waitFor(quint64 question)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_stopped || m_answers.contains(question); });
    const auto found = m_answers.find(question);
    if (m_stopped || found == m_answers.end())
        return {};
    Answer answer = std::move(found->second);
    m_answers.erase(found);
    return answer;
}

void SshControl::guard(SocketFd fd)
{
    const std::lock_guard lock(m_mutex);
    m_guarded = duplicated(fd);
    if (m_stopped)
        shutDown(fd);
}

void SshControl::unguard()
{
    const std::lock_guard lock(m_mutex);
    m_guarded = OwnedSocket();
}
} // namespace Core
