// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/machine.h"

#include <QByteArrayView>

// Readers of LVM's reports. LVM 2.02.95 (Proxmox VE 3) knows no JSON, so the fields are asked for
// one by one: --noheadings --nosuffix --units b --separator '|'. Warnings go to stderr there.
namespace Core
{
// vgs -o vg_name,vg_size,vg_free,vg_attr,vg_seqno. Nothing printed: no volume group.
Expected<VolumeGroups> parseVgs(QByteArrayView text);
// pvs -o pv_name,vg_name,pv_size,pv_free,pv_attr. The group is empty for a volume of none.
Expected<PhysicalVolumes> parsePvs(QByteArrayView text);
// lvs -o lv_name,vg_name,lv_size,lv_attr,vg_seqno; the last column is passed over, so that all
// three reports have five.
Expected<LogicalVolumes> parseLvs(QByteArrayView text);
} // namespace Core
