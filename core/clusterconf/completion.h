// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <QStringList>

namespace Core
{
// What may be written at a place of a cluster.conf that is being typed.
struct Completion {
    QString word; // as it is written: "totem", "token", "udpu"
    Message gloss; // what it is for; empty: not known
};
struct Completions {
    enum class Kind : quint8 { None, Element, Attribute, Value };
    Kind kind = Kind::None;
    qsizetype from = 0; // where what is being typed began: the words replace the text from there
    QList<Completion> words;
};

// By the vocabulary of the schema; attributes that stand there already are left out, names of fence
// devices and failover domains are those of the text. It need not be well-formed. Any thread.
Completions completionsAt(const QString &text, qsizetype caret);
} // namespace Core
