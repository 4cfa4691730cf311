// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/conffiles.h"

#include <QFuture>
#include <QHash>

#include <functional>

namespace Core
{
class ConfHistory;

// How the editor gets at the files of a live cluster. Main thread.
struct ConfReader {
    // One answer for each call.
    std::function<QFuture<Expected<ConfFiles>>(const NodeName &)> read;
    // Every version that was seen; null: none are kept. It outlives the reader.
    ConfHistory *history = nullptr;
    // All texts that lie on the nodes now, with passwords.
    std::function<QByteArrayList()> current;
    // What cman of another node reads, when it is not what this one has committed; may be null.
    std::function<std::optional<QByteArray>(const NodeName &)> differingCopy;
    QHash<NodeName, QString> rootPrefixes; // of the profile's nodes; absent: none
};
} // namespace Core
