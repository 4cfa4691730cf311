// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/storage.h"

#include <QByteArrayView>

namespace Core
{
// The answer of QmProvider's probe: lines "FILE:LINE" as grep -H prints them. Of storage.cfg
// (pve-storage of Proxmox VE 3 to 9) the headings "TYPE: ID" and below them "vgname" and
// "shared"; of the guests' files the drives, what decides whether they can be moved, and the
// headings of snapshots, whose copies do not count.
// A CD drive without an image ("none", "cdrom") is no disk.
Expected<GuestStorage> parseGuestStorage(QByteArrayView text);
} // namespace Core
