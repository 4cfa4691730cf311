// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/loglines.h"
#include "core/transport/transport.h"

#include <QTimer>

namespace Core
{
// A log of one machine while somebody looks: one remote process, ended with this object. Main
// thread. Lines come at most twenty times a second, however fast they are written; of a flood the
// newest MiB between two arrivals is kept. ended() comes exactly once and nothing after it.
class LogFollower : public QObject
{
    Q_OBJECT
public:
    // The stream of followCommand(), just started.
    LogFollower(std::unique_ptr<Stream> stream, NodeName machine, const Redactor &redactor,
                QObject *parent = nullptr);
    // Nothing can be asked: ended() tells why, later than the return.
    LogFollower(const Error &error, QObject *parent = nullptr);
    ~LogFollower() override;

signals:
    void arrived(const QStringList &lines); // clean, without secrets
    void leftOut(qint64 bytes); // before the lines that arrive next
    // Why there is no more: the link, or the tool's own words as detail. CommandFailed: it ended by
    // itself.
    void ended(const Core::Error &why);

private:
    void take(const QByteArray &bytes);
    void hand();
    void end(const Expected<int> &exitCode);

    std::unique_ptr<Stream> m_stream;
    const NodeName m_machine;
    const Redactor m_redactor;
    LogLines m_lines;
    QByteArray m_waiting;
    qint64 m_leftOut = 0;
    QByteArray m_complaint; // of the tool, its end
    QTimer m_pace;
};
} // namespace Core
