// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace Lab
{

struct Place {
    std::string folder; // the laboratory's
    std::string machine; // whose command this is
};

// What sshd runs for each session: the wanted command in a clean environment, in the machine's own
// folder, dying with the session. Returns only when it could not be run.
int shell(const Place &place);

} // namespace Lab
