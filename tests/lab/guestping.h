// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/openlab.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace Testing
{
// Somebody who sends a datagram to a guest's responder every 10 ms and notes how long it is silent.
class GuestPing
{
public:
    GuestPing(OpenLab &lab, int vmid)
    {
        lab.lab({QStringLiteral("status"), QStringLiteral("--json")});
        const QJsonArray guests
            = QJsonDocument::fromJson(lab.said())[QStringLiteral("guests")].toArray();
        for (const QJsonValue guest : guests) {
            if (guest[QStringLiteral("vmid")].toInt() == vmid)
                begin(guest[QStringLiteral("address")].toString().toLatin1(),
                      guest[QStringLiteral("port")].toInt());
        }
    }
    ~GuestPing()
    {
        m_thread.request_stop();
        if (m_thread.joinable())
            m_thread.join();
        if (m_socket >= 0)
            ::close(m_socket);
    }
    // Something came back after this call.
    bool answers()
    {
        const long long before = m_heard;
        return OpenLab::within(10'000, [&] { return m_heard > before; });
    }
    long long longestSilence() const { return m_longest; } // ms

private:
    void begin(const QByteArray &address, int port)
    {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(quint16(port));
        inet_pton(AF_INET, address.constData(), &to.sin_addr);
        m_socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        const timeval wait{0, 10'000};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
        // Datagrams connect at once; one that does not stays silent, which is what is measured.
        static_cast<void>(::connect(m_socket, reinterpret_cast<const sockaddr *>(&to), sizeof to));
        m_thread = std::jthread([this](const std::stop_token &stop) { ping(stop); });
    }
    void ping(const std::stop_token &stop)
    {
        using Clock = std::chrono::steady_clock;
        auto last = Clock::now();
        while (!stop.stop_requested()) {
            char byte = 1;
            if (::send(m_socket, &byte, 1, 0) == 1 && ::recv(m_socket, &byte, 1, 0) == 1) {
                const auto now = Clock::now();
                const auto silence
                    = std::chrono::duration_cast<std::chrono::milliseconds>(now - last).count();
                if (m_heard > 0 && silence > m_longest)
                    m_longest = silence;
                last = now;
                ++m_heard;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }

    int m_socket = -1;
    std::atomic<long long> m_heard = 0;
    std::atomic<long long> m_longest = 0;
    std::jthread m_thread;
};
} // namespace Testing
