// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fencing.h"
#include "simulation.h"

namespace Lab
{

// The scenario driver's fence agent: as long as fence_ipmilan takes, over the simulated paths.
// bind() before the first event.
class VirtualFence : public FencePort
{
public:
    void bind(Simulation &simulation) { m_simulation = &simulation; }
    void fence(int observer, int victim, const std::string &action,
               std::function<void(bool)> done) override;

private:
    Simulation *m_simulation = nullptr;
};

} // namespace Lab
