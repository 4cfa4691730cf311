// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/bmcorder.h"
#include "core/model/machine.h"

#include <QFuture>
#include <QObject>

#include <stop_token>

namespace Core
{
// The service processor that can cut a machine's power. Errors told apart: AuthRefused (user or
// password), Refused (privilege too low), Unreachable (no answer).
class Bmc : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual QFuture<Expected<PowerState>> power(std::stop_token stop = {}) = 0;
    // The BMC's acceptance, not the state: whoever calls verifies by power().
    virtual QFuture<Expected<void>> setPower(PowerState wanted, std::stop_token stop = {}) = 0;
    virtual QFuture<Expected<void>> order(BmcOrder order, std::stop_token stop = {}) = 0;
    // One command that reads, sent as it is with the privilege of a user; the answer begins with
    // its completion code, which is not judged here. Refused: this way to the BMC has none.
    virtual QFuture<Expected<QByteArray>> query(quint8 netFunction, quint8 command,
                                                const QByteArray &data, std::stop_token stop = {});
};

// Where and how to log in; the password comes from cluster.conf on a node or from the keychain and
// is kept in memory only.
struct BmcAddress {
    QString host;
    int port = 623;
    QString user;
    friend bool operator==(const BmcAddress &, const BmcAddress &) = default;
};
} // namespace Core
