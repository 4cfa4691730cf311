// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/transport.h"

#include <QPointer>

namespace Core
{
class SshSession;

// One command on an SshSession, in the main thread.
class SshStream final : public Stream
{
    Q_OBJECT
public:
    SshStream(quint64 id, SshSession *session);
    ~SshStream() override;
    void write(const QByteArray &bytes) override;
    void closeInput() override;
    qint64 bytesToWrite() const override { return m_unsent; }
    void hold(bool on) override;
    void sent(qint64 bytes);
    void end(const Expected<int> &exitCode); // closed(), the first time

private:
    quint64 m_id;
    QPointer<SshSession> m_session; // may go first
    qint64 m_unsent = 0;
    bool m_ended = false;
};
} // namespace Core
