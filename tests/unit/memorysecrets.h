// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/secrets.h"

#include <QMap>

// A keychain for tests: in memory, and missing when it is told to be.
class MemorySecrets final : public Core::SecretStore
{
public:
    bool missing = false;

    QFuture<Core::Expected<std::optional<QString>>> read(const Core::SecretKey &key) override
    {
        using Secret = std::optional<QString>;
        if (missing)
            return done<Secret>(none());
        const auto found = m_secrets.constFind(key.text());
        return done<Secret>(found == m_secrets.constEnd() ? Secret() : Secret(*found));
    }
    QFuture<Core::Expected<void>> write(const Core::SecretKey &key, const QString &secret) override
    {
        if (missing)
            return done<void>(none());
        m_secrets[key.text()] = secret;
        return done<void>({});
    }
    QFuture<Core::Expected<void>> remove(const Core::SecretKey &key) override
    {
        if (missing)
            return done<void>(none());
        m_secrets.remove(key.text());
        return done<void>({});
    }

private:
    static tl::unexpected<Core::Error> none()
    {
        return Core::failure(Core::ErrorKind::Storage, Core::message("no keychain"));
    }
    template <typename T> static QFuture<Core::Expected<T>> done(Core::Expected<T> result)
    {
        QPromise<Core::Expected<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }
    QMap<QString, QString> m_secrets;
};
