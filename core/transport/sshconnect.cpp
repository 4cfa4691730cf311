// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshconnect.h"

#include "core/transport/sshalgorithms.h"
#include "core/transport/sshlogin.h"

#include <QDeadlineTimer>
#include <QFile>

#include <libssh/callbacks.h>

namespace Core
{
namespace
{
using std::chrono::milliseconds;

Error cancelled()
{
    return {
        ErrorKind::Cancelled, message(QT_TRANSLATE_NOOP("Core", "The connection was closed")), {}};
}

Error dialError(const SshEndpoint &endpoint, const SocketResult &result)
{
    const QList<Argument> place{endpoint.host, QString::number(endpoint.port)};
    switch (result.failure) {
    case SocketFailure::Refused:
        return {
            ErrorKind::Unreachable,
            message(QT_TRANSLATE_NOOP(
                        "Core", "%1 is there but nothing listens on port %2 (connection refused)"),
                    place),
            result.detail};
    case SocketFailure::NoRoute:
        return {ErrorKind::Unreachable,
                message(QT_TRANSLATE_NOOP("Core", "There is no route to %1"), {endpoint.host}),
                result.detail};
    case SocketFailure::Timeout:
        return {ErrorKind::Timeout,
                message(QT_TRANSLATE_NOOP("Core", "No answer from %1, port %2"), place),
                result.detail};
    case SocketFailure::Stopped:
        return cancelled();
    case SocketFailure::Other:
        break;
    }
    return {ErrorKind::Unreachable,
            message(QT_TRANSLATE_NOOP("Core", "%1, port %2 cannot be reached"), place),
            result.detail};
}

bool setPath(ssh_session session, ssh_options_e option, const QString &path)
{
    return ssh_options_set(session, option, QFile::encodeName(path).constData()) == SSH_OK;
}

bool setTimeout(ssh_session session, milliseconds time)
{
    const long seconds = static_cast<long>(time.count() / 1000);
    const long microseconds = static_cast<long>(time.count() % 1000 * 1000);
    return ssh_options_set(session, SSH_OPTIONS_TIMEOUT, &seconds) == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_TIMEOUT_USEC, &microseconds) == SSH_OK;
}

bool setOptions(ssh_session session, const SshEndpoint &endpoint)
{
    const bool no = false; // ~/.ssh/config is the user's for ssh; a profile says all there is here
    const unsigned port = static_cast<unsigned>(endpoint.port);
    // Compressed: a frame that repeats most of the one before it, as counters do, costs a few
    // bytes; measured 430 B/s a node instead of 1,810. Known hosts are judged by hostkeys; the
    // library only orders its offer by the same file.
    return ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &no) == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_HOST, endpoint.host.toUtf8().constData()) == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_COMPRESSION, "zlib@openssh.com,none") == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_PORT, &port) == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_USER, endpoint.user.toUtf8().constData()) == SSH_OK
        && setPath(session, SSH_OPTIONS_KNOWNHOSTS, endpoint.knownHostsFile)
        && setPath(session, SSH_OPTIONS_GLOBAL_KNOWNHOSTS, endpoint.knownHostsFile)
        && setTimeout(session, endpoint.times.connect);
}

Error internal(ssh_session session)
{
    return {ErrorKind::Internal,
            message(QT_TRANSLATE_NOOP("Core", "The SSH library refused its settings")),
            libraryError(session)};
}

const QLatin1String noMatch("no match for method");

// The library keeps its last error alone. When both sides' offers arrive together it finds no
// match, closes the socket, and then says of the socket that it is closed (0.10.6). What it found
// goes to its log before, which each thread has for itself.
class ExchangeLog
{
public:
    ExchangeLog()
    {
        ssh_set_log_userdata(this);
        ssh_set_log_callback(&take);
        ssh_set_log_level(SSH_LOG_TRACE); // where errors are told
    }
    ~ExchangeLog()
    {
        ssh_set_log_level(SSH_LOG_NOLOG);
        ssh_set_log_userdata(nullptr);
    }
    ExchangeLog(const ExchangeLog &) = delete;
    ExchangeLog &operator=(const ExchangeLog &) = delete;

