// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/recordedhistory.h"

#include "core/collect/historyfeed.h"
#include "core/collect/replay.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto longestLook = 60s;
}

Expected<void> recordHistory(const Recording &recording, History &history,
                             const std::atomic_bool *stop)
{
    ReplayClock clock(recording.header.started);
    SnapshotStore store(clock);
    RecordPlayer player(store, recording.header);
    HistoryFeed feed(store, history, clock);
    std::chrono::milliseconds second = 0s;
    const auto close = [&] { // the value of a second is what was known at its end
        clock.set(second);
        player.publish();
        feed.sample();
        second += 1s;
    };
    for (const Record &record : recording.records) {
        if (stop && *stop)
            return failure(ErrorKind::Cancelled, message(QT_TRANSLATE_NOOP("Core", "Cancelled")));
        // Long after the last record no answer is new enough for a value.
        if (record.at - second > longestLook)
            second = std::chrono::floor<std::chrono::seconds>(record.at);
        while (record.at > second)
            close();
        player.add(record);
    }
    close();
    QFuture<Expected<void>> written = history.flush();
    written.waitForFinished();
    return written.result();
}
} // namespace Core
