// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"

namespace Core
{
// Why the schema refuses a document, in words, with the place of each mistake.
struct SchemaExplanation {
    QList<Finding> findings;
    bool complete = false; // a reason was found, if only a reference to nothing (C04 tells it)
};
SchemaExplanation explained(const Document &document);
} // namespace Core
