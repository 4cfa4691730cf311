// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/confversion.h"

#include <QByteArrayView>

namespace Core
{
// A cluster.conf as it may be kept on a disk, every secret in it replaced; of a text that is not
// well-formed also what only looks like one. What holds a NUL is no text and is not kept. Any
// thread; pure.
KeptConf keptConf(QByteArrayView bytes);

// What a text says that need not be well-formed: as UTF-8, or as Latin 1, which loses no byte.
QString decodedConf(QByteArrayView bytes);
} // namespace Core
