// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/lane.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto replacedAtMost = 60s;
constexpr auto echoEvery = 2s; // the round trip on screen is smoothed over several of them
constexpr int retiredAtMost = 1; // sshd grants ten channels a connection; we keep below seven
constexpr size_t besideAtMost = 3; // with the three lasting ones, six
constexpr auto together = 60ms; // due so soon: goes into the same line, hence the same packet
constexpr auto onTheBeat = 2s; // the longest period that keeps step with the other machines

// Questions of short periods are asked of all machines at the same moments, so that their answers
// are merged, compared and painted together: one publication a beat, not one a machine. Half a
// period at least passes, whatever the last question came from.
std::chrono::milliseconds nextDue(std::chrono::milliseconds due, std::chrono::milliseconds now,
                                  std::chrono::milliseconds period)
{
    if (period > onTheBeat)
        return std::max(due + period, now + 50ms); // what fell behind does not catch up
    return ((now + period / 2) / period + 1) * period;
}
} // namespace

Lane::Lane(ProbeStreamSetup setup, Transport &transport, const Clock &clock, QObject *parent)
    : QObject(parent), m_setup(std::move(setup)), m_transport(transport), m_clock(clock)
{
    m_due.fill(m_clock.elapsed(), m_setup.probes.size());
    for (int i = 0; i < m_setup.probes.size(); ++i)
        m_unasked << i;
    startStream();
}

std::unique_ptr<ProbeStream> Lane::newStream()
{
    auto stream = std::make_unique<ProbeStream>(m_setup, m_transport, m_clock);
    connect(stream.get(), &ProbeStream::heard, this, &Lane::heard);
    connect(stream.get(), &ProbeStream::answered, this, &Lane::take);
    return stream;
}

void Lane::startStream()
{
    m_replace = false;
    m_startedAt = m_clock.elapsed();
    m_stream = newStream();
    ProbeStream *stream = m_stream.get();
    connect(stream, &ProbeStream::echoed, this, &Lane::echoed);
    connect(stream, &ProbeStream::started, this, [this] {
        if (std::exchange(m_troubled, false))
            emit trouble(std::nullopt);
        tick();
    });
    connect(stream, &ProbeStream::broken, this, [this](const Error &error) {
        m_replace = true;
        m_troubled = true;
        giveUpAnew();
        emit trouble(error);
    });
    connect(stream, &ProbeStream::closed, this, [this] {
        m_replace = true;
        giveUpAnew();
    });
}

QSet<ProbeId> Lane::unanswered() const
{
    QSet<ProbeId> ids;
    const auto collect = [&](const ProbeStream *stream) {
        if (const auto index = stream ? stream->running() : std::nullopt)
            ids << m_setup.probes.at(*index).id;
    };
    collect(m_stream.get());
    for (const auto &stream : m_retired)
        collect(stream.get());
    for (const auto &stream : m_beside)
        collect(stream.get());
    return ids;
}

bool Lane::awaits(const QSet<ProbeId> &probes) const
{
    const auto runs = [&](const std::unique_ptr<ProbeStream> &stream) {
        const std::optional<int> index = stream->late() ? std::nullopt : stream->running();
        return index && probes.contains(m_setup.probes.at(*index).id);
    };
    return runs(m_stream) || std::any_of(m_beside.cbegin(), m_beside.cend(), runs);
}

void Lane::bar(const QSet<ProbeId> &probes)
{
    m_barred = probes;
}

void Lane::askSoon()
{
    m_due.fill(m_clock.elapsed());
    tick();
}

void Lane::askBy(const QSet<ProbeId> &probes, std::chrono::milliseconds when)
{
    for (int i = 0; i < m_due.size(); ++i) {
        if (probes.contains(m_setup.probes.at(i).id))
            m_due[i] = std::min(m_due.at(i), when);
    }
}

void Lane::askAnew()
{
    for (int i = 0; i < m_setup.probes.size(); ++i) {
        if (!isBarred(i))
            m_anew << i;
    }
    m_unsent = m_anew;
    if (m_replace || m_stream->ended())
        giveUpAnew(); // nobody is there to answer for a while
    else
        askSoon();
}

void Lane::giveUpAnew()
{
    m_unsent.clear();
    for (const int index : std::exchange(m_anew, {}))
        emit overdue(m_setup.probes.at(index));
}

void Lane::ping()
{
    m_stream->ping();
}

