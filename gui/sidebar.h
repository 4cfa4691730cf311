// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace Gui
{
struct PanelEntry {
    QString id;
    QString title;
    QString badge; // "85 %", "4"; may be empty
    Tone badgeTone = Tone::Neutral;
    friend bool operator==(const PanelEntry &, const PanelEntry &) = default;
};
struct ClusterEntry {
    QString name;
    Tone tone = Tone::Unknown;
    friend bool operator==(const ClusterEntry &, const ClusterEntry &) = default;
};

// Clusters above, panels below, with what is worth knowing of each in a badge.
class Sidebar : public QWidget
{
    Q_OBJECT
public:
    explicit Sidebar(const Theme &theme, QWidget *parent = nullptr);
    void setClusters(const QList<ClusterEntry> &clusters, const QString &current);
    void setPanels(const QList<PanelEntry> &panels, const QString &current);
    void retranslate();

signals:
    void clusterChosen(const QString &name);
    void panelChosen(const QString &id);

private:
    QListWidget *list(const QString &name);

    const Theme &m_theme;
    QLabel *m_clustersTitle;
    QListWidget *m_clusters;
    QLabel *m_panelsTitle;
    QListWidget *m_panels;
    std::optional<std::pair<QList<ClusterEntry>, QString>> m_shownClusters; // and the current one
    std::optional<std::pair<QList<PanelEntry>, QString>> m_shownPanels;
};
} // namespace Gui
