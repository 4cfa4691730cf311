// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fencing.h"
#include "simulation.h"

namespace Lab
{

// The scenario driver's fence agent: as long as fence_ipmilan takes, over the simulated paths, to
// the BMC whose address it is given. bind() before the first event.
class VirtualFence : public FencePort
{
public:
    void bind(Simulation &simulation) { m_simulation = &simulation; }
    void fence(int observer, const FenceJob &job, std::function<void(int)> done) override;

private:
    int targetOf(const FenceJob &job) const; // 0: no BMC answers there
    int perform(int target, const std::string &action);

    Simulation *m_simulation = nullptr;
};

} // namespace Lab
