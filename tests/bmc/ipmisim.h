// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bmc/bmc.h"

#include <QNetworkProxy>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

// A real ipmi_sim on a loopback port of its own, in a folder of its own, with three users: "admin",
// "oper" and "reader" at the privileges their names say, all with the password below.
class IpmiSim
{
public:
    static constexpr const char *password = "s3cret-pass";
    enum class Chassis {
        Program, // keeps the power in a file and writes every order down; started for each question
        Process // a process of the simulator's: on while it runs; a question starts nothing
    };

    explicit IpmiSim(Chassis chassis = Chassis::Program) : m_chassis(chassis) { }
    ~IpmiSim() { stop(); }
    bool start(); // false with a line on stderr when it does not answer in time
    void stop();
    void freeze(); // takes datagrams and does nothing, as a BMC that hangs
    void thaw();

    void breakChassis(bool broken); // the BMC answers, but cannot reach the machine's power

    Core::BmcAddress address(const QString &user) const;
    QStringList orders() const; // "power 0", "reset 1", ... in the order they came
    int sessions() const; // as ipmitool counts them, without its own; -1: it could not ask

private:
    bool writeFiles();
    bool answers() const;

    const Chassis m_chassis;
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

int freeUdpPort();

// A socket that asks no proxy: Qt would start a thread in a proxy library to find that out.
class LoopbackSocket : public QUdpSocket
{
public:
    LoopbackSocket() { setProxy(QNetworkProxy::NoProxy); }
};

// The one result of a call, waited for in the event loop; fails the test after half a minute.
template <typename T> Core::Expected<T> settled(const QFuture<Core::Expected<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000))
        return Core::failure(Core::ErrorKind::Internal,
                             Core::message("no result in half a minute"));
    if (future.resultCount() != 1)
        return Core::failure(Core::ErrorKind::Internal, Core::message("not exactly one result"));
    return future.result();
}
