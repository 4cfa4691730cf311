// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/drbd.h"

#include <QByteArrayView>

namespace Core
{
// The answer of Drbd8Provider's probe for names: a line "NAME MINOR ADDRESS" for each volume, the
// address left out when drbdadm tells none. Volumes of one resource share its name.
Expected<DrbdNames> parseDrbdNames(QByteArrayView text);
} // namespace Core
