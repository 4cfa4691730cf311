// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/safefile.h"

#include "core/base/wholefile.h"

#include <QDir>
#include <QFileInfo>

namespace Core
{
namespace
{
constexpr qint64 largest = 4 * 1024 * 1024;

} // namespace

QString backupOf(const QString &path)
{
    return path + QStringLiteral(".bak");
}

Expected<QByteArray> readSmallFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Storage,
                       message(QT_TRANSLATE_NOOP("Core", "%1 cannot be read."), {path}),
                       file.errorString());
    const QByteArray content = file.read(largest + 1);
    if (file.error() != QFileDevice::NoError || content.size() > largest)
        return failure(
            ErrorKind::Storage, message(QT_TRANSLATE_NOOP("Core", "%1 cannot be read."), {path}),
            content.size() > largest ? QStringLiteral("larger than 4 MiB") : file.errorString());
    return content;
}

Expected<void> replaceFile(const QString &path, const QByteArray &content, const Valid &valid)
{
    QDir().mkpath(QFileInfo(path).absolutePath()); // a failure shows when writing
    const Expected<QByteArray> before = readSmallFile(path);
    if (before && *before == content)
        return {};
    if (before && valid(*before)) {
        if (Expected<void> kept = writeWhole(backupOf(path), *before); !kept)
            return kept;
    }
    return writeWhole(path, content);
}

Error jsonError(const QByteArray &json, qsizetype offset, const QString &words)
{
    const QByteArrayView before
        = QByteArrayView(json).first(qBound(qsizetype(0), offset, json.size()));
    const qint64 line = before.count('\n') + 1;
    const qsizetype start = before.lastIndexOf('\n') + 1;
    const qsizetype end = json.indexOf('\n', start);
    const QByteArray excerpt = json.mid(start, end < 0 ? -1 : end - start).left(80);
    return {ErrorKind::ParseFailed,
            message(QT_TRANSLATE_NOOP("Core", "Line %1 is not valid JSON."), {line}),
            words + QStringLiteral(": ") + QString::fromUtf8(excerpt)};
}
} // namespace Core
