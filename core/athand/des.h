// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Core
{
// One block of eight bytes through the Data Encryption Standard (FIPS 46-3), key of eight bytes. It
// protects nothing today; VNC's passwords are written that way, and nothing else here may be.
QByteArray desEncrypted(const QByteArray &key, const QByteArray &block);

// VNC reads the key's bits from the other end of each byte (RFC 6143, 7.2.2, and its erratum). What
// a viewer answers to a challenge of 16 bytes; at most eight bytes of the password count.
QByteArray vncResponse(const QByteArray &password, const QByteArray &challenge);

// The password as the file of vncpasswd has it, which every vncviewer reads: hidden from a glance,
// not encrypted, since its key is the same everywhere.
QByteArray vncPasswordFile(const QByteArray &password);
} // namespace Core
