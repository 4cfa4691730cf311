// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/exercise.h"

#include <QProcess>
#include <QTimer>

namespace Gui
{
// Makes the incidents of the exercises (`binome-lab do`) and asks for the lab's truth every two
// seconds while it is watched. Never waits. Main thread.
class LabControl : public QObject
{
    Q_OBJECT
public:
    explicit LabControl(const QString &program, QObject *parent = nullptr);
    void watch(bool watched);
    void run(const QList<LabStep> &steps); // in place of what is still to come

signals:
    void told(const Gui::LabTruth &truth);
    void refused(const QString &sentence); // an event or the question; nothing further is run

private:
    void ask();
    void next();
    void answered(int exitCode, QProcess::ExitStatus status);
    void ran(int exitCode, QProcess::ExitStatus status);

    QString m_program;
    QProcess m_question;
    QProcess m_event;
    QTimer m_period;
    QTimer m_pause; // before the next step
    QList<LabStep> m_steps;
};
} // namespace Gui
