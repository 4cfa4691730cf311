// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/machine.h"
#include "core/transport/transport.h"

namespace Core
{
// The way to one machine over time: opened again with a growing pause when it is lost, said to be
// silent when no byte came for 1.5 s, never tried again by itself when it was refused. What it
// tells is about our way only, never about the machine. Main thread.
class Connection : public QObject
{
    Q_OBJECT
public:
    Connection(NodeName machine, std::unique_ptr<Transport> transport, const Clock &clock,
               QObject *parent = nullptr);

    const NodeName &machine() const { return m_machine; }
    Transport &transport() { return *m_transport; }
    const Contact &contact() const { return m_contact; }
    std::chrono::milliseconds quietFor() const; // since the last byte
    QDateTime lastByte() const { return m_lastByte; } // UTC

    void open();
    void close();
    void reconnect(); // now, whatever the pause; also after Refused
    void tick(); // every 250 ms: silence and pauses are judged here
    void heard(); // a byte came
    void setTrouble(const std::optional<Error> &error); // connected, but it cannot be asked

signals:
    void contactChanged(const Core::Contact &contact);
    void ready();
    void ended(); // what ran over it is gone

private:
    void follow(TransportState state);
    void becomeReady();
    void loseIt(const std::optional<Error> &error);
    void setContact(ContactState state, std::optional<QDateTime> since, std::optional<Error> error);
    void judgeSilence();
    std::optional<QDateTime> lastWord() const;

    const NodeName m_machine;
    std::unique_ptr<Transport> m_transport;
    const Clock &m_clock;
    Contact m_contact;
    QDateTime m_lastByte;
    std::chrono::milliseconds m_heardAt{0};
    std::optional<std::chrono::milliseconds> m_tryAt; // none: nothing is planned
    int m_failures = 0; // in a row, for the pause
    bool m_up = false;
};
} // namespace Core
