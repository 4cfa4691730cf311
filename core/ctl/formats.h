// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>

namespace Ctl
{
// One FORMAT of `binomectl parse`: a reader of core/parse or core/clusterconf with the words that
// write its result. The golden and mutation tests go through this table too.
struct Format {
    const char *name; // "proc-drbd"
    Core::Expected<QByteArray> (*json)(const char *name, QByteArrayView text); // one document
    std::optional<Core::Error> (*check)(QByteArrayView text); // reads, writes nothing
};
std::span<const Format> formats(); // in the order of the manual
const Format *formatNamed(const QString &name); // null: none
} // namespace Ctl
