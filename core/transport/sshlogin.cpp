// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshlogin.h"

#include "core/base/log.h"
#include "core/transport/sshcontrol.h"
#include "core/transport/sshplatform.h"

#include <QDir>
#include <QFileInfo>

#include <array>

namespace Core
{
namespace
{
constexpr int attempts = 3; // of one secret, as ssh's NumberOfPasswordPrompts
constexpr int mostRounds = 8; // partial successes in a row; no sane server wants as many

QStringList defaultKeyFiles()
{
    QStringList paths;
    for (const char *name : {"id_ed25519", "id_ecdsa", "id_rsa"}) {
        const QString path
            = QDir::homePath() + QStringLiteral("/.ssh/") + QString::fromLatin1(name);
        if (QFileInfo::exists(path))
            paths.append(path);
    }
    return paths;
}

// The file is read here and not by the library, which on Windows cannot open a path that is not of
// the code page. Empty: not readable, or far too large for a key.
QByteArray keyText(const QString &path)
{
    constexpr qint64 most = 64 * 1024;
    QFile file(path);
    const bool plausible = file.open(QIODevice::ReadOnly) && file.size() <= most;
    return plausible ? file.readAll() : QByteArray();
}

SshKey importedKey(const QString &path, const char *passphrase)
{
    ssh_key key = nullptr;
    QByteArray text = keyText(path);
    if (text.isEmpty())
        return {};
    // Without a passphrase and without a callback a locked key fails; the library never prompts.
    const auto refuse = [](const char *, char *, size_t, int, int, void *) { return -1; };
    const int result
        = ssh_pki_import_privkey_base64(text.constData(), passphrase, refuse, nullptr, &key);
    wipe(text);
    return SshKey(result == SSH_OK ? key : nullptr);
}

// The public half: of NAME.pub, "type base64 comment", or of the private file, which the newer
// format of OpenSSH holds in clear. The second is the library's to read.
SshKey importedPublicKey(const QString &path)
{
    ssh_key key = nullptr;
    if (ssh_pki_import_pubkey_file(QFile::encodeName(path).constData(), &key) == SSH_OK)
        return SshKey(key);
    const QByteArrayList words = keyText(path + QStringLiteral(".pub")).simplified().split(' ');
    if (words.size() < 2)
        return {};
    const ssh_keytypes_e type = ssh_key_type_from_name(words[0].constData());
    const int result = ssh_pki_import_pubkey_base64(words[1].constData(), type, &key);
    return SshKey(result == SSH_OK ? key : nullptr);
}
} // namespace

SshLogin::SshLogin(ssh_session session, const SshEndpoint &endpoint, SshAsker &asker)
    : m_session(session), m_endpoint(endpoint), m_asker(asker)
{
}

Expected<void> SshLogin::run()
{
    // Also brings the list of what the server takes; a login without any proof is possible.
    Outcome outcome = outcomeOf(ssh_userauth_none(m_session, nullptr));
    for (int i = 0; i < mostRounds && (outcome == Outcome::Denied || outcome == Outcome::Partial);
         ++i) {
        outcome = round();
        if (outcome == Outcome::Denied)
            break;
    }
    if (outcome == Outcome::Accepted)
        return {};
    return tl::unexpected(refusal(outcome));
}

// One pass over the methods; after a partial success the server offers others, so it starts anew.
SshLogin::Outcome SshLogin::round()
{
    static const std::array<std::pair<int, Method>, 6> methods{{
        {SSH_AUTH_METHOD_PUBLICKEY, &SshLogin::namedKey},
        {SSH_AUTH_METHOD_PUBLICKEY, &SshLogin::agent},
        {SSH_AUTH_METHOD_PUBLICKEY, &SshLogin::lockedKey},
        {SSH_AUTH_METHOD_PUBLICKEY, &SshLogin::defaultKeys},
        {SSH_AUTH_METHOD_INTERACTIVE, &SshLogin::keyboardInteractive},
        {SSH_AUTH_METHOD_PASSWORD, &SshLogin::password},
    }};
    for (const auto &[method, attempt] : methods) {
        if (m_asker.stopped())
            return Outcome::GivenUp;
        if (!offered(method))
            continue;
        if (const Outcome outcome = (this->*attempt)(); outcome != Outcome::Denied)
            return outcome;
    }
    return Outcome::Denied;
}

SshLogin::Outcome SshLogin::outcomeOf(int result)
{
    switch (result) {
    case SSH_AUTH_SUCCESS:
        return Outcome::Accepted;
    case SSH_AUTH_PARTIAL:
        return Outcome::Partial;
    case SSH_AUTH_ERROR:
        // Also a refusal of the library itself (a key it will not use); the link tells them apart.
        return ssh_is_connected(m_session) ? Outcome::Denied : Outcome::Broken;
    }
    return Outcome::Denied;
}

bool SshLogin::offered(int method) const
{
    return (ssh_userauth_list(m_session, nullptr) & method) != 0;
}

void SshLogin::tried(const QString &how)
{
    if (!m_tried.contains(how))
        m_tried.append(how);
}

SshLogin::Outcome SshLogin::namedKey()
{
    return m_endpoint.identityFile.isEmpty() ? Outcome::Denied
                                             : withKey(m_endpoint.identityFile, false);
}

SshLogin::Outcome SshLogin::agent()
{
    const QString name = QStringLiteral("agent");
    if (m_spent.contains(name) || !agentAvailable())
        return Outcome::Denied;
    tried(name);
    const Outcome outcome = outcomeOf(loginByAgent(m_session));
    if (outcome == Outcome::Partial)
        m_spent.insert(name);
    return outcome;
}

SshLogin::Outcome SshLogin::lockedKey()
{
    return m_endpoint.identityFile.isEmpty() ? Outcome::Denied
                                             : withKey(m_endpoint.identityFile, true);
}

SshLogin::Outcome SshLogin::defaultKeys()
{
    if (!m_endpoint.identityFile.isEmpty())
        return Outcome::Denied;
    for (const bool mayAsk : {false, true}) {
        for (const QString &path : defaultKeyFiles()) {
            if (const Outcome outcome = withKey(path, mayAsk); outcome != Outcome::Denied)
                return outcome;
        }
    }
    return Outcome::Denied;
}

// Keys that open without a passphrase when `mayAsk` is false, the locked ones when it is true.
SshLogin::Outcome SshLogin::withKey(const QString &path, bool mayAsk)
{
    if (m_spent.contains(path))
        return Outcome::Denied;
    const SshKey key = importedKey(path, nullptr);
    if (key)
        return mayAsk ? Outcome::Denied : withPrivateKey(path, key);
    return mayAsk && QFileInfo(path).isReadable() && serverTakes(path) ? withPassphrase(path)
                                                                       : Outcome::Denied;
}

SshLogin::Outcome SshLogin::withPrivateKey(const QString &path, const SshKey &key)
{
    tried(path);
    const Outcome outcome = outcomeOf(ssh_userauth_publickey(m_session, nullptr, key.get()));
    if (outcome == Outcome::Partial)
        m_spent.insert(path);
    return outcome;
}

// A passphrase is asked for only when the key would be taken; where the public half cannot be
// read without it, only for the key that was named.
bool SshLogin::serverTakes(const QString &path)
{
    const SshKey key = importedPublicKey(path);
    if (!key)
        return path == m_endpoint.identityFile;
    tried(path);
    return ssh_userauth_try_publickey(m_session, nullptr, key.get()) == SSH_AUTH_SUCCESS;
}

SshLogin::Outcome SshLogin::withPassphrase(const QString &path)
{
    for (int attempt = 1; attempt <= attempts; ++attempt) {
        auto secret = m_asker.secret(question(SecretKind::Passphrase, path, attempt));
        if (!secret)
            return m_asker.stopped() ? Outcome::GivenUp : Outcome::Denied; // another way is left
        const SshKey key = importedKey(path, secret->constData());
        wipe(*secret);
        if (key)
            return withPrivateKey(path, key);
    }
    return Outcome::Denied;
}

SshLogin::Outcome SshLogin::password()
{
    tried(QStringLiteral("password"));
    auto outcome = Outcome::Denied;
    for (int attempt = 1; attempt <= attempts && outcome == Outcome::Denied; ++attempt) {
        auto secret = m_asker.secret(question(SecretKind::Password, {}, attempt));
        if (!secret)
            return Outcome::GivenUp;
        outcome = outcomeOf(ssh_userauth_password(m_session, nullptr, secret->constData()));
        wipe(*secret);
    }
    return outcome;
}

SshLogin::Outcome SshLogin::keyboardInteractive()
{
    tried(QStringLiteral("keyboard-interactive"));
    auto outcome = Outcome::Denied;
    for (int attempt = 1; attempt <= attempts && outcome == Outcome::Denied; ++attempt)
        outcome = promptsAnswered(attempt);
    return outcome;
}

// One conversation: the server may ask several times, and often ends with a round of no prompt.
SshLogin::Outcome SshLogin::promptsAnswered(int attempt)
{
    int result = ssh_userauth_kbdint(m_session, nullptr, nullptr);
    while (result == SSH_AUTH_INFO) {
        const int prompts = ssh_userauth_kbdint_getnprompts(m_session);
        for (int i = 0; i < prompts; ++i) {
            char echo = 0;
            const unsigned number = static_cast<unsigned>(i);
            const char *prompt = ssh_userauth_kbdint_getprompt(m_session, number, &echo);
            SecretQuestion asked
                = question(SecretKind::KeyboardInteractive, QString::fromUtf8(prompt), attempt);
            asked.echo = echo != 0;
            auto secret = m_asker.secret(asked);
            if (!secret)
                return Outcome::GivenUp;
            ssh_userauth_kbdint_setanswer(m_session, number, secret->constData());
            wipe(*secret);
        }
        result = ssh_userauth_kbdint(m_session, nullptr, nullptr);
    }
    return outcomeOf(result);
}

SecretQuestion SshLogin::question(SecretKind kind, const QString &prompt, int attempt) const
{
    SecretQuestion result;
    result.machine = m_endpoint.machine;
    result.host = m_endpoint.host;
    result.user = m_endpoint.user;
    result.kind = kind;
    result.prompt = prompt;
    result.attempt = attempt;
    result.port = m_endpoint.port;
    return result;
}

// OpenSSH signs with RSA and SHA-2 since 7.2; before, the key exchange may well pass by an ECDSA
// host key while every RSA login fails.
bool SshLogin::needsOldSignatures() const
{
    const int version = ssh_get_openssh_version(m_session);
    return !m_endpoint.legacyAlgorithms && offered(SSH_AUTH_METHOD_PUBLICKEY) && version > 0
        && version < SSH_VERSION_INT(7, 2, 0);
}

Error SshLogin::refusal(Outcome outcome) const
{
    const QString detail = libraryError(m_session);
    if (outcome == Outcome::GivenUp)
        return {
            ErrorKind::Cancelled,
            message(QT_TRANSLATE_NOOP("Core", "The login on %1 was given up"), {m_endpoint.host}),
            {}};
    if (outcome == Outcome::Broken && m_tried.isEmpty())
        return {ErrorKind::Unreachable,
                message(QT_TRANSLATE_NOOP("Core", "%1 closed the connection during the login"),
                        {m_endpoint.host}),
                detail};
    if (m_tried.isEmpty())
        return {ErrorKind::AuthRefused,
                message(QT_TRANSLATE_NOOP(
                            "Core", "%1 takes none of the ways to log in that are available here"),
                        {m_endpoint.host}),
                detail};
    const QList<Argument> words{m_endpoint.host, m_endpoint.user,
                                m_tried.join(QStringLiteral(", "))};
    if (needsOldSignatures()) {
        return {
            ErrorKind::AuthRefused,
            message(QT_TRANSLATE_NOOP("Core",
                                      "%1 refused the login of %2; tried: %3. It takes RSA keys "
                                      "only with old algorithms: allow old algorithms for this "
                                      "machine"),
                    words),
            detail};
    }
    return {ErrorKind::AuthRefused,
            message(QT_TRANSLATE_NOOP("Core", "%1 refused the login of %2; tried: %3"), words),
            detail};
}
} // namespace Core
