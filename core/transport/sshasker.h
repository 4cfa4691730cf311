// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/questions.h"

#include <QByteArray>

#include <optional>

namespace Core
{
// How the blocking part of a login asks a person. Called in the worker's thread; blocks until the
// answer, for as long as it takes.
class SshAsker
{
public:
    virtual ~SshAsker() = default;
    virtual bool trusts(HostKeyQuestion question) = 0; // false also when the connection is closed
    // UTF-8, to be wiped by the caller; none: the person gave up, or the connection is closed.
    virtual std::optional<QByteArray> secret(SecretQuestion question) = 0;
    virtual bool stopped() const = 0; // the owner closed the connection
};
} // namespace Core
