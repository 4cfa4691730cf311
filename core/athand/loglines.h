// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/redactor.h"

#include <QStringList>

namespace Core
{
// Bytes of `tail -F` or dmesg, cut anywhere, to lines that can be shown. A line is kept to its
// first 4 KiB, then "… +N" tells how many bytes are missing. What is no UTF-8, control characters
// and those that turn the direction of writing become U+FFFD, so that a log can neither move the
// cursor nor hide a word; a tab stays. Empty lines and the headings of tail (`==> file <==`) are
// left out. Secrets are taken out before a line is made. Never more memory than one line.
class LogLines
{
public:
    explicit LogLines(Redactor redactor = {}) : m_redactor(std::move(redactor)) { }
    QStringList taken(QByteArrayView bytes); // the lines that are complete now
    QStringList rest(); // at the end: a last line without its line break

private:
    void keep(QByteArrayView bytes);
    void finish(QStringList &lines);

    const Redactor m_redactor;
    QByteArray m_line;
    qint64 m_missing = 0; // bytes of this line beyond the limit
};
} // namespace Core
