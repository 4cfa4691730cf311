// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"

namespace Core
{
// Whether the value of an attribute of this name is a secret: passwords, SNMP communities, IPMI
// keys. The path of a script that prints one is none.
bool isSecret(QStringView attributeName);

// The places of secret values in a text that need not be well-formed; comments count, since what
// was commented out is often still valid. In order.
QList<TextRange> secretRanges(QStringView text);

// The text with "***" for each secret value; its lines keep their numbers. What a diff, an export,
// a log and a picture show.
QString masked(const QString &text);
} // namespace Core
