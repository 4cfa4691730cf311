// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace Testing
{
// The product on a laboratory of real sshd and ipmi_sim, ten times as fast as life; both are gone
// with it.
class OpenLab
{
public:
    ~OpenLab()
    {
        m_session.reset();
        lab({QStringLiteral("down")});
    }

    // The laboratory runs and the session is open; said() says why not.
    bool up(int bootSeconds = 20, int speed = 10) { return started(bootSeconds, speed) && open(); }
    bool started(int bootSeconds = 20, int speed = 10)
    {
        return lab({QStringLiteral("up"), QStringLiteral("--speed"), QString::number(speed),
                    QStringLiteral("--boot-time"), QString::number(bootSeconds)});
    }
    bool open()
    {
        const auto loaded = Core::loadProfile(folder() + QStringLiteral("/profile.json"));
        if (!loaded)
            return false;
        m_session = std::make_unique<Core::Session>(loaded->profile);
        m_session->open();
        return true;
    }
    void close() { m_session.reset(); }
    bool settled()
    {
        return within(120'000, [this] { return m_session->settled(); }); // a machine under load
    }
    // A command of the laboratory; what it said is in said().
    bool lab(const QStringList &words)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(BINOME_BIN_DIR "/binome-lab"),
                      words + QStringList{QStringLiteral("--dir"), folder()});
        process.waitForFinished(30'000);
        m_said = process.readAll();
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }
    QByteArray said() const { return m_said; }
    QString folder() const { return m_parent.path() + QStringLiteral("/lab"); }

    Core::Session &session() { return *m_session; }
    Core::SnapshotPtr snapshot() { return m_session->store().current(); }
    Core::Machine machine(const QString &name)
    {
        return snapshot()->machines.value(Core::NodeName(name));
    }
    Core::ContactState contact(const QString &name) { return machine(name).contact.state; }
    // This workstation's own view of the BMC of a node.
    Core::Observed<Core::BmcState> bmc(const QString &node)
    {
        return machine(node).bmc.value(Core::Observer(Core::Workstation()));
    }
    // DRBD's connection of the first resource, as that node says it.
    Core::DrbdConnection replication(const QString &node)
    {
        const auto drbd = machine(node).drbd.value.value_or(Core::DrbdStatus());
        if (drbd.resources.isEmpty() || drbd.resources.first().peers.isEmpty())
            return Core::DrbdConnection::Unknown;
        return drbd.resources.first().peers.first().connection;
    }
    // Generous: a deadline is for a test that would hang, figures belong to the benchmarks.
    static bool within(int milliseconds, const std::function<bool()> &so)
    {
        return QTest::qWaitFor(so, milliseconds);
    }

private:
    QTemporaryDir m_parent;
    QByteArray m_said;
    std::unique_ptr<Core::Session> m_session;
};
} // namespace Testing
