// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/ipmiloop.h"

#include <QMutex>
#include <QThread>

namespace Core
{
class IpmiLoop::Thread
{
public:
    Thread()
    {
        m_thread.setObjectName(QStringLiteral("bmc"));
        m_inside.moveToThread(&m_thread);
        m_thread.start();
    }

    // The end is posted like any work, so that everything posted before it still runs.
    ~Thread()
    {
        post([] { QThread::currentThread()->quit(); });
        m_thread.wait();
    }

    void post(std::function<void()> work)
    {
        QMetaObject::invokeMethod(&m_inside, std::move(work), Qt::QueuedConnection);
    }

    QThread *thread() { return &m_thread; }

    static std::shared_ptr<Thread> shared()
    {
        static QMutex mutex;
        static std::weak_ptr<Thread> current;
        const QMutexLocker lock(&mutex);
        std::shared_ptr<Thread> thread = current.lock();
        if (!thread)
            current = thread = std::make_shared<Thread>();
        return thread;
    }

private:
    QThread m_thread;
    QObject m_inside; // receives what is posted
};

IpmiLoop::IpmiLoop() : m_thread(Thread::shared())
{
}

void IpmiLoop::post(std::function<void()> work) const
{
    m_thread->post(std::move(work));
}

void IpmiLoop::adopt(QObject *object) const
{
    object->moveToThread(m_thread->thread());
}
} // namespace Core
