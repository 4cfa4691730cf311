// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/fd.h"

#include <netinet/in.h>

#include <string>

namespace Lab
{

struct Endpoint {
    std::string address; // IPv4, dotted
    int port = 0;
};

sockaddr_in socketAddress(const Endpoint &endpoint);
// A port free on that address for both protocols asked of; 0 when none was found. Somebody could
// take it before it is used, but nobody else has the address.
int freePort(const std::string &address, int type);
bool portFree(const Endpoint &endpoint, int type);
// The kernel then neither answers nor delivers what reaches the socket: silence, also for
// connection attempts and TCP's own acknowledgements.
void deafen(int socket);
void undeafen(int socket);
// The next close sends a reset.
void resetOnClose(int socket);

} // namespace Lab
