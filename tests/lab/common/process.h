// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fd.h"

#include <map>
#include <string>
#include <sys/types.h>
#include <vector>

namespace Lab
{

// A child that dies with the process that started it (PR_SET_PDEATHSIG), in its own process group.
struct Spawn {
    std::vector<std::string> argv; // the first is a path
    std::string folder{}; // working directory; empty: as here
    std::map<std::string, std::string> environment{}; // added to the one here
    std::string logFile{}; // standard output and error; empty: as here
    int input = -1; // standard input; -1: /dev/null
    int output = -1; // standard output; -1: the log
};

// The process id, or -1 with errno.
pid_t spawn(const Spawn &what);
// Runs to its end with this standard input; standard output is returned. Exit status 127 when it
// could not be started, 128 + n when a signal ended it.
struct Finished {
    int exit = 127;
    std::string out;
};
Finished runToEnd(Spawn what, const std::string &input = {});
int exitOf(int waitStatus);
// The first of that name in PATH or the system folders; empty when there is none.
std::string findProgram(const std::string &name);

} // namespace Lab
