// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history.h"

#include "core/base/log.h"
#include "core/store/historycurve.h"
#include "core/store/historytail.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QPromise>

#include <algorithm>
#include <atomic>

namespace Core
{
namespace
{
// How often a tier goes to the disk, s of the values' time: what a crash may cost.
constexpr std::array<qint64, historyTiers.size()> writeEvery{60, 300, 300, 300};
constexpr qint64 pruneEvery = 600;

Error notOpen()
{
    return {ErrorKind::Storage, message(QT_TRANSLATE_NOOP("Core", "The history is not open")), {}};
}

// `job` in the thread of `place`; its answer is the result of the future, always.
template <typename Job> auto posted(QObject *place, Job job)
{
    using Result = decltype(job());
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    const QFuture<Result> future = promise->future();
    QMetaObject::invokeMethod(place, [promise, job = std::move(job)]() mutable {
        promise->addResult(job());
        promise->finish();
    });
    return future;
}
} // namespace

struct History::Shared {
    explicit Shared(QString file) : path(std::move(file)) { }

    const QString path;
    HistoryTail tail;
    QMutex mutex;
    std::optional<Error> unusable = notOpen(); // by mutex
    // Of the values added, which in a replay are of another day; 0: none yet.
    std::atomic<qint64> newest = 0;

    std::optional<Error> trouble()
    {
        const QMutexLocker lock(&mutex);
        return unusable;
    }
    void setTrouble(const std::optional<Error> &error)
    {
        const QMutexLocker lock(&mutex);
        unusable = error;
    }
};

class History::Writer : public QObject
{
public:
    Writer(std::shared_ptr<Shared> shared, HistoryLimits limits, History *owner)
        : m_shared(std::move(shared)), m_limits(limits), m_owner(owner), m_file(m_shared->path),
          m_lock(m_shared->path + QStringLiteral(".lock"))
    {
    }

    Expected<void> open()
    {
        Expected<void> done = locked();
        if (done)
            done = m_file.open(HistoryFile::Access::Write);
        if (!done)
            m_lock.unlock();
        m_shared->setTrouble(done ? std::nullopt : std::optional(done.error()));
        if (m_file.wasDamaged())
            emit m_owner->putAside(m_shared->path + QStringLiteral(".bad"));
        return done;
    }

    Expected<void> add(qint64 at, const QList<SeriesValue> &values)
    {
        if (const std::optional<Error> trouble = m_shared->trouble())
            return tl::unexpected(*trouble);
        const auto stored = [this](const SeriesKey &key, int tier, qint64 start) {
            const auto chunks = m_file.chunks(key, tier, start, start);
            return chunks && chunks->contains(start)
                ? std::optional(chunks->value(start, {tier, start}))
                : std::nullopt;
        };
        for (const SeriesValue &value : values)
            m_shared->tail.add(at, value, stored);
        m_shared->newest = at;
        return writeDue(at);
    }

    Expected<void> flush()
    {
        if (const std::optional<Error> trouble = m_shared->trouble())
            return tl::unexpected(*trouble);
        Expected<void> done;
        for (int tier = 0; tier < int(historyTiers.size()); ++tier) {
            if (const Expected<void> one = write(tier); !one)
                done = one;
        }
        return done;
    }

    Expected<qint64> bytes()
    {
        if (const std::optional<Error> trouble = m_shared->trouble())
            return tl::unexpected(*trouble);
        return m_file.bytes();
    }

private:
    Expected<void> locked()
    {
        QDir().mkpath(QFileInfo(m_shared->path).path());
        m_lock.setStaleLockTime(0); // a crash leaves a lock whose process is gone: that is enough
        if (m_lock.tryLock(0))
            return {};
        if (m_lock.error() == QLockFile::LockFailedError)
            return failure(ErrorKind::Storage,
                           message(QT_TRANSLATE_NOOP(
                               "Core", "Another console keeps the history of this cluster")));
        return failure(
            ErrorKind::Storage,
            message(QT_TRANSLATE_NOOP("Core", "The history cannot be kept: %1"), {m_shared->path}));
    }

    Expected<void> writeDue(qint64 at)
    {
        Expected<void> done;
        for (size_t tier = 0; tier < historyTiers.size(); ++tier) {
            if (std::abs(at - m_written[tier]) < writeEvery[tier])
                continue;
            // Not all in the same second.
            m_written[tier] = at - at % writeEvery[tier] + qint64(tier);
            if (const Expected<void> one = write(int(tier)); !one)
                done = one;
        }
        if (std::abs(at - m_pruned) >= pruneEvery) {
            m_pruned = at;
            if (const Expected<void> one = told(m_file.prune(at, m_limits)); !one)
                done = one;
        }
        return done;
    }

