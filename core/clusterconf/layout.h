// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"

namespace Core
{
// How a document is laid out, so that what is added looks like what is there. All empty where a
// place has no lines: then nothing is broken there either.
struct Layout {
    QString lineEnd; // "\n" or "\r\n"
    QString unit; // a step of indentation
};
Layout layoutOf(const Document &document, int parent);

bool startsItsLine(const Document &document, const ConfElement &element);
// The blanks at the start of the line on which the element starts.
QString lineIndent(const Document &document, const ConfElement &element);
} // namespace Core
