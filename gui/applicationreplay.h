// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/replaysession.h"
#include "gui/replaycontrol.h"
#include "gui/storesource.h"

#include <memory>

namespace Gui
{
// A recording that the window shows as it would show its cluster.
class OpenRecording : public ReplayControl
{
    Q_OBJECT
public:
    explicit OpenRecording(const QString &file, QObject *parent = nullptr);
    ~OpenRecording() override;

    void open(); // then opened() or failed()
    // Stretches of five seconds or more without a record: the console was not there, or asleep.
    static QList<std::pair<std::chrono::milliseconds, std::chrono::milliseconds>>
    gapsOf(const Core::Recording &recording);
    QString name() const; // how the window calls it; after opened()
    StoreSource *source() const { return m_source.get(); } // null before opened()
    const QString &file() const { return m_file; }

    ReplayState state() const override;
    void setPlaying(bool playing) override;
    void setSpeed(double speed) override;
    void seek(std::chrono::milliseconds position) override;

signals:
    void opened();
    void failed(const Core::Error &error);
    void curvesFailed(const Core::Error &error);

private:
    void take(bool complete);

    const QString m_file;
    Core::ReplaySession m_session;
    std::unique_ptr<StoreSource> m_source;
    QList<std::pair<std::chrono::milliseconds, std::chrono::milliseconds>> m_gaps;
    bool m_complete = true;
    bool m_curvesReady = false;
};
} // namespace Gui
