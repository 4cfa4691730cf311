// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

namespace Lab
{

namespace
{

Answer outcome(std::string words, bool done, const std::string &after = {})
{
    words += done ? "Success\n" + after : "Failure\n";
    return {done ? 0 : 255, words, {}};
}

} // namespace

// Exit status: the resource group error as a byte; 255 failure, 247 no quorum.
Answer clusvcadm(const Call &call)
{
    const Node &self = call.self();
    if (!self.cman || !self.rgmanager)
        return {1, {}, "Could not connect to resource group manager\n"};
    const std::string option = call.first();
    const std::string name = call.at(1);
    const std::string vmid = name.substr(name.find(':') + 1);
    const std::string target = valueOf(call.arguments, "-m");
    if (!self.view.quorate)
        return {247, "Local machine working on " + name + "...Operation requires quorum\n", {}};
    if (option == "-d")
        return outcome("Local machine disabling " + name + "...",
                       !call.simulation.apply({"service-disable", vmid}));
    if (option == "-e") {
        const bool done = !call.simulation.apply({"service-enable", vmid, target});
        const std::string where = target.empty() ? self.name : target;
        return outcome("Local machine trying to enable " + name + "...", done,
                       name + " is now running on " + where + "\n");
    }
    if (option == "-M")
        return outcome("Trying to migrate " + name + " to " + target + "...",
                       !call.simulation.apply({"service-migrate", vmid, target}));
    if (option == "-Z" || option == "-U") {
        const bool freeze = option == "-Z";
        return outcome(
            std::string("Local machine ") + (freeze ? "freezing " : "unfreezing ") + name + "...",
            !call.simulation.apply({freeze ? "service-freeze" : "service-unfreeze", vmid}));
    }
    return {1, {}, "usage: clusvcadm [command]\n"};
}

} // namespace Lab
