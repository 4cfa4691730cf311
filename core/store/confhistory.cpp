// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/confhistory.h"

#include "core/base/log.h"
#include "core/store/posted.h"

namespace Core
{
class ConfHistory::Writer : public QObject
{
public:
    Writer(const QString &path, ConfHistoryLimits limits, ConfHistory *owner)
        : m_owner(owner), m_file(path, limits)
    {
    }

    Expected<void> saw(const ConfSight &sight)
    {
        return told(open().and_then([&] { return m_file.saw(sight); }).map([this](bool news) {
            if (news)
                emit m_owner->changed();
        }));
    }

    Expected<void> wrote(const KeptConf &file, const ConfAuthor &author)
    {
        return told(open().and_then([&] { return m_file.wrote(file, author); }).map([this] {
            emit m_owner->changed();
        }));
    }

    Expected<ConfVersions> versions()
    {
        return open().and_then([this] { return m_file.versions(); });
    }

    Expected<QByteArray> text(qint64 id)
    {
        return open().and_then([=, this] { return m_file.text(id); });
    }

private:
    Expected<void> open()
    {
        if (m_file.isOpen())
            return {};
        const Expected<void> done = m_file.open();
        if (const QString aside = m_file.putAsideAs(); !aside.isEmpty()) {
            qCWarning(lcStore) << "put aside:" << aside;
            emit m_owner->putAside(aside);
        }
        return done;
    }

    Expected<void> told(Expected<void> done)
    {
        if (!done && !m_failed) {
            qCWarning(lcStore) << logText(done.error().what) << done.error().detail;
            emit m_owner->failed(done.error());
        }
        m_failed = !done;
        if (m_failed)
            m_file.close(); // damage is found when it is opened
        return done;
    }

    ConfHistory *const m_owner;
    ConfHistoryFile m_file;
    bool m_failed = false;
};

ConfHistory::ConfHistory(const QString &path, ConfHistoryLimits limits, QObject *parent)
    : QObject(parent), m_writer(new Writer(path, limits, this))
{
    m_thread.setObjectName(QStringLiteral("confhistory"));
    m_writer->moveToThread(&m_thread);
    m_thread.start();
}

ConfHistory::~ConfHistory()
{
    // The calls are queued; SQLite's connection ends in the thread that made it.
    QMetaObject::invokeMethod(
        m_writer, [this] { delete m_writer; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QFuture<Expected<void>> ConfHistory::saw(const ConfSight &sight)
{
    return posted(m_writer, [writer = m_writer, sight] { return writer->saw(sight); });
}

QFuture<Expected<void>> ConfHistory::wrote(const KeptConf &file, const ConfAuthor &author)
{
    return posted(m_writer,
                  [writer = m_writer, file, author] { return writer->wrote(file, author); });
}

QFuture<Expected<ConfVersions>> ConfHistory::versions() const
{
    return posted(m_writer, [writer = m_writer] { return writer->versions(); });
}

QFuture<Expected<QByteArray>> ConfHistory::text(qint64 id) const
{
    return posted(m_writer, [writer = m_writer, id] { return writer->text(id); });
}
} // namespace Core