bool Lane::isBarred(int index) const
{
    const auto hangs = [index](const auto &stream) { return stream->running() == index; };
    return m_barred.contains(m_setup.probes.at(index).id)
        || std::any_of(m_retired.cbegin(), m_retired.cend(), hangs)
        || std::any_of(m_beside.cbegin(), m_beside.cend(), hangs);
}

void Lane::tick()
{
    std::erase_if(m_retired, [](const auto &stream) { return stream->ended(); });
    std::erase_if(m_beside, [](const auto &stream) { return stream->ended(); });
    checkLate();
    if (m_replace && mayReplace()) {
        retire();
        startStream();
    }
    if (m_setup.channel == ProbeChannel::Heavy)
        spread();
    if (m_stream->idle())
        askDue();
}

// One question at a time, to whichever channel is free: who waits longest is not known before.
void Lane::spread()
{
    QList<int> waiting = unasked();
    if (!waiting.isEmpty() && m_stream->idle())
        ask(*m_stream, {waiting.takeFirst()});
    for (const auto &stream : m_beside) {
        if (stream->idle() && !waiting.isEmpty())
            ask(*stream, {waiting.takeFirst()});
        else if (stream->idle())
            stream->finish();
    }
    const auto coming = std::count_if(m_beside.cbegin(), m_beside.cend(),
                                      [](const auto &stream) { return !stream->greeted(); });
    if (m_stream->greeted())
        for (auto wanted = waiting.size() - coming; wanted > 0 && m_beside.size() < besideAtMost;
             --wanted)
            startBeside();
}

void Lane::startBeside()
{
    m_beside.push_back(newStream());
    connect(m_beside.back().get(), &ProbeStream::started, this, &Lane::tick);
}

QList<int> Lane::unasked() const
{
    QList<int> indexes;
    for (int i = 0; i < m_due.size(); ++i) {
        if (m_unasked.contains(i) && !isBarred(i))
            indexes << i;
    }
    return indexes;
}

bool Lane::mayReplace() const
{
    return m_clock.elapsed() - *m_startedAt >= replacedAtMost
        && int(m_retired.size() + m_beside.size()) < retiredAtMost;
}

void Lane::checkLate()
{
    const auto tell = [this](ProbeStream &stream) {
        const std::optional<int> late = stream.newlyOverdue();
        if (late && *late >= 0)
            emit overdue(m_setup.probes.at(*late));
        if (late)
            giveUpAnew(); // what stands behind it waits as long
        return late.has_value();
    };
    m_replace |= tell(*m_stream);
    // One that does not even start is not waited for: the lasting channel asks in its place.
    std::erase_if(m_beside,
                  [&](const auto &stream) { return tell(*stream) && !stream->greeted(); });
}

// What hangs is left to end by itself; it stays known here until the machine says that it did.
void Lane::retire()
{
    if (m_stream->ended())
        return;
    m_stream->finish();
    m_retired.push_back(std::move(m_stream));
}

void Lane::askDue()
{
    const auto now = m_clock.elapsed();
    QList<int> indexes;
    for (int i = 0; i < m_due.size(); ++i) {
        if (m_due.at(i) > now + together || isBarred(i))
            continue;
        indexes << i;
    }
    if (!indexes.isEmpty())
        ask(*m_stream, indexes);
}

void Lane::ask(ProbeStream &stream, const QList<int> &indexes)
{
    const auto now = m_clock.elapsed();
    for (const int i : indexes) {
        m_due[i] = nextDue(m_due.at(i), now, m_setup.probes.at(i).period);
        m_unasked.remove(i);
        m_unsent.remove(i);
    }
    const bool echo = m_setup.channel == ProbeChannel::Fast && now - m_echoAt >= echoEvery;
    if (echo)
        m_echoAt = now;
    stream.ask(indexes, echo);
}

void Lane::take(int index, const ProbeResult &result, bool same)
{
    const Probe &probe = m_setup.probes.at(index);
    if (!m_unsent.contains(index))
        m_anew.remove(index);
    if (timedOut(result.exitCode)) {
        // It would hang again and hold up the others; what stood behind it in the line is due.
        const auto now = m_clock.elapsed();
        for (std::chrono::milliseconds &due : m_due)
            due = std::min(due, now);
        m_due[index] = now + std::max(probe.period, 6 * probe.timeout);
    }
    emit answered(probe, result, same);
    // Not from inside the stream's own signal, which may have more to tell.
    if (!m_unasked.isEmpty() || !m_beside.empty())
        QMetaObject::invokeMethod(this, &Lane::tick, Qt::QueuedConnection);
}
} // namespace Core
