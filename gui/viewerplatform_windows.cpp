// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewerplatform.h"

#include <QDir>

namespace Gui
{
// TightVNC's and RealVNC's for Windows take a password on the command line alone: they ask.
QList<ViewerProgram> knownViewers()
{
    return {{QStringLiteral("remote-viewer.exe"), ViewerKind::ConnectionFile},
            {QStringLiteral("tvnviewer.exe"), ViewerKind::Asking},
            {QStringLiteral("vncviewer.exe"), ViewerKind::Asking}};
}

QStringList viewerFolders()
{
    QStringList folders;
    for (const char *variable : {"ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"}) {
        const QString programs = QDir::fromNativeSeparators(qEnvironmentVariable(variable));
        if (programs.isEmpty())
            continue;
        for (const QString &virtViewer :
             QDir(programs).entryList({QStringLiteral("VirtViewer*")}, QDir::Dirs))
            folders << programs + u'/' + virtViewer + QStringLiteral("/bin");
        for (const char *folder : {"/TigerVNC", "/TightVNC", "/RealVNC/VNC Viewer"})
            folders << programs + QLatin1String(folder);
    }
    return folders;
}

QStringList viewersToInstall()
{
    return {QStringLiteral("virt-viewer"), QStringLiteral("TigerVNC")};
}
} // namespace Gui
