// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/probescript.h"
#include "core/transport/transport.h"

namespace Core
{
QStringList wantedCommands(const Providers &providers); // each once, in the registry's order
QStringList wantedPaths(const Providers &providers);

// The first question to a machine: which of the wanted commands and paths are there. One exec,
// 10 s. Main thread.
class LookAround : public QObject
{
    Q_OBJECT
public:
    LookAround(const Providers &providers, const QString &rootPrefix, bool sudo,
               Transport &transport, QObject *parent = nullptr);

signals:
    void heard();
    void done(const Core::Expected<Core::MachineFacts> &facts); // exactly once

private:
    void finish(const Expected<int> &status);

    const QByteArray m_nonce = randomNonce();
    std::unique_ptr<Stream> m_stream;
    QByteArray m_output;
    QByteArray m_errors;
};
} // namespace Core
