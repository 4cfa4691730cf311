// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wholefile.h"

#include <QFileInfo>
#include <QSaveFile>

namespace Core
{
bool committed(QSaveFile &file)
{
    return file.flush() && file.commit();
}

Expected<void> writeWhole(const QString &path, const QByteArray &content,
                          QFileDevice::Permissions whenNew)
{
    const bool narrowed = whenNew != QFileDevice::Permissions() && !QFileInfo::exists(path);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && (!narrowed || file.setPermissions(whenNew))
        && file.write(content) == content.size() && committed(file))
        return {};
    return failure(ErrorKind::Storage,
                   message(QT_TRANSLATE_NOOP("Core", "%1 cannot be written."), {path}),
                   file.errorString());
}
} // namespace Core
