// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QProcessEnvironment>
#include <QTcpServer>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

// What an sshd of one's own cannot be made to do. Values; read by the serving threads.
struct SshServerBehaviour {
    QByteArray noise; // sent before the version line
    bool noiseOnly = false; // and nothing after it
    bool keyboardInteractive = false; // asks "Password: " and "Token: "
    bool publicKeyOffered = false; // and every key refused
    bool passwordOffered = true;
    bool publicKeyFirst = false; // any key is half a login, the password the other half
    QByteArray password = "right"; // empty: none is
    QByteArray token = "123456";
    bool neverAnswers = false; // channel requests, after a login
    bool deaf = false; // reads nothing after a login, as a machine that stopped
    // Run for each command, which it finds in SSH_ORIGINAL_COMMAND, as sshd's ForceCommand is;
    // empty: nothing is run.
    QString program;
    QProcessEnvironment environment;
    QByteArrayList output; // of any command, when nothing is run
    int pieceMilliseconds = 0; // between two pieces of it
    bool cut = false; // the connection, after the last piece
    int exitStatus = 0;
    QByteArray version; // behind "SSH-2.0-"; empty: libssh's own
};

// An SSH server on libssh's server side, on a loopback port that the system chooses, with a host
// key of its own. Each connection is served by a thread, in which its commands' processes live.
class SshServer : public QTcpServer
{
    Q_OBJECT
public:
    explicit SshServer(SshServerBehaviour behaviour = {}, QObject *parent = nullptr);
    ~SshServer() override;
    int port() const { return serverPort(); }
    QByteArray hostKeyLine() const { return m_hostKeyLine; } // "ssh-ed25519 AAAA..."
    int logins() const { return m_logins; }

protected:
    void incomingConnection(qintptr fd) override;

private:
    struct Bind;
    const SshServerBehaviour m_behaviour;
    std::unique_ptr<Bind> m_bind;
    QByteArray m_hostKeyLine;
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_logins{0};
    std::vector<std::thread> m_threads;
};
