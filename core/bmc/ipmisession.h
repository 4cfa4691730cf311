// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bmc/bmc.h"
#include "core/bmc/ipmiconnection.h"

#include <QHostAddress>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace Core
{
// How long is waited for a BMC; tests shorten them.
struct IpmiTiming {
    std::chrono::milliseconds silence{2'000}; // nothing heard: said to be unreachable
    std::chrono::milliseconds control{10'000}; // answer to a power command: some BMCs act first
    std::chrono::milliseconds idle{30'000}; // then the session is closed: a BMC has few slots
};

// Of the addresses of a BMC's name, the one to ask: an IPv4 one when there is any. Many BMCs speak
// nothing else behind a name that has both. Null when none was found.
QHostAddress addressOfBmc(const QList<QHostAddress> &found);

constexpr quint8 chassisFunction = 0x00; // network function, IPMI 2.0 table 5-1

// One command. `answer`: completion code and data, or why there is none; called once, in
// the IPMI thread.
struct IpmiRequest {
    quint64 id = 0;
    Privilege privilege = Privilege::User; // Operator: it acts, so it is never sent twice
    quint8 netFunction = chassisFunction;
    quint8 command = 0;
    QByteArray data;
    std::function<void(Expected<QByteArray>)> answer;
};

// The session with one BMC: opened when there is something to ask, at the lowest privilege that
// does, kept while in use, requests one after another. Lives in the IPMI thread.
class IpmiSession : public QObject
{
    Q_OBJECT
public:
    IpmiSession(BmcAddress address, Password password, IpmiTiming timing);
    ~IpmiSession() override; // what is still waiting is answered Cancelled

    const BmcAddress &address() const { return m_address; }
    void submit(IpmiRequest request);
    void cancel(quint64 id); // answered Cancelled at once; unknown ids are ignored

private:
    void advance();
    void reach(Privilege privilege);
    void lookUp();
    void open(const QByteArray &ip);
    void drop();
    void onChanged(int generation, int error, const QString &complaint);
    void openFailed(int error, const QString &complaint);
    void onUp();
    void sendActive();
    void onAnswer(int generation, const QByteArray &answer);
    void onSilence();
    void finish(Expected<QByteArray> result);
    bool activeActs() const;
    IpmiConnection::Events eventsOf(int generation);

    const BmcAddress m_address;
    const Password m_password;
    const IpmiTiming m_timing;
    std::deque<IpmiRequest> m_waiting;
    std::optional<IpmiRequest> m_active; // without answer function: nobody waits for it any more
    bool m_sent = false; // the active request's command has left
    bool m_askingUser = false; // opened only to tell an unknown user from a low privilege
    std::unique_ptr<IpmiConnection> m_connection;
    Privilege m_privilege = Privilege::User; // of the connection
    bool m_up = false;
    int m_generation = 0; // events of earlier connections are stale
    int m_lookup = -1;
    QTimer m_silence{this};
    QTimer m_idle{this};
};
} // namespace Core
