// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// A passphrase that is asked for again, kept so that the file does not tell it: PBKDF2 (RFC 8018)
// with HMAC-SHA-512 and a salt of its own. Pure but for the salt; any thread; a tenth of a second
// and more, so not the one of the window.
namespace Core
{
// "pbkdf2-sha512$ROUNDS$SALT$KEY", the last two in base64.
QString sealedPassphrase(const QString &passphrase);
// False also for what is no seal.
bool opensSeal(const QString &seal, const QString &passphrase);
} // namespace Core
