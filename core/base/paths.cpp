// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/paths.h"

#include <QDir>
#include <QStandardPaths>

namespace Core
{
namespace
{
QString made(QStandardPaths::StandardLocation location, const QString &name)
{
    const QString path
        = QStandardPaths::writableLocation(location) + QStringLiteral("/binome/") + name;
    QDir().mkpath(path);
    return path;
}
} // namespace

QString profileFolder()
{
    return made(QStandardPaths::GenericConfigLocation, QStringLiteral("clusters"));
}

QString stateFolder()
{
    return made(QStandardPaths::GenericDataLocation, QStringLiteral("state"));
}
} // namespace Core
