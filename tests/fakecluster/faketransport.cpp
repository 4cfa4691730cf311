// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakecluster/faketransport.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Core;

namespace Testing
{
namespace
{
// busybox is asked for every command it knows, or it would be dash with another name.
void linkApplets(const QString &busybox, const QString &folder)
{
    for (const char *applet : {"sh", "timeout", "head", "tail", "cat", "tr", "grep", "sort", "id",
                               "date", "sleep", "seq", "printf", "true", "uname", "cut"})
        QFile::link(busybox, folder + u'/' + QString::fromLatin1(applet));
}

QString makeShellFolder(ShellKind kind, const QTemporaryDir &home)
{
    const QString names[]
        = {QStringLiteral("dash"), QStringLiteral("bash"), QStringLiteral("busybox")};
    const QString name = names[int(kind)];
    const QString program = QStandardPaths::findExecutable(name);
    const QString folder = home.filePath(name);
    if (program.isEmpty() || !QDir().mkpath(folder))
        return {};
    if (kind == ShellKind::Busybox)
        linkApplets(program, folder);
    else
        QFile::link(program, folder + QStringLiteral("/sh"));
    return folder;
}
} // namespace

QString shellFolder(ShellKind kind)
{
    static const QTemporaryDir home;
    static QMap<ShellKind, QString> folders;
    if (!folders.contains(kind))
        folders.insert(kind, makeShellFolder(kind, home));
    return folders.value(kind);
}

FakeTransport::FakeTransport(ShellKind shell, QObject *parent) : Transport(parent), m_shell(shell)
{
}

FakeTransport::~FakeTransport() = default;

void FakeTransport::open()
{
    if (m_state != TransportState::Closed && m_state != TransportState::Lost
        && m_state != TransportState::Refused)
        return;
    ++opened;
    setState(TransportState::Connecting);
    if (m_holdOpening)
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_state != TransportState::Connecting)
                return;
            m_error.reset();
            if (!m_refuse) {
                setState(TransportState::Ready);
                return;
            }
            const ErrorKind kind = *std::exchange(m_refuse, std::nullopt);
            m_error = Error{kind, message("refused for the test"), {}};
            setState(kind == ErrorKind::Unreachable ? TransportState::Lost
                                                    : TransportState::Refused);
        },
        Qt::QueuedConnection);
}

void FakeTransport::close()
{
    for (const QPointer<FakeStream> &stream : std::as_const(m_streams)) {
        if (stream)
            stream->lose(ErrorKind::Cancelled); // as SshSession does
    }
    setState(TransportState::Closed);
}

std::unique_ptr<Stream> FakeTransport::start(const Command &command)
{
    if (m_state != TransportState::Ready)
        return std::make_unique<FailedStream>(
            Error{ErrorKind::Unreachable, message("not connected"), {}});
    ++started;
    const QString folder = shellFolder(m_shell);
    const QString path = m_shell == ShellKind::Busybox
        ? folder
        : folder + u':' + QString::fromLocal8Bit(qgetenv("PATH"));
    auto stream = std::make_unique<FakeStream>(
        folder + QStringLiteral("/sh"),
        QStringList{QStringLiteral("-c"), QString::fromUtf8(shellLine(command))},
        m_path.isEmpty() ? path : m_path + u':' + path, m_banner);
    stream->setStalled(m_stalled);
    if (!command.input.isEmpty()) { // as the SSH transport does
        stream->write(command.input);
        stream->closeInput();
    }
    m_streams << stream.get();
    return stream;
}

void FakeTransport::setStalled(bool stalled)
{
    m_stalled = stalled;
    for (const QPointer<FakeStream> &stream : std::as_const(m_streams)) {
        if (stream)
            stream->setStalled(stalled);
    }
}

void FakeTransport::inject(const QByteArray &noise)
{
    for (const QPointer<FakeStream> &stream : std::as_const(m_streams)) {
        if (stream)
            stream->inject(noise);
    }
}

void FakeTransport::drop()
{
    for (const QPointer<FakeStream> &stream : std::as_const(m_streams)) {
        if (stream)
            stream->lose(ErrorKind::Unreachable);
    }
    m_error = Error{ErrorKind::Unreachable, message("dropped for the test"), {}};
    setState(TransportState::Lost);
}

void FakeTransport::refuseNext(ErrorKind kind)
{
    m_refuse = kind;
}

int FakeTransport::alive() const
{
    return int(std::count_if(m_streams.cbegin(), m_streams.cend(),
                             [](const auto &stream) { return stream && stream->running(); }));
}

bool FakeTransport::awaiting() const
{
    return std::any_of(m_streams.cbegin(), m_streams.cend(),
                       [](const auto &stream) { return stream && stream->awaiting(); });
}

void FakeTransport::setState(TransportState state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

FakeStream::FakeStream(const QString &shell, const QStringList &arguments, const QString &path,
                       const QByteArray &banner)
    : m_out(banner)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"), path);
    m_process.setProcessEnvironment(environment);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        m_out += m_process.readAllStandardOutput();
        pass();
    });
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { emit errorData(m_process.readAllStandardError()); });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus how) {
        if (const QByteArray rest = m_process.readAllStandardError(); !rest.isEmpty())
            emit errorData(rest);
        m_out += m_process.readAllStandardOutput();
        m_status = how == QProcess::NormalExit ? code : -1;
        pass();
    });
    m_process.start(shell, arguments);
}

FakeStream::~FakeStream()
{
    disconnect(&m_process, nullptr, this, nullptr);
    m_process.kill();
    m_process.waitForFinished(2000);
}

void FakeStream::write(const QByteArray &bytes)
{
    if (m_closeInput)
        return;
    m_owed.asked(bytes);
    if (m_stalled)
        m_in += bytes;
    else
        m_process.write(bytes);
}

void FakeStream::closeInput()
{
    m_closeInput = true;
    if (!m_stalled)
        m_process.closeWriteChannel();
}

void FakeStream::setStalled(bool stalled)
{
    m_stalled = stalled;
    if (stalled)
        return;
    m_process.write(std::exchange(m_in, {}));
    if (m_closeInput)
        m_process.closeWriteChannel();
    QMetaObject::invokeMethod(this, &FakeStream::pass, Qt::QueuedConnection);
}

void FakeStream::inject(const QByteArray &noise)
{
    m_out += noise;
    pass();
}

void FakeStream::lose(ErrorKind kind)
{
    m_process.closeWriteChannel();
    QMetaObject::invokeMethod(
        this, [this, kind] { end(failure(kind, message("dropped for the test"))); },
        Qt::QueuedConnection);
}

void FakeStream::pass()
{
    if (m_stalled || m_ended)
        return;
    if (!m_out.isEmpty()) {
        m_owed.told(m_out);
        emit data(std::exchange(m_out, {}));
    }
    if (m_status)
        end(*m_status);
}

void FakeStream::end(const Expected<int> &status)
{
    if (std::exchange(m_ended, true))
        return;
    emit closed(status);
}

FailedStream::FailedStream(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { emit closed(tl::unexpected(error)); }, Qt::QueuedConnection);
}
} // namespace Testing
