// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>

// A sentence as it is kept on disk: source text, values and count, so that it is rendered in
// whatever language it is read in later. {"source": "...", "args": [{"bytes": 1}, ...], "n": 2};
// a bare sentence is {"source": "..."}.
namespace Core
{
QJsonObject toJson(const Message &message);
// An argument of a kind that this release does not know is left out. Any thread.
Message messageFrom(const QJsonObject &json);

QJsonObject toJson(const Error &error); // {"kind": "timeout", "what": {...}, "detail": "..."}
Error errorFrom(const QJsonObject &json); // an unknown kind is Internal
} // namespace Core
