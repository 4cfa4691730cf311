// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>

#include <optional>

namespace Gui
{
// How a VNC viewer of this workstation is given the password: never on its command line.
enum class ViewerKind : quint8 {
    ConnectionFile, // virt-viewer: a .vv file, which it deletes itself
    PasswordFile, // vncviewer of TigerVNC, TightVNC on X11, RealVNC: as vncpasswd writes it
    Asking, // it asks the person
    AskingByDisplay, // too, and counts ports from 5900
};
struct ViewerProgram {
    QString program; // an absolute path, or a name to look for
    ViewerKind kind = ViewerKind::Asking;
};

// What a viewer is to show.
struct ViewerGoal {
    QString title;
    quint16 port = 0; // of 127.0.0.1
    QByteArray password;
};

// The first one found in these folders; empty folders: those of PATH and the usual ones.
std::optional<ViewerProgram> viewerProgram(const QStringList &folders = {});

// Starts it. The file that carries the password is the person's alone (0600) below that folder; its
// path is returned for the caller to remove once the viewer has connected. Empty: none was written.
// Storage: it could not be; Internal: the viewer did not start.
Core::Expected<QString> openViewer(const ViewerProgram &viewer, const ViewerGoal &goal,
                                   const QString &folder);

// Text of a .vv file. Source: remote-viewer(1), "CONNECTION FILE"; values end at the line's end.
QByteArray connectionFile(const ViewerGoal &goal);
} // namespace Gui
