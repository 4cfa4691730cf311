// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/replaysession.h"

#include "core/base/whendone.h"
#include "core/collect/recordedhistory.h"

#include <QFile>
#include <QPromise>
#include <QThreadPool>

namespace Core
{
namespace
{
using Read = Expected<std::shared_ptr<const Recording>>;

Read read(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Storage,
                       message(QT_TRANSLATE_NOOP("Core", "%1 cannot be read: %2"),
                               {name, file.errorString()}));
    Expected<Recording> recording = readRecording(file);
    if (!recording)
        return tl::unexpected(recording.error());
    return std::make_shared<const Recording>(*std::move(recording));
}

template <typename Job> auto inBackground(Job job)
{
    using Result = decltype(job());
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    const QFuture<Result> future = promise->future();
    QThreadPool::globalInstance()->start([promise, job = std::move(job)]() mutable {
        promise->addResult(job());
        promise->finish();
    });
    return future;
}
} // namespace

ReplaySession::ReplaySession(QString file, QObject *parent)
    : QObject(parent), m_file(std::move(file)), m_stop(std::make_shared<std::atomic_bool>(false))
{
}

ReplaySession::~ReplaySession()
{
    // The history has to outlive who writes it; told to stop, that is within a second of the
    // recording.
    *m_stop = true;
    if (m_curves.isValid())
        m_curves.waitForFinished();
}

void ReplaySession::open()
{
    whenDone(inBackground([file = m_file] { return read(file); }), this, [this](const Read &done) {
        if (done)
            take(*done);
        else
            emit failed(done.error());
    });
}

void ReplaySession::take(const std::shared_ptr<const Recording> &recording)
{
    m_replay = std::make_unique<Replay>(recording);
    m_forecasts = std::make_unique<Forecasts>(m_replay->store(), m_replay->clock());
    connect(m_replay.get(), &Replay::moved, m_forecasts.get(), &Forecasts::sample);
    connect(m_replay.get(), &Replay::jumped, m_forecasts.get(), &Forecasts::jumped);
    m_history = std::make_unique<History>(m_folder.filePath(QStringLiteral("history.db")));
    m_curves = inBackground([recording, history = m_history.get(), opening = m_history->open(),
                             stop = m_stop]() mutable {
        opening.waitForFinished();
        const Expected<void> ready = opening.result();
        return ready ? recordHistory(*recording, *history, stop.get()) : ready;
    });
    whenDone(m_curves, this, [this](const Expected<void> &done) {
        if (done)
            emit curvesReady();
        else
            emit curvesFailed(done.error());
    });
    emit opened(recording->complete);
}
} // namespace Core
