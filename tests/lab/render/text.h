// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace Lab
{

// What a command says and how it ends; or, while `next` is set, what it has said so far. Whoever
// runs it calls `next` from time to time, until it is not set any more: with nothing while the
// command waits for something to happen, with a line of its input when it has a prompt.
struct Answer {
    int exit = 0;
    std::string out;
    std::string err;
    std::function<Answer(const std::string &line)> next = {};
    std::string prompt = {}; // shown on a terminal only
};

// The command has said that much and goes on when it is so.
Answer goOnWhen(std::function<bool()> so, std::function<Answer()> then, std::string said = {});

// As printf does.
[[gnu::format(printf, 1, 2)]] std::string printed(const char *format, ...);
// "Sun Nov 22 23:20:00 2026", no line break.
std::string ctimeText(std::time_t time);
// "2026-11-22 23:20:00", as cman_tool prints it.
std::string joinedText(std::time_t time);
bool has(const std::vector<std::string> &arguments, const std::string &option);
// The word after the option, or nothing.
std::string valueOf(const std::vector<std::string> &arguments, const std::string &option);
std::vector<std::string> splitAt(const std::string &text, char separator);

} // namespace Lab
