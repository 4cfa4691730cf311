// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/nodesideipmi.h"

#include "core/collect/probescript.h"

#include <QPromise>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto patience = 30s; // ipmitool itself gives up after some twenty
} // namespace

// As the probes are: sbin is in nobody's PATH.
Command ipmitoolOn(const NodeShell &shell, const FenceLogin &login, const QStringList &words)
{
    Command command
        = shellCommand("LC_ALL=C; export LC_ALL; PATH=$PATH:/usr/sbin:/sbin:/usr/bin:/bin; export "
                       "PATH\n"
                           + ipmitoolLine(login, words),
                       shell.sudo);
    command.input = ipmitoolInput(login);
    command.timeout = patience;
    return command;
}

NodeSideIpmi::NodeSideIpmi(std::function<std::optional<NodeShell>()> shell, FenceLogin login,
                           QObject *parent)
    : Bmc(parent), m_shell(std::move(shell)), m_login(std::move(login))
{
}

template <typename T, typename Read>
QFuture<Expected<T>> NodeSideIpmi::ran(const QStringList &words, std::stop_token stop, Read read)
{
    const std::optional<NodeShell> shell = m_shell();
    if (!shell || shell->transport->state() != TransportState::Ready) {
        QPromise<Expected<T>> promise;
        promise.start();
        promise.addResult(
            Expected<T>(failure(ErrorKind::Unreachable,
                                message(QT_TRANSLATE_NOOP(
                                    "Core", "The node that would ask the BMC is not connected")))));
        promise.finish();
        return promise.future();
    }
    return shell->transport->run(ipmitoolOn(*shell, m_login, words), std::move(stop))
        .then([read, login = m_login](const Expected<CommandOutput> &output) -> Expected<T> {
            return output ? read(*output, login) : Expected<T>(tl::unexpected(output.error()));
        });
}

QFuture<Expected<PowerState>> NodeSideIpmi::power(std::stop_token stop)
{
    return ran<PowerState>(ipmitoolStatus, std::move(stop), ipmitoolPower);
}

QFuture<Expected<void>> NodeSideIpmi::setPower(PowerState wanted, std::stop_token stop)
{
    return ran<void>(ipmitoolWords(wanted), std::move(stop), ipmitoolAccepted);
}

QFuture<Expected<void>> NodeSideIpmi::order(BmcOrder order, std::stop_token stop)
{
    return ran<void>(ipmitoolWords(order), std::move(stop), ipmitoolAccepted);
}
} // namespace Core

#include "moc_nodesideipmi.cpp"
