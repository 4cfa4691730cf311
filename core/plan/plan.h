// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/command.h"
#include "core/model/clustersnapshot.h"
#include "core/model/finding.h"

#include <functional>
#include <vector>

// A disruptive action as data: shown whole before anything runs. Steps are plain sequential code
// that runs on the action's own thread against Shell.
namespace Core
{
enum class VerbKind : quint8 {
    Fence,
    PowerOn,
    PowerOff,
    Migrate,
    StartGuest,
    StopGuest,
    Relocate,
    ActivateConfig
};
struct Verb {
    VerbKind kind = VerbKind::Fence;
    NodeName node; // what it acts on, or the source
    NodeName target;
    int vmid = 0;
    friend bool operator==(const Verb &, const Verb &) = default;
};

class Shell // blocking; action threads only
{
public:
    virtual ~Shell() = default;
    virtual Expected<CommandOutput> run(const NodeName &on, const Command &command) = 0;
    virtual Expected<PowerState> power(const NodeName &of) = 0;
    virtual Expected<void> setPower(const NodeName &of, PowerState wanted) = 0;
    virtual SnapshotPtr freshSnapshot() = 0; // asked and answered after this call began
    virtual bool sleepFor(std::chrono::milliseconds time) = 0; // false: stop requested
};

struct StepInfo {
    Message title;
    QString preview; // the exact command, never translated
    std::chrono::seconds timeout{30};
    bool pointOfNoReturn = false;
    friend bool operator==(const StepInfo &, const StepInfo &) = default;
};
// A step that cannot say how it is verified is no step: both functions are set.
struct Step {
    StepInfo info;
    std::function<Expected<void>(Shell &)> execute;
    std::function<Expected<void>(Shell &)> verify;
};

enum class ConfirmationKind : quint8 { OneClick, TypeName };
struct Confirmation {
    ConfirmationKind kind = ConfirmationKind::TypeName;
    QString expected; // what must be typed
};

struct ActionPlan {
    Message title;
    QList<NodeName> touches;
    QList<Finding> findings;
    Confirmation confirmation;
    quint64 madeFromRevision = 0;
    std::vector<Step> steps;
    bool blocked() const;
};
} // namespace Core
