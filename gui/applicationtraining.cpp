// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application.h"

#include "gui/exercisepanel.h"

#include <QCoreApplication>
#include <QTimer>

namespace Gui
{
void Application::connectTraining()
{
    connect(&m_training, &Training::ready, this, &Application::openTraining);
    connect(&m_training, &Training::failed, this, [this](const QString &sentence) {
        say(sentence);
        if (!m_options.tour.isEmpty()) // once the loop runs: there is nothing to walk
            QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(1); });
    });
    ExercisePanel &exercises = m_window.exercises();
    exercises.setProgram(Training::program());
    connect(&exercises, &ExercisePanel::startRequested, &m_lab, &LabControl::run);
    connect(&exercises, &ExercisePanel::watchWanted, &m_lab, &LabControl::watch);
    connect(&m_lab, &LabControl::told, &exercises, &ExercisePanel::take);
    connect(&m_lab, &LabControl::refused, &exercises, &ExercisePanel::say);
}

void Application::startTraining()
{
    if (!Training::program().isEmpty())
        m_training.start();
    else
        openRecording(Training::recording());
}

void Application::openTraining(const QString &profile)
{
    m_window.setTrainingCluster(openProfile(profile));
    if (!m_options.demo)
        m_window.showPanel(QStringLiteral("training"));
}
} // namespace Gui
