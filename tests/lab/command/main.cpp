// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "copyvolume.h"
#include "fenceagent.h"
#include "shell.h"
#include "vncproxy.h"

#include "common/wire.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <thread>

using namespace Lab;

namespace
{

std::string variable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

void print(const Reply &reply)
{
    std::fwrite(reply.out.data(), 1, reply.out.size(), stdout);
    std::fflush(stdout);
    std::fwrite(reply.err.data(), 1, reply.err.size(), stderr);
}

int show(const std::optional<Reply> &reply, const std::string &program)
{
    if (!reply) {
        std::fprintf(stderr, "%s: no laboratory answers\n", program.c_str());
        return 126;
    }
    print(*reply);
    return reply->exit;
}

// As bash's read -p: the prompt only where somebody sees it.
std::string lineFor(const std::string &prompt)
{
    if (::isatty(STDIN_FILENO))
        std::fputs(prompt.c_str(), stderr);
    std::string line;
    std::getline(std::cin, line);
    return line;
}

// A command that waits for something asks again, twenty times a second.
std::optional<Reply> untilItEnds(const Place &place, std::optional<Reply> reply)
{
    while (reply && !reply->job.empty()) {
        print(*reply);
        std::string line;
        if (reply->prompt.empty())
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        else
            line = lineFor(reply->prompt);
        reply = ask(place.folder, {"go-on", reply->job, line});
    }
    return reply;
}

// The machine's own clock, which may be wrong: the real program told another time.
int date(const Place &place, const std::vector<std::string> &words)
{
    const std::optional<Reply> reply = ask(place.folder, {"skew", place.machine});
    std::vector<std::string> argv{"date"};
    if (const long skew = reply ? std::atol(reply->out.c_str()) : 0; skew != 0) {
        timespec now{};
        ::clock_gettime(CLOCK_REALTIME, &now);
        char text[48];
        std::snprintf(text, sizeof text, "@%lld.%09ld", static_cast<long long>(now.tv_sec) + skew,
                      now.tv_nsec);
        argv.insert(argv.end(), {"-d", text});
    }
    argv.insert(argv.end(), words.begin(), words.end());
    std::vector<char *> pointers;
    for (std::string &word : argv)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv("/bin/date", pointers.data());
    return 127;
}

} // namespace

// One program, many names: the name it was called by decides what it is.
int main(int argc, char **argv)
{
    const std::string path = argc > 0 ? argv[0] : "";
    const std::string program = path.substr(path.rfind('/') + 1);
    const Place place{variable("BINOME_LAB_DIR"), variable("BINOME_LAB_NODE")};
    std::vector<std::string> words(argv + 1, argv + argc);
    if (program == "lab-shell" && variable("BINOME_LAB_COMMAND") == "chassis") {
        words.insert(words.begin(), {"chassis", variable("BINOME_LAB_BMC")});
        return show(ask(place.folder, words), "chassis");
    }
    if (program == "lab-shell")
        return shell(place);
    if (program == "date")
        return date(place, words);
    if (program == "dd")
        return copyVolume(place, words);
    if (program == "ipmitool")
        return routedIpmitool(place, words);
    if (program == "fence_ipmilan")
        return fenceAgent(place);
    if (program == "qm" && words.size() == 2 && words[0] == "vncproxy")
        return vncProxy(place, words[1]);
    words.insert(words.begin(), {"run", place.machine, program});
    return show(untilItEnds(place, ask(place.folder, words)), program);
}
