// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secrets.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPromise>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <qt6keychain/keychain.h>

namespace Core
{
namespace
{
const QString service = QStringLiteral("binome");

Error noKeychain(const QString &detail)
{
    return {ErrorKind::Storage,
            message(QT_TRANSLATE_NOOP("Core",
                                      "This system has no keychain that can be used; passwords are "
                                      "asked for each time.")),
            detail};
}

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {ErrorKind::Refused,
                message(QT_TRANSLATE_NOOP("Core", "The keychain was not opened.")),
                job.errorString()};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return noKeychain(job.errorString());
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return {ErrorKind::Storage, message(QT_TRANSLATE_NOOP("Core", "The keychain failed.")),
            job.errorString()};
}

// The keychains of Linux desktops live on the session bus. Without one, the library would start one
// or wait for it.
bool canHaveKeychain()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

// All jobs run in one thread, since the library queues them in an object that stays where it was
// first used. It is never waited for: a thread that hangs in the bus is left to the end of the
// process.
QObject *startKeychainThread()
{
    auto *thread = new QThread;
    auto *inside = new QObject;
    thread->setObjectName(QStringLiteral("keychain"));
    inside->moveToThread(thread);
    thread->start();
    return inside;
}

void postToKeychain(std::function<void()> work)
{
    static QObject *const inside = startKeychainThread();
    QMetaObject::invokeMethod(inside, std::move(work), Qt::QueuedConnection);
}

// The one result of a call, from whichever comes first: the keychain's thread or the time-out.
template <typename T> class Once
{
public:
    Once() { m_promise.start(); }
    QFuture<Expected<T>> future() { return m_promise.future(); }
    void answer(Expected<T> result)
    {
        if (m_answered.test_and_set())
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    QPromise<Expected<T>> m_promise;
    std::atomic_flag m_answered;
};
} // namespace

template <typename T, typename Job>
QFuture<Expected<T>> KeychainStore::run(const SecretKey &key, std::function<void(Job &)> prepare,
                                        std::function<Expected<T>(const Job &)> result)
{
    const auto once = std::make_shared<Once<T>>();
    QFuture<Expected<T>> future = once->future();
    if (!canHaveKeychain()) {
        once->answer(tl::unexpected(noKeychain(QStringLiteral("no session bus"))));
        return future;
    }
    QTimer::singleShot(m_patience, QCoreApplication::instance(), [once] {
        once->answer(failure(ErrorKind::Timeout,
                             message(QT_TRANSLATE_NOOP("Core", "The keychain does not answer."))));
    });
    postToKeychain([once, name = key.text(), prepare, result] {
        auto *job = new Job(service); // deletes itself when it ends, however late
        job->setKey(name);
        job->setInsecureFallback(false);
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [once, job, result] { once->answer(result(*job)); });
        job->start();
    });
    return future;
}

KeychainStore::KeychainStore(std::chrono::milliseconds patience) : m_patience(patience)
{
}

QFuture<Expected<std::optional<QString>>> KeychainStore::read(const SecretKey &key)
{
    using Job = QKeychain::ReadPasswordJob;
    using Secret = std::optional<QString>;
    const auto result = [](const Job &done) -> Expected<Secret> {
        if (done.error() == QKeychain::EntryNotFound)
            return Secret();
        if (done.error() != QKeychain::NoError)
            return tl::unexpected(errorOf(done));
        return Secret(done.textData());
    };
    return run<Secret, Job>(
        key, [](Job &) {}, result);
}

QFuture<Expected<void>> KeychainStore::write(const SecretKey &key, const QString &secret)
{
    using Job = QKeychain::WritePasswordJob;
    const auto prepare = [secret](Job &job) { job.setTextData(secret); };
    const auto result = [](const Job &done) -> Expected<void> {
        if (done.error() != QKeychain::NoError)
            return tl::unexpected(errorOf(done));
        return {};
    };
    return run<void, Job>(key, prepare, result);
}

QFuture<Expected<void>> KeychainStore::remove(const SecretKey &key)
{
    using Job = QKeychain::DeletePasswordJob;
    const auto result = [](const Job &done) -> Expected<void> {
        const bool gone
            = done.error() == QKeychain::NoError || done.error() == QKeychain::EntryNotFound;
        if (!gone)
            return tl::unexpected(errorOf(done));
        return {};
    };
    return run<void, Job>(
        key, [](Job &) {}, result);
}
} // namespace Core
