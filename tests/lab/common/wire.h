// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fd.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace Lab
{

// The control socket speaks in lists of byte strings: a count, then a length and the bytes of each,
// all numbers 32 bits in the machine's order (the socket never leaves it). An answer has three:
// exit status, standard output, standard error; or five, when the command has not ended: the job
// to go on with, and the prompt of the line it waits for.
struct Reply {
    int exit = 0;
    std::string out;
    std::string err;
    std::string job = {};
    std::string prompt = {};
};
std::vector<std::string> words(const Reply &reply);

std::string encode(const std::vector<std::string> &words);
// Takes one complete list from the front of the buffer; nothing while it is incomplete. `broken`
// is set when no list can begin so.
std::optional<std::vector<std::string>> takeWords(std::string &buffer, bool &broken);

// Binds or connects a Unix socket by a folder and a short name, so that a long path does not
// matter. An invalid descriptor, with errno, when it failed.
Fd listenIn(const std::string &folder, const std::string &name);
Fd connectIn(const std::string &folder, const std::string &name);

// Asks the supervisor of the laboratory in that folder and waits for the answer; nothing when
// nobody is there.
std::optional<Reply> ask(const std::string &folder, const std::vector<std::string> &words);

} // namespace Lab
