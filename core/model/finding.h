// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/observed.h"

namespace Core
{
enum class Severity : quint8 { Note, Warning, Error, Blocker };
// The word of scripts; message(word(severity)) is the one for people.
const char *word(Severity severity);

struct TextSpan {
    int line = 0; // from 1
    int column = 0; // from 1
    int length = 0; // characters
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

// Puts `text` in the place of `size` QChars of a text from `start` on.
struct TextEdit {
    qsizetype start = 0;
    qsizetype size = 0;
    QString text;
    friend bool operator==(const TextEdit &, const TextEdit &) = default;
};

// What would put it right at one click, in the text that was judged: edits that do not overlap.
struct Fix {
    Message title; // "set expected_votes to 3"
    QList<TextEdit> edits;
    friend bool operator==(const Fix &, const Fix &) = default;
};

// One thing worth telling, whoever found it: lint, preflight, health, diagnosis.
struct Finding {
    QString id; // stable: "C08", "health.splitbrain"
    Severity severity = Severity::Note;
    Message text;
    QList<EvidenceRef> evidence;
    std::optional<TextSpan> span;
    QString source; // of the rule
    std::optional<Fix> fix;
    Message reason; // why it matters; empty: the text says it
    friend bool operator==(const Finding &, const Finding &) = default;
};
} // namespace Core
