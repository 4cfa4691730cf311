// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFileDevice>

class QSaveFile;

namespace Core
{
// Puts the content in the place of the file, or leaves the file as it was: Storage, with the
// system's reason. whenNew: the permissions of a file that was not there; none: the system's. Any
// thread; blocks while it writes.
Expected<void> writeWhole(const QString &path, const QByteArray &content,
                          QFileDevice::Permissions whenNew = {});

// The end of what was written piece by piece; false: the file is as it was. commit() alone takes a
// disk that is full only when its buffer is flushed for a success, and puts a cut file in place
// (Qt 6.4).
bool committed(QSaveFile &file);
} // namespace Core
