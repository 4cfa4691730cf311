// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/session/clusterfinder.h"
#include "core/session/session.h"
#include "gui/actionrunnersource.h"
#include "gui/labcontrol.h"
#include "gui/languages.h"
#include "gui/mainwindow.h"
#include "gui/options.h"
#include "gui/programlock.h"
#include "gui/storesource.h"
#include "gui/training.h"
#include "gui/trayicon.h"

#include <map>
#include <memory>

namespace Gui
{
class OpenRecording;

// Composes the program: settings, language, theme, one window, and a session for each open
// cluster. The only part of the window that knows sessions.
class Application : public QObject
{
    Q_OBJECT
public:
    explicit Application(Options options, QObject *parent = nullptr);
    ~Application() override;
    void start();
    // A later start: to the front, and that profile (name or file; empty: none) is opened.
    void takeStart(const QString &profile);

private:
    struct OpenSession {
        QString file; // of its profile
        std::unique_ptr<Core::Session> session;
        std::unique_ptr<StoreSource> source;
        std::unique_ptr<ActionRunnerSource> actions;
        std::optional<Core::UserRole> unlockedRole; // while the program is locked
    };
    void connectWindow();
    void followSettings();
    void applyLanguage();
    void applyTheme();
    void toggleLanguage();
    void toggleTheme();
    void showKnownClusters();
    void connectTraining();
    void startTraining();
    void openTraining(const QString &profile);
    void openFirst();
    QString openProfile(const QString &path); // gives its name; empty: it cannot be read
    void openSession(const Core::ClusterProfile &profile, const QString &file);
    void chooseRole(const QString &cluster, Core::UserRole role);
    void enforceLock(); // on the engine of every cluster that is open
    void closeCluster(const QString &name);
    void openRecording(const QString &file);
    void showRecording(OpenRecording *recording);
    template <typename Asker> void answerQuestions(Asker &asker); // Session or ClusterFinder
    void addCluster();
    void keepProfile(const Core::ClusterProfile &profile);
    void showSettings();
    void say(const QString &sentence, const QString &detail = {});
    void say(const Core::Error &error);
    bool isSaid(const QString &sentence) const; // and not yet closed
    void keepTray();
    void tellTroubles(); // of the settings, and of a program that died
    void tellCrash(const QString &report);
    void comeToFront();
    QString profileFile(const QString &nameOrFile) const;
    void startTour();
    bool readyForTour() const;
    void restoreWindow(const QString &cluster);
    void keepWindow();

    Options m_options;
    Core::Settings m_settings;
    const Core::SystemClock m_clock;
    Languages m_languages;
    Theme m_theme;
    MainWindow m_window;
    ProgramLock m_lock{m_settings, m_window};
    TrayIcon m_tray;
    Training m_training;
    LabControl m_lab;
    std::map<QString, OpenSession> m_open;
    std::map<QString, std::unique_ptr<OpenRecording>> m_recordings;
    std::unique_ptr<OpenRecording> m_reading; // a file that is not yet open
    const Core::SharedSecrets m_given = std::make_shared<Core::GivenSecrets>();
    Core::ClusterFinder m_finder{m_given};
    QTimer m_waiting; // for the first complete picture, before a tour
    int m_waited = 0;
};
} // namespace Gui
