// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drbdlog.h"

#include <algorithm>

namespace Core
{
namespace
{
constexpr quint64 justCreated = 4; // UUID_JUST_CREATED: metadata made, never a peer
constexpr size_t current = 0;
constexpr size_t bitmap = 1;

std::array<quint64, 4> identities(const DrbdGeneration &side)
{
    std::array<quint64, 4> ids = side.uuids;
    for (quint64 &id : ids)
        id &= ~quint64(1);
    return ids;
}

bool isUnused(quint64 id)
{
    return id == 0 || id == justCreated;
}

// The other's current generation is one that this side had before.
bool descendsFrom(const std::array<quint64, 4> &side, quint64 ancestor)
{
    return std::find(side.begin() + bitmap, side.end(), ancestor) != side.end();
}
} // namespace

Kinship kinshipOf(const DrbdGeneration &first, const DrbdGeneration &second)
{
    const std::array<quint64, 4> a = identities(first);
    const std::array<quint64, 4> b = identities(second);
    if (isUnused(a[current]) || isUnused(b[current]))
        return Kinship::Unknown;
    if (a[current] == b[current])
        return Kinship::Same;
    if (descendsFrom(a, b[current]))
        return Kinship::FirstIsNewer;
    if (descendsFrom(b, a[current]))
        return Kinship::SecondIsNewer;
    const bool common = std::any_of(a.begin() + bitmap, a.end(), [&b](quint64 id) {
        return !isUnused(id) && descendsFrom(b, id);
    });
    return common ? Kinship::Diverged : Kinship::Unrelated;
}
} // namespace Core
