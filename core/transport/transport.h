// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/command.h"
#include "core/base/error.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace Core
{
enum class TransportState : quint8 { Closed, Connecting, NeedsAnswer, Ready, Lost, Refused };

// One running remote command. Lives in the thread of its creator; all signals arrive there.
// Deleting it ends the remote channel. closed() comes exactly once, time-out and lost link
// included; nothing comes after it.
class Stream : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void write(const QByteArray &bytes) = 0; // queued; bytes after closeInput() are dropped
    virtual void closeInput() = 0;
    // Of what write() was given, the bytes that have not left for the machine yet.
    virtual qint64 bytesToWrite() const { return 0; }
    // Held, stdout of the remote command is read no further: about a MiB fills SSH's window, then
    // the command waits. What is on its way here may still arrive; closed() waits until released.
    virtual void hold(bool) { }

signals:
    void written(); // bytesToWrite() shrank
    void data(const QByteArray &bytes); // stdout
    void errorData(const QByteArray &bytes); // stderr
    void closed(const Core::Expected<int> &exitCode); // -1: ended by a signal
};

// The way to one machine. Lives in the main thread; I/O happens elsewhere.
class Transport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual TransportState state() const = 0;
    virtual std::optional<Error> lastError() const = 0;
    virtual void open() = 0; // no effect unless Closed, Lost or Refused
    virtual void close() = 0;
    // Starts at once or, if the transport is not Ready, closes with an error. Command::timeout
    // bounds the whole run; zero: no bound (probe streams). Never returns null.
    virtual std::unique_ptr<Stream> start(const Command &command) = 0;
    // One command to its end: output collected, exactly one result. Written once, on start().
    // Any thread. Cancelled when `stop` is requested or the transport is deleted; ParseFailed when
    // stdout is larger than Command::outputCap; what is beyond it on stderr is dropped. heard: both
    // of them as they arrive, in the transport's thread.
    using Listener = std::function<void(const QByteArray &bytes)>;
    QFuture<Expected<CommandOutput>> run(const Command &command, std::stop_token stop = {},
                                         Listener heard = {});

    // Bytes on the wire since open(), everything included; what falls silent is told from them.
    virtual qint64 bytesReceived() const { return 0; }
    virtual qint64 bytesSent() const { return 0; }

signals:
    void stateChanged(Core::TransportState state);
    void received(); // bytesReceived() grew; several arrivals may be told once
};
} // namespace Core
