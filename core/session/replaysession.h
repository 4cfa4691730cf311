// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/forecasts.h"
#include "core/collect/replay.h"
#include "core/store/history.h"

#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace Core
{
// A recording instead of a cluster: the composition behind `--replay FILE`. Main thread; the file
// is read, and its curves are made, in threads of their own.
class ReplaySession : public QObject
{
    Q_OBJECT
public:
    explicit ReplaySession(QString file, QObject *parent = nullptr);
    ~ReplaySession() override;

    void open(); // then opened() or failed()
    Replay *replay() const { return m_replay.get(); } // null before opened()
    History *history() const { return m_history.get(); } // null before opened()
    const Forecasts *forecasts() const { return m_forecasts.get(); } // null before opened()

signals:
    // complete: the file has its end; a recording cut short shows what is there.
    void opened(bool complete);
    void failed(const Core::Error &error); // not read; nothing else comes
    void curvesReady(); // up to the end of the recording
    void curvesFailed(const Core::Error &error); // the recording plays all the same

private:
    void take(const std::shared_ptr<const Recording> &recording);

    const QString m_file;
    QTemporaryDir m_folder;
    std::unique_ptr<History> m_history;
    std::unique_ptr<Replay> m_replay;
    std::unique_ptr<Forecasts> m_forecasts;
    std::shared_ptr<std::atomic_bool> m_stop; // the curves are wanted no more
    QFuture<Expected<void>> m_curves;
};
} // namespace Core
