// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

// `binomectl power CLUSTER NODE status`.
namespace Ctl
{
// Asks the BMC by this computer's own session and by ipmitool on every other node, and says what
// each was told. The exit code: 0 when those who were answered agree, 1 when they do not, 69 (77
// when the login was refused) when nobody was. Main thread.
int tellPower(const QString &cluster, const Core::NodeName &node, bool json);
} // namespace Ctl
