// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace Gui
{
// Two doors: the training cluster, or one's own; and the clusters that are known already.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);
    // Profile files; shown by their base name, opened by double click or Enter.
    void setClusters(const QStringList &files);
    // instead: what the first door leads to where the training cluster is not; empty: it is there.
    void setTrainingInstead(const QString &instead);

signals:
    void trainingRequested();
    void addClusterRequested();
    void clusterRequested(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QPushButton *addDoor(QBoxLayout *row, QLabel *&caption, const QString &icon);

    QLabel *m_title;
    QLabel *m_subtitle;
    QPushButton *m_training;
    QLabel *m_trainingText = nullptr;
    QPushButton *m_add;
    QLabel *m_addText = nullptr;
    QLabel *m_knownTitle;
    QListWidget *m_known;
    QString m_trainingInstead;
};
} // namespace Gui
