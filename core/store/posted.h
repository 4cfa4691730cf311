// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>

namespace Core
{
// `job` in the thread of `place`; its answer is the result of the future, always.
template <typename Job> auto posted(QObject *place, Job job)
{
    using Result = decltype(job());
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    const QFuture<Result> future = promise->future();
    QMetaObject::invokeMethod(
        place,
        [promise, job = std::move(job)]() mutable {
            promise->addResult(job());
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}
} // namespace Core
