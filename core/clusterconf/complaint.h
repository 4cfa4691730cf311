// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"

namespace Core
{
// What is wrong in a text that is not well-formed, in the words of somebody who edits cluster.conf.
// Found in the text itself: the messages of QXmlStreamReader are Qt's, in the language of Qt's own
// translator, and point behind the mistake.
struct Complaint {
    qsizetype at = 0; // in the text
    Message what;
};

// How far a reader came before it stopped.
struct Progress {
    const QString &text;
    const QList<ConfElement> &elements; // begun so far
    const QList<int> &open; // of them, those without their end, the root first
    qsizetype behind = 0; // just behind the character that it did not understand
    bool atEnd = false; // it wanted more
};
Complaint complaintOf(const Progress &progress);
} // namespace Core
