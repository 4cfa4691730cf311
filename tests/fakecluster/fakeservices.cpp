// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakecluster/fakeshell.h"

#include <algorithm>

// Init scripts, the fence domain and the power of the fake machines.
namespace Testing
{
using namespace Core;

namespace
{
CommandOutput ended(int exitCode)
{
    CommandOutput output;
    output.exitCode = exitCode;
    return output;
}

Error notRunning()
{
    return {ErrorKind::CommandFailed, message("cman is not running"), {}};
}

int idOf(const NodeName &node)
{
    return node.text().right(1).toInt();
}

ClustatNode *listed(Machine &by, const NodeName &node)
{
    for (qsizetype i = 0; by.ha.value && i < by.ha.value->nodes.size(); ++i) {
        if (by.ha.value->nodes[i].name == node)
            return &by.ha.value->nodes[i];
    }
    return nullptr;
}

void setMember(Machine &by, const NodeName &node, bool in)
{
    for (qsizetype i = 0; by.members.value && i < by.members.value->size(); ++i) {
        Member &one = (*by.members.value)[i];
        if (one.name != node || (one.state == MemberState::Member) == in)
            continue;
        one.state = in ? MemberState::Member : MemberState::Dead;
        one.incarnation += in ? 4 : 0;
        by.quorum.value->totalVotes += in ? 1 : -1;
    }
}

void setInDomain(Machine &by, const NodeName &node, bool in)
{
    if (!by.fenceDomain.value)
        return;
    by.fenceDomain.value->members.removeAll(idOf(node));
    if (in)
        by.fenceDomain.value->members << idOf(node);
}

bool cmanRuns(const Machine &machine)
{
    return !machine.quorum.error;
}
} // namespace

void FakeShell::setGroups(const NodeName &on, bool running)
{
    for (Machine &machine : picture.machines) {
        if (ClustatNode *node = listed(machine, on))
            node->rgmanager = running;
        if (machine.name == on && machine.ha.value)
            machine.ha.value->rgmanagerAnswers = running;
    }
}

// What it owns is started on the other node, as it would be.
void FakeShell::stopGroups(const NodeName &on)
{
    setGroups(on, false);
    const NodeName other = peerOf(picture, on);
    for (Machine &machine : picture.machines) {
        for (qsizetype i = 0; machine.ha.value && i < machine.ha.value->services.size(); ++i) {
            HaService &service = machine.ha.value->services[i];
            if (service.owner != on)
                continue;
            service.owner = other;
            const int id = vmidOf(service.name).value_or(0);
            picture.machines[on].running.value->ids.removeAll(id);
            if (!picture.machines[other].running.value->ids.contains(id))
                picture.machines[other].running.value->ids << id;
        }
    }
}

void FakeShell::leave(const NodeName &on)
{
    for (Machine &machine : picture.machines) {
        setMember(machine, on, false);
        setInDomain(machine, on, false);
    }
    Machine &own = picture.machines[on];
    own.quorum.error = own.members.error = own.fenceDomain.error = own.ha.error = notRunning();
}

void FakeShell::join(const NodeName &on)
{
    Machine &own = picture.machines[on];
    own.quorum.error.reset();
    own.members.error.reset();
    own.fenceDomain.error.reset();
    own.ha.error.reset();
    for (Machine &machine : picture.machines)
        setMember(machine, on, true);
}

CommandOutput FakeShell::init(const NodeName &on, const QStringList &words)
{
    const bool groups = words[0] == QStringLiteral("rgmanager");
    Machine &own = picture.machines[on];
    if (words[1] == QStringLiteral("status")) {
        const bool runs = groups ? own.ha.value && own.ha.value->rgmanagerAnswers : cmanRuns(own);
        return ended(runs ? 0 : 3);
    }
    const bool starts = words[1] == QStringLiteral("start");
    if (groups && starts)
        setGroups(on, true);
    else if (groups)
        stopGroups(on);
    else if (starts)
        join(on);
    else
        leave(on);
    return ended(0);
}

CommandOutput FakeShell::fenceTool(const NodeName &on, const QString &verb)
{
    for (Machine &machine : picture.machines)
        setInDomain(machine, on, verb == QStringLiteral("join"));
    return ended(0);
}

void FakeShell::shutDown(const NodeName &on, bool reboots)
{
    stopGroups(on);
    leave(on);
    Machine &own = picture.machines[on];
    own.running.value->ids.clear();
    if (!reboots) {
        own.contact.state = ContactState::Lost;
        powers[on] = PowerState::Off;
        return;
    }
    own.uptime.value = Uptime{std::chrono::seconds(5)};
    join(on);
    static_cast<void>(fenceTool(on, QStringLiteral("join")));
    setGroups(on, true);
}

Expected<PowerState> FakeShell::power(const BmcWay &of)
{
    return powers.value(of.of, PowerState::Unknown);
}

Expected<void> FakeShell::setPower(const BmcWay &of, PowerState wanted)
{
    const QString by
        = of.through.isEmpty() ? QString() : QStringLiteral(" through ") + of.through.text();
    const bool off = wanted == PowerState::Off;
    ordered << of.of.text() + (off ? QStringLiteral(" off") : QStringLiteral(" on")) + by;
    if (!obeys)
        return {};
    powers[of.of] = off ? PowerState::Off : PowerState::On;
    if (off)
        return {};
    picture.machines[of.of].contact.state = ContactState::Connected;
    join(of.of);
    setGroups(of.of, true);
    return {};
}

Expected<void> FakeShell::order(const BmcWay &of, BmcOrder order)
{
    const QString by
        = of.through.isEmpty() ? QString() : QStringLiteral(" through ") + of.through.text();
    const QString words[]
        = {QStringLiteral(" reset"), QStringLiteral(" soft"), QStringLiteral(" identify")};
    ordered << of.of.text() + words[int(order)] + by;
    if (obeys && order == BmcOrder::Reset) {
        leave(of.of);
        picture.machines[of.of].contact.state = ContactState::Connected;
        join(of.of);
    } else if (obeys && order == BmcOrder::SoftOff) {
        shutDown(of.of, false);
    }
    return {};
}
} // namespace Testing
