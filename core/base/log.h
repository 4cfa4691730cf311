// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

// Categories, one a subject: "binome.ssh" and so on. Never log a secret: redacted() first.
namespace Core
{
Q_DECLARE_LOGGING_CATEGORY(lcSsh)
Q_DECLARE_LOGGING_CATEGORY(lcBmc)
Q_DECLARE_LOGGING_CATEGORY(lcCollect)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcConfig)
Q_DECLARE_LOGGING_CATEGORY(lcGui)

// The text with what looks like a secret replaced by "***": passwd=, password:, shared-secret
// "...", -P WORD of ipmitool. For logs, recordings and everything that leaves the machine.
QByteArray redacted(const QByteArray &text);
} // namespace Core
