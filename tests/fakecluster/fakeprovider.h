// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"

#include <QTemporaryDir>

namespace Testing
{
// A tool whose output is a file that the test writes: "up SECONDS" is read as the uptime of the
// machine. One probe on the channel that is wanted.
class FakeProvider : public Core::Provider
{
public:
    FakeProvider(QString id, Core::ProbeChannel channel, QByteArray script = {});

    QString id() const override { return m_id; }
    QStringList wantedPaths() const override;
    bool detect(const Core::MachineFacts &facts) const override;
    QList<Core::Probe> probes(const Core::MachineContext &context) const override;
    Core::Patch read(const Core::ProbeResult &result) const override;

    std::chrono::milliseconds period{500};
    std::chrono::milliseconds timeout{5'000};
    bool opensDevices = false;

private:
    QString m_id;
    Core::ProbeChannel m_channel;
    QByteArray m_script;
};

// The files of one machine; absolute paths of probes stand under root().
class FakeMachineFiles
{
public:
    QString root() const { return m_folder.path(); }
    void write(const QString &name, const QByteArray &text); // "/uptime"
    void remove(const QString &name);

private:
    QTemporaryDir m_folder;
};
} // namespace Testing
