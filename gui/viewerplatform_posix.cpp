// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewerplatform.h"

namespace Gui
{
// vncviewer is whichever is installed: all of them know -passwd FILE.
QList<ViewerProgram> knownViewers()
{
    return {{QStringLiteral("remote-viewer"), ViewerKind::ConnectionFile},
            {QStringLiteral("xtigervncviewer"), ViewerKind::PasswordFile},
            {QStringLiteral("xtightvncviewer"), ViewerKind::PasswordFile},
            {QStringLiteral("vncviewer"), ViewerKind::PasswordFile},
            {QStringLiteral("gvncviewer"), ViewerKind::AskingByDisplay}};
}

QStringList viewerFolders()
{
    return {}; // each is in PATH
}

QStringList viewersToInstall()
{
    return {QStringLiteral("virt-viewer"), QStringLiteral("tigervnc-viewer")};
}
} // namespace Gui
