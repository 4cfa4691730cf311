// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/sshsocket.h"

#include <QByteArray>

#include <condition_variable>
#include <map>
#include <mutex>
#include <variant>

namespace Core
{
// Overwrites the bytes before they go. Copies made by Qt or the library are out of its reach.
void wipe(QByteArray &secret);

// What the owner may do to a worker that blocks: answer its question, or end it. Any thread.
class SshControl
{
public:
    // Host key: trusted or not. Secret: the text in UTF-8, or none when the person gave up.
    using Answer = std::variant<bool, std::optional<QByteArray>>;

    static quint64 newQuestion(); // an id that no other question of this process has

    void stop(); // wakes every wait and breaks the guarded socket; for good
    bool stopped() const;

    void answer(quint64 question, Answer answer);
    std::optional<Answer> waitFor(quint64 question); // blocks; none: stopped

    // From guard() to unguard() stop() breaks this socket. By a second handle of it: the library
    // closes its own when it likes, and another thread's socket could get that number.
    void guard(SocketFd fd);
    void unguard();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<quint64, Answer> m_answers;
    OwnedSocket m_guarded;
    bool m_stopped = false;
};
} // namespace Core
