// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/ipmioshandler.h"

#include "core/base/log.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QTimer>

#include <OpenIPMI/ipmiif.h>
#include <OpenIPMI/os_handler.h>
#include <cerrno>
#include <chrono>
#include <cstdarg>
#include <cstdlib>
#include <cstring>

// The library's own incomplete types, completed here: that is how it wants them. Both are deleted
// at once when released, their Qt objects later: the library releases them from inside their own
// callbacks.
struct os_hnd_fd_id_s {
    QSocketNotifier *notifier;
    int fd;
    void *data;
    os_fd_data_freed_t freed;
};

struct os_hnd_timer_id_s {
    QTimer *timer;
    bool running;
};

namespace Core
{
namespace
{
QString complaint; // of the IPMI thread alone, like all of the library

int addFd(os_handler_t *, int fd, os_data_ready_t ready, void *data, os_fd_data_freed_t freed,
          os_hnd_fd_id_t **id)
{
    auto *entry
        = new os_hnd_fd_id_s{new QSocketNotifier(fd, QSocketNotifier::Read), fd, data, freed};
    QObject::connect(entry->notifier, &QSocketNotifier::activated, entry->notifier,
                     [ready, fd, data, entry] {
                         complaint.clear();
                         ready(fd, data, entry);
                     });
    *id = entry;
    return 0;
}

int removeFd(os_handler_t *, os_hnd_fd_id_t *id)
{
    // Off before the library closes the descriptor: its number may be in use again at once.
    id->notifier->setEnabled(false);
    id->notifier->disconnect();
    id->notifier->deleteLater();
    if (id->freed)
        id->freed(id->fd, id->data);
    delete id;
    return 0;
}

int allocTimer(os_handler_t *, os_hnd_timer_id_t **id)
{
    *id = new os_hnd_timer_id_s{new QTimer, false};
    (*id)->timer->setSingleShot(true);
    return 0;
}

int freeTimer(os_handler_t *, os_hnd_timer_id_t *id)
{
    id->timer->stop();
    id->timer->disconnect();
    id->timer->deleteLater();
    delete id;
    return 0;
}

int startTimer(os_handler_t *, os_hnd_timer_id_t *id, struct timeval *time, os_timed_out_t timedOut,
               void *data)
{
    if (id->running)
        return EBUSY;
    id->running = true;
    id->timer->disconnect();
    QObject::connect(id->timer, &QTimer::timeout, id->timer, [id, timedOut, data] {
        id->running = false;
        complaint.clear();
        timedOut(data, id);
    });
    // Rounded up: a timer that fires early makes the library count a failure it did not have.
    id->timer->start(std::chrono::seconds(time->tv_sec)
                     + std::chrono::milliseconds((time->tv_usec + 999) / 1000));
    return 0;
}

// ESRCH tells the library that the handler has run or is running (os_handler.h, stop_timer).
int stopTimer(os_handler_t *, os_hnd_timer_id_t *id)
{
    if (!id->running)
        return ESRCH;
    id->running = false;
    id->timer->stop();
    return 0;
}

// Session ids, nonces and initialisation vectors come from here.
int getRandom(os_handler_t *, void *into, unsigned int count)
{
    auto *at = static_cast<quint8 *>(into);
    for (unsigned int i = 0; i < count; ++i)
        at[i] = quint8(QRandomGenerator::system()->generate());
    return 0;
}

void *allocate(int size)
{
    return std::malloc(size_t(size));
}

void release(void *data)
{
    std::free(data);
}

int toTimeval(std::chrono::microseconds time, struct timeval *into)
{
    using Seconds = decltype(into->tv_sec);
    using Microseconds = decltype(into->tv_usec);
    into->tv_sec = Seconds(time.count() / 1'000'000);
    into->tv_usec = Microseconds(time.count() % 1'000'000);
    return 0;
}

int monotonicTime(os_handler_t *, struct timeval *into)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return toTimeval(std::chrono::duration_cast<std::chrono::microseconds>(now), into);
}

int realTime(os_handler_t *, struct timeval *into)
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return toTimeval(std::chrono::duration_cast<std::chrono::microseconds>(now), into);
}

// The library calls ERR_INFO what it explains an error with; the rest is for the log alone.
void logList(os_handler_t *, enum ipmi_log_type_e type, const char *format, va_list arguments)
{
    const QString text = QString::vasprintf(format, arguments);
    if (type == IPMI_LOG_ERR_INFO)
        complaint = text;
    qCDebug(lcBmc).noquote() << text;
}

void logLine(os_handler_t *handler, enum ipmi_log_type_e type, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    logList(handler, type, format, arguments);
    va_end(arguments);
}

// Not from ipmi_alloc_os_handler(): that one calls the allocator which is set only here.
os_handler_t *started()
{
    static os_handler_t handler{};
    handler.mem_alloc = allocate;
    handler.mem_free = release;
    handler.add_fd_to_wait_for = addFd;
    handler.remove_fd_to_wait_for = removeFd;
    handler.alloc_timer = allocTimer;
    handler.free_timer = freeTimer;
    handler.start_timer = startTimer;
    handler.stop_timer = stopTimer;
    handler.get_random = getRandom;
    handler.log = logLine;
    handler.vlog = logList;
    handler.get_monotonic_time = monotonicTime;
    handler.get_real_time = realTime;
    return ipmi_init(&handler) == 0 ? &handler : nullptr;
}
} // namespace

os_handler_s *ipmiOsHandler()
{
    static os_handler_t *const handler = started();
    return handler;
}

QString ipmiComplaint()
{
    return complaint;
}
} // namespace Core
