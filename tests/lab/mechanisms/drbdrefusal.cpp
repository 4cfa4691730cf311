// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drbdrefusal.h"

#include "drbdstate.h"

#include <map>

namespace Lab
{

namespace
{

const std::map<StateError, const char *> &stateTexts()
{
    static const std::map<StateError, const char *> table{
        {StateError::TwoPrimaries, "Multiple primaries not allowed by config"},
        {StateError::NoUpToDateDisk, "Need access to UpToDate data"},
        {StateError::NoLocalDisk, "Can not resync without local disk"},
        {StateError::NoRemoteDisk, "Can not resync without remote disk"},
        {StateError::ConnectedOutdates, "Refusing to be Outdated while Connected"},
        {StateError::PrimaryNop, "Refusing to be Primary while peer is not outdated"},
        {StateError::ResyncRunning, "Can not start OV/resync since it is already active"},
        {StateError::RefusedByPeer, "State change was refused by peer node"},
        {StateError::IsDiskless, "Device is diskless, the requested operation requires a disk"},
        {StateError::DeviceInUse, "Device is held open by someone"},
        {StateError::NoVerifyAlgorithm, "Need a verify algorithm to start online verify"},
        {StateError::NeedConnection, "Need a connection to start verify or resync"},
        {StateError::LowerThanOutdated, "Disk state is lower than outdated"},
        {StateError::InTransientState, "In transient state, retry after next state change"}};
    return table;
}

const std::map<int, const char *> &failureTexts()
{
    static const std::map<int, const char *> table{
        {104, "Can not open backing device."},
        {118, "IO error(s) occurred during initial access to meta-data.\n"},
        {119,
         "No valid meta-data signature found.\n\n"
         "\t==> Use 'drbdadm create-md res' to initialize meta-data area. <==\n"},
        {123, "--discard-my-data not allowed when primary."},
        {124, "Device is attached to a disk (use detach first)"},
        {125, "Device has a net-config (use disconnect first)"},
        {127, "Device minor not allocated"},
        {134, "Sync-pause flag is already set"},
        {135, "Sync-pause flag is already cleared"},
        {138, "Device does not have a disk-config"},
        {139, "Protocol C required"},
        {151, "Need to be StandAlone"},
        {160,
         "Sync-pause flag is already cleared.\n"
         "Note: Resync pause caused by a local sync-after dependency."},
        {161,
         "Sync-pause flag is already cleared.\n"
         "Note: Resync pause caused by the peer node."}};
    return table;
}

} // namespace

std::string refusalText(StateError error)
{
    return "State change failed: (" + std::to_string(static_cast<int>(error)) + ") "
        + stateTexts().at(error);
}

std::string refusalText(int failure)
{
    const auto it = failureTexts().find(failure);
    if (it == failureTexts().end())
        return {};
    return "Failure: (" + std::to_string(failure) + ") " + it->second;
}

int exitStatusOf(const std::string &refusal)
{
    static const std::map<std::string, int> special{{"(-2)", 17}, {"(-4)", 16}, {"(-16)", 5}};
    if (!refusal.starts_with("State change failed: "))
        return 10;
    const auto open = refusal.find('(');
    const auto it = special.find(refusal.substr(open, refusal.find(')') - open + 1));
    return it == special.end() ? 11 : it->second;
}

// The order counts: the first reason is the one that is told. Source: is_valid_state(), 8.3.
StateError invalidState(const DrbdSide &s)
{
    const bool primary = s.role == Role::Primary;
    const bool alone = !connected(s.connection);
    if (!s.running.net.allowTwoPrimaries && primary && s.peerRole == Role::Primary)
        return StateError::TwoPrimaries;
    if (primary && alone && s.disk < Disk::UpToDate)
        return StateError::NoUpToDateDisk;
    if (s.running.disk.fencing != "dont-care" && primary && alone && s.peerDisk >= Disk::DUnknown)
        return StateError::PrimaryNop;
    if (primary && s.disk < Disk::UpToDate && s.peerDisk < Disk::UpToDate)
        return StateError::NoUpToDateDisk;
    return StateError::None;
}

StateError invalidState(const DrbdSide &wanted, bool heldOpen)
{
    return wanted.role == Role::Secondary && heldOpen ? StateError::DeviceInUse
                                                      : invalidState(wanted);
}

} // namespace Lab
