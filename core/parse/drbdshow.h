// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <QByteArrayView>

#include <optional>

namespace Core
{
// The resync rate that runs now, from `drbdsetup show`: "rate 307200k;" of 8.3, "resync-rate" of
// 8.4. None: the default holds, or the text is something else.
std::optional<Rate> runningRate(QByteArrayView text);
} // namespace Core
