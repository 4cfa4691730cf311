// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/sshlibrary.h"

#include <QByteArrayList>

namespace Core
{
// What may be negotiated. The lists are written here and not left to the library, whose defaults
// differ between its releases and between distributions. `legacy` adds, behind everything else,
// what OpenSSH 6.0 (Debian 7, Proxmox VE 3) offers at best: SHA-1 signatures,
// diffie-hellman-group14-sha1, CBC ciphers, hmac-sha1, RSA keys from 1024 bits.
// `preferredKeyTypes`: host key types on record. False: the library knows none of a list (it says
// which in its error).
bool setAlgorithms(ssh_session session, bool legacy, const QByteArrayList &preferredKeyTypes);
} // namespace Core
