// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/conffiles.h"

#include <QFuture>
#include <QHash>

#include <functional>

namespace Core
{
// How the editor gets at the files of a live cluster. Main thread.
struct ConfReader {
    // One answer for each call.
    std::function<QFuture<Expected<ConfFiles>>(const NodeName &)> read;
    QHash<NodeName, QString> rootPrefixes; // of the profile's nodes; absent: none
};
} // namespace Core
