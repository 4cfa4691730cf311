// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/storage.h"

namespace Core
{
bool isActive(const LogicalVolume &volume)
{
    return volume.attributes.size() > 4 && volume.attributes[4] != u'-';
}

bool isOpen(const LogicalVolume &volume)
{
    return volume.attributes.size() > 5 && volume.attributes[5] == u'o';
}
} // namespace Core
