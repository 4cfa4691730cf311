// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

namespace Lab
{

namespace
{

Answer usage()
{
    const std::string me = "/usr/sbin/fence_ack_manual";
    return {1,
            "usage:\n \t" + me + " <nodename>\n \t" + me
                + " -n <nodename>\n\nThe -n flag exists to preserve compatibility with previous \n"
                  "releases of "
                + me + ", and is no longer required.\n",
            {}};
}

// It waits until fenced listens, for ever: only while that fenced tries to fence somebody.
Answer waitForPipe(const Call &call, const std::string &victim)
{
    return goOnWhen(
        [call, victim] { return call.simulation.fencing().override(call.node, victim); },
        [call] {
            call.simulation.settle();
            return Answer{0, "Done\n", {}};
        });
}

} // namespace

// A shell script of cluster 3: both forms, with and without -n.
Answer fenceAckManual(const Call &call)
{
    const std::string victim = call.first() == "-n" ? call.at(1) : call.first();
    if (victim.empty() || victim == "-h")
        return usage();
    Answer answer{0,
                  "About to override fencing for " + victim
                      + ".\nImproper use of this command can cause severe file system damage.\n\n",
                  {}};
    answer.prompt = "Continue [NO/absolutely]? ";
    answer.next = [call, victim](const std::string &line) {
        return line == "absolutely" ? waitForPipe(call, victim) : Answer{1, "Aborted.\n", {}};
    };
    return answer;
}

} // namespace Lab
