// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/command.h"
#include "core/model/bmcorder.h"
#include "core/model/clustersnapshot.h"
#include "core/model/finding.h"
#include "core/plan/userrole.h"

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
    PowerCycle, // off for a moment, then on
    PowerReset, // hard, without cutting the power
    PowerSoft, // its system shuts itself down, asked by the BMC
    Identify, // the lamp on its case
    Migrate, // a guest that runs, to `target`, without stopping it
    EmptyNode, // every guest that runs on `node`, one after another
    // of a node's cluster services, and of the node from within
    Maintenance, // emptied, rgmanager stopped, fence domain and cman left
    EndMaintenance, // and all the way back
    StopRgmanager,
    StartRgmanager,
    StopCman, // rgmanager first, then the fence domain and cman
    StartCman, // and the fence domain
    RebootNode,
    ShutDownNode,
    StopBoth, // `node` first, then the other
    ColdStart, // `node` first: the one that was stopped last
    // of a guest
    StartGuest,
    ShutdownGuest, // its own system stops it
    StopGuest, // its power is cut
    ResetGuest,
    // of a guest that rgmanager runs
    EnableService,
    DisableService,
    Relocate, // stopped here, started on `target`
    RestartService,
    FreezeService,
    ThawService,
    RecoverService, // out of `failed`
    ActivateConfig,
    // in the cluster's place
    AckFence, // `node` is dead: its fencing is acknowledged by hand
    LowerVotes, // `node` has quorum alone
    // of one DRBD resource, on `node`
    Connect,
    Disconnect,
    PauseSync,
    ResumeSync,
    Verify,
    Repair, // after a verify: disconnect and connect, which copies the differing blocks
    Invalidate, // `node`'s copy is thrown away and copied again
    Primary,
    Secondary,
    Attach,
    Detach,
    Adjust, // back to what the files say
    SetRate, // of the resync, until the next adjust
};
struct Verb {
    VerbKind kind = VerbKind::Fence;
    NodeName node; // what it acts on, or the source
    NodeName target;
    int vmid = 0;
    ResourceName resource;
    Rate rate; // SetRate
    friend bool operator==(const Verb &, const Verb &) = default;
};

// How far a step is, by what the machines say.
struct StepProgress {
    Message text; // "12.0 MiB of 64.0 MiB, 3.1 MiB/s"
    std::optional<double> fraction; // 0 to 1; none: not known
};

class Shell // blocking; action threads only
{
public:
    virtual ~Shell() = default;
    virtual Expected<CommandOutput> run(const NodeName &on, const Command &command) = 0;
    // What the command prints on both streams as it comes, on the thread of the caller.
    using Heard = std::function<void(const QByteArray &bytes)>;
    virtual Expected<CommandOutput> follow(const NodeName &on, const Command &command,
                                           const Heard &heard)
    {
        Expected<CommandOutput> output = run(on, command);
        if (output)
            heard(output->out + output->err);
        return output;
    }
    virtual Expected<PowerState> power(const BmcWay &of) = 0;
    virtual Expected<void> setPower(const BmcWay &of, PowerState wanted) = 0;
    virtual Expected<void> order(const BmcWay &of, BmcOrder order) = 0; // it was accepted
    virtual SnapshotPtr freshSnapshot() = 0; // asked and answered after this call began
    virtual bool sleepFor(std::chrono::milliseconds time) = 0; // false: stop requested
    // The person wants the running step called back, which has StepInfo::recall. What it follows is
    // then told so by an empty `heard`.
    virtual bool recallAsked() const { return false; }
    virtual void tell(const StepProgress &progress) = 0; // shown and kept in the journal, at 1 Hz
};

struct StepInfo {
    Message title;
    QString preview; // the exact command, never translated
    std::chrono::seconds timeout{30};
    bool pointOfNoReturn = false;
    // Beyond that point a cancel may still end the action before this step: what ran until then is
    // whole by itself, as one guest that moved is.
    bool mayBeLeftOut = false;
    // While it runs a person may have this sent, which calls it back; empty: nothing can. Never
    // translated.
    QString recall = {};
    Message noRecall = {}; // why nothing can, where one would look for it
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
    bool reason = false; // why is asked too, for the journal: something can be lost
    friend bool operator==(const Confirmation &, const Confirmation &) = default;
};

struct ActionPlan {
    Message title;
    QList<NodeName> touches;
    QList<Finding> findings;
    Confirmation confirmation;
    UserRole needs = UserRole::Operator; // Administrator: it overrides an interlock
    quint64 madeFromRevision = 0;
    std::optional<Verb> verb; // the wish, by which what became of it is looked up later
    std::vector<Step> steps;
    bool blocked() const;
    // Same findings, confirmation and steps: what a person approved still stands. Evidence, the
    // revision and the figures of a note may differ.
    bool sameAs(const ActionPlan &other) const;
};

// The plan of a wish on this picture. Pure; any thread calls it.
using Planner = std::function<ActionPlan(const ClusterSnapshot &)>;
} // namespace Core
