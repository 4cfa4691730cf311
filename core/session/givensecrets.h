// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bmc/password.h"

#include <QHash>
#include <QString>

#include <memory>

namespace Core
{
// What a person answered since the program started, by what was asked; in memory only, overwritten
// when it goes. Shared by whoever asks, so that one password is typed once. Main thread.
class GivenSecrets
{
public:
    struct Given {
        Password secret;
        quint64 generation = 0; // tells the one that was refused from the one given since
    };
    const Given *of(const QString &subject) const;
    quint64 give(const QString &subject, const QString &secret); // its generation
    void forget(const QString &subject) { m_given.remove(subject); }

private:
    QHash<QString, Given> m_given;
    quint64 m_lastGeneration = 0;
};
using SharedSecrets = std::shared_ptr<GivenSecrets>;
} // namespace Core
