// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/actiondifference.h"
#include "gui/actionrecord.h"
#include "gui/theme.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace Gui
{
// One step: its title, its exact command, and how far it is.
class StepRow : public QWidget
{
    Q_OBJECT
public:
    StepRow(const Theme &theme, int number, const Core::StepInfo &info, QWidget *parent = nullptr);
    void mark(const QString &word); // "new": what a changed plan added
    void show(const StepRecord &record, std::chrono::milliseconds elapsed);
    QString stateText() const;

private:
    const Theme &m_theme;
    const Core::StepInfo m_info;
    QLabel *m_sign;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_progressText;
    QProgressBar *m_progress;
};

// A line across, with its words: from here on nothing can be cancelled.
class NoReturnLine : public QWidget
{
    Q_OBJECT
public:
    explicit NoReturnLine(const Theme &theme, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    const Theme &m_theme;
};

// The steps of a plan, one below the other, as they are going to be run and as they run.
class ActionSteps : public QWidget
{
    Q_OBJECT
public:
    explicit ActionSteps(const Theme &theme, QWidget *parent = nullptr);
    void show(const Core::ActionPlan &plan, const PlanDifference &difference);
    void show(const ActionRecord &record); // of the plan shown
    const QList<StepRow *> &rows() const { return m_rows; }

private:
    const Theme &m_theme;
    QVBoxLayout *m_box;
    QList<StepRow *> m_rows;
};
} // namespace Gui
