// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/commandpalette.h"

#include <QHash>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace Gui
{
enum class ActionId : quint8 {
    AddCluster,
    OpenTraining,
    OpenRecording,
    CloseCluster,
    Refresh,
    ExportPicture,
    SaveBundle,
    Settings,
    Lock,
    Quit,
    ToggleTheme,
    ToggleLanguage,
    ToggleTree,
    ZoomIn,
    ZoomOut,
    Fit,
    ResetPlaces,
    ResetPanels,
    FullScreen,
    Reconnect,
    CopyFacts,
    Migrate,
    Fence,
    PowerOn,
    PowerOff,
    SplitBrain,
    ActionList,
    NextCluster,
    PanelTopology,
    PanelReplication,
    PanelGuests,
    PanelNodes,
    PanelPower,
    PanelConfiguration,
    PanelDiagnosis,
    PanelEvents,
    PanelJournal,
    PanelTraining,
    Palette,
    Manual,
    Help,
    ProgramLog,
    About,
};

// Every action of the window, from one table: menus, keys and the command palette cannot differ.
class WindowActions : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(QWidget *window);

    QAction *action(ActionId id) const { return m_actions.value(int(id)); }
    void fill(QMenuBar &bar);
    QMenu *actionMenu() const { return m_menus.value(2); } // what is done to the cluster
    // Off with the reason as tool tip; an empty reason switches it on.
    void setReason(ActionId id, const QString &whyNot);
    void retranslate();
    QList<PaletteEntry> paletteEntries() const;

private:
    QHash<int, QAction *> m_actions;
    QHash<int, QString> m_reasons;
    QList<QMenu *> m_menus;
};
} // namespace Gui
