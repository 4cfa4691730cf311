// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/sshlibrary.h"

// The agent: libssh reaches it on POSIX systems only (sshplatform_posix.cpp, _windows.cpp).
namespace Core
{
bool agentAvailable();
int loginByAgent(ssh_session session); // SSH_AUTH_...; blocks, also while the agent asks a person
} // namespace Core
