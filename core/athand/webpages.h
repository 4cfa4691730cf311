// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/clustersnapshot.h"

#include <QUrl>

namespace Core
{
// The web page of Proxmox VE on a node, as this workstation reaches the node; none: it is no node,
// or its address is no plain host. Source: PVE 3, pveproxy listens on 8006.
std::optional<QUrl> pvePage(const Machine &machine);

// Those of the BMCs that fence a node, by cluster.conf; none is known before that was read.
QList<QUrl> bmcPages(const NodeName &node, const ClusterSnapshot &snapshot);
} // namespace Core
