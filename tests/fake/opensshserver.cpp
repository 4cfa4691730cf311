// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fake/opensshserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpServer>

namespace
{
QString daemonPath()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("sshd"));
    return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("sshd"),
                                                            {QStringLiteral("/usr/sbin"),
                                                             QStringLiteral("/usr/local/sbin"),
                                                             QStringLiteral("/sbin")})
                           : found;
}

bool write(const QString &path, const QByteArray &text, QIODevice::OpenMode mode)
{
    QFile file(path);
    return file.open(mode) && file.write(text) == text.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A port that was free a moment ago; start() tries another one when it was taken since.
int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}
} // namespace

OpenSshServer::~OpenSshServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5'000))
        m_process.kill();
}

QString OpenSshServer::user()
{
    QProcess id;
    id.start(QStringLiteral("id"), {QStringLiteral("-un")});
    id.waitForFinished();
    return QString::fromLocal8Bit(id.readAllStandardOutput()).trimmed();
}

bool OpenSshServer::makeKey(const QString &name, const QString &type, int bits,
                            const QString &passphrase, const QString &format) const
{
    QStringList arguments{
        QStringLiteral("-q"), QStringLiteral("-t"), type,      QStringLiteral("-N"),
        passphrase,           QStringLiteral("-f"), path(name)};
    if (bits > 0)
        arguments << QStringLiteral("-b") << QString::number(bits);
    if (!format.isEmpty())
        arguments << QStringLiteral("-m") << format;
    QProcess keygen;
    keygen.start(QStringLiteral("ssh-keygen"), arguments);
    return keygen.waitForFinished() && keygen.exitCode() == 0;
}

bool OpenSshServer::authorise(const QString &publicKeyName) const
{
    return write(path(QStringLiteral("authorized_keys")), read(path(publicKeyName)),
                 QIODevice::Append);
}

QString OpenSshServer::hostKeyLine() const
{
    const QString text = QString::fromLatin1(read(path(QStringLiteral("host_key.pub"))));
    return text.section(u' ', 0, 1).trimmed();
}

void OpenSshServer::trustHostKey(const QString &knownHosts) const
{
    const QString line = QStringLiteral("[%1]:%2 %3\n").arg(host()).arg(m_port).arg(hostKeyLine());
    write(knownHosts.isEmpty() ? this->knownHosts() : knownHosts, line.toLatin1(),
          QIODevice::Append);
}

bool OpenSshServer::configure(const QStringList &options, int port)
{
    QStringList lines = options; // sshd takes the first value of a keyword
    lines << QStringLiteral("Port %1").arg(port) << QStringLiteral("ListenAddress 127.0.0.1")
          << QStringLiteral("HostKey ") + path(QStringLiteral("host_key"))
          << QStringLiteral("AuthorizedKeysFile ") + path(QStringLiteral("authorized_keys"))
          << QStringLiteral("PidFile none") << QStringLiteral("UsePAM no")
          << QStringLiteral("StrictModes no") << QStringLiteral("PermitRootLogin yes")
          << QStringLiteral("PasswordAuthentication no")
          << QStringLiteral("KbdInteractiveAuthentication no") << QStringLiteral("MaxStartups 100");
    // bash would read the user's ~/.bashrc in the first shell behind sshd, and only there.
    lines << QStringLiteral("SetEnv SHLVL=2") << QString();
    return write(path(QStringLiteral("sshd_config")), lines.join(u'\n').toLocal8Bit(),
                 QIODevice::WriteOnly);
}

bool OpenSshServer::listens()
{
    QElapsedTimer time;
    time.start();
    while (!m_log.contains("Server listening") && time.elapsed() < 10'000
           && m_process.waitForReadyRead(10'000))
        m_log += m_process.readAllStandardError();
    return m_log.contains("Server listening");
}

bool OpenSshServer::start(const QStringList &options, const QString &hostKeyType, int hostKeyBits)
{
    if (user() == QLatin1String("root"))
        QDir().mkpath(QStringLiteral("/run/sshd")); // where sshd separates its privileges
    if (!makeKey(QStringLiteral("host_key"), hostKeyType, hostKeyBits)
        || !makeKey(QStringLiteral("user_key"), QStringLiteral("ed25519"))
        || !authorise(QStringLiteral("user_key.pub")))
        return false;
    m_process.setReadChannel(QProcess::StandardError);
    for (int attempt = 0; attempt < 5; ++attempt) {
        m_log.clear();
        m_port = freePort();
        if (!configure(options, m_port))
            return false;
        m_process.start(daemonPath(),
                        {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"),
                         path(QStringLiteral("sshd_config"))});
        if (listens())
            return true;
        m_process.kill();
        m_process.waitForFinished();
    }
    return false;
}

QByteArray OpenSshServer::log() const
{
    m_log += const_cast<QProcess &>(m_process).readAllStandardError();
    return m_log;
}

QList<qint64> OpenSshServer::children() const
{
    QProcess ps;
    ps.start(QStringLiteral("ps"),
             {QStringLiteral("-o"), QStringLiteral("pid="), QStringLiteral("--ppid"),
              QString::number(m_process.processId())});
    ps.waitForFinished();
    QList<qint64> result;
    for (const QByteArray &line : ps.readAllStandardOutput().split('\n')) {
        if (!line.trimmed().isEmpty())
            result.append(line.trimmed().toLongLong());
    }
    return result;
}

int OpenSshServer::connections() const
{
    return int(children().size());
}

void OpenSshServer::endConnections() const
{
    for (const qint64 pid : children())
        QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-9"), QString::number(pid)});
}
