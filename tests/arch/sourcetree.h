// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Arch
{
// Files of the project, relative to its root, sorted; what a build or an editor leaves is not.
QList<QString> projectFiles();
// The C++ sources among them.
QList<QString> cppSources();
QString contents(const QString &file);

QList<QString> checkLicence(const QString &file, const QString &text);
// What is wrong with one source apart from its includes: a sentence each.
QList<QString> checkSource(const QString &file, const QString &text);
// Paths of somebody's machine have no place in a file that travels.
QList<QString> checkPaths(const QString &file, const QString &text);
} // namespace Arch
