// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/drbdconfig.h"

#include <QByteArrayView>

namespace Core
{
// DRBD's configuration in the syntax of 8.3 and 8.4 (drbd.conf(5)). One file, or several: then each
// begins behind a line "#binome-file PATH", the first one is what drbdadm starts from, and an
// "include" takes the others by its pattern, each once. ParseFailed with line (of the whole text),
// column and what was expected. A shared secret is noticed, never kept.
Expected<DrbdConfig> parseDrbdConf(QByteArrayView text);
} // namespace Core
