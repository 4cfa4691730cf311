// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/filenames.h"

namespace Core
{
namespace
{
bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || c == u'-' || c == u'_' || c == u'.';
}
} // namespace

QString fileNameOf(const QString &name)
{
    QString plain = name.left(64);
    for (QChar &c : plain) {
        if (!isPlain(c))
            c = u'_';
    }
    if (plain.isEmpty() || plain.startsWith(u'.'))
        plain.prepend(u'_');
    return plain.left(64);
}
} // namespace Core
