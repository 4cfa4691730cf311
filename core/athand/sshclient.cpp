// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/sshclient.h"

#include "core/base/command.h"

#include <QRegularExpression>

namespace Core
{
namespace
{
bool isPlainUser(const QString &user)
{
    static const QRegularExpression plain(
        QStringLiteral(R"(\A[A-Za-z0-9_][A-Za-z0-9_.@-]{0,63}\z)"));
    return plain.match(user).hasMatch();
}

// The configuration has no way to write a quotation mark inside quotation marks that every release
// understands, and expands what begins with '%' and "${".
bool isPlainFile(const QString &file)
{
    return std::none_of(file.cbegin(), file.cend(), [](QChar c) {
        return c == u'"' || c == u'$' || c.category() == QChar::Other_Control;
    });
}

QString option(const char *name, const QString &file)
{
    QString value = file;
    value.replace(u'%', QStringLiteral("%%"));
    return QString::fromLatin1(name) + QStringLiteral("=\"") + value + u'"';
}

QStringList oldAlgorithms()
{
    // Older clients do not know every one of these words, and would refuse to start.
    return {QStringLiteral("-o"),
            QStringLiteral("IgnoreUnknown=PubkeyAcceptedAlgorithms,RequiredRSASize"),
            QStringLiteral("-o"),
            QStringLiteral("HostKeyAlgorithms=+ssh-rsa"),
            QStringLiteral("-o"),
            QStringLiteral("PubkeyAcceptedAlgorithms=+ssh-rsa"),
            QStringLiteral("-o"),
            QStringLiteral("KexAlgorithms=+diffie-hellman-group14-sha1,diffie-hellman-group1-sha1"),
            QStringLiteral("-o"),
            QStringLiteral("RequiredRSASize=1024")};
}

bool isPlain(const SshEndpoint &endpoint)
{
    return isPlainHost(endpoint.host) && isPlainUser(endpoint.user)
        && isPlainFile(endpoint.identityFile) && isPlainFile(endpoint.knownHostsFile)
        && endpoint.port > 0 && endpoint.port < 65536;
}

QStringList options(const SshEndpoint &endpoint, const QString &knownHosts)
{
    QStringList words{QStringLiteral("-p"), QString::number(endpoint.port), QStringLiteral("-l"),
                      endpoint.user};
    const QString &file = endpoint.knownHostsFile.isEmpty() ? knownHosts : endpoint.knownHostsFile;
    words << QStringLiteral("-o") << option("UserKnownHostsFile", file);
    if (!endpoint.identityFile.isEmpty())
        words << QStringLiteral("-o") << option("IdentityFile", endpoint.identityFile);
    if (endpoint.legacyAlgorithms)
        words << oldAlgorithms();
    return words;
}

// ssh hands a ProxyCommand to the person's shell after reading '%' in it: every word is quoted for
// that shell. -J would not do: it takes neither the key nor the known hosts along.
QString proxyCommand(const QStringList &jump)
{
    QString line = QString::fromUtf8(shellLine({QStringLiteral("ssh"), jump}));
    line.replace(u'%', QStringLiteral("%%"));
    return line;
}
} // namespace

bool isPlainHost(const QString &host)
{
    static const QRegularExpression plain(
        QStringLiteral(R"(\A[A-Za-z0-9_:][A-Za-z0-9_.:-]{0,252}\z)"));
    return plain.match(host).hasMatch();
}

Expected<QStringList> sshArguments(const SshEndpoint &endpoint, const QString &knownHosts,
                                   const QString &command)
{
    if (!isPlain(endpoint) || !isPlainFile(knownHosts))
        return failure(
            ErrorKind::Refused,
            message(QT_TRANSLATE_NOOP("Core",
                                      "The address, the user or a file of %1 in the profile cannot "
                                      "be handed to ssh as one word"),
                    {endpoint.machine.text()}));
    QStringList words = options(endpoint, knownHosts);
    if (endpoint.jump) {
        Expected<QStringList> jump = sshArguments(*endpoint.jump, knownHosts);
        if (!jump)
            return jump;
        const bool ipv6 = endpoint.host.contains(u':');
        const QString goal = (ipv6 ? u'[' + endpoint.host + u']' : endpoint.host) + u':'
            + QString::number(endpoint.port);
        words << QStringLiteral("-o")
              << QStringLiteral("ProxyCommand=")
                + proxyCommand(QStringList{QStringLiteral("-W"), goal} + *jump);
    }
    if (command.isEmpty())
        return words << endpoint.host;
    return words << QStringLiteral("-t") << QStringLiteral("-e") << QStringLiteral("none")
                 << endpoint.host << command;
}
} // namespace Core
