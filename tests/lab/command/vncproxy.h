// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell.h"

#include <string>

namespace Lab
{

// `qm vncproxy`: a VNC server (RFC 6143) on standard input and output that shows one picture, the
// guest's number in blocks. By the password in LC_PVE_TICKET, or, without one, by a certificate
// alone, which this one does not have. Ends with the guest, and with its input.
int vncProxy(const Place &place, const std::string &vmid);

} // namespace Lab
