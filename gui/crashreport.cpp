// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crashreport.h"

#include "core/base/paths.h"
#include "gui/crashtrap.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

namespace Gui
{
namespace
{
const QString untold = QStringLiteral(".new.txt");
constexpr qsizetype mostKept = 10;

QDir crashFolder()
{
    const QString path = Core::stateFolder() + QStringLiteral("/crashes");
    QDir().mkpath(path);
    return QDir(path);
}

QByteArray heading(const QDateTime &start)
{
    return "Binôme ended unexpectedly. Without passwords; nothing of this was sent to anybody.\n\n"
           "program   "
        + QCoreApplication::applicationVersion().toUtf8() + "\nQt        " + qVersion()
        + "\nsystem    " + QSysInfo::prettyProductName().toUtf8() + "\nkernel    "
        + QSysInfo::kernelType().toUtf8() + ' ' + QSysInfo::kernelVersion().toUtf8()
        + "\nstarted   " + start.toString(Qt::ISODate).toLatin1() + '\n';
}
} // namespace

void keepCrashReports()
{
    const QDateTime start = QDateTime::currentDateTimeUtc();
    const QString name = QStringLiteral("crash-%1-%2")
                             .arg(start.toString(QStringLiteral("yyyyMMddTHHmmss")))
                             .arg(QCoreApplication::applicationPid());
    const QFileInfo file(crashFolder().filePath(name + untold));
    trapCrashes(file.filesystemAbsoluteFilePath(), heading(start).toStdString());
}

QStringList takeUntoldCrashes()
{
    QDir folder = crashFolder();
    QStringList taken;
    for (const QString &name : folder.entryList({u'*' + untold}, QDir::Files, QDir::Name)) {
        const QString now = name.chopped(untold.size()) + QStringLiteral(".txt");
        const bool renamed = folder.rename(name, now);
        taken << folder.filePath(renamed ? now : name);
    }
    const QStringList all
        = folder.entryList({QStringLiteral("crash-*.txt")}, QDir::Files, QDir::Name);
    for (qsizetype i = 0; i < all.size() - mostKept; ++i)
        folder.remove(all[i]);
    return taken;
}
} // namespace Gui
