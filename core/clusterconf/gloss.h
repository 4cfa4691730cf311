// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

namespace Core
{
// What an element of cluster.conf is for, or an attribute of it, in one sentence; empty: this page
// does not know it. After cman(5), qdisk(5), fenced(8), rgmanager's agents and fence_ipmilan(8) of
// cluster 3.2. Any thread.
Message glossOf(QStringView element, QStringView attribute = {});
} // namespace Core
