// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QList>

namespace Core
{
struct ArchiveFile {
    QString name; // a path with '/', relative
    QByteArray bytes;
};

// A .zip that every system opens: deflate, names as UTF-8, one time for all. Refused: more than
// 65535 files, or 4 GiB, which this plain form cannot hold. Any thread. Source: PKWARE, APPNOTE
// 6.3, sections 4.3 and 4.4.
Expected<QByteArray> zipped(const QList<ArchiveFile> &files, const QDateTime &at);

quint32 crc32(QByteArrayView bytes); // of zip and gzip (ISO 3309)
} // namespace Core
