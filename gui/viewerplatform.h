// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/viewer.h"

// What differs by the workstation's system: viewerplatform_posix.cpp, viewerplatform_windows.cpp.
namespace Gui
{
QList<ViewerProgram> knownViewers(); // by name, the preferred first
QStringList viewerFolders(); // where they are beside PATH
QStringList viewersToInstall(); // for a person to read: names of packages or programs
} // namespace Gui
