// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bmc/chassis.h"
#include "core/bmc/ipmiloop.h"
#include "core/bmc/ipmisession.h"

namespace Core
{
// A BMC reached from this workstation by IPMI 2.0 (RMCP+, cipher suite 3), in the IPMI thread.
// Reads at USER, switches at OPERATOR; one session, closed after 30 s without use. Errors:
// AuthRefused (user or password), Refused (privilege, no free session, nothing in common; each with
// its sentence), Unreachable (silent for 2 s, or no such host), Timeout (a power command left and
// the outcome is not known), Cancelled. Calls made at once are answered in their order.
// Continuations without a context object run in the IPMI thread.
class IpmiClient final : public Bmc
{
    Q_OBJECT
public:
    IpmiClient(IpmiLoop loop, BmcAddress address, Password password, IpmiTiming timing = {},
               QObject *parent = nullptr);
    ~IpmiClient() override; // calls in flight are answered Cancelled

    QFuture<Expected<PowerState>> power(std::stop_token stop = {}) override;
    // On, Off or Cycling (off for at least a second, then on). A BMC that declines because the
    // machine is already so has accepted.
    QFuture<Expected<void>> setPower(PowerState wanted, std::stop_token stop = {}) override;
    QFuture<Expected<QByteArray>> query(quint8 netFunction, quint8 command, const QByteArray &data,
                                        std::stop_token stop = {}) override;
    // Nothing tells afterwards what it did: BMCs that decline have said so.
    QFuture<Expected<void>> order(BmcOrder order, std::stop_token stop = {}) override;

private:
    QFuture<Expected<void>> control(ChassisOrder order, std::optional<PowerState> wanted,
                                    std::stop_token stop);
    template <typename Call>
    void submit(IpmiRequest request, const std::shared_ptr<Call> &call, std::stop_token stop);

    const IpmiLoop m_loop;
    const BmcAddress m_address;
    IpmiSession *const m_session; // lives and is deleted in the IPMI thread
    quint64 m_lastId = 0;
};
} // namespace Core
