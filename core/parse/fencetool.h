// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/machine.h"

#include <QByteArrayView>

// Reader of `fence_tool ls` (fence/fence_tool/fence_tool.c of cluster 3.2). A fenced that does not
// run is exit status 1 without any output, hence not of this reader.
namespace Core
{
// How the last fencing of a node ended: by an agent, seen as a member again, by a person.
enum class FencedHow : quint8 { Unknown, None, Agent, Member, Override, External };

// A line of `fence_tool ls -n`.
struct FenceNode {
    int id = 0;
    bool member = false;
    bool victim = false;
    int lastMaster = 0; // node id that carried out its last fencing; 0: never fenced
    FencedHow how = FencedHow::Unknown;
    friend bool operator==(const FenceNode &, const FenceNode &) = default;
};

// The domain, also from the output with -n, whose node lines are checked and left out.
Expected<FenceDomain> parseFenceToolLs(QByteArrayView text);
// The node lines of -n; none at all when -n was not given.
Expected<QList<FenceNode>> parseFenceToolNodes(QByteArrayView text);
} // namespace Core
