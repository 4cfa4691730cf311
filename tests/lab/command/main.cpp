// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fenceagent.h"
#include "shell.h"

#include "common/wire.h"

#include <cstdio>
#include <cstdlib>

using namespace Lab;

namespace
{

std::string variable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

int show(const std::optional<Reply> &reply, const std::string &program)
{
    if (!reply) {
        std::fprintf(stderr, "%s: no laboratory answers\n", program.c_str());
        return 126;
    }
    std::fwrite(reply->out.data(), 1, reply->out.size(), stdout);
    std::fwrite(reply->err.data(), 1, reply->err.size(), stderr);
    return reply->exit;
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
    if (program == "ipmitool")
        return routedIpmitool(place, words);
    if (program == "fence_ipmilan")
        return fenceAgent(place);
    if (program == "fence_node")
        return fenceNode(place, words);
    words.insert(words.begin(), {"run", place.machine, program});
    return show(ask(place.folder, words), program);
}