    Expected<void> write(int tier)
    {
        const HistoryChunks chunks = m_shared->tail.take(tier);
        const Expected<void> done
            = chunks.isEmpty() ? Expected<void>() : told(m_file.write(chunks));
        m_shared->tail.dropFull(); // written, or lost: memory is no place for a day of them
        return done;
    }

    Expected<void> told(const Expected<void> &done)
    {
        if (!done && !m_failing) {
            qCWarning(lcStore) << logText(done.error().what);
            emit m_owner->failed(done.error());
        }
        m_failing = !done;
        return done;
    }

    const std::shared_ptr<Shared> m_shared;
    const HistoryLimits m_limits;
    History *const m_owner;
    HistoryFile m_file;
    QLockFile m_lock;
    std::array<qint64, historyTiers.size()> m_written{};
    qint64 m_pruned = 0;
    bool m_failing = false;
};

class History::Reader : public QObject
{
public:
    explicit Reader(std::shared_ptr<Shared> shared)
        : m_shared(std::move(shared)), m_file(m_shared->path)
    {
    }

    Expected<HistoryAnswer> query(const HistoryQuery &query)
    {
        if (const Expected<void> ready = opened(); !ready)
            return tl::unexpected(ready.error());
        const qint64 newest = m_shared->newest;
        const TierChoice choice
            = tierFor(query, newest > 0 ? newest : QDateTime::currentSecsSinceEpoch());
        HistoryAnswer answer{historyTiers[size_t(choice.tier)].step * choice.merged, {}};
        for (const SeriesKey &key : query.series) {
            // The tail first: what is written meanwhile is then in one of them, or in both.
            const QMap<qint64, HistoryChunk> tail = m_shared->tail.chunks(key, choice.tier);
            auto chunks = m_file.chunks(key, choice.tier, query.from, query.to);
            if (!chunks)
                return tl::unexpected(chunks.error());
            for (const HistoryChunk &chunk : tail)
                chunks->insert(chunk.start(), chunk);
            answer.curves << HistoryCurve{key, pointsOf(*chunks, query, choice)};
        }
        return answer;
    }

    Expected<QList<SeriesKey>> series()
    {
        if (const Expected<void> ready = opened(); !ready)
            return tl::unexpected(ready.error());
        Expected<QList<SeriesKey>> keys = m_file.series();
        if (!keys)
            return keys;
        for (const SeriesKey &key : m_shared->tail.series()) {
            if (!keys->contains(key))
                keys->append(key);
        }
        std::sort(keys->begin(), keys->end());
        return keys;
    }

private:
    Expected<void> opened()
    {
        if (const std::optional<Error> trouble = m_shared->trouble())
            return tl::unexpected(*trouble);
        if (m_open)
            return {};
        const Expected<void> done = m_file.open(HistoryFile::Access::Read);
        m_open = done.has_value();
        return done;
    }

    const std::shared_ptr<Shared> m_shared;
    HistoryFile m_file;
    bool m_open = false;
};

History::History(QString path, HistoryLimits limits, QObject *parent)
    : QObject(parent), m_shared(new Shared(std::move(path))),
      m_writer(new Writer(m_shared, limits, this)), m_reader(new Reader(m_shared))
{
    m_writing.setObjectName(QStringLiteral("history"));
    m_reading.setObjectName(QStringLiteral("history reader"));
    m_writer->moveToThread(&m_writing);
    m_reader->moveToThread(&m_reading);
    m_writing.start();
    m_reading.start();
}

History::~History()
{
    // What was asked before is answered before: the calls are queued. SQLite's connections end in
    // the thread that made them.
    QMetaObject::invokeMethod(
        m_reader, [this] { delete m_reader; }, Qt::BlockingQueuedConnection);
    QMetaObject::invokeMethod(
        m_writer,
        [this] {
            static_cast<void>(m_writer->flush());
            delete m_writer;
        },
        Qt::BlockingQueuedConnection);
    for (QThread *thread : {&m_reading, &m_writing}) {
        thread->quit();
        thread->wait();
    }
}

QFuture<Expected<void>> History::open()
{
    return posted(m_writer, [writer = m_writer] { return writer->open(); });
}

QFuture<Expected<void>> History::add(qint64 at, const QList<SeriesValue> &values)
{
    return posted(m_writer, [writer = m_writer, at, values] { return writer->add(at, values); });
}

QFuture<Expected<void>> History::flush()
{
    return posted(m_writer, [writer = m_writer] { return writer->flush(); });
}

QFuture<Expected<HistoryAnswer>> History::query(const HistoryQuery &query)
{
    return posted(m_reader, [reader = m_reader, query] { return reader->query(query); });
}

QFuture<Expected<QList<SeriesKey>>> History::series()
{
    return posted(m_reader, [reader = m_reader] { return reader->series(); });
}

QFuture<Expected<qint64>> History::bytes()
{
    return posted(m_writer, [writer = m_writer] { return writer->bytes(); });
}
} // namespace Core
