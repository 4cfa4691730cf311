// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"

namespace Core
{
// The elements of an ordinary text, several times as fast as the reader of all XML: a large file is
// read at each keystroke. None: something is in it that only that reader judges, be it a mistake,
// an entity, a document type, a letter beyond the plain ones. Where it returns elements they are
// those of that reader. Pure; any thread.
std::optional<QList<ConfElement>> plainElements(const QString &text);
} // namespace Core
