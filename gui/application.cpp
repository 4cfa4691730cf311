// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application.h"

#include "core/action/actionrunner.h"
#include "core/base/terminal.h"
#include "core/store/journal.h"
#include "gui/applicationreplay.h"
#include "gui/clusterdialog.h"
#include "gui/journalpanel.h"
#include "gui/prompts.h"
#include "gui/settingsdialog.h"
#include "gui/tour.h"
#include "gui/welcomepage.h"

#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>

namespace Gui
{
namespace
{
ThemeChoice choiceOf(Core::Theme theme)
{
    switch (theme) {
    case Core::Theme::System:
        return ThemeChoice::System;
    case Core::Theme::Light:
        return ThemeChoice::Light;
    case Core::Theme::Dark:
        return ThemeChoice::Dark;
    }
    return ThemeChoice::System;
}
constexpr int tourPatience = 60; // seconds for the first complete picture
} // namespace

Application::Application(Options options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_settings(Core::settingsPath()),
      m_window(m_theme), m_tray(m_theme, m_window.clusters()), m_lab(Training::program())
{
    applyLanguage();
    applyTheme();
    connectWindow();
    followSettings();
    keepTray();
    answerQuestions(m_finder);
    showKnownClusters();
    connect(qApp, &QApplication::aboutToQuit, this, [this] {
        keepWindow();
        m_training.stop();
    });
}

Application::~Application()
{
    m_finder.cancel();
    while (!m_open.empty())
        closeCluster(m_open.begin()->first);
    while (!m_recordings.empty())
        closeCluster(m_recordings.begin()->first);
}

void Application::connectWindow()
{
    connect(&m_window, &MainWindow::addClusterRequested, this, &Application::addCluster);
    connect(&m_window, &MainWindow::trainingRequested, this, &Application::startTraining);
    connect(&m_window, &MainWindow::recordingRequested, this, &Application::openRecording);
    connect(&m_window, &MainWindow::closeClusterRequested, this, &Application::closeCluster);
    connect(&m_window, &MainWindow::settingsRequested, this, &Application::showSettings);
    connect(&m_window, &MainWindow::languageToggled, this, &Application::toggleLanguage);
    connect(&m_window, &MainWindow::themeToggled, this, &Application::toggleTheme);
    connect(&m_window, &MainWindow::refreshRequested, this, [this](const QString &name) {
        if (const auto open = m_open.find(name); open != m_open.end())
            open->second.session->refresh();
    });
    connect(&m_window, &MainWindow::roleChosen, this, &Application::chooseRole);
    connect(m_window.actions().action(ActionId::Lock), &QAction::triggered, &m_lock,
            &ProgramLock::toggle);
    connect(&m_lock, &ProgramLock::lockedChanged, this, &Application::enforceLock);
    connect(&m_window, &MainWindow::reconnectRequested, this,
            [this](const QString &name, const Core::NodeName &machine) {
                if (const auto open = m_open.find(name); open != m_open.end())
                    open->second.session->reconnect(machine);
            });
    connect(&m_window, &MainWindow::currentClusterChanged, this, [this](const QString &name) {
        const auto it = m_open.find(name);
        m_window.journal().setJournal(it == m_open.end() ? nullptr
                                                         : &it->second.session->journal());
    });
    connect(&m_window.welcome(), &WelcomePage::clusterRequested, this, &Application::openProfile);
    connectTraining();
}

// ---- settings

void Application::followSettings()
{
    connect(&m_settings, &Core::Settings::changed, this, [this](Core::SettingKey key) {
        if (key == Core::SettingKey::Language) {
            m_options.language.reset(); // the person's choice ends the command line's
            applyLanguage();
        } else if (key == Core::SettingKey::Theme || key == Core::SettingKey::ReduceMotion
                   || key == Core::SettingKey::EvidenceFont
                   || key == Core::SettingKey::EvidenceFontSize) {
            if (key == Core::SettingKey::Theme)
                m_options.theme.reset();
            applyTheme();
        }
    });
    connect(&m_settings, &Core::Settings::notSaved, this,
            [this](const Core::Error &error) { say(error); });
}

void Application::applyLanguage()
{
    m_languages.choose(m_options.language.value_or(m_settings.value<Core::SettingKey::Language>()));
    m_window.setLanguage(m_languages.code());
    m_window.welcome().setTrainingInstead(Training::whyNot());
    m_tray.retranslate();
}

void Application::applyTheme()
{
    const Core::Theme theme = m_options.theme.value_or(m_settings.value<Core::SettingKey::Theme>());
    m_theme.setReduceMotion(m_settings.value<Core::SettingKey::ReduceMotion>());
    m_theme.choose(choiceOf(theme));
    m_theme.setEvidenceFont(m_settings.value<Core::SettingKey::EvidenceFont>(),
                            m_settings.value<Core::SettingKey::EvidenceFontSize>());
    m_theme.applyTo(*qApp);
}

void Application::toggleLanguage()
{
    const bool french = m_languages.code() == QStringLiteral("fr");
    m_settings.set<Core::SettingKey::Language>(french ? Core::Language::English
                                                      : Core::Language::French);
}

void Application::toggleTheme()
{
    m_settings.set<Core::SettingKey::Theme>(m_theme.dark() ? Core::Theme::Light
                                                           : Core::Theme::Dark);
}

void Application::showSettings()
{
    auto *dialog = new SettingsDialog(m_settings, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Application::keepWindow()
{
    const QString cluster = m_window.currentCluster();
    if (!m_options.tour.isEmpty() || cluster.isEmpty()) // a window is kept for its cluster
        return;
    const WindowState state = m_window.state();
    m_settings.set<Core::SettingKey::WindowGeometry>(state.geometry, cluster);
    m_settings.set<Core::SettingKey::WindowState>(packed(state), cluster);
    if (m_open.contains(cluster) && !m_options.demo)
        m_settings.set<Core::SettingKey::LastCluster>(cluster);
}

void Application::restoreWindow(const QString &cluster)
{
    WindowState state = unpacked(m_settings.value<Core::SettingKey::WindowState>(cluster));
    state.geometry = m_settings.value<Core::SettingKey::WindowGeometry>(cluster);
    state.cluster = cluster;
    if (!state.geometry.isEmpty())
        m_window.restore(state);
}

// ---- clusters

void Application::start()
{
    m_window.show();
    if (!m_options.tour.isEmpty())
        startTour();
    tellTroubles();
    openFirst();
}

void Application::openFirst()
{
    if (m_options.demo && Training::program().isEmpty())
        m_options.replay = Training::recording();
    if (!m_options.replay.isEmpty()) {
        openRecording(m_options.replay);
    } else if (m_options.demo) {
        m_training.start();
    } else if (!m_options.profile.isEmpty()) {
        openProfile(profileFile(m_options.profile));
    } else if (m_settings.value<Core::SettingKey::OpenLastCluster>() && m_options.tour.isEmpty()) {
        const QString last = Core::profilePath(m_settings.value<Core::SettingKey::LastCluster>());
        if (QFileInfo::exists(last))
            openProfile(last);
    }
}

void Application::showKnownClusters()
{
    m_window.welcome().setClusters(Core::profileFiles());
}

QString Application::openProfile(const QString &path)
{
    const auto loaded = Core::loadProfile(path);
    if (!loaded) {
        say(loaded.error());
        return {};
    }
    openSession(loaded->profile, loaded->path);
    return loaded->profile.name;
}

void Application::openSession(const Core::ClusterProfile &profile, const QString &file)
{
    if (m_open.contains(profile.name)) {
        m_window.setCurrentCluster(profile.name);
        return;
    }
    OpenSession &open = m_open[profile.name];
    open.file = file;
    open.session = std::make_unique<Core::Session>(profile, m_given);
    open.source = std::make_unique<StoreSource>(open.session->store(), m_clock);
    open.actions = std::make_unique<ActionRunnerSource>(open.session->actions());
    const auto tell = [this](const Core::Error &error) { say(error); };
    connect(open.session.get(), &Core::Session::notRecorded, this, tell);
    connect(open.session.get(), &Core::Session::historyFailed, this, tell);
    connect(&open.session->actions(), &Core::ActionRunner::unfinishedFound, &m_window,
            &MainWindow::tellLeftBehind);
    connect(&open.session->actions(), &Core::ActionRunner::lookedUp, &m_window,
            &MainWindow::tellLeftBehind);
    open.session->record();
    open.session->keepHistory();
    open.source->setForecasts(&open.session->forecasts());
    open.source->setHistory(open.session->history());
    open.source->setConfReader(open.session->confReader());
    open.source->setAtHand(&open.session->atHand());
    answerQuestions(*open.session);
    enforceLock();
    m_window.addCluster(profile.name, *open.source, open.actions.get());
    restoreWindow(profile.name);
    open.session->open();
}

void Application::closeCluster(const QString &name)
{
    // It may be the key of the entry that goes. NOLINTNEXTLINE(performance-unnecessary-copy-*)
    const QString closed = name;
    m_window.removeCluster(closed);
    m_open.erase(closed);
    m_recordings.erase(closed);
}

// One file is read at a time; the last one wanted wins.
void Application::openRecording(const QString &file)
{
    m_reading = std::make_unique<OpenRecording>(file);
    OpenRecording *recording = m_reading.get();
    const auto tell = [this](const Core::Error &error) { say(error); };
    connect(recording, &OpenRecording::curvesFailed, this, tell);
    connect(recording, &OpenRecording::opened, this,
            [this, recording] { showRecording(recording); });
    connect(recording, &OpenRecording::failed, this, [this, file](const Core::Error &error) {
        say(tr("%1 cannot be opened: %2").arg(file, Core::rendered(error.what)), error.detail);
        m_reading.release()->deleteLater(); // it is who tells
        if (!m_options.tour.isEmpty())
            QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(1); });
    });
    recording->open();
}

void Application::showRecording(OpenRecording *recording)
{
    const QString name = recording->name();
    if (m_recordings.contains(name))
        closeCluster(name);
    m_recordings[name] = std::move(m_reading);
    m_window.addCluster(name, *recording->source());
    if (recording->file() == Training::recording() && m_options.tour.isEmpty())
        recording->setPlaying(true); // what was asked for is something that lives
}

template <typename Asker> void Application::answerQuestions(Asker &asker)
{
    connect(&asker, &Asker::hostKeyAsked, this,
            [this, &asker](const Core::HostKeyQuestion &question) {
                auto *prompt = new HostKeyPrompt(question, &m_window);
                prompt->setAttribute(Qt::WA_DeleteOnClose);
                connect(prompt, &HostKeyPrompt::answered, &asker, &Asker::answerHostKey);
                prompt->open();
            });
    connect(&asker, &Asker::secretAsked, this,
            [this, &asker](const Core::SecretQuestion &question) {
                auto *prompt = new SecretPrompt(question, &m_window);
                prompt->setAttribute(Qt::WA_DeleteOnClose);
                connect(prompt, &SecretPrompt::answered, &asker, &Asker::answerSecret);
                prompt->open();
            });
}

void Application::addCluster()
{
    auto *dialog = new ClusterDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ClusterDialog::discoveryRequested, &m_finder, &Core::ClusterFinder::start);
    connect(dialog, &ClusterDialog::discoveryCancelled, &m_finder, &Core::ClusterFinder::cancel);
    connect(dialog, &QObject::destroyed, &m_finder, &Core::ClusterFinder::cancel);
    connect(dialog, &ClusterDialog::profileReady, this, &Application::keepProfile);
    connect(&m_finder, &Core::ClusterFinder::found, dialog,
            [dialog](const Core::Expected<Core::Discovery> &found) {
                if (found)
                    dialog->showProposal(found->profile, found->notes);
                else
                    dialog->showError(found.error());
            });
    dialog->open();
}

void Application::say(const Core::Error &error)
{
    say(Core::rendered(error.what), error.detail);
}

// Off screen nobody sees a box: there the sentence goes to standard error.
void Application::say(const QString &sentence, const QString &detail)
{
    Core::writeTo(stderr, (QStringLiteral("binome: ") + sentence + u'\n').toUtf8());
    if (!m_options.tour.isEmpty() || isSaid(sentence))
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, QStringLiteral("Binôme"), sentence,
                                QMessageBox::Ok, &m_window);
    box->setInformativeText(detail);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

// What fails at every change, as on a full disk, is one box and not ten.
bool Application::isSaid(const QString &sentence) const
{
    const auto boxes = m_window.findChildren<QMessageBox *>();
    return std::any_of(boxes.cbegin(), boxes.cend(), [&sentence](const QMessageBox *box) {
        return box->isVisible() && box->text() == sentence;
    });
}

bool Application::readyForTour() const
{
    if (!m_options.replay.isEmpty())
        return !m_recordings.empty() && m_recordings.begin()->second->state().curvesReady;
    if (!m_options.demo && m_options.profile.isEmpty())
        return true;
    return !m_open.empty() && std::all_of(m_open.cbegin(), m_open.cend(), [](const auto &open) {
        return open.second.session->settled();
    });
}

void Application::startTour()
{
    m_theme.setReduceMotion(true);
    connect(&m_waiting, &QTimer::timeout, this, [this] {
        if (!readyForTour() && ++m_waited < tourPatience)
            return;
        m_waiting.stop();
        if (!m_recordings.empty()) {
            OpenRecording &recording = *m_recordings.begin()->second;
            recording.seek(recording.state().duration);
        }
        auto *tour = new Tour(m_options.tour, m_window, m_settings, this);
        connect(tour, &Tour::languageWanted, this, [this](Core::Language language) {
            m_options.language = language;
            applyLanguage();
        });
        connect(tour, &Tour::themeWanted, this, [this](Core::Theme theme) {
            m_options.theme = theme;
            applyTheme();
            m_theme.setReduceMotion(true);
        });
        connect(tour, &Tour::ended, qApp, [](int saved, const QString &folder) {
            Core::writeTo(stdout, (Tour::report(saved, folder) + u'\n').toUtf8());
            QCoreApplication::exit(saved > 0 ? 0 : 1);
        });
        tour->start();
    });
    m_waiting.start(1000);
}
} // namespace Gui
