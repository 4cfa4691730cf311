// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Arch
{
struct Include {
    int line = 0; // from 1
    QString path; // as written, without its quotes
    bool quoted = false; // "..." and not <...>
};

QList<Include> includesOf(const QString &text);

// What is wrong with the includes of one source: a sentence each, none when all arrows are right.
// `file` is relative to the root of the sources; the text is given, so that a wrong one can be
// tried.
QList<QString> checkIncludes(const QString &file, const QString &text);
} // namespace Arch
