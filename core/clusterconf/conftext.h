// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"

#include <QByteArrayView>
#include <QString>

namespace Core
{
// A cluster.conf as an editor holds it, whether it can be read as XML or not. Bytes that are not
// what the file says they are become characters of ISO 8859-1, so that none is lost.
struct ConfText {
    QString text;
    bool latin1 = false;
    bool byteOrderMark = false;

    static ConfText fromBytes(QByteArrayView bytes);
    // `text`, or another one, as the file has it; see unwritable().
    QByteArray bytes() const { return encoded(text); }
    QByteArray encoded(const QString &other) const;
    // The first character of a text that the file's encoding does not have.
    std::optional<TextSpan> unwritable(const QString &other) const;
};
} // namespace Core
