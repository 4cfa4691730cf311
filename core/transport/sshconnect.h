// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/hostkeys.h"
#include "core/transport/sshasker.h"
#include "core/transport/sshcontrol.h"
#include "core/transport/sshendpoint.h"
#include "core/transport/sshlibrary.h"

#include <QHostAddress>

// The blocking half of a connection, step by step. Worker's thread.
namespace Core
{
// TCP to the first address that answers. Unreachable (refused, no route), Timeout, Cancelled.
Expected<OwnedSocket> dialled(const SshEndpoint &endpoint, const QList<QHostAddress> &addresses,
                              const SshControl &control);

// Version, key exchange and the host key's verdict over a connected socket, then the login. The
// session that comes back is blocking still. `control` guards the socket until unguard().
Expected<SshHandle> establishedSession(const SshEndpoint &endpoint, OwnedSocket socket,
                                       SshControl &control, SshAsker &asker);
} // namespace Core
