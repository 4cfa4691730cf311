// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/journalentry.h"
#include "gui/actioncenter.h"
#include "gui/actionoffers.h"
#include "gui/athandoffer.h"
#include "gui/openclusters.h"
#include "gui/theme.h"
#include "gui/windowactions.h"
#include "gui/windowstate.h"

#include <QDialog>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>

class QMenu;
class QStackedWidget;
class QToolButton;

namespace Gui
{
class ConfPanel;
class ConnectionBar;
class HealthBanner;
class JournalNotice;
class JournalPanel;
class Manual;
class Inspector;
class PanelDock;
class ReplayBar;
class ReplicationPanel;
class RowModel;
class Sidebar;
class TablePanel;
class Timeline;
class TopologyPanel;
class WelcomePage;
class EventModel;
class ExercisePanel;

// The console's window: verdicts above, picture in the middle, panels around. It shows what the
// sources tell and asks for nothing itself; wishes leave by signals.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    // And makes it the current one. Without an engine nothing can be changed from the window.
    void addCluster(const QString &name, ClusterSource &source, ActionSource *actions = nullptr);
    void removeCluster(const QString &name);
    void setCurrentCluster(const QString &name); // empty or not open: the welcome page
    const QString &currentCluster() const { return m_current; }
    ClusterSource *source() const; // of the current cluster; null: none

    // The cluster that the exercises are made on; empty: none.
    void setTrainingCluster(const QString &name);
    bool isTraining() const { return !m_training.isEmpty() && m_current == m_training; }
    ExercisePanel &exercises() { return *m_exercises; }

    void showPanel(const QString &id);
    const QString &currentPanel() const { return m_panel; }
    static QStringList panelIds();
    void setTree(bool tree);
    void setLanguage(const QString &code); // "en", "fr": what the corner shows

    void selectFirst(ThingKind kind); // machine, guest or resource; nothing when there is none
    Selection &selection() { return m_selection; }
    const Theme &theme() const { return m_theme; }
    const OpenClusters &clusters() const { return m_clusters; }
    WelcomePage &welcome() { return *m_welcome; }
    WindowActions &actions() { return *m_actions; }
    TopologyPanel &topology() { return *m_topology; }
    Inspector &inspector() { return *m_inspector; }
    ActionCenter &actionCenter() { return *m_center; }
    ReplicationPanel &replication() { return *m_replication; }
    JournalPanel &journal() { return *m_journal; }
    ConfPanel *configuration() const; // of the current cluster; null: none
    QStringList drafts() const; // clusters whose cluster.conf was changed here and not activated
    // Actions that a program which died left behind on an open cluster: said until it was read.
    void tellLeftBehind(const QList<Core::JournalEntry> &entries);

