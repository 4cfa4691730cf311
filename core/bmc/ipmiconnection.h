// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bmc/password.h"

#include <functional>

struct ipmi_con_s;
struct ipmi_ll_stat_info_s;
struct ipmi_msg_item_s;

namespace Core
{
// Privilege of a session, by its number in IPMI 2.0 (table 6-1): status needs USER, chassis control
// OPERATOR. ADMINISTRATOR is never asked for.
enum class Privilege : quint8 { User = 2, Operator = 3 };

struct BmcLogin {
    QByteArray ip; // numeric: the library would look a name up while blocking
    int port = 623;
    QByteArray user; // at most 16 bytes, the library's and RMCP+'s limit
    Password password; // at most 20 bytes
    Privilege privilege = Privilege::User;
};

// One RMCP+ connection with cipher suite 3, over OpenIPMI's raw LAN connection; never the older
// protocol and never another suite, so that nobody on the way can talk it down. In the IPMI thread;
// destroyed from the event loop, never from one of its own callbacks.
class IpmiConnection
{
public:
    struct Events {
        std::function<void(int error)> changed; // library error, 0: the session is up
        std::function<void()> heard; // a datagram of this BMC came in
    };
    IpmiConnection(const BmcLogin &login, Events events);
    ~IpmiConnection();
    IpmiConnection(const IpmiConnection &) = delete;
    IpmiConnection &operator=(const IpmiConnection &) = delete;

    int start(); // 0 or the library's error; then `changed`
    // One command at a time: `answer` gets the completion code and the data, once. With
    // side effects: the library never sends it twice.
    int send(quint8 netFunction, quint8 command, const QByteArray &data, bool sideEffects,
             std::function<void(const QByteArray &)> answer);

private:
    static void onChanged(ipmi_con_s *, int error, unsigned int, int, void *self);
    static int onAnswer(ipmi_con_s *connection, ipmi_msg_item_s *item);
    void watchArrivals();
    void ignoreArrivals();

    Events m_events;
    std::function<void(const QByteArray &)> m_answer;
    ipmi_con_s *m_connection = nullptr;
    ipmi_ll_stat_info_s *m_arrivals = nullptr;
    int m_error = 0; // of the set-up
};
} // namespace Core
