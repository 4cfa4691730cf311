// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/guestconsole.h"

#include "core/athand/vnctrouble.h"
#include "core/base/log.h"
#include "core/transport/sshcontrol.h"

#include <QRandomGenerator>
#include <QTcpSocket>

namespace Core
{
namespace
{
constexpr qint64 mostToNode = 128 * 1024; // on the way, beside as much as the socket keeps
constexpr qint64 mostToViewer = 1024 * 1024; // then the node waits
constexpr qint64 fewToViewer = 256 * 1024; // until so little is left
constexpr qint64 piece = 32 * 1024;
constexpr qsizetype mostComplaint = 4096;
} // namespace

Command vncProxyCommand(int guest)
{
    Command command{QStringLiteral("sh"),
                    {QStringLiteral("-c"),
                     QStringLiteral("IFS= read -r LC_PVE_TICKET || exit 1; export LC_PVE_TICKET; "
                                    "exec qm vncproxy \"$1\""),
                     QStringLiteral("sh"), QString::number(guest)}};
    command.timeout = std::chrono::milliseconds(0);
    return command;
}

QByteArray oneTimePassword()
{
    constexpr QByteArrayView letters("23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");
    QByteArray password;
    for (int i = 0; i < 8; ++i)
        password += letters[QRandomGenerator::system()->bounded(int(letters.size()))];
    return password;
}

GuestConsole::GuestConsole(Start start, Place place, std::chrono::milliseconds patience,
                           QObject *parent)
    : QObject(parent), m_start(std::move(start)), m_place(std::move(place))
{
    connect(&m_server, &QTcpServer::newConnection, this, &GuestConsole::accept);
    connect(&m_patience, &QTimer::timeout, this, [this, patience] {
        end(Error{ErrorKind::Timeout,
                  message(QT_TRANSLATE_NOOP("Core", "No viewer connected within %1"), {patience}),
                  {}});
    });
    m_server.setMaxPendingConnections(1);
    if (!m_server.listen(QHostAddress::LocalHost)) {
        const Error noPort{ErrorKind::Internal,
                           message(QT_TRANSLATE_NOOP("Core", "This computer gives no port for it")),
                           m_server.errorString()};
        QTimer::singleShot(0, this, [this, noPort] { end(noPort); });
        return;
    }
    m_port = m_server.serverPort();
    m_password = oneTimePassword();
    m_patience.setSingleShot(true);
    m_patience.start(patience);
}

GuestConsole::GuestConsole(const Error &error, Place place, QObject *parent)
    : QObject(parent), m_place(std::move(place))
{
    QTimer::singleShot(0, this, [this, error] { end(error); });
}

GuestConsole::~GuestConsole()
{
    m_stream.reset();
    if (m_viewer)
        m_viewer->disconnect(this);
    wipe(m_password);
}

void GuestConsole::accept()
{
    QTcpSocket *viewer = m_server.nextPendingConnection();
    if (!viewer || m_viewer || m_state != State::Waiting)
        return delete viewer;
    m_server.close(); // one, and no other
    m_patience.stop();
    m_viewer = viewer;
    viewer->setParent(this);
    viewer->setReadBufferSize(mostToNode);
    connect(viewer, &QTcpSocket::readyRead, this, &GuestConsole::feed);
    connect(viewer, &QTcpSocket::bytesWritten, this, &GuestConsole::balance);
    connect(viewer, &QTcpSocket::disconnected, this, [this] { end(std::nullopt); });
    m_stream = m_start();
    connect(m_stream.get(), &Stream::data, this, &GuestConsole::pass);
    connect(m_stream.get(), &Stream::written, this, &GuestConsole::feed);
    connect(m_stream.get(), &Stream::closed, this, &GuestConsole::remoteEnded);
    connect(m_stream.get(), &Stream::errorData, this, [this](const QByteArray &bytes) {
        m_complaint = (m_complaint + bytes).right(mostComplaint);
    });
    m_stream->write(m_password + '\n');
    m_state = State::Open;
    m_since = QDateTime::currentDateTimeUtc();
    emit opened();
    if (m_state == State::Open)
        feed();
}

void GuestConsole::feed()
{
    while (m_stream && m_viewer && m_viewer->bytesAvailable() > 0
           && m_stream->bytesToWrite() < mostToNode)
        m_stream->write(m_viewer->read(piece));
}

void GuestConsole::pass(const QByteArray &bytes)
{
    if (!m_viewer || m_state != State::Open)
        return;
    m_viewer->write(bytes);
    balance();
    look(bytes);
}

void GuestConsole::look(const QByteArray &bytes)
{
    const auto security = m_greeting.take(bytes);
    if (security && *security != RfbGreeting::Security::Password
        && *security != RfbGreeting::Security::Refused)
        end(withoutPassword(*security, m_place.guest, m_place.node));
}

void GuestConsole::balance()
{
    if (!m_stream || !m_viewer)
        return;
    const qint64 waiting = m_viewer->bytesToWrite();
    if (!m_held && waiting > mostToViewer)
        m_stream->hold(m_held = true);
    else if (m_held && waiting < fewToViewer)
        m_stream->hold(m_held = false);
}

void GuestConsole::remoteEnded(const Expected<int> &exitCode)
{
    m_complaint.replace(m_password, "***");
    end(vncTrouble(exitCode, m_complaint, m_place.guest, m_place.node));
}

void GuestConsole::close()
{
    end(std::nullopt);
}

void GuestConsole::end(const std::optional<Error> &why)
{
    if (std::exchange(m_state, State::Ended) == State::Ended)
        return;
    m_patience.stop();
    m_server.close();
    wipe(m_password);
    if (m_stream) {
        m_stream->disconnect(this);
        m_stream.release()->deleteLater(); // this may be one of its signals
    }
    if (m_viewer) {
        m_viewer->disconnect(this);
        m_viewer->disconnectFromHost(); // what it was sent goes first
    }
    if (why)
        qCInfo(lcSsh, "console of guest %d: %s", m_place.guest, qUtf8Printable(logText(why->what)));
    emit ended(why);
}
} // namespace Core
