// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <chrono>
#include <memory>

namespace Core
{
// How long each phase may take. Values for tests; the defaults are the product's.
struct SshTimes {
    std::chrono::milliseconds connect{10'000}; // name, TCP, and key exchange: each
    // One answer of the server while logging in. Longer than connecting: sshd looks the client's
    // name up first, and the name server is often among the dead when a console is needed.
    std::chrono::milliseconds login{40'000};
    std::chrono::milliseconds keepalive{5'000}; // of silence, before the server is asked for a sign
    std::chrono::milliseconds silence{20'000}; // without a byte: the link is given up
};

// Where and as whom to log in. Holds no secret.
struct SshEndpoint {
    NodeName machine; // named in questions
    QString host; // name or address
    int port = 22;
    QString user = QStringLiteral("root");
    QString identityFile; // empty: agent, then the default keys
    QString knownHostsFile; // empty: the product's own
    std::shared_ptr<const SshEndpoint> jump; // null: direct
    bool legacyAlgorithms = false; // also SHA-1 signatures, old key exchanges, short RSA keys
    SshTimes times;
};
} // namespace Core
