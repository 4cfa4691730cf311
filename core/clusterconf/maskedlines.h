// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/linediff.h"
#include "core/clusterconf/secretmask.h"

namespace Core
{
// The lines of a cluster.conf as a diff may show them: with "***" for each secret value. The diff
// is made of the text itself, so that a password that changed is a change.
class MaskedLines
{
public:
    explicit MaskedLines(QStringView text); // need not be well-formed

    int count() const { return int(m_lines.size()); }
    QString line(int index) const; // from 0, without its line end
    // A part of the line of the text as a part of line(); one that cuts into a secret takes all
    // of it.
    LinePart shown(int index, const LinePart &part) const;

private:
    struct Line {
        QString text;
        QList<LinePart> secrets;
    };
    QList<Line> m_lines;
};
} // namespace Core
