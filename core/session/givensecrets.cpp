// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/givensecrets.h"

namespace Core
{
const GivenSecrets::Given *GivenSecrets::of(const QString &subject) const
{
    const auto found = m_given.constFind(subject);
    return found == m_given.constEnd() ? nullptr : &*found;
}

quint64 GivenSecrets::give(const QString &subject, const QString &secret)
{
    m_given.insert(subject, {Password(secret.toUtf8()), ++m_lastGeneration});
    return m_lastGeneration;
}
} // namespace Core
