// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <QRegularExpression>

namespace Core
{
Q_LOGGING_CATEGORY(lcSsh, "binome.ssh", QtInfoMsg)
Q_LOGGING_CATEGORY(lcBmc, "binome.bmc", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCollect, "binome.collect", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "binome.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcConfig, "binome.config", QtInfoMsg)
Q_LOGGING_CATEGORY(lcGui, "binome.gui", QtInfoMsg)

QByteArray redacted(const QByteArray &text)
{
    // Latin-1 in and out keeps every byte, whatever the encoding of the tool was.
    // Quotation marks stay: what was an attribute of XML is to be one behind it, too. One that is
    // not closed covers the rest of its line.
    static const QRegularExpression secrets(
        QStringLiteral(
            R"((passw(?:or)?d\w*|shared-secret|secret|snmp_priv_passwd|community)(\s*[=:]\s*|\s+)(["']?)((?<=")[^"]*(?=")|(?<=')[^']*(?=')|(?<=["'])[^\n]*|[^\s"'<>]+))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ipmitool(
        QStringLiteral(R"((ipmitool\b[^\n]*?\s-P\s*)('[^']*'|"[^"]*"|\S+))"));
    QString latin = QString::fromLatin1(text);
    latin.replace(secrets, QStringLiteral("\\1\\2\\3***"));
    latin.replace(ipmitool, QStringLiteral("\\1***"));
    return latin.toLatin1();
}
} // namespace Core
