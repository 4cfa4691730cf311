// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bmc/ipmisim.h"

// Stands before an ipmi_sim and refuses what the simulator lets pass but other BMCs refuse. It
// answers in the open part of the protocol alone; everything else goes through unchanged.
class StrictBmc
{
public:
    enum class Refuses {
        Operator, // RAKP status 0Dh for a session at OPERATOR: the user has USER only
        OperatorOnChannel, // capabilities at OPERATOR: the channel is limited to USER
        Suite3, // Open Session status 11h: only suite 17 is allowed
        Version2, // capabilities of a BMC that knows IPMI 1.5 only
        Sessions, // Open Session status 01h: every slot taken
    };
    StrictBmc(Refuses what, const Core::BmcAddress &simulator);
    Core::BmcAddress address() const;

private:
    void toSimulator(const QByteArray &datagram);
    void toConsole(QByteArray datagram);
    void refuse(quint8 payload, quint8 tag, quint8 status);

    const Refuses m_refuses;
    const Core::BmcAddress m_simulator;
    LoopbackSocket m_front;
    LoopbackSocket m_back;
    quint16 m_consolePort = 0;
    bool m_askedAtOperator = false; // by the last request for capabilities
    QByteArray m_consoleSession; // its id, as the open session request names it
};
