// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/bmc.h"

namespace Core
{
// Those who can answer keep the token.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
QFuture<Expected<QByteArray>> Bmc::query(quint8, quint8, const QByteArray &, std::stop_token)
{
    return QtFuture::makeReadyFuture(Expected<QByteArray>(failure(
        ErrorKind::Refused,
        message(QT_TRANSLATE_NOOP("Core", "This way to the BMC can only tell the power state")))));
}
} // namespace Core

// The interface has no code of its own; its meta object belongs with it, so that a program takes no
// other class along.
#include "moc_bmc.cpp"
