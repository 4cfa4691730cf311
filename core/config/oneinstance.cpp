// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/oneinstance.h"

#include "core/base/log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSysInfo>

namespace Core
{
namespace
{
using namespace std::chrono_literals;
const QByteArray answerLine = "shown\n";
constexpr qint64 longestLine = 16 * 1024; // a path and its line end

// Pipes of Windows have one name space for the whole machine, and /tmp has one for all users: the
// name tells the person's folder. The length of a Unix socket's path is limited (108 bytes).
QString socketName(const QString &folder)
{
    const QByteArray sum = QCryptographicHash::hash(
        (QDir::homePath() + u'\n' + QDir(folder).absolutePath()).toUtf8(),
        QCryptographicHash::Sha256);
    const QString name = QStringLiteral("binome-") + QString::fromLatin1(sum.toHex().left(24));
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool there = !runtime.isEmpty() && runtime.size() < 60 && QDir(runtime).exists();
    return there ? runtime + u'/' + name : name;
}
} // namespace

OneInstance::OneInstance(const QString &folder, QObject *parent, std::chrono::milliseconds patience)
    : QObject(parent), m_name(socketName(folder)), m_patience(patience),
      m_lock(folder + QStringLiteral("/../window.lock"))
{
    m_lock.setStaleLockTime(0); // a window may be open for weeks; its process tells whether it is
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_pause.setSingleShot(true);
    m_silence.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &OneInstance::attempt);
    connect(&m_silence, &QTimer::timeout, this, &OneInstance::retry);
    connect(&m_server, &QLocalServer::newConnection, this, &OneInstance::serve);
    connect(&m_socket, &QLocalSocket::connected, this,
            [this] { m_socket.write(m_profile.toUtf8() + '\n'); });
    connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
        if (m_done || !m_socket.canReadLine())
            return;
        m_done = true;
        m_silence.stop();
        emit handedOver();
    });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, &OneInstance::retry);
}

OneInstance::~OneInstance()
{
    m_done = true; // a socket that closes now is no reason to start
}

void OneInstance::ask(const QString &profile)
{
    m_profile = profile;
    m_profile.remove(u'\n');
    m_deadline.setRemainingTime(m_patience);
    attempt();
}

void OneInstance::attempt()
{
    if (m_done)
        return;
    if (m_lock.tryLock(0))
        return startAlone();
    m_silence.start(2s);
    m_socket.connectToServer(m_name);
}

// Only a process of this computer that lives can still answer.
bool OneInstance::awaitFirst()
{
    qint64 process = 0;
    QString host;
    QString program;
    return m_lock.error() == QLockFile::LockFailedError && !m_deadline.hasExpired()
        && m_lock.getLockInfo(&process, &host, &program) && host == QSysInfo::machineHostName();
}

void OneInstance::retry()
{
    m_silence.stop();
    if (m_done || m_pause.isActive())
        return;
    m_socket.abort();
    if (awaitFirst()) // it starts or ends just now
        return m_pause.start(200ms);
    qCWarning(lcConfig) << "the lock of the window is held and nobody answers";
    startAlone();
}

void OneInstance::startAlone()
{
    m_done = true;
    QLocalServer::removeServer(m_name); // of a program that died: nobody answered there
    if (!m_server.listen(m_name))
        qCWarning(lcConfig) << "later starts cannot be heard:" << m_server.errorString();
    emit alone();
}

void OneInstance::serve()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(longestLine);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { answer(*socket); });
        answer(*socket);
    }
}

void OneInstance::answer(QLocalSocket &socket)
{
    if (!socket.canReadLine())
        return;
    const QString profile = QString::fromUtf8(socket.readLine()).chopped(1);
    socket.write(answerLine);
    socket.disconnectFromServer(); // once it is written
    emit asked(profile);
}
} // namespace Core

#include "moc_oneinstance.cpp"
