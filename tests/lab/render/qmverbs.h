// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands.h"

namespace Lab
{

// The verbs of qm that change something, for a guest whose configuration is on this node; nothing
// for a word that is none. Texts and order of the checks: qemu-server of Proxmox VE 3.
std::optional<Answer> qmVerb(const Call &call, const Guest &guest);

} // namespace Lab
