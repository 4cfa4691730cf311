// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secrets.h"

#include <QFileInfo>
#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace Core
{
namespace
{
const QString service = QStringLiteral("binome");

QString escaped(QString part)
{
    return part.replace(u'%', QStringLiteral("%25")).replace(u'/', QStringLiteral("%2F"));
}

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
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
#else
    return true;
#endif
}

// Runs the job and gives its one result: what `read` makes of it, or the time-out. The job deletes
// itself when it ends, however late.
template <typename T, typename Job>
QFuture<Expected<T>> run(std::unique_ptr<Job> job, const SecretKey &key,
                         std::chrono::milliseconds patience,
                         std::function<Expected<T>(const Job &)> read)
{
    const auto promise = std::make_shared<QPromise<Expected<T>>>();
    promise->start();
    const auto answer = [promise](Expected<T> result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(std::move(result));
        promise->finish();
    };
    if (!canHaveKeychain()) {
        answer(tl::unexpected(noKeychain(QStringLiteral("no session bus"))));
        return promise->future();
    }
    Job *running = job.release();
    running->setKey(key.text());
    running->setInsecureFallback(false);
    QObject::connect(running, &QKeychain::Job::finished, running,
                     [answer, running, read] { answer(read(*running)); });
    QTimer::singleShot(patience, running, [answer] {
        answer(failure(ErrorKind::Timeout,
                       message(QT_TRANSLATE_NOOP("Core", "The keychain does not answer."))));
    });
    running->start();
    return promise->future();
}

template <typename Job> std::unique_ptr<Job> job()
{
    return std::make_unique<Job>(service);
}
} // namespace

QString SecretKey::text() const
{
    return escaped(cluster) + u'/' + escaped(machine) + u'/' + escaped(user);
}

KeychainStore::KeychainStore(std::chrono::milliseconds patience) : m_patience(patience)
{
}

QFuture<Expected<std::optional<QString>>> KeychainStore::read(const SecretKey &key)
{
    using Job = QKeychain::ReadPasswordJob;
    using Secret = std::optional<QString>;
    return run<Secret, Job>(job<Job>(), key, m_patience, [](const Job &done) -> Expected<Secret> {
        if (done.error() == QKeychain::EntryNotFound)
            return Secret();
        if (done.error() != QKeychain::NoError)
            return tl::unexpected(errorOf(done));
        return Secret(done.textData());
    });
}

QFuture<Expected<void>> KeychainStore::write(const SecretKey &key, const QString &secret)
{
    using Job = QKeychain::WritePasswordJob;
    auto writing = job<Job>();
    writing->setTextData(secret);
    return run<void, Job>(std::move(writing), key, m_patience,
                          [](const Job &done) -> Expected<void> {
                              if (done.error() != QKeychain::NoError)
                                  return tl::unexpected(errorOf(done));
                              return {};
                          });
}

QFuture<Expected<void>> KeychainStore::remove(const SecretKey &key)
{
    using Job = QKeychain::DeletePasswordJob;
    return run<void, Job>(job<Job>(), key, m_patience, [](const Job &done) -> Expected<void> {
        const bool gone
            = done.error() == QKeychain::NoError || done.error() == QKeychain::EntryNotFound;
        if (!gone)
            return tl::unexpected(errorOf(done));
        return {};
    });
}
} // namespace Core
