// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/openclusters.h"
#include "gui/theme.h"

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace Gui
{
// The program's sign in the system's tray, with the worst verdict of the clusters that are open.
// Only where there is a tray and the person wants it. Main thread.
class TrayIcon : public QObject
{
    Q_OBJECT
public:
    // Both outlive it.
    TrayIcon(const Theme &theme, const OpenClusters &clusters, QObject *parent = nullptr);
    ~TrayIcon() override;

    static bool possible(); // whether this system has a tray just now
    void setWanted(bool wanted);
    bool shown() const;
    void retranslate();

    Tone tone() const; // the worst; Neutral while nothing is open
    QString words() const; // a line a cluster

signals:
    void windowWanted();
    void quitWanted();

private:
    void refresh();

    const Theme &m_theme;
    const OpenClusters &m_clusters;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_open;
    QAction *m_quit;
    QSystemTrayIcon *m_icon = nullptr; // made when it is first wanted
};

// The program's own sign with that of the tone in its corner.
QIcon trayPicture(const Tokens &colors, Tone tone);
} // namespace Gui
