// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fencesetup.h"

#include <functional>
#include <memory>

namespace Lab
{

// How a fence agent is run: over virtual wires by the scenario driver, by the real ipmitool
// against a real BMC simulator by the live one.
class FencePort
{
public:
    virtual ~FencePort() = default;
    // Exactly one answer, unless the observer dies first: the agent's exit status. 0 when it has
    // done what it was asked for; for action=status 0 is on and 2 is off.
    virtual void fence(int observer, const FenceJob &job, std::function<void(int)> done) = 0;
};

enum class FenceOutcome { Success, Failed, Undefined };

struct FenceResult {
    int method = 0;
    int device = 0;
    std::string agent;
    std::string text;
    std::string input;
};

// One attempt on one victim: methods in order until one succeeds; a method succeeds when all its
// devices do, and its first failing device ends it. Source: fence/libfence/agent.c, fence_node().
class FenceRun : public std::enable_shared_from_this<FenceRun>
{
public:
    using Done = std::function<void(FenceOutcome, const std::vector<FenceResult> &)>;

    FenceRun(FencePort &port, int observer, std::vector<std::vector<FenceJob>> methods, Done done);
    void start() { device(0, 0); }

private:
    void device(std::size_t method, std::size_t index);
    void ended(std::size_t method, std::size_t index, int exit);
    void record(std::size_t method, std::size_t index, const char *text);

    FencePort &m_port;
    int m_observer;
    std::vector<std::vector<FenceJob>> m_methods;
    Done m_done;
    std::vector<FenceResult> m_results;
};

// Starts one; the answer for a victim without a method comes at once.
void runFencing(FencePort &port, const World &world, int observer, int victim, FenceRun::Done done);

} // namespace Lab
