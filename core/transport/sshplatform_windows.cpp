// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshplatform.h"

namespace Core
{
bool agentAvailable()
{
    return false;
}

int loginByAgent(ssh_session)
{
    return SSH_AUTH_DENIED;
}
} // namespace Core
