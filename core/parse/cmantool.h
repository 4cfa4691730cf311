// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/machine.h"

#include <QByteArrayView>

// Readers of cman_tool, which are also those of `pvecm status` and `pvecm nodes` of Proxmox VE 2
// and 3 (it runs cman_tool). Format: cman/cman_tool/main.c of cluster 3.0 to 3.2.
namespace Core
{
// `cman_tool status`. Inquorate is told by "Activity blocked" behind the quorum, nowhere else: the
// command exits 0 all the same. A daemon that is down is an exit status, hence not of this reader.
Expected<QuorumState> parseCmanStatus(QByteArrayView text);

// `cman_tool nodes`, also with -a: every configured node, and the quorum disk as node 0.
Expected<Members> parseCmanNodes(QByteArrayView text);

// `cman_tool version`: the number of the running configuration. The first number of that line is
// the protocol's and never the package's.
Expected<int> parseCmanVersion(QByteArrayView text);
} // namespace Core
