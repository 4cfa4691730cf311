// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/probestream.h"

#include "core/base/log.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
QList<qint64> capsOf(const QList<Probe> &probes)
{
    QList<qint64> caps;
    for (const Probe &probe : probes)
        caps << probe.outputCap;
    return caps;
}

ChannelScript scriptOf(const ProbeStreamSetup &setup, const QByteArray &nonce)
{
    return {setup.probes, nonce, setup.marker, setup.channel};
}
} // namespace

ProbeStream::ProbeStream(ProbeStreamSetup setup, Transport &transport, const Clock &clock,
                         QObject *parent)
    : QObject(parent), m_setup(std::move(setup)), m_clock(clock), m_parser({}, {})
{
    const QByteArray nonce = randomNonce();
    m_parser = FrameParser(nonce, capsOf(m_setup.probes));
    m_waitingSince = m_clock.elapsed();
    m_stream = transport.start(shellCommand(scriptText(scriptOf(m_setup, nonce)), m_setup.sudo));
    connect(m_stream.get(), &Stream::data, this, &ProbeStream::take);
    connect(m_stream.get(), &Stream::closed, this, &ProbeStream::end);
    connect(m_stream.get(), &Stream::errorData, this,
            [this](const QByteArray &bytes) { m_errorTail = (m_errorTail + bytes).right(1024); });
}

void ProbeStream::ask(const QList<int> &indexes, bool withEcho)
{
    Q_ASSERT(idle());
    QByteArray line;
    if (withEcho) {
        line += '!';
        m_pings << std::chrono::steady_clock::now();
    }
    for (const int index : indexes)
        line += (line.isEmpty() ? "" : " ") + QByteArray::number(index);
    m_asked = indexes;
    m_waitingSince = m_clock.elapsed();
    m_overdueTold = false;
    m_stream->write(line + '\n');
}

void ProbeStream::ping()
{
    // Two on their way say as much as twenty; a machine that comes back has enough to read.
    if (!greeted() || m_finishing || m_ended || m_pings.size() >= 2)
        return;
    m_pings << std::chrono::steady_clock::now();
    m_stream->write("!\n");
}

void ProbeStream::finish()
{
    if (m_finishing || m_ended)
        return;
    m_finishing = true;
    m_stream->closeInput();
}

std::chrono::milliseconds ProbeStream::deadline() const
{
    if (!greeted())
        return 10s;
    return m_setup.probes.at(m_asked.first()).timeout + 1s;
}

std::optional<int> ProbeStream::newlyOverdue()
{
    const bool waiting = !greeted() || !m_asked.isEmpty();
    if (m_ended || m_overdueTold || !waiting || m_clock.elapsed() - m_waitingSince <= deadline())
        return std::nullopt;
    m_overdueTold = true;
    return greeted() ? m_asked.first() : -1;
}

void ProbeStream::take(const QByteArray &bytes)
{
    if (m_broken || m_ended)
        return;
    const bool before = greeted();
    const Expected<QList<Frame>> frames = m_parser.feed(bytes);
    if (!frames) {
        fail(frames.error());
        return;
    }
    if (before || greeted())
        emit heard();
    for (const Frame &frame : *frames) {
        if (m_broken)
            return;
        takeFrame(frame);
    }
}

void ProbeStream::takeFrame(const Frame &frame)
{
    switch (frame.kind) {
    case FrameKind::Hello:
        if (frame.usable)
            emit started();
        else
            fail({ErrorKind::CommandFailed,
                  message(QT_TRANSLATE_NOOP("Core",
                                            "The machine has no `timeout` command, so nothing is "
                                            "asked that could not be ended")),
                  {}});
        return;
    case FrameKind::Echo:
        takeEcho();
        return;
    case FrameKind::Answer:
    case FrameKind::Same:
    case FrameKind::TooMuch:
        takeAnswer(frame);
        return;
    }
}

void ProbeStream::takeEcho()
{
    if (m_pings.isEmpty())
        return;
    const auto taken = std::chrono::steady_clock::now() - m_pings.takeFirst();
    emit echoed(std::chrono::duration_cast<std::chrono::microseconds>(taken));
}

void ProbeStream::takeAnswer(const Frame &frame)
{
    const bool same = frame.kind == FrameKind::Same;
    if (m_asked.value(0, -1) != frame.index || (same && !m_last.contains(frame.index))) {
        fail({ErrorKind::ParseFailed,
              message(
                  QT_TRANSLATE_NOOP("Core", "The machine answered something that was not asked")),
              m_setup.probes.at(frame.index).id.text()});
        return;
    }
    m_asked.removeFirst();
    if (timedOut(frame.status))
        m_asked.clear(); // the script left the line
    m_waitingSince = m_clock.elapsed();
    m_overdueTold = false;
    const ProbeResult result = resultOf(frame);
    m_last.insert(frame.index, result);
    emit answered(frame.index, result, same);
}

ProbeResult ProbeStream::resultOf(const Frame &frame)
{
    const Probe &probe = m_setup.probes.at(frame.index);
    ProbeResult result = frame.kind == FrameKind::Same ? m_last.value(frame.index) : ProbeResult();
    result.duration = frame.duration;
    result.at = m_clock.now();
    if (frame.kind == FrameKind::Same)
        return result;
    result.machine = m_setup.machine;
    result.probe = probe.id;
    result.exitCode = frame.status;
    result.output = frame.output;
    result.errors = frame.errors;
    if (frame.kind == FrameKind::TooMuch)
        result.error = Error{ErrorKind::ParseFailed,
                             message(QT_TRANSLATE_NOOP("Core", "The output is larger than %1"),
                                     {Bytes{probe.outputCap}}),
                             {}};
    return result;
}

void ProbeStream::fail(const Error &error)
{
    qCWarning(lcCollect) << m_setup.machine.text() << "channel" << int(m_setup.channel)
                         << logText(error.what) << error.detail;
    m_broken = true;
    finish();
    emit broken(error);
}

// "sudo: a password is required" says more than that the channel is gone.
Error ProbeStream::endedWith(int status) const
{
    const QString words = QString::fromUtf8(redacted(m_errorTail)).trimmed();
    if (!greeted() && status != 0)
        return {ErrorKind::CommandFailed,
                message(QT_TRANSLATE_NOOP("Core", "The machine cannot be asked: %1"),
                        {words.section(u'\n', -1)}),
                words};
    return {ErrorKind::Unreachable,
            message(QT_TRANSLATE_NOOP("Core", "The channel to the machine was closed")), words};
}

void ProbeStream::end(const Expected<int> &status)
{
    if (m_ended)
        return;
    m_ended = true;
    const Error error = status ? endedWith(*status) : status.error();
    const QList<int> unanswered = std::exchange(m_asked, {});
    for (const int index : unanswered) {
        ProbeResult result;
        result.machine = m_setup.machine;
        result.probe = m_setup.probes.at(index).id;
        result.at = m_clock.now();
        result.error = error;
        emit answered(index, result, false);
    }
    if (!greeted() && !m_broken)
        emit broken(error);
    emit closed();
}
} // namespace Core
