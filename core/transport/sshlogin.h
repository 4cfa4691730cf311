// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/sshasker.h"
#include "core/transport/sshendpoint.h"
#include "core/transport/sshlibrary.h"

#include "core/base/error.h"

#include <QSet>
#include <QStringList>

namespace Core
{
// Logs in on a connected session: none, the given key, the agent, default keys,
// keyboard-interactive, password, as far as the server takes them; several in a row where it wants
// that. A key that was named and opens without a question goes before the agent, whose many keys
// could use up the tries that the server allows (OpenSSH: MaxAuthTries 6). Blocks; worker's thread.
class SshLogin
{
public:
    SshLogin(ssh_session session, const SshEndpoint &endpoint, SshAsker &asker);
    // AuthRefused naming what was tried; Cancelled when the person gave up; Unreachable, Timeout.
    Expected<void> run();

private:
    enum class Outcome : quint8 { Accepted, Partial, Denied, GivenUp, Broken };
    using Method = Outcome (SshLogin::*)();

    Outcome round();
    Outcome outcomeOf(int result);
    bool offered(int method) const;
    void tried(const QString &how);

    Outcome namedKey();
    Outcome agent();
    Outcome lockedKey();
    Outcome defaultKeys();
    Outcome keyboardInteractive();
    Outcome password();

    Outcome withKey(const QString &path, bool mayAsk);
    Outcome withPassphrase(const QString &path);
    Outcome withPrivateKey(const QString &path, const SshKey &key);
    bool serverTakes(const QString &path);
    Outcome promptsAnswered(int attempt);
    SecretQuestion question(SecretKind kind, const QString &prompt, int attempt) const;
    bool needsOldSignatures() const;
    Error refusal(Outcome outcome) const;

    ssh_session m_session;
    const SshEndpoint &m_endpoint;
    SshAsker &m_asker;
    QStringList m_tried;
    QSet<QString> m_spent; // keys that were accepted as one of several steps
};
} // namespace Core
