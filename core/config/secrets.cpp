// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secrets.h"

namespace Core
{
namespace
{
QString escaped(QString part)
{
    return part.replace(u'%', QStringLiteral("%25")).replace(u'/', QStringLiteral("%2F"));
}
} // namespace

QString SecretKey::text() const
{
    return escaped(cluster) + u'/' + escaped(machine) + u'/' + escaped(user);
}
} // namespace Core
