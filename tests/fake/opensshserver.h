// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

// A real sshd on a loopback port that the system chooses, for the current user, with keys and
// configuration of its own in a temporary folder. Its session lives as long as the object.
class OpenSshServer
{
public:
    // `options`: more lines of sshd_config; they win over the defaults here. Empty host key type:
    // none is made, the caller's options name one.
    bool start(const QStringList &options = {},
               const QString &hostKeyType = QStringLiteral("ed25519"), int hostKeyBits = 0);
    ~OpenSshServer();

    int port() const { return m_port; }
    QString host() const { return QStringLiteral("127.0.0.1"); }
    static QString user();
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString identity() const { return path(QStringLiteral("user_key")); } // ed25519, no passphrase
    QString knownHosts() const { return path(QStringLiteral("known_hosts")); }
    QString hostKeyLine() const; // "type base64" of the server
    void trustHostKey(const QString &knownHosts
                      = {}) const; // writes it there, by default knownHosts()
    // The processes that serve a connection each; ending them is what a reboot looks like.
    int connections() const;
    void endConnections() const;
    QByteArray log() const; // what sshd said, for a failed test
    // Makes a key pair at path(name); false when ssh-keygen failed. format: ssh-keygen's -m.
    bool makeKey(const QString &name, const QString &type, int bits = 0,
                 const QString &passphrase = {}, const QString &format = {}) const;
    bool authorise(const QString &publicKeyName) const; // adds path(name) to the authorized keys

private:
    bool configure(const QStringList &options, int port);
    bool listens();
    QList<qint64> children() const;

    QTemporaryDir m_folder;
    QProcess m_process;
    mutable QByteArray m_log;
    int m_port = 0;
};
