// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/transport.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QThread>

#include <functional>
#include <optional>

namespace Core
{
namespace
{
using Result = Expected<CommandOutput>;

// Exactly one result, whatever happens to the holder: a promise that is dropped would leave its
// future without any.
class Answer
{
public:
    Answer() { m_promise.start(); }
    ~Answer()
    {
        give(failure(ErrorKind::Cancelled, message(QT_TRANSLATE_NOOP("Core", "Cancelled"))));
    }
    Q_DISABLE_COPY_MOVE(Answer)
    QFuture<Result> future() { return m_promise.future(); }
    void give(Result result)
    {
        if (std::exchange(m_given, true))
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    QPromise<Result> m_promise;
    bool m_given = false;
};

// One command from start() to its result; lives in the transport's thread, as its child.
class Run : public QObject
{
public:
    Run(Transport *transport, const Command &command, std::shared_ptr<Answer> answer,
        Transport::Listener heard)
        : QObject(transport), m_command(command), m_answer(std::move(answer)),
          m_heard(std::move(heard))
    {
    }
    ~Run() override { m_stop.reset(); } // waits for a stop request that is just coming in

    void begin(Transport *transport, const std::stop_token &stop)
    {
        m_clock.start();
        m_stop.emplace(stop, [this] {
            QMetaObject::invokeMethod(
                this, [this] { stopped(); }, Qt::QueuedConnection);
        });
        if (stop.stop_requested())
            return;
        m_stream = transport->start(m_command);
        connect(m_stream.get(), &Stream::data, this, &Run::takeOutput);
        connect(m_stream.get(), &Stream::errorData, this, &Run::takeErrors);
        connect(m_stream.get(), &Stream::closed, this, &Run::takeEnd);
    }

private:
    void takeOutput(const QByteArray &bytes)
    {
        if (m_heard)
            m_heard(bytes);
        m_output.out += bytes;
        if (m_output.out.size() > m_command.outputCap) {
            finish(failure(ErrorKind::ParseFailed,
                           message(QT_TRANSLATE_NOOP("Core", "The command printed more than %1"),
                                   {Bytes{m_command.outputCap}})));
        }
    }

    // What goes wrong is said in the first lines; the rest is dropped, never an error by itself.
    void takeErrors(const QByteArray &bytes)
    {
        if (m_heard)
            m_heard(bytes);
        m_output.err += bytes.left(m_command.outputCap - m_output.err.size());
    }

    void takeEnd(const Expected<int> &exitCode)
    {
        if (!exitCode)
            return finish(tl::unexpected(exitCode.error()));
        m_output.exitCode = *exitCode;
        m_output.duration = std::chrono::milliseconds(m_clock.elapsed());
        finish(std::move(m_output));
    }

    void stopped()
    {
        m_stream.reset(); // now, not when this object goes: the remote end is told at once
        finish(failure(ErrorKind::Cancelled, message(QT_TRANSLATE_NOOP("Core", "Cancelled"))));
    }

    void finish(Result result)
    {
        if (m_stream)
            m_stream->disconnect(this);
        m_answer->give(std::move(result));
        deleteLater(); // the stream with it: this may be one of its signals
    }

    Command m_command;
    std::shared_ptr<Answer> m_answer;
    Transport::Listener m_heard;
    CommandOutput m_output;
    QElapsedTimer m_clock;
    std::unique_ptr<Stream> m_stream;
    std::optional<std::stop_callback<std::function<void()>>> m_stop;
};
} // namespace

QFuture<Expected<CommandOutput>> Transport::run(const Command &command, std::stop_token stop,
                                                Listener heard)
{
    const auto answer = std::make_shared<Answer>();
    const QFuture<Result> future = answer->future();
    const auto begin = [this, command, answer, stop = std::move(stop), heard = std::move(heard)] {
        (new Run(this, command, answer, heard))->begin(this, stop);
    };
    // At once in the transport's own thread, so that two calls keep their order with start().
    if (QThread::currentThread() == thread())
        begin();
    else
        QMetaObject::invokeMethod(this, begin, Qt::QueuedConnection);
    return future;
}
} // namespace Core
