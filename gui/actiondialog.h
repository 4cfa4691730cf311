// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/actiondifference.h"
#include "gui/actionrecord.h"
#include "gui/clustersource.h"
#include "gui/theme.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace Gui
{
class ActionFindings;
class ActionNotice;
class ActionSteps;

// One action from its plan to its end: shown, confirmed, followed. Not modal, and closing it does
// not end what runs. Knows no engine: what a person confirms leaves by a signal.
class ActionDialog : public QDialog
{
    Q_OBJECT
public:
    // facts: where evidence is quoted from; may be null.
    ActionDialog(const Theme &theme, const Core::ActionPlan &plan, ClusterSource *facts,
                 QWidget *parent = nullptr);
    ~ActionDialog() override;

    // No action at all may be started here, for instance in a recording; empty: it may.
    void setWhyNever(const QString &sentence);
    // The picture has moved and the plan would be another one now: said, and nothing can be
    // confirmed until it was looked at. The plan that is shown takes that back.
    void offer(const Core::ActionPlan &now);
    // From now on what this run tells; one that has ended is shown as it ended. It may go first.
    void follow(ActionRecord &record);

    const Core::ActionPlan &plan() const { return m_plan; }
    const ActionRecord *record() const { return m_record; }
    bool asking() const { return !m_following; }
    QString whyNot() const; // why it cannot be confirmed now; empty: it can

public slots:
    void confirm(); // nothing while whyNot() says something

signals:
    void confirmed(const Core::ActionPlan &shown, const Core::Approval &approval);
    void planWanted(); // again, on what is true now

protected:
    void changeEvent(QEvent *event) override;

private:
    // actiondialog.cpp
    void ask(const Core::ActionPlan &plan, const PlanDifference &difference);
    void refill(); // everything that depends on plan, language and theme
    void retranslate();
    void update();
    void lookAtStep();
    void updateAsking();
    void updateRunning();
    QString updateRecall(); // what is to be said of it
    void updateEnded();
    void planAgain();
    void takeEnd();
    void append(const OutputLine &line);
    Core::Approval approval() const;
    // actiondialogparts.cpp
    void build();
    QWidget *buildPlan();
    QVBoxLayout *buildConfirmation();
    QLayout *buildButtons();

    const Theme &m_theme;
    QPointer<ClusterSource> m_facts;
    Core::ActionPlan m_plan;
    PlanDifference m_difference;
    std::optional<Core::ActionPlan> m_newer;
    QString m_whyNever;
    QPointer<ActionRecord> m_record;
    bool m_following = false;
    bool m_changedInBetween = false;
    int m_outputStep = -1; // of the last line shown
    int m_stepSeen = -1; // brought into view last
    QTimer m_second;

    QLabel *m_title = nullptr;
    QLabel *m_summary = nullptr;
    ActionNotice *m_notice = nullptr;
    QScrollArea *m_scroll = nullptr;
    QLabel *m_findingsLabel = nullptr;
    ActionFindings *m_findings = nullptr;
    QLabel *m_stepsLabel = nullptr;
    ActionSteps *m_steps = nullptr;
    QLabel *m_outputLabel = nullptr;
    QPlainTextEdit *m_output = nullptr;
    QLabel *m_typedLabel = nullptr;
    QLineEdit *m_typed = nullptr;
    QLabel *m_reasonLabel = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_why = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_recall = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_confirm = nullptr;
};
} // namespace Gui
