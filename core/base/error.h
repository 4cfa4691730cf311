// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <tl/expected.hpp>

namespace Core
{
// Branch on the kind, show the sentence, log the detail.
enum class ErrorKind : quint8 {
    Unreachable, // no route, refused, reset, name not found
    AuthRefused, // the host answered and refused every way to log in; a BMC refused user or
                 // password
    HostKeyChanged, // also: not yet trusted
    Timeout,
    Cancelled,
    CommandFailed, // ran, and its exit status says no
    ParseFailed, // answered something that cannot be understood
    Refused, // the other side understood and declined (privilege, preflight, lock)
    Stale, // the state it was made for is gone
    Storage,
    Internal,
};

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    Message what;
    QString detail; // raw words of the tool or library, never translated, redacted by the maker
    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T> using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorKind kind, Message what, QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(what), std::move(detail)});
}
} // namespace Core
