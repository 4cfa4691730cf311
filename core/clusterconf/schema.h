// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"

namespace Core
{
// What our schema (resources/schema/cluster.rng) says of a cluster.conf. The verdict is that of
// libxml2; the words and places are ours, since the library's point at the wrong place: an unknown
// attribute deep inside of <rm> is an error of <cluster> for it.
struct SchemaVerdict {
    bool valid = false;
    // C01, each with its place, in the order of the text. May be empty though not valid: a fence
    // device that is named and not there belongs to C04.
    QList<Finding> findings;
};

// Nothing is fetched, expanded or read from anywhere but the document. Any thread. Internal: the
// library cannot use our schema.
Expected<SchemaVerdict> schemaVerdict(const Document &document);
} // namespace Core
