// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/labcontrol.h"

namespace Gui
{
namespace
{
QString sentenceOf(QProcess &process)
{
    const QString said = QString::fromUtf8(process.readAllStandardError()).trimmed();
    return LabControl::tr("The training cluster refuses: %1")
        .arg(said.isEmpty() ? process.errorString() : said);
}
} // namespace

LabControl::LabControl(const QString &program, QObject *parent)
    : QObject(parent), m_program(program)
{
    m_period.setInterval(2000);
    m_pause.setSingleShot(true);
    connect(&m_period, &QTimer::timeout, this, &LabControl::ask);
    connect(&m_pause, &QTimer::timeout, this, &LabControl::next);
    connect(&m_question, &QProcess::finished, this, &LabControl::answered);
    connect(&m_event, &QProcess::finished, this, &LabControl::ran);
}

void LabControl::watch(bool watched)
{
    if (watched == m_period.isActive())
        return;
    if (!watched) {
        m_period.stop();
        return;
    }
    m_period.start();
    ask();
}

void LabControl::ask()
{
    if (m_question.state() == QProcess::NotRunning && !m_program.isEmpty())
        m_question.start(m_program, {QStringLiteral("status"), QStringLiteral("--json")});
}

void LabControl::answered(int exitCode, QProcess::ExitStatus status)
{
    if (status != QProcess::NormalExit || exitCode != 0) {
        emit refused(sentenceOf(m_question));
        return;
    }
    if (const auto truth = labTruth(m_question.readAllStandardOutput()))
        emit told(*truth);
    else
        emit refused(Core::rendered(truth.error().what));
}

void LabControl::run(const QList<LabStep> &steps)
{
    m_steps = steps;
    if (m_event.state() == QProcess::NotRunning && !m_steps.isEmpty())
        m_pause.start(m_steps.first().after);
}

void LabControl::next()
{
    if (m_steps.isEmpty())
        return;
    m_event.start(m_program, QStringList{QStringLiteral("do")} + m_steps.takeFirst().event);
}

void LabControl::ran(int exitCode, QProcess::ExitStatus status)
{
    if (status != QProcess::NormalExit || exitCode != 0) {
        m_steps.clear();
        emit refused(sentenceOf(m_event));
    } else if (!m_steps.isEmpty()) {
        m_pause.start(m_steps.first().after);
    }
    ask();
}
} // namespace Gui