    // That no algorithm is common, if it was found, else the library's last error.
    QString reason(ssh_session session) const
    {
        return m_found.isEmpty() ? libraryError(session) : m_found;
    }

private:
    static void take(int, const char *, const char *text, void *self)
    {
        const QString line = QString::fromUtf8(text);
        auto *log = static_cast<ExchangeLog *>(self);
        if (log && log->m_found.isEmpty() && line.contains(noMatch))
            log->m_found = line;
    }
    QString m_found;
};

Error exchangeError(const SshEndpoint &endpoint, ssh_session session, const QByteArray &greeting,
                    const QString &detail)
{
    const QList<Argument> place{endpoint.host, QString::number(endpoint.port)};
    const bool named = ssh_get_serverbanner(session) != nullptr;
    if (!named && !greeting.isEmpty()) {
        return {ErrorKind::Unreachable,
                message(QT_TRANSLATE_NOOP("Core", "What answers on %1, port %2 is no SSH server"),
                        place),
                QString::fromUtf8(greeting.left(80).simplified())};
    }
    if (detail.startsWith(QLatin1String("Timeout"))) {
        return {ErrorKind::Timeout,
                message(QT_TRANSLATE_NOOP("Core", "The SSH server on %1, port %2 does not answer"),
                        place),
                detail};
    }
    if (!named) {
        return {ErrorKind::Unreachable,
                message(QT_TRANSLATE_NOOP(
                            "Core", "%1, port %2 closed the connection before the SSH greeting"),
                        place),
                detail};
    }
    const bool noCommon = detail.contains(noMatch) || detail.contains(QLatin1String("RSA key"));
    if (noCommon && !endpoint.legacyAlgorithms) {
        return {ErrorKind::Refused,
                message(QT_TRANSLATE_NOOP("Core",
                                          "%1 offers only old algorithms; to connect all the same, "
                                          "allow old algorithms for this machine"),
                        {endpoint.host}),
                detail};
    }
    if (noCommon) {
        return {
            ErrorKind::Refused,
            message(QT_TRANSLATE_NOOP("Core", "%1 and this program have no algorithm in common"),
                    {endpoint.host}),
            detail};
    }
    return {ErrorKind::Unreachable,
            message(QT_TRANSLATE_NOOP("Core", "%1 closed the connection during the key exchange"),
                    {endpoint.host}),
            detail};
}

Expected<HostKey> serverKey(ssh_session session)
{
    ssh_key raw = nullptr;
    char *text = nullptr;
    const bool got = ssh_get_server_publickey(session, &raw) == SSH_OK;
    const SshKey key(raw);
    if (!got || ssh_pki_export_pubkey_base64(key.get(), &text) != SSH_OK)
        return failure(ErrorKind::Internal,
                       message(QT_TRANSLATE_NOOP("Core", "The server's host key cannot be read")),
                       libraryError(session));
    return HostKey{QByteArray::fromBase64(takenString(text).toLatin1())};
}

QString fingerprints(const QList<HostKey> &keys)
{
    QStringList texts;
    for (const HostKey &key : keys)
        texts.append(QString::fromLatin1(key.type()) + u' ' + key.sha256());
    return texts.join(QStringLiteral(", "));
}

Error changed(const SshEndpoint &endpoint, const HostKey &key, const HostKeyCheck &check)
{
    const QString shown = fingerprints({key});
    if (check.verdict == HostKeyVerdict::Revoked) {
        return {ErrorKind::HostKeyChanged,
                message(QT_TRANSLATE_NOOP("Core", "The host key of %1 is marked as revoked: %2"),
                        {endpoint.host, shown}),
                endpoint.knownHostsFile};
    }
    return {
        ErrorKind::HostKeyChanged,
        message(QT_TRANSLATE_NOOP("Core",
                                  "The host key of %1 is not the one on record. On record: %2. "
                                  "Shown now: %3. Somebody may be in between, or the machine was "
                                  "installed anew"),
                {endpoint.host, fingerprints(check.recorded), shown}),
        endpoint.knownHostsFile};
}

