// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

namespace Core
{
// What a BMC is told that leads to no power state of its own.
enum class BmcOrder : quint8 {
    Reset, // hard, without cutting the power
    SoftOff, // the system is asked to shut itself down, as by its power button
    Identify, // the lamp on the case, for a quarter of a minute
};

// A BMC, and the way to it.
struct BmcWay {
    NodeName of;
    NodeName through; // by ipmitool on this node; empty: this workstation's own session
    BmcWay() = default;
    BmcWay(NodeName machine, NodeName by = {}) // NOLINT(google-explicit-constructor)
        : of(std::move(machine)), through(std::move(by))
    {
    }
    friend bool operator==(const BmcWay &, const BmcWay &) = default;
};
} // namespace Core
