// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshplatform.h"

namespace Core
{
bool agentAvailable()
{
    return !qEnvironmentVariableIsEmpty("SSH_AUTH_SOCK");
}

int loginByAgent(ssh_session session)
{
    return ssh_userauth_agent(session, nullptr);
}
} // namespace Core
