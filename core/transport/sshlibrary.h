// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/sshsocket.h"

#include <QByteArrayView>
#include <QString>

#include <libssh/libssh.h>

#include <memory>

// RAII for libssh's handles and the small conversions that every user of it needs. A handle is
// used in one thread only (libssh's rule for a session and all its channels).
namespace Core
{
struct SshDeleter {
    void operator()(ssh_session session) const
    {
        const auto fd = static_cast<SocketFd>(ssh_get_fd(session));
        const quint64 socket = identityOf(fd);
        ssh_free(session);
        closeLeftOpen(fd, socket);
    }
    void operator()(ssh_key key) const { ssh_key_free(key); }
};
using SshHandle = std::unique_ptr<ssh_session_struct, SshDeleter>;
using SshKey = std::unique_ptr<ssh_key_struct, SshDeleter>;

// The library's own words about the last failure; detail only, never shown as the message.
inline QString libraryError(ssh_session session)
{
    return QString::fromUtf8(ssh_get_error(session)).trimmed();
}

inline QString takenString(char *text)
{
    const QString result = QString::fromUtf8(text);
    ssh_string_free_char(text);
    return result;
}
} // namespace Core
