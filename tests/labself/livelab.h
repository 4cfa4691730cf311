// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/process.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <functional>

// A laboratory of real processes for one test, taken down with it.
class LiveLab
{
public:
    explicit LiveLab(int bootSeconds = 5) : m_bootSeconds(bootSeconds) { }
    ~LiveLab() { run({QStringLiteral("down")}); }

    QString folder() const { return m_parent.path() + QStringLiteral("/lab"); }
    bool up()
    {
        return run({QStringLiteral("up"), QStringLiteral("--speed"), QStringLiteral("10"),
                    QStringLiteral("--boot-time"), QString::number(m_bootSeconds)})
            == 0;
    }
    // The exit status; what it said is in said().
    int run(const QStringList &words, int milliseconds = 30000)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(BINOME_BIN_DIR "/binome-lab"),
                      words + QStringList{QStringLiteral("--dir"), folder()});
        process.waitForFinished(milliseconds);
        m_said = process.readAll();
        return process.exitCode();
    }
    QByteArray said() const { return m_said; }
    QJsonObject status()
    {
        run({QStringLiteral("status"), QStringLiteral("--json")});
        return QJsonDocument::fromJson(m_said).object();
    }
    QJsonObject machine(const QString &name)
    {
        QFile file(folder() + QStringLiteral("/profile.json"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll())
                                           .object()[QStringLiteral("machines")]
                                           .toArray()) {
            if (value[QStringLiteral("name")].toString() == name)
                return value.toObject();
        }
        return {};
    }
    QStringList sshArguments(const QString &name, const QString &command, int timeout = 3)
    {
        const QJsonObject there = machine(name);
        return {QStringLiteral("-F"),
                QStringLiteral("none"),
                QStringLiteral("-o"),
                QStringLiteral("BatchMode=yes"),
                QStringLiteral("-o"),
                QStringLiteral("ConnectTimeout=%1").arg(timeout),
                QStringLiteral("-o"),
                QStringLiteral("UserKnownHostsFile=\"%1\"")
                    .arg(there[QStringLiteral("knownHostsFile")].toString()),
                QStringLiteral("-i"),
                there[QStringLiteral("identityFile")].toString(),
                QStringLiteral("-p"),
                QString::number(there[QStringLiteral("port")].toInt()),
                there[QStringLiteral("user")].toString() + QLatin1Char('@')
                    + there[QStringLiteral("address")].toString(),
                command};
    }
    // Standard output; the exit status in exit().
    QByteArray ssh(const QString &name, const QString &command, int timeout = 3)
    {
        QProcess process;
        process.start(QStringLiteral("ssh"), sshArguments(name, command, timeout));
        process.waitForFinished(30000);
        m_exit = process.exitCode();
        m_said = process.readAllStandardError();
        return process.readAllStandardOutput();
    }
    int exit() const { return m_exit; }

    static bool eventually(const std::function<bool()> &so, int milliseconds = 60000)
    {
        QDeadlineTimer deadline(milliseconds);
        while (!so()) {
            if (deadline.hasExpired())
                return false;
            QThread::msleep(20);
        }
        return true;
    }

private:
    QTemporaryDir m_parent;
    int m_bootSeconds;
    QByteArray m_said;
    int m_exit = -1;
};
