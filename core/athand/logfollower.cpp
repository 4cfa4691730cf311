// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/logfollower.h"

namespace Core
{
namespace
{
constexpr qsizetype mostWaiting = 1024 * 1024;
constexpr qsizetype mostComplaint = 4096;
constexpr auto pace = std::chrono::milliseconds(50);
} // namespace

LogFollower::LogFollower(std::unique_ptr<Stream> stream, NodeName machine, const Redactor &redactor,
                         QObject *parent)
    : QObject(parent), m_stream(std::move(stream)), m_machine(std::move(machine)),
      m_redactor(redactor), m_lines(redactor)
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(pace);
    connect(&m_pace, &QTimer::timeout, this, &LogFollower::hand);
    connect(m_stream.get(), &Stream::data, this, &LogFollower::take);
    connect(m_stream.get(), &Stream::errorData, this, [this](const QByteArray &bytes) {
        m_complaint = (m_complaint + bytes).right(mostComplaint);
    });
    connect(m_stream.get(), &Stream::closed, this, &LogFollower::end);
}

LogFollower::LogFollower(const Error &error, QObject *parent) : QObject(parent)
{
    QTimer::singleShot(0, this, [this, error] { emit ended(error); });
}

LogFollower::~LogFollower() = default;

void LogFollower::take(const QByteArray &bytes)
{
    m_waiting += bytes;
    const qsizetype tooMany = m_waiting.size() - mostWaiting;
    if (tooMany > 0) { // up to the end of a line, or the rest of one would pass for a whole
        const qsizetype lineEnd = m_waiting.indexOf('\n', tooMany);
        const qsizetype cut = lineEnd < 0 ? tooMany : lineEnd + 1;
        m_leftOut += cut;
        m_waiting.remove(0, cut);
    }
    if (!m_pace.isActive())
        m_pace.start();
}

void LogFollower::hand()
{
    if (m_leftOut > 0) {
        m_lines.rest(); // its end is among what was left out
        emit leftOut(std::exchange(m_leftOut, 0));
    }
    const QStringList lines = m_lines.taken(std::exchange(m_waiting, {}));
    if (!lines.isEmpty())
        emit arrived(lines);
}

void LogFollower::end(const Expected<int> &exitCode)
{
    m_pace.stop();
    hand();
    if (const QStringList last = m_lines.rest(); !last.isEmpty())
        emit arrived(last);
    if (!exitCode) {
        emit ended(exitCode.error());
        return;
    }
    emit ended(
        {ErrorKind::CommandFailed,
         message(QT_TRANSLATE_NOOP("Core", "The log of %1 is told no further"), {m_machine.text()}),
         QString::fromUtf8(m_redactor(m_complaint)).trimmed()});
}
} // namespace Core
