// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace Lab
{

// The answer to a VNC challenge of 16 bytes (RFC 6143, 7.2.2; FIPS 46-3).
std::string vncResponse(const std::string &password, const std::string &challenge);

} // namespace Lab
