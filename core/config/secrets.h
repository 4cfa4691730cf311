// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace Core
{
// Whose secret it is. A BMC's machine is the node it belongs to, its user "bmc:USER".
struct SecretKey {
    QString cluster;
    QString machine;
    QString user;
    QString text() const; // "cluster/machine/user", unambiguous whatever the parts hold
    friend bool operator==(const SecretKey &, const SecretKey &) = default;
};

// Where secrets are remembered between two runs. Errors: Storage when there is no such place, and
// then the product asks each time; Refused when the person or the system declined; Timeout. Exactly
// one result per call. Main thread.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    // No value: nothing is remembered for the key.
    virtual QFuture<Expected<std::optional<QString>>> read(const SecretKey &key) = 0;
    virtual QFuture<Expected<void>> write(const SecretKey &key, const QString &secret) = 0;
    virtual QFuture<Expected<void>> remove(const SecretKey &key) = 0; // also when it was not there
};

// The system's keychain (Secret Service, KWallet, Windows Credential Manager) under the service
// "binome"; never a file in its place. Asked in a thread of its own: reaching the session bus
// blocks, for ever if the bus hangs.
class KeychainStore final : public SecretStore
{
public:
    // patience: until a keychain that was asked is given up, so that nobody waits for one that
    // hangs. A person may be unlocking it meanwhile: then the answer is late and the product asks.
    explicit KeychainStore(std::chrono::milliseconds patience = std::chrono::seconds(2));
    QFuture<Expected<std::optional<QString>>> read(const SecretKey &key) override;
    QFuture<Expected<void>> write(const SecretKey &key, const QString &secret) override;
    QFuture<Expected<void>> remove(const SecretKey &key) override;

private:
    template <typename T, typename Job>
    QFuture<Expected<T>> run(const SecretKey &key, std::function<void(Job &)> prepare,
                             std::function<Expected<T>(const Job &)> result);

    const std::chrono::milliseconds m_patience;
};
} // namespace Core
