// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/ipmiconnection.h"

#include "core/bmc/ipmioshandler.h"

#include <OpenIPMI/ipmi_addr.h>
#include <OpenIPMI/ipmi_auth.h>
#include <OpenIPMI/ipmi_conn.h>
#include <OpenIPMI/ipmi_lan.h>
#include <OpenIPMI/ipmi_msgbits.h>
#include <array>
#include <cerrno>
#include <cstring>

namespace Core
{
namespace
{
// Far beyond our own time-outs: a chassis command that got no answer is not sent a second time by
// the library, for a second power cycle is not the first one's retransmission.
constexpr int sideEffectTimeout = 60'000'000; // microseconds

ipmi_lanp_parm_t number(int id, int value)
{
    return {id, value, nullptr, 0};
}

ipmi_lanp_parm_t bytes(int id, void *data, qsizetype count)
{
    return {id, 0, data, static_cast<unsigned int>(count)};
}

int setUp(const BmcLogin &login, os_handler_s *handler, ipmi_con_s **connection)
{
    if (!handler)
        return ENOSYS;
    QByteArray ip = login.ip;
    QByteArray port = QByteArray::number(login.port);
    QByteArray user = login.user;
    Password password = login.password;
    std::array<char *, 1> addresses{ip.data()};
    std::array<char *, 1> ports{port.data()};
    std::array parameters{
        bytes(IPMI_LANP_PARMID_ADDRS, addresses.data(), 1),
        bytes(IPMI_LANP_PARMID_PORTS, ports.data(), 1),
        bytes(IPMI_LANP_PARMID_USERNAME, user.data(), user.size()),
        bytes(IPMI_LANP_PARMID_PASSWORD, const_cast<char *>(password.view().data()),
              password.view().size()),
        number(IPMI_LANP_PARMID_AUTHTYPE, IPMI_AUTHTYPE_RMCP_PLUS),
        number(IPMI_LANP_PARMID_PRIVILEGE, int(login.privilege)),
        number(IPMI_LANP_AUTHENTICATION_ALGORITHM,
               IPMI_LANP_AUTHENTICATION_ALGORITHM_RAKP_HMAC_SHA1),
        number(IPMI_LANP_INTEGRITY_ALGORITHM, IPMI_LANP_INTEGRITY_ALGORITHM_HMAC_SHA1_96),
        number(IPMI_LANP_CONFIDENTIALITY_ALGORITHM,
               IPMI_LANP_CONFIDENTIALITY_ALGORITHM_AES_CBC_128),
        number(IPMI_LANP_DEFAULT_SIDEEFFECT_TIMEOUT, sideEffectTimeout),
    };
    return ipmi_lanp_setup_con(parameters.data(), unsigned(parameters.size()), handler, nullptr,
                               connection);
}

// The library counts packets for each connection through three callbacks; one counter is enough to
// know that a BMC is there and only slow.
int wantCounter(ipmi_ll_stat_info_t *info, const char *name, const char *, void **counter)
{
    *counter = std::strcmp(name, "lan_recv_packets") == 0 ? info : nullptr;
    return 0;
}

void unwantCounter(ipmi_ll_stat_info_t *, void *)
{
}

void counted(ipmi_ll_stat_info_t *info, void *, int)
{
    const auto *heard = static_cast<std::function<void()> *>(ipmi_ll_con_stat_get_user_data(info));
    (*heard)();
}
} // namespace

IpmiConnection::IpmiConnection(const BmcLogin &login, Events events) : m_events(std::move(events))
{
    m_error = setUp(login, ipmiOsHandler(), &m_connection);
    if (m_error != 0)
        return;
    m_connection->add_con_change_handler(m_connection, onChanged, this);
    watchArrivals();
}

IpmiConnection::~IpmiConnection()
{
    if (!m_connection)
        return;
    // An answer still due is delivered while closing, and nobody wants it any more.
    m_answer = nullptr;
    m_connection->remove_con_change_handler(m_connection, onChanged, this);
    ignoreArrivals();
    m_connection->close_connection(m_connection); // sends Close Session
}

void IpmiConnection::watchArrivals()
{
    m_arrivals = ipmi_ll_con_alloc_stat_info();
    ipmi_ll_con_stat_info_set_adder(m_arrivals, counted);
    ipmi_ll_con_stat_info_set_register(m_arrivals, wantCounter);
    ipmi_ll_con_stat_info_set_unregister(m_arrivals, unwantCounter);
    ipmi_ll_con_stat_set_user_data(m_arrivals, &m_events.heard);
    m_connection->register_stat_handler(m_connection, m_arrivals);
}

void IpmiConnection::ignoreArrivals()
{
    m_connection->unregister_stat_handler(m_connection, m_arrivals);
    ipmi_ll_con_free_stat_info(m_arrivals);
}

int IpmiConnection::start()
{
    return m_error != 0 ? m_error : m_connection->start_con(m_connection);
}

void IpmiConnection::onChanged(ipmi_con_s *, int error, unsigned int, int, void *self)
{
    static_cast<IpmiConnection *>(self)->m_events.changed(error);
}

int IpmiConnection::onAnswer(ipmi_con_s *connection, ipmi_msg_item_s *item)
{
    auto *self = static_cast<IpmiConnection *>(item->data1);
    // No connection: it is being closed, and `self` is in its destructor.
    if (connection && self->m_answer)
        std::exchange(self->m_answer, nullptr)(
            QByteArray(reinterpret_cast<const char *>(item->msg.data), item->msg.data_len));
    return IPMI_MSG_ITEM_NOT_USED;
}

int IpmiConnection::send(quint8 netFunction, quint8 command, const QByteArray &data,
                         bool sideEffects, std::function<void(const QByteArray &)> answer)
{
    ipmi_system_interface_addr_t bmc{};
    bmc.addr_type = IPMI_SYSTEM_INTERFACE_ADDR_TYPE;
    bmc.channel = IPMI_BMC_CHANNEL;
    QByteArray bytesToSend = data;
    ipmi_msg_t message{netFunction, command, static_cast<unsigned short>(data.size()),
                       reinterpret_cast<unsigned char *>(bytesToSend.data())};
    std::array<ipmi_con_option_t, 2> options{};
    options[0].option = IPMI_CON_MSG_OPTION_SIDE_EFFECTS;
    options[0].ival = sideEffects ? 1 : 0;
    options[1].option = IPMI_CON_OPTION_LIST_END;
    ipmi_msgi_t *item = ipmi_alloc_msg_item();
    item->data1 = this;
    m_answer = std::move(answer);
    const int error
        = m_connection->send_command_option(m_connection, reinterpret_cast<ipmi_addr_t *>(&bmc),
                                            sizeof bmc, &message, options.data(), onAnswer, item);
    if (error != 0) {
        m_answer = nullptr;
        ipmi_free_msg_item(item);
    }
    return error;
}
} // namespace Core
