// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"

namespace Core
{
// The document without those elements that cannot change the schema's verdict: one that may stand
// any number of times, and whose like stands there before it, with everything inside, as far as the
// schema can tell them apart. What refers to a fence device, and that device, are kept as far as
// one needs the other. Of a file with a thousand nodes a handful is left, so that the library
// answers while one types. None: nothing can be left out. Pure; any thread.
std::optional<Document> withoutRepetitions(const Document &document);
} // namespace Core
