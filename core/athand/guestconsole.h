// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/rfbgreeting.h"
#include "core/transport/transport.h"

#include <QDateTime>
#include <QPointer>
#include <QTcpServer>
#include <QTimer>

class QTcpSocket;

namespace Core
{
// What runs on the guest's node: qm, speaking VNC on its standard input and output. The one-time
// password is the first line of its input, so that no command line there has it; a POSIX shell
// reads a pipe or socket byte by byte up to the end of a line (XCU, read) and leaves the rest to
// qm. Source: qemu-server since 3.1-18 takes it from LC_PVE_TICKET, and lets it expire after 30 s.
Command vncProxyCommand(int guest);

// A one-time password for VNC: eight characters, as many as its authentication looks at (RFC 6143,
// 7.2.2), from 57 that a person can tell apart, by the system's generator.
QByteArray oneTimePassword();

// The console of one guest for a viewer of this computer: a port of 127.0.0.1 that takes exactly
// one connection, and the way from there through the session to qm on the node. The remote process
// starts when the viewer connects and ends with it, and the other way round. Buffers on the way are
// bounded. Main thread; deleting it ends both sides.
class GuestConsole : public QObject
{
    Q_OBJECT
public:
    enum class State : quint8 { Waiting, Open, Ended };
    using Start = std::function<std::unique_ptr<Stream>()>; // of vncProxyCommand()
    struct Place {
        int guest = 0;
        NodeName node;
    };

    // patience: for the viewer.
    GuestConsole(Start start, Place place,
                 std::chrono::milliseconds patience = std::chrono::seconds(60),
                 QObject *parent = nullptr);
    // It cannot be: ended() tells why, later than the return.
    GuestConsole(const Error &error, Place place, QObject *parent = nullptr);
    ~GuestConsole() override;

    const Place &place() const { return m_place; }
    State state() const { return m_state; }
    quint16 port() const { return m_port; } // of 127.0.0.1; 0: there is none
    // Empty when it ended. For the viewer alone: not for logs, command lines or the environment.
    const QByteArray &password() const { return m_password; }
    QDateTime since() const { return m_since; } // UTC, when it opened
    void close(); // by the person

signals:
    void opened(); // a viewer is there
    // Exactly once. None: the viewer or the person closed it.
    void ended(const std::optional<Core::Error> &why);

private:
    void accept();
    void feed(); // from the viewer to the node
    void pass(const QByteArray &bytes); // from the node to the viewer
    void look(const QByteArray &bytes);
    void balance();
    void remoteEnded(const Expected<int> &exitCode);
    void end(const std::optional<Error> &why);

    const Start m_start;
    const Place m_place;
    State m_state = State::Waiting;
    quint16 m_port = 0;
    QByteArray m_password;
    QDateTime m_since;
    QTcpServer m_server;
    QTimer m_patience;
    RfbGreeting m_greeting;
    QByteArray m_complaint; // of the remote side, its end
    QPointer<QTcpSocket> m_viewer;
    std::unique_ptr<Stream> m_stream;
    bool m_held = false;
};
} // namespace Core
