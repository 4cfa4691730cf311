// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/bmc/bmc.h"
#include "core/bmc/ipmitool.h"
#include "core/model/patch.h"

#include <functional>
#include <map>

namespace Core
{
// Which node is powered by which BMC, with the passwords, as a cluster.conf says; only what speaks
// IPMI over the network and whose password stands there. Empty when the text cannot be read.
std::map<NodeName, FenceLogin> fenceLogins(const QByteArray &clusterConf);

using BmcFactory = std::function<std::unique_ptr<Bmc>(const BmcAddress &, const Password &)>;

// Asks the BMCs for the power state from this workstation. A BMC has 4 to 8 session slots and
// fenced must find one, so: one question at a time on one session, which the client closes after
// 30 s without use; every minute in peace; every 2 s for half a minute after something happened to
// a node, when the lamp matters and minutes would be a lie. Main thread.
class BmcWatch : public QObject
{
    Q_OBJECT
public:
    BmcWatch(BmcFactory factory, const Clock &clock, QObject *parent = nullptr);
    ~BmcWatch() override;

    void learn(const QByteArray &clusterConf); // passwords stay in memory
    void tick();
    void askAll();
    // Asks all anew; renewing() until those answered that answered the last time.
    void askAnew();
    bool renewing() const;
    Bmc *bmc(const NodeName &of) const; // null: none is known; valid until learn()
    void hurry(const NodeName &node);
    bool answeredOnce() const; // every known BMC answered or failed

signals:
    // An answer or an error, as this workstation's view of the BMC of `node`.
    void answered(const Core::NodeName &node, const Core::Expected<Core::PowerState> &power,
                  std::chrono::milliseconds duration);

private:
    struct Watched;
    void ask(const NodeName &node, Watched &watched);

    const BmcFactory m_factory;
    const Clock &m_clock;
    std::map<NodeName, std::unique_ptr<Watched>> m_bmcs;
};
} // namespace Core
