// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/clusterprofile.h"
#include "core/transport/sshendpoint.h"

namespace Core
{
// Where and as whom to log in to a machine of the profile, with the chain of its jump hosts:
// another machine of the profile by name, else "user@host:port" of which host alone is needed. A
// chain that bites its tail ends where it would begin again.
SshEndpoint endpointOf(const ProfileMachine &machine, const ClusterProfile &profile);
} // namespace Core