    WindowState state() const;
    void restore(const WindowState &state);

signals:
    void addClusterRequested();
    void trainingRequested();
    void recordingRequested(const QString &file);
    void closeClusterRequested(const QString &name);
    void refreshRequested(const QString &cluster);
    void reconnectRequested(const QString &cluster, const Core::NodeName &machine);
    void settingsRequested();
    void roleChosen(const QString &cluster, Core::UserRole role);
    void languageToggled();
    void themeToggled();
    void currentClusterChanged(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override; // asks first while there are drafts

private:
    // mainwindow.cpp
    void buildFrame();
    void buildCorner();
    void connectParts();
    void retranslate();
    void restyle();
    // windowpanels.cpp
    void buildPanels();
    PanelDock *addDock(const QString &id, QWidget *content, Qt::DockWidgetArea area);
    void addTable(const QString &id, RowModel *model);
    void addReplication();
    void addTimeline();
    void addExercises();
    void addJournal();
    // windowconf.cpp
    void addConfigurations();
    void addConfiguration(const QString &cluster, ClusterSource &source);
    void removeConfiguration(const QString &cluster);
    void showConfiguration(); // of the current cluster
    void askToDiscard(const QStringList &clusters, std::function<void()> discarded);
    void askRecipe(int guest, bool underHa); // in the current cluster's configuration
    void closeCurrent(); // the cluster; asks first while it has a draft
    void nameDocks();
    void placeDocks();
    void open(const Thing &thing);
    void showMenu(const QPoint &position); // of the thing at a place of the picture
    // windowcommands.cpp
    void connectActions();
    void connectViewActions();
    void updateReasons();
    QString reconnectReason() const;
    QString recordingReason() const;
    void reconnectSelected();
    void exportPicture();
    void chooseRecording();
    void showManual(); // at the chapter of the panel that was shown last
    void showHelp();
    void showProgramLog();
    void showAbout();
    void showPalette();
    // windowmenus.cpp
    void buildActionButton();
    void nameActionButton();
    void showActionList();
    void connectMenus();
    static QString partOf(const Core::Verb &verb);
    void fillActions(QMenu &menu, const Thing &thing); // what can be done to it, or why not
    void addOffer(QMenu &menu, const ActionOffer &offer);
    QAction *recipeAction(const Core::GuestView &guest, QObject *parent); // under HA, or out of it
    QAction *offered(const ActionOffer &offer, QObject *parent);
    void askSelected(Core::VerbKind kind); // of what is selected
    void moveGuest(int guest, const Core::NodeName &target);
    QString verbReason(Core::VerbKind kind) const; // why that cannot be asked for; empty: it can
    void buildRoles();
    void nameRoles();
    void showRole(); // of the person in the current cluster
    void showTableMenu(const Thing &thing, const QPoint &at);
    QList<PaletteEntry> offeredEntries(QObject *parent);
    void showSplitBrain();
    QString splitBrainReason() const; // why the assistant is not needed; empty: it is
    // windowathand.cpp
    QList<AtHandOffer> atHandOf(const Thing &thing); // logs and ways to get there
    void fillAtHand(QMenu &menu, const Thing &thing);
    QList<PaletteEntry> atHandEntries(QObject *parent);
    QString atHandReason(const Core::NodeName &machine) const; // why it cannot be asked
    QList<AtHandOffer> waysTo(const Core::Machine &machine, const QString &whyNot);
    void showLog(const Core::NodeName &machine, Core::NodeLog log);
    void showTerminal(const Core::NodeName &machine);
    void copyTerminalLine(const Core::NodeName &machine);
    void tellTrouble(const QString &title, const Core::Error &error);
    // windowconsole.cpp
    QList<AtHandOffer> consoleOffers(const Core::GuestView &guest);
    void showConsole(int guest, const Core::NodeName &host);
    QList<AtHandOffer> serialOffers(const Core::NodeName &node, const QString &whyNot);
    void showSerialConsole(const Core::NodeName &asker, const Core::FenceDevice &bmc);
    void closeAtHand(const QString &cluster);
    QString bundleReason() const; // why there is none to be saved
    void chooseBundle();
    void saveBundle(const QString &file);
    // windowcontent.cpp
    OpenCluster *current() const { return m_clusters.find(m_current); }
    void refreshContent();
    void refreshAges();
    void refreshInspector();
    void refreshSidebar();
    QString panelBadge(const QString &id, Tone &tone) const;

    Theme &m_theme;
    Selection m_selection;
    OpenClusters m_clusters;
    QString m_current;
    QString m_panel;
    QString m_training;
    WindowActions *m_actions;
    const Core::SystemClock m_clock{};
    ActionCenter *m_center;
    QToolButton *m_actionButton = nullptr;
    QMenu *m_roles = nullptr;
    QAction *m_verbs = nullptr; // the submenu of what is selected
    QMainWindow *m_panels = nullptr;
    Sidebar *m_sidebar = nullptr;
    HealthBanner *m_banner = nullptr;
    QStackedWidget *m_pages = nullptr;
    WelcomePage *m_welcome = nullptr;
    TopologyPanel *m_topology = nullptr;
    Inspector *m_inspector = nullptr;
    ReplayBar *m_replayBar = nullptr;
    ReplicationPanel *m_replication = nullptr;
    Timeline *m_timeline = nullptr;
    ConnectionBar *m_connections = nullptr;
    QToolButton *m_language = nullptr;
    QToolButton *m_rangeButton = nullptr;
    EventModel *m_events = nullptr;
    ExercisePanel *m_exercises = nullptr;
    JournalPanel *m_journal = nullptr;
    JournalNotice *m_leftBehind = nullptr;
    QMultiMap<QString, QPointer<QDialog>> m_atHand; // views over a cluster's connections
    QPointer<QDialog> m_assistant; // of a split brain, while it is open
    QPointer<Manual> m_manual; // while it is open
    QStackedWidget *m_confs = nullptr;
    QMap<QString, ConfPanel *> m_conf; // by cluster
    QPointer<QDialog> m_draftQuestion; // while it is open
    bool m_discarding = false; // the drafts may go with the window
    QMap<QString, PanelDock *> m_docks;
    QMap<QString, RowModel *> m_models;
    QMap<QString, TablePanel *> m_tables;
    QTimer m_second;
    bool m_placed = false;
};
} // namespace Gui