Expected<void> askedPerson(const SshEndpoint &endpoint, const HostKey &key, SshAsker &asker)
{
    const HostKeyQuestion question{0,
                                   endpoint.machine,
                                   endpoint.host,
                                   endpoint.port,
                                   QString::fromLatin1(key.type()),
                                   key.sha256()};
    if (asker.trusts(question))
        return appendKnownHost(endpoint.knownHostsFile, endpoint.host, endpoint.port, key);
    if (asker.stopped())
        return tl::unexpected(cancelled());
    return failure(
        ErrorKind::HostKeyChanged,
        message(QT_TRANSLATE_NOOP("Core", "The host key of %1 was not accepted"), {endpoint.host}),
        fingerprints({key}));
}

Expected<void> verifiedHostKey(const SshEndpoint &endpoint, const QByteArray &knownHosts,
                               ssh_session session, SshAsker &asker)
{
    const auto key = serverKey(session);
    if (!key)
        return tl::unexpected(key.error());
    const auto check = checkedHostKey(knownHosts, endpoint.host, endpoint.port, *key);
    if (!check)
        return tl::unexpected(check.error());
    switch (check->verdict) {
    case HostKeyVerdict::Known:
        return {};
    case HostKeyVerdict::Unknown:
        return askedPerson(endpoint, *key, asker);
    case HostKeyVerdict::Changed:
    case HostKeyVerdict::OtherType:
    case HostKeyVerdict::Revoked:
        break;
    }
    return tl::unexpected(changed(endpoint, *key, *check));
}

// What a server says before it knows us: SSH servers name themselves at once.
QByteArray greetingOf(SocketFd fd, const SshControl &control, milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    QByteArray greeting;
    while (greeting.isEmpty() && !deadline.hasExpired() && !control.stopped())
        greeting = peeked(fd, 256, milliseconds(100));
    return greeting;
}

Expected<SshHandle> keysExchanged(const SshEndpoint &endpoint, const QByteArrayList &keyTypes,
                                  OwnedSocket socket, SshControl &control)
{
    SshHandle session(ssh_new());
    if (!session || !setOptions(session.get(), endpoint)
        || !setAlgorithms(session.get(), endpoint.legacyAlgorithms, keyTypes))
        return tl::unexpected(internal(session.get()));
    control.guard(socket.fd());
    const QByteArray greeting = greetingOf(socket.fd(), control, endpoint.times.connect / 5);
    const auto fd = static_cast<socket_t>(socket.release()); // ssh_connect takes it, failing too
    ssh_options_set(session.get(), SSH_OPTIONS_FD, &fd);
    const ExchangeLog log;
    if (ssh_connect(session.get()) == SSH_OK)
        return session;
    const Error error = control.stopped()
        ? cancelled()
        : exchangeError(endpoint, session.get(), greeting, log.reason(session.get()));
    control.unguard();
    return tl::unexpected(error);
}
} // namespace

Expected<OwnedSocket> dialled(const SshEndpoint &endpoint, const QList<QHostAddress> &addresses,
                              const SshControl &control)
{
    const QDeadlineTimer deadline(endpoint.times.connect);
    SocketResult result;
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        // Each address gets its share of what is left: a dead first one must not use up all.
        const milliseconds share(deadline.remainingTime() / (addresses.size() - i));
        result = connectedSocket(addresses[i], static_cast<quint16>(endpoint.port), share,
                                 [&control] { return control.stopped(); });
        if (result.socket.isOpen())
            return std::move(result.socket);
        if (result.failure == SocketFailure::Stopped)
            break;
    }
    return tl::unexpected(dialError(endpoint, result));
}

Expected<SshHandle> establishedSession(const SshEndpoint &endpoint, OwnedSocket socket,
                                       SshControl &control, SshAsker &asker)
{
    const auto knownHosts = readKnownHosts(endpoint.knownHostsFile);
    if (!knownHosts)
        return tl::unexpected(knownHosts.error());
    const auto keyTypes = recordedKeyTypes(*knownHosts, endpoint.host, endpoint.port);
    if (!keyTypes)
        return tl::unexpected(keyTypes.error());
    auto session = keysExchanged(endpoint, *keyTypes, std::move(socket), control);
    if (!session)
        return session;
    auto result = verifiedHostKey(endpoint, *knownHosts, session->get(), asker);
    if (result) {
        setTimeout(session->get(), endpoint.times.login);
        result = SshLogin(session->get(), endpoint, asker).run();
    }
    if (result)
        return session;
    control.unguard();
    return tl::unexpected(control.stopped() ? cancelled() : result.error());
}
} // namespace Core
