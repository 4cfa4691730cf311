// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/command.h"
#include "core/base/error.h"
#include "core/base/names.h"

#include <optional>

namespace Core
{
// What one node holds as cluster.conf, passwords included: for the editor alone, never to be
// recorded or stored as it is.
struct ConfFiles {
    NodeName node;
    std::optional<QByteArray> committed; // /etc/pve/cluster.conf; none: not there
    std::optional<QByteArray> pending; // /etc/pve/cluster.conf.new
    std::optional<QByteArray> local; // /etc/cluster/cluster.conf, which cman reads

    // What an edit begins from: without pmxcfs there is only the local copy. Empty: nothing there.
    QByteArray opened() const { return committed.value_or(local.value_or(QByteArray())); }
    friend bool operator==(const ConfFiles &, const ConfFiles &) = default;
};

// The three files of a node in one answer, each behind its size in bytes.
Command confFilesCommand(const QString &rootPrefix);
// ParseFailed: not such an answer. Stale: a file changed while it was read.
Expected<ConfFiles> parseConfFiles(const NodeName &node, QByteArrayView answer);
} // namespace Core
