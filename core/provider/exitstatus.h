// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Exit statuses that mean the same for every command (timeout of coreutils; POSIX XCU 2.8.2).
namespace Core::ExitStatus
{
constexpr int timedOut = 124;
constexpr int notInstalled = 127;
constexpr int firstSignal = 129; // 128 + the signal; busybox' timeout gives 143 for its own
constexpr int lastSignal = 128 + 64; // 255 and below are words of the command: a Perl script died
constexpr bool isSignal(int status)
{
    return status >= firstSignal && status <= lastSignal;
}
} // namespace Core::ExitStatus
