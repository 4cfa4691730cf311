// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace Lab
{

struct DrbdSide;

// Why the kernel refuses a state. The numbers are printed. Source: drbd_strings.c, 8.3.
enum class StateError {
    None = 0,
    TwoPrimaries = -1,
    NoUpToDateDisk = -2,
    NoLocalDisk = -4,
    NoRemoteDisk = -5,
    ConnectedOutdates = -6,
    PrimaryNop = -7,
    ResyncRunning = -8,
    RefusedByPeer = -10,
    IsDiskless = -11,
    DeviceInUse = -12,
    NoVerifyAlgorithm = -14,
    NeedConnection = -15,
    LowerThanOutdated = -16,
    InTransientState = -18
};

// "State change failed: (-2) Need access to UpToDate data"
std::string refusalText(StateError error);
// "Failure: (125) Device has a net-config (use disconnect first)"; the text is empty for a number
// that is none of DRBD's.
std::string refusalText(int failure);
// With which status drbdsetup ends after such a text: 10 for a failure, 5, 11, 16 or 17 for a
// state.
int exitStatusOf(const std::string &refusal);

// May this side be so? The rules that look at one state alone.
StateError invalidState(const DrbdSide &wanted);
StateError invalidState(const DrbdSide &wanted, bool heldOpen);

} // namespace Lab
