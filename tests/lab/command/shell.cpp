// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell.h"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace Lab
{

int shell(const Place &place)
{
    const pid_t parent = ::getppid();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent)
        return 126;
    const std::string root = place.folder + "/nodes/" + place.machine;
    ::setenv("PATH", (place.folder + "/machines/" + place.machine + "/bin:/usr/bin:/bin").c_str(),
             1);
    ::setenv("HOME", root.c_str(), 1);
    ::setenv("LC_ALL", "C", 1);
    for (const char *name : {"ENV", "BASH_ENV", "SHLVL", "ZDOTDIR", "LANG"})
        ::unsetenv(name);
    if (::chdir(root.c_str()) != 0)
        return 126;
    const char *command = std::getenv("SSH_ORIGINAL_COMMAND");
    if (!command) {
        ::execl("/bin/sh", "sh", static_cast<char *>(nullptr));
    } else {
        const std::string words = command;
        ::unsetenv("SSH_ORIGINAL_COMMAND");
        ::execl("/bin/sh", "sh", "-c", words.c_str(), static_cast<char *>(nullptr));
    }
    std::perror("lab-shell");
    return 126;
}

} // namespace Lab
