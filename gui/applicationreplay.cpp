// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/applicationreplay.h"

#include <QFileInfo>

namespace Gui
{
using namespace std::chrono_literals;

OpenRecording::OpenRecording(const QString &file, QObject *parent)
    : ReplayControl(parent), m_file(file), m_session(file)
{
    using Core::ReplaySession;
    connect(&m_session, &ReplaySession::opened, this, &OpenRecording::take);
    connect(&m_session, &ReplaySession::failed, this, &OpenRecording::failed);
    connect(&m_session, &ReplaySession::curvesFailed, this, &OpenRecording::curvesFailed);
    connect(&m_session, &ReplaySession::curvesReady, this, [this] {
        m_curvesReady = true;
        emit changed();
    });
}

OpenRecording::~OpenRecording() = default;

void OpenRecording::open()
{
    m_session.open();
}

QList<std::pair<std::chrono::milliseconds, std::chrono::milliseconds>>
OpenRecording::gapsOf(const Core::Recording &recording)
{
    constexpr auto shortest = 5s;
    QList<std::pair<std::chrono::milliseconds, std::chrono::milliseconds>> gaps;
    std::chrono::milliseconds last{0};
    for (const Core::Record &record : recording.records) {
        if (record.at - last >= shortest)
            gaps << std::pair(last, record.at);
        last = record.at;
    }
    return gaps;
}

void OpenRecording::take(bool complete)
{
    Core::Replay &replay = *m_session.replay();
    m_complete = complete;
    m_gaps = gapsOf(replay.recording());
    m_source = std::make_unique<StoreSource>(replay.store(), replay.clock());
    m_source->setForecasts(m_session.forecasts());
    m_source->setHistory(m_session.history());
    m_source->setReplay(this);
    connect(&replay, &Core::Replay::moved, this, &ReplayControl::changed);
    connect(&replay, &Core::Replay::playingChanged, this, &ReplayControl::changed);
    connect(&replay, &Core::Replay::jumped, m_source.get(), &ClusterSource::restarted);
    emit opened();
}

QString OpenRecording::name() const
{
    const QString cluster = m_session.replay()->recording().header.cluster;
    return tr("%1, recording").arg(cluster.isEmpty() ? QFileInfo(m_file).fileName() : cluster);
}

ReplayState OpenRecording::state() const
{
    ReplayState state;
    state.file = QFileInfo(m_file).fileName();
    state.complete = m_complete;
    state.curvesReady = m_curvesReady;
    state.gaps = m_gaps;
    if (const Core::Replay *replay = m_session.replay()) {
        state.started = replay->recording().header.started;
        state.duration = replay->duration();
        state.position = replay->position();
        state.speed = replay->speed();
        state.playing = replay->playing();
    }
    return state;
}

void OpenRecording::setPlaying(bool playing)
{
    if (Core::Replay *replay = m_session.replay())
        playing ? replay->play() : replay->pause();
}

void OpenRecording::setSpeed(double speed)
{
    if (Core::Replay *replay = m_session.replay())
        replay->setSpeed(speed);
    emit changed();
}

void OpenRecording::seek(std::chrono::milliseconds position)
{
    if (Core::Replay *replay = m_session.replay())
        replay->seek(position);
}
} // namespace Gui
