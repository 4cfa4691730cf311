// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <functional>

// Small files that must survive a crash or a full disk while being written: replaced as a whole by
// QSaveFile, the one before kept as .bak.
namespace Core
{
using Valid = std::function<bool(const QByteArray &content)>;

// Storage when it cannot be read or is larger than any such file is (4 MiB).
Expected<QByteArray> readSmallFile(const QString &path);

// Storage when it cannot be written; the file and its .bak are then as they were. What is there is
// kept as .bak only if it is valid: a damaged file must not push a good one out.
Expected<void> replaceFile(const QString &path, const QByteArray &content, const Valid &valid);

QString backupOf(const QString &path);

// The place of a JSON parse error, as a ParseFailed with line and excerpt.
Error jsonError(const QByteArray &json, qsizetype offset, const QString &words);
} // namespace Core
