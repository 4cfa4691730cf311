// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>

namespace Gui
{
// Starts the training cluster (`binome-lab up`) and tells the profile that opens it. One that runs
// already is used as it is, and left running. Never waits.
class Training : public QObject
{
    Q_OBJECT
public:
    explicit Training(QObject *parent = nullptr);
    static QString program(); // empty: not installed
    static QString whyNot(); // why it is not live here, and what plays instead; else empty
    static QString recording(); // of a failover, part of the program: for where it is not live
    void start(); // exactly one of ready() and failed() follows
    void stop(); // takes down what start() brought up; does not wait

signals:
    void ready(const QString &profile);
    void failed(const QString &sentence);

private:
    void run(const QStringList &arguments);
    void finished(int exitCode, QProcess::ExitStatus status);

    QProcess m_process;
    bool m_asked = false; // `status` was asked after `up` was refused
    bool m_ours = false;
};

// The line "profile PATH" of binome-lab's report; empty when there is none.
QString profileLine(const QString &report);
} // namespace Gui
