// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <optional>

// What only a person can answer while a connection is being made. Values: they cross threads.
namespace Core
{
struct HostKeyQuestion {
    quint64 id = 0; // given back with the answer
    NodeName machine;
    QString host;
    int port = 22;
    QString keyType; // "ssh-ed25519"
    QString sha256; // "SHA256:..." as OpenSSH prints it
    // A changed key is never a question: the connection stops with HostKeyChanged.
};

enum class SecretKind : quint8 { Password, Passphrase, KeyboardInteractive };
struct SecretQuestion {
    quint64 id = 0;
    NodeName machine;
    QString host;
    QString user;
    SecretKind kind = SecretKind::Password;
    QString prompt; // the server's own words for KeyboardInteractive, the key file for Passphrase
    bool echo = false;
    int attempt = 1; // from 1; above 1: the one before was refused
    int port = 22;
};
} // namespace Core
