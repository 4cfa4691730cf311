// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Arch
{
// One target of the build, as CMake knows it.
struct Target {
    QString folder; // relative to the root of the sources
    QString name;
    QList<QString> libraries;
};

// Lines "folder|name|library library ..."; a line of another shape is left out.
QList<Target> targetsOf(const QString &lines);

// What is wrong with the link lines: a sentence each.
QList<QString> checkLinks(const QList<Target> &targets);
} // namespace Arch
