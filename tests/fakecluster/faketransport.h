// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/transport.h"
#include "tests/fakecluster/owedanswers.h"

#include <QPointer>
#include <QProcess>

// A machine without a network: commands run in a local shell, and the way to it can be stalled,
// lost or refused. What the product sends is thus run by the very shells it is written for.
namespace Testing
{
enum class ShellKind { Dash, Bash, Busybox };

class FakeTransport : public Core::Transport
{
    Q_OBJECT
public:
    explicit FakeTransport(ShellKind shell = ShellKind::Dash, QObject *parent = nullptr);
    ~FakeTransport() override;

    Core::TransportState state() const override { return m_state; }
    std::optional<Core::Error> lastError() const override { return m_error; }
    void open() override;
    void close() override;
    std::unique_ptr<Core::Stream> start(const Core::Command &command) override;

    // Faults.
    void setStalled(bool stalled); // silence: bytes wait, nothing is closed
    void inject(const QByteArray &noise); // into every open stream
    void drop(); // the connection ends
    void refuseNext(Core::ErrorKind kind); // what the next open() ends with
    void holdOpening(bool hold) { m_holdOpening = hold; } // open() stays Connecting
    void ask() { setState(Core::TransportState::NeedsAnswer); }
    void setBanner(const QByteArray &banner) { m_banner = banner; } // noise before each answer
    void setPath(const QString &path) { m_path = path; } // folder in front of PATH

    int opened = 0; // times open() was called
    int started = 0; // streams
    int alive() const; // streams whose process runs
    bool awaiting() const; // a script owes an answer, and could give it

private:
    void setState(Core::TransportState state);

    ShellKind m_shell;
    Core::TransportState m_state = Core::TransportState::Closed;
    std::optional<Core::Error> m_error;
    std::optional<Core::ErrorKind> m_refuse;
    QByteArray m_banner;
    QString m_path;
    bool m_holdOpening = false;
    bool m_stalled = false;
    QList<QPointer<class FakeStream>> m_streams;
};

class FakeStream : public Core::Stream
{
    Q_OBJECT
public:
    FakeStream(const QString &shell, const QStringList &arguments, const QString &path,
               const QByteArray &banner);
    ~FakeStream() override;
    void write(const QByteArray &bytes) override;
    void closeInput() override;
    void setStalled(bool stalled);
    void inject(const QByteArray &noise);
    void lose(Core::ErrorKind kind); // the connection is gone; the process sees end of input
    bool awaiting() const { return m_owed.any() && !m_stalled && !m_ended && running(); }
    bool running() const { return m_process.state() != QProcess::NotRunning; }

private:
    void pass();
    void end(const Core::Expected<int> &status);

    QProcess m_process;
    QByteArray m_out; // held back while stalled
    QByteArray m_in;
    bool m_closeInput = false;
    bool m_stalled = false;
    bool m_ended = false;
    OwedAnswers m_owed;
    std::optional<Core::Expected<int>> m_status;
};

// A stream that closes with an error, as start() of a transport that is not Ready gives.
class FailedStream : public Core::Stream
{
    Q_OBJECT
public:
    explicit FailedStream(const Core::Error &error);
    void write(const QByteArray &) override { }
    void closeInput() override { }
};

QString shellFolder(ShellKind kind); // where `sh` is that shell; empty: not on this machine
} // namespace Testing
