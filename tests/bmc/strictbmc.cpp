// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bmc/strictbmc.h"

namespace
{
// RMCP+ outside a session (IPMI 2.0, section 13.6): payload type at 5, length at 14, payload at 16.
constexpr qsizetype payloadType = 5;
constexpr qsizetype payloadStart = 16;
constexpr quint8 openRequest = 0x10;
constexpr quint8 openResponse = 0x11;
constexpr quint8 rakp1 = 0x12;
constexpr quint8 rakp2 = 0x13;

bool isRmcpPlus(const QByteArray &datagram, quint8 type)
{
    return datagram.size() > payloadStart + 24 && datagram.at(4) == 6
        && quint8(datagram.at(payloadType)) == type;
}

// Get Channel Authentication Capabilities, in IPMI 1.5 framing without a code: command at 19, then
// data (in an answer the completion code first) and a checksum over what stands from 17 on.
bool isCapabilities(const QByteArray &datagram)
{
    return datagram.size() >= 23 && datagram.at(4) == 0 && datagram.at(19) == 0x38;
}

QByteArray summed(QByteArray datagram)
{
    quint8 sum = 0;
    for (qsizetype i = 17; i < datagram.size() - 1; ++i)
        sum = quint8(sum + quint8(datagram.at(i)));
    datagram.back() = char(-sum);
    return datagram;
}

QByteArray withoutVersion2(QByteArray answer)
{
    answer[22] = char(answer.at(22) & 0x7f); // no extended capabilities
    answer[24] = char(answer.at(24) & ~0x02); // no IPMI 2.0
    return summed(answer);
}

QByteArray refusedField(QByteArray answer)
{
    answer[20] = char(0xcc); // invalid data field
    return summed(answer);
}
} // namespace

StrictBmc::StrictBmc(Refuses what, const Core::BmcAddress &simulator)
    : m_refuses(what), m_simulator(simulator)
{
    m_front.bind(QHostAddress::LocalHost);
    m_back.bind(QHostAddress::LocalHost);
    QObject::connect(&m_front, &QUdpSocket::readyRead, &m_front, [this] {
        while (m_front.hasPendingDatagrams()) {
            QByteArray datagram(m_front.pendingDatagramSize(), '\0');
            m_front.readDatagram(datagram.data(), datagram.size(), nullptr, &m_consolePort);
            toSimulator(datagram);
        }
    });
    QObject::connect(&m_back, &QUdpSocket::readyRead, &m_back, [this] {
        while (m_back.hasPendingDatagrams()) {
            QByteArray datagram(m_back.pendingDatagramSize(), '\0');
            m_back.readDatagram(datagram.data(), datagram.size());
            toConsole(datagram);
        }
    });
}

Core::BmcAddress StrictBmc::address() const
{
    return {m_simulator.host, m_front.localPort(), m_simulator.user};
}

void StrictBmc::toSimulator(const QByteArray &datagram)
{
    if (isCapabilities(datagram))
        m_askedAtOperator = datagram.at(21) == 3;
    if (isRmcpPlus(datagram, openRequest)) {
        m_consoleSession = datagram.mid(payloadStart + 4, 4);
        const quint8 tag = quint8(datagram.at(payloadStart));
        if (m_refuses == Refuses::Suite3)
            return refuse(openResponse, tag, 0x11);
        if (m_refuses == Refuses::Sessions)
            return refuse(openResponse, tag, 0x01);
    }
    const bool atOperator
        = isRmcpPlus(datagram, rakp1) && (datagram.at(payloadStart + 24) & 0x0f) == 3;
    if (m_refuses == Refuses::Operator && atOperator)
        return refuse(rakp2, quint8(datagram.at(payloadStart)), 0x0d);
    m_back.writeDatagram(datagram, QHostAddress::LocalHost, quint16(m_simulator.port));
}

void StrictBmc::toConsole(QByteArray datagram)
{
    if (m_refuses == Refuses::Version2 && isCapabilities(datagram))
        datagram = withoutVersion2(datagram);
    if (m_refuses == Refuses::OperatorOnChannel && m_askedAtOperator && isCapabilities(datagram))
        datagram = refusedField(datagram);
    m_front.writeDatagram(datagram, QHostAddress::LocalHost, m_consolePort);
}

// An answer that carries a status alone is eight bytes: tag, status, two reserved, session id.
void StrictBmc::refuse(quint8 payload, quint8 tag, quint8 status)
{
    QByteArray datagram = QByteArray::fromHex("0600ff0706");
    datagram.append(char(payload)).append(QByteArray(8, '\0'));
    datagram.append(char(8)).append('\0');
    datagram.append(char(tag)).append(char(status)).append(QByteArray(2, '\0'));
    m_front.writeDatagram(datagram + m_consoleSession, QHostAddress::LocalHost, m_consolePort);
}
