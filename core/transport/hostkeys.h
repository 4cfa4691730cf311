// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArrayList>

// The known-hosts policy: OpenSSH's file format (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"), read more
// strictly. Pure but for the two functions with a path. Any thread.
namespace Core
{
struct HostKey {
    QByteArray blob; // as on the wire (RFC 4253, 6.6)
    QByteArray type() const; // "ssh-ed25519"; empty when the blob is none
    QString sha256() const; // "SHA256:..." as OpenSSH prints it
    friend bool operator==(const HostKey &, const HostKey &) = default;
};

enum class HostKeyVerdict : quint8 {
    Known,
    Unknown, // nothing on record: a person may decide
    Changed, // another key of this type is on record
    OtherType, // only keys of other types are on record: the same danger, never a question
    Revoked, // the record says that this key must not be trusted
};
struct HostKeyCheck {
    HostKeyVerdict verdict = HostKeyVerdict::Unknown;
    QList<HostKey> recorded; // every key on record for this host
};

// What the file says about `host` (a name or address as the operator wrote it) at `port`. Storage,
// with the line, when any line cannot be understood: a damaged record must not become "unknown".
Expected<HostKeyCheck> checkedHostKey(const QByteArray &knownHosts, const QString &host, int port,
                                      const HostKey &key);

// Types on record for the host, to be asked for first.
Expected<QByteArrayList> recordedKeyTypes(const QByteArray &knownHosts, const QString &host,
                                          int port);

// The file's text; empty when there is no such file; Storage when it cannot be read.
Expected<QByteArray> readKnownHosts(const QString &path);

// Adds one line, atomically, under a lock shared with other processes; a new file is readable by
// its owner only. Storage on I/O errors.
Expected<void> appendKnownHost(const QString &path, const QString &host, int port,
                               const HostKey &key);
} // namespace Core
