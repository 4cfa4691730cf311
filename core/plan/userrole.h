// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Core
{
// What the person at this console may do to a cluster; each may what the one before may.
enum class UserRole : quint8 {
    Onlooker, // an observer: nothing can be changed
    Operator, // run plans
    Administrator, // run the ones that override an interlock
};
} // namespace Core
