// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventqueue.h"

namespace Lab
{

// QEMU's pre-copy of a running guest's memory: the first pass sends what is used, every further
// one what the guest has written meanwhile, until the rest can be sent within the downtime that is
// allowed. A guest that writes faster than the line carries never comes to that.
// All amounts in bytes, rates in bytes a second.
struct PreCopy {
    double total = 0;
    double used = 0; // empty pages are skipped, though `remaining` counts them
    double dirtyRate = 0;
    double downtimeLimit = 0.1; // seconds
    double transferred = 0;

    // From the beginning of the first pass.
    void start(Time now);
    // Brings everything up to that time, at the rate that held since the last call.
    void advance(Time now, double rate);
    // How long this pass still takes; the rate is not zero.
    Time leftOfPass(double rate) const;
    // The pass is over. True when the rest goes within the limit: the guest stops now.
    bool endPass(double rate);
    double remaining() const;
    // After endPass said so.
    Time downtime(double rate) const;

private:
    double m_passBytes = 0;
    double m_passPages = 0;
    double m_sent = 0;
    double m_dirtied = 0;
    Time m_at{0};
};

} // namespace Lab
