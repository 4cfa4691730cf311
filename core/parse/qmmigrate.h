// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/names.h"

#include <QByteArrayView>
#include <QList>

#include <chrono>
#include <optional>

namespace Core
{
// Problems: the guest may run on the target although the migration did not end well.
enum class MigrationResult : quint8 { Unknown, Ok, Aborted, Problems };

// One report of the memory's transfer. Sent bytes count every round, so they may exceed the total.
struct MigrationProgress {
    Bytes transferred;
    Bytes total; // of the guest's memory
    std::optional<Bytes> remaining; // not told from Proxmox VE 6.4 on
    // Not monotone: a guest that writes makes work again. None without a total.
    std::optional<double> percent() const;
    friend bool operator==(const MigrationProgress &, const MigrationProgress &) = default;
};

struct Migration {
    MigrationResult result = MigrationResult::Unknown; // also while it is running
    QString reason; // the log's words, empty when there is nothing to explain
    std::optional<std::chrono::seconds> duration;
    std::optional<std::chrono::milliseconds> downtime;
    QList<MigrationProgress> progress; // of the memory alone, in the log's order
    friend bool operator==(const Migration &, const Migration &) = default;
};

// The log of `qm migrate` or of its task (qemu-server, Proxmox VE 3 to 9). ParseFailed when nothing
// in the text is of such a log, and on a report of progress that cannot be read; a last line that
// is still being written is passed over.
Expected<Migration> parseQmMigrate(QByteArrayView text);
} // namespace Core
