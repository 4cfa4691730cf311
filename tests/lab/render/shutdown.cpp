// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

namespace Lab
{

// sysvinit 2.88: it tells init and returns; what it broadcasts goes to terminals alone. Of the
// times only "now" is known here.
Answer shutdown(const Call &call)
{
    const bool reboots = call.has("-r");
    if (!call.has("now") || reboots == (call.has("-h") || call.has("-P")))
        return {1, {}, "Usage:\t  shutdown [-akrhPHfFnc] [-t sec] time [warning message]\n"};
    if (reboots)
        call.simulation.machines().reboot(call.node);
    else
        call.simulation.machines().shutDown(call.node);
    call.simulation.settle();
    return {};
}

} // namespace Lab
