// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/observed.h"

namespace Core
{
enum class Severity : quint8 { Note, Warning, Error, Blocker };

struct TextSpan {
    int line = 0; // from 1
    int column = 0; // from 1
    int length = 0; // characters
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

// One thing worth telling, whoever found it: lint, preflight, health, diagnosis.
struct Finding {
    QString id; // stable: "C08", "health.splitbrain"
    Severity severity = Severity::Note;
    Message text;
    QList<EvidenceRef> evidence;
    std::optional<TextSpan> span;
    QString source; // of the rule
    friend bool operator==(const Finding &, const Finding &) = default;
};
} // namespace Core
