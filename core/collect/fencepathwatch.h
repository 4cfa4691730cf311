// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/collect/nodesideipmi.h"
#include "core/model/clustersnapshot.h"

#include <functional>
#include <map>

namespace Core
{
// Whether each node could fence the other: every BMC is asked for its power state by the nodes that
// would have to cut it, with the login of cluster.conf. Nothing is cut. A BMC has 4 to 8 session
// slots and fenced must find one: every five minutes, not at a fixed beat, one question at a time,
// none while paused; a path that failed is asked every minute, so that its repair is seen (rule 9).
// Main thread.
class FencePathWatch : public QObject
{
    Q_OBJECT
public:
    using ShellOf = std::function<std::optional<NodeShell>(const NodeName &)>; // none: not now

    FencePathWatch(ShellOf shellOf, const Clock &clock, QObject *parent = nullptr);
    ~FencePathWatch() override;

    void learn(const QByteArray &clusterConf); // passwords stay in memory
    void pause(bool paused); // a node is being fenced, or somebody acts
    void askAll(); // one after the other
    void hurry(const NodeName &node); // something happened to it: its BMC, as soon as may be
    void tick();
    // The same way for an order; null: there is none. Valid until learn().
    Bmc *bmc(const BmcWay &way) const;

signals:
    // An answer or an error: what `asker` sees of the BMC of `node`.
    void answered(const Core::NodeName &asker, const Core::NodeName &node,
                  const Core::Expected<Core::PowerState> &power,
                  std::chrono::milliseconds duration);

private:
    struct Path;
    void add(const NodeName &asker, const NodeName &node, const FenceLogin &login);
    void ask(Path &path, const NodeShell &shell);
    void take(const NodeName &asker, const NodeName &node, const Expected<CommandOutput> &output,
              std::chrono::milliseconds duration);

    const ShellOf m_shellOf;
    const Clock &m_clock;
    std::map<std::pair<NodeName, NodeName>, std::unique_ptr<Path>> m_paths; // asker, node
    bool m_paused = false;
    bool m_asking = false;
};

// A fence domain has a victim, by one node's word: the BMC's sessions are for the agents.
bool fencing(const ClusterSnapshot &snapshot);
} // namespace Core
