// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/clusterprofile.h"

#include <QProcess>
#include <QTemporaryDir>

// A laboratory of a benchmark's own, in real time; gone with it.
class BenchLab
{
public:
    BenchLab() { call({QStringLiteral("up")}); }
    ~BenchLab() { call({QStringLiteral("down")}); }
    bool call(const QStringList &words)
    {
        QProcess process;
        process.start(QStringLiteral(BINOME_BIN_DIR "/binome-lab"),
                      words + QStringList{QStringLiteral("--dir"), folder()});
        process.waitForFinished(60'000);
        return process.exitCode() == 0;
    }
    QString folder() const { return m_parent.path() + QStringLiteral("/lab"); }
    Core::ClusterProfile profile() const // without machines: the laboratory did not start
    {
        const auto loaded = Core::loadProfile(folder() + QStringLiteral("/profile.json"));
        return loaded ? loaded->profile : Core::ClusterProfile();
    }

private:
    QTemporaryDir m_parent;
};
