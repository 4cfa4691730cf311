// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/meaning.h"

namespace Core
{
// What names an element among its siblings: "fencedevice ipmi2"; elements of one name without a
// name of their own are told apart by their order.
QString identityOf(const ConfElement &element);

// A section that says nothing by itself: <fencedevices>, <clusternodes>, <fence>, ...
bool isMereSection(const ConfElement &element);

// "fence device ipmi2", "method 1 of node alpha".
Message subjectOf(const Document &document, int element);

// The attribute in words, "address", or its name.
Argument attributeWords(const QString &name);

// A value for a sentence: short, on one line.
QString shownValue(const QString &value);

// When a change of this attribute, or with an empty name of the element itself, is in force.
Effect effectOf(const Document &document, int element, QStringView attribute, bool added);
} // namespace Core
