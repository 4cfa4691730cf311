// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

#include <utility>

namespace Core
{
// Calls handler(result) in the thread of `context` when the future has its result; nothing when
// `context` is gone by then. QFuture::then(context, ...) of Qt 6.4 asserts in that case
// (qfuture_impl.h, Continuation::create), and what closes while something is asked is ordinary
// here. Called in the thread of `context`.
template <typename T, typename Handler>
void whenDone(const QFuture<T> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             handler(watcher->future().result());
                     });
    watcher->setFuture(future);
}
} // namespace Core
