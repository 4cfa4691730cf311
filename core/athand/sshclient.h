// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/transport/sshendpoint.h"

#include <QStringList>

// OpenSSH's client reaching a machine as this program does: a terminal is its matter, not ours.
namespace Core
{
// The arguments of `ssh`, one by one: address, port, user, key, known hosts, the old algorithms
// where the profile allows them, and the chain of jump hosts. A key that is not on record is asked
// about there; one that differs is refused. knownHosts: the product's own file, for a machine
// without one in its profile. Refused: a host, a user or a file that could be taken for an option
// or be read as more than one word. Source: ssh(1), ssh_config(5) of OpenSSH 6.3 to 9.2.
// command: a line for the shell there, which gets a terminal; the tilde is the command's own then,
// as ssh would take the "~." by which ipmitool is left. Empty: the shell itself.
Expected<QStringList> sshArguments(const SshEndpoint &endpoint, const QString &knownHosts,
                                   const QString &command = {});

// A DNS name or an address, as it may stand in an argument and in a web address: letters, digits,
// '.', '-', '_' and, for IPv6, ':'; no dash first; at most 253 characters.
bool isPlainHost(const QString &host);
} // namespace Core
