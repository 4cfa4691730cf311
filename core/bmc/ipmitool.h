// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/command.h"
#include "core/bmc/bmc.h"
#include "core/bmc/password.h"

// The path to a BMC through a node: `ipmitool` there. The cluster fences by this path, and UDP
// port 623 does not pass SSH.
namespace Core
{
struct FenceLogin {
    BmcAddress address;
    Password password;
    bool lanplus = false; // IPMI 2.0
    QString privilege; // privlvl of cluster.conf; empty: ipmitool's own, ADMINISTRATOR
};
bool sameLogin(const FenceLogin &a, const FenceLogin &b);

// A line for a POSIX shell whose standard input is ipmitoolInput(): the password is on no command
// line and in no environment. ipmitool opens a file by its name, and sshd gives a socket for
// standard input, which has none: `cat` makes a pipe of it.
QByteArray ipmitoolLine(const FenceLogin &login, const QStringList &words);
QByteArray ipmitoolInput(const FenceLogin &login);

// What it answered. With -v it names the reason of a refusal, which is told apart as in Bmc; the
// password is cut out of an error's detail. Source of the words: ipmitool 1.8.18 and 1.8.19.
Expected<PowerState> ipmitoolPower(const CommandOutput &output, const FenceLogin &login);
// Of an order: the BMC's acceptance. One that it declines because the machine is already so was
//
Expected<void> ipmitoolAccepted(const CommandOutput &output, const FenceLogin &login);

// The words of ipmitool for what is asked or ordered.
extern const QStringList ipmitoolStatus;
QStringList ipmitoolWords(PowerState wanted);
QStringList ipmitoolWords(BmcOrder order);
} // namespace Core
