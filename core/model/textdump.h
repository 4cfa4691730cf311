// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/clustersnapshot.h"

namespace Core
{
// Stable, line-oriented text of a snapshot: golden tests, support bundles. Same snapshot, same
// bytes.
QByteArray textDump(const ClusterSnapshot &snapshot);
} // namespace Core
