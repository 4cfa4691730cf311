// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace Lab
{

// 0 when there is no such process.
pid_t parentOf(pid_t process);
bool isZombie(pid_t process);
// Every process below that one, the deepest last; the process itself is not in it.
std::vector<pid_t> descendantsOf(pid_t root);
// Value of a variable in a process's environment as it was started; empty when there is none or
// it may not be read.
std::string environmentOf(pid_t process, const std::string &name);
// Processes of this user whose environment has that value.
std::vector<pid_t> processesWith(const std::string &name, const std::string &value);
void killAll(const std::vector<pid_t> &processes);

} // namespace Lab
