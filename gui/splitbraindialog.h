// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/splitbrain.h"
#include "gui/clustersource.h"
#include "gui/lastwrites.h"
#include "gui/theme.h"

#include <QDialog>
#include <QMap>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace Gui
{
class SplitBrainCard;

// After the sides of a resource went on alone: is it a split brain, what does each choice lose, and
// the repair of one resource after the other. Follows the cluster while it is open. Not modal;
// changes nothing itself: the plan of a choice is asked for by a signal.
class SplitBrainDialog : public QDialog
{
    Q_OBJECT
public:
    enum Page { Evidence, Choice, Repair };

    // The source outlives it.
    SplitBrainDialog(const Theme &theme, const ClusterSource &source, QWidget *parent = nullptr);

    void showPage(Page page);
    Page page() const;
    const QList<Core::SplitBrain> &splits() const { return m_splits; }

signals:
    void repairWanted(const Core::SplitBrainWish &wish);

protected:
    void changeEvent(QEvent *event) override;

private:
    QList<Core::SplitBrain> told(); // what the cluster says now
    void take();
    bool showChoices();
    void refill();
    void retranslate();
    void fillEvidence();
    void fillChoices();
    void fillRepairs();
    void addEvidence(QVBoxLayout &box, const Core::SplitBrain &split);
    void addRepair(QVBoxLayout &box, const Core::SplitBrainWish &wish);
    void tellProgress();
    void keepChoices();
    void takeChoice();
    void updateButtons();
    QString progressOf(const Core::ResourceName &resource) const;

    const Theme &m_theme;
    const ClusterSource &m_source;
    LastWrites m_lastWrites;
    QList<Core::SplitBrain> m_splits;
    // By resource, what was chosen; kept after its sides are together again.
    QMap<Core::ResourceName, Core::SplitBrainWish> m_wishes;
    QList<SplitBrainCard *> m_cards;
    QMap<Core::ResourceName, QLabel *> m_progress; // on the last page
    QLabel *m_title;
    QLabel *m_intro;
    QStackedWidget *m_pages;
    QList<QVBoxLayout *> m_boxes; // of the pages
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_close;
};
} // namespace Gui
