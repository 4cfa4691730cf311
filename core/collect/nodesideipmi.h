// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bmc/ipmitool.h"
#include "core/transport/transport.h"

#include <functional>

namespace Core
{
// How to reach a shell of a node.
struct NodeShell {
    Transport *transport = nullptr;
    bool sudo = false;
};
// ipmitool there, with these words; the password goes by its standard input.
Command ipmitoolOn(const NodeShell &shell, const FenceLogin &login, const QStringList &words);

// A BMC reached by `ipmitool` on the node next to it: the way of many networks, since UDP port 623
// passes neither SSH nor a router. Errors as Bmc's; Unreachable also while the node itself cannot
// be asked, Timeout when an order left and its answer did not come back. Main thread.
class NodeSideIpmi final : public Bmc
{
    Q_OBJECT
public:
    NodeSideIpmi(std::function<std::optional<NodeShell>()> shell, FenceLogin login,
                 QObject *parent = nullptr);

    QFuture<Expected<PowerState>> power(std::stop_token stop = {}) override;
    QFuture<Expected<void>> setPower(PowerState wanted, std::stop_token stop = {}) override;
    QFuture<Expected<void>> order(BmcOrder order, std::stop_token stop = {}) override;

private:
    template <typename T, typename Read>
    QFuture<Expected<T>> ran(const QStringList &words, std::stop_token stop, Read read);

    const std::function<std::optional<NodeShell>()> m_shell;
    const FenceLogin m_login;
};
} // namespace Core
