// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionreach.h"
#include "core/plan/plan.h"

#include <functional>
#include <stop_token>

namespace Core
{
// What a command did, for the journal and the screen; secrets taken out.
struct CommandTrace {
    NodeName on;
    QString command; // as it went to the shell of the node, without what is put around every one
    Expected<CommandOutput> result;
};

// The machines as a step sees them. Lives on the action's thread; what it asks is done in the main
// thread, and the wait for it ends with the answer, the step's deadline or the stop.
class ActionShell final : public Shell
{
public:
    struct Told {
        std::function<void(const CommandTrace &)> ran; // on the action's thread
        std::function<void(const StepProgress &)> progressed; // on the action's thread
        // Each line as it arrives, redacted; in the main thread, perhaps after the shell is gone.
        std::function<void(const QString &)> printed;
        std::function<bool()> recallAsked = {}; // on the action's thread, now and then
    };
    // main: an object of the main thread that outlives the shell.
    ActionShell(QObject &main, ActionReach &reach, std::stop_token stop, Told told);

    // Of execute() or verify(): bounds everything asked until the next call.
    void begin(std::chrono::milliseconds allowed);
    // Something left for a machine since begin(): a command, or a wish to a BMC.
    bool sent() const { return m_sent; }
    bool expired() const { return m_expired; } // the time of begin() was over in the middle
    bool blind() const { return m_blind; } // a fresh picture was wanted and could not be had

    // On a machine as its probes do: by `sh` with LC_ALL=C, the sbin folders in PATH, sudo -n for a
    // login that is not root; an absolute program stands below the root prefix, which a
    // script finds in BINOME_ROOT.
    Expected<CommandOutput> run(const NodeName &on, const Command &command) override;
    Expected<CommandOutput> follow(const NodeName &on, const Command &command,
                                   const Heard &heard) override;
    Expected<PowerState> power(const BmcWay &of) override;
    Expected<void> setPower(const BmcWay &of, PowerState wanted) override;
    Expected<void> order(const BmcWay &of, BmcOrder order) override;
    // An empty picture, in which everything is unknown, when stopped or out of time.
    SnapshotPtr freshSnapshot() override;
    bool sleepFor(std::chrono::milliseconds time) override; // false also at the deadline
    bool recallAsked() const override { return m_told.recallAsked && m_told.recallAsked(); }
    void tell(const StepProgress &progress) override;

private:
    // meanwhile: called now and then while the answer is waited for; may be empty.
    template <typename T, typename Ask>
    Expected<T> asked(Ask ask, const std::function<void()> &meanwhile = {});
    template <typename Tell> Expected<void> told(const BmcWay &of, Tell tell);
    Error giveUp();

    QObject &m_main;
    ActionReach &m_reach;
    const std::stop_token m_stop;
    const Told m_told;
    std::chrono::steady_clock::time_point m_deadline;
    bool m_sent = false;
    bool m_expired = false;
    bool m_blind = false;
};

// The command as it is handed to the transport.
Command elevated(const Command &command, const MachineContext &context, bool sudo);
} // namespace Core
