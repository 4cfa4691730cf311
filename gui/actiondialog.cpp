// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actiondialog.h"

#include "gui/actionfindings.h"
#include "gui/actionnotice.h"
#include "gui/actionsteps.h"
#include "gui/actiontext.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace Gui
{
ActionDialog::ActionDialog(const Theme &theme, const Core::ActionPlan &plan, ClusterSource *facts,
                           QWidget *parent)
    : QDialog(parent), m_theme(theme), m_facts(facts)
{
    setModal(false);
    build();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &ActionDialog::update);
    connect(&theme, &Theme::changed, this, &ActionDialog::refill);
    ask(plan, {});
}

ActionDialog::~ActionDialog() = default;

// Whatever was typed was meant for the plan before.
void ActionDialog::ask(const Core::ActionPlan &plan, const PlanDifference &difference)
{
    m_plan = plan;
    m_difference = difference;
    m_newer.reset();
    m_record = nullptr;
    m_following = false;
    m_second.stop();
    m_typed->clear();
    m_output->clear();
    m_outputStep = -1;
    const bool typed = plan.confirmation.kind == Core::ConfirmationKind::TypeName;
    // A typed name is meant; a click may be a slip, so that Enter in a hurry closes.
    const bool types = typed && !plan.blocked();
    (types ? m_confirm : m_close)->setDefault(true);
    refill();
    (types ? static_cast<QWidget *>(m_typed) : m_close)->setFocus();
    m_scroll->verticalScrollBar()->setValue(0);
}

void ActionDialog::setWhyNever(const QString &sentence)
{
    m_whyNever = sentence;
    update();
}

void ActionDialog::offer(const Core::ActionPlan &now)
{
    if (!asking())
        return;
    m_newer = now.sameAs(m_plan) ? std::nullopt : std::optional(now);
    update();
}

void ActionDialog::planAgain()
{
    if (asking() && m_newer) {
        const Core::ActionPlan now = *m_newer;
        m_changedInBetween = false;
        ask(now, difference(m_plan, now));
        return;
    }
    emit planWanted();
}

Core::Approval ActionDialog::approval() const
{
    return {m_typed->text(), m_reason->text().trimmed()};
}

QString ActionDialog::whyNot() const
{
    if (!asking())
        return tr("It was confirmed already.");
    if (!m_whyNever.isEmpty())
        return m_whyNever;
    if (m_newer)
        return tr("The plan would be another one now: look at it first.");
    return ActionText::whyNot(m_plan, approval());
}

void ActionDialog::confirm()
{
    if (whyNot().isEmpty())
        emit confirmed(m_plan, approval());
}

void ActionDialog::follow(ActionRecord &record)
{
    if (m_record)
        disconnect(m_record, nullptr, this, nullptr);
    m_record = &record;
    m_following = true;
    m_plan = record.plan();
    m_difference = {};
    m_changedInBetween = false;
    m_output->clear();
    m_outputStep = -1;
    m_stepSeen = -1;
    connect(&record, &ActionRecord::changed, this, &ActionDialog::update);
    connect(&record, &ActionRecord::outputAdded, this, &ActionDialog::append);
    connect(&record, &ActionRecord::ended, this, &ActionDialog::takeEnd);
    refill();
    m_close->setDefault(true);
    m_close->setFocus();
    for (const OutputLine &line : record.output())
        append(line);
    if (record.running())
        m_second.start();
}

// A plan that changed in between is shown at once, with what differs, and asked about again.
void ActionDialog::takeEnd()
{
    m_second.stop();
    if (m_record && m_record->changedPlan()) {
        const Core::ActionPlan now = *m_record->changedPlan();
        const PlanDifference differs = difference(m_plan, now);
        disconnect(m_record, nullptr, this, nullptr);
        m_changedInBetween = true;
        ask(now, differs);
        return;
    }
    update();
}

void ActionDialog::append(const OutputLine &line)
{
    if (line.step != m_outputStep && line.step >= 0 && line.step < int(m_plan.steps.size())) {
        const Core::StepInfo &info = m_plan.steps[size_t(line.step)].info;
        m_output->appendPlainText(
            QStringLiteral("# %1. %2").arg(line.step + 1).arg(Core::rendered(info.title)));
    }
    m_outputStep = line.step;
    m_output->appendPlainText(line.text);
}

void ActionDialog::refill()
{
    m_findings->show(m_plan, m_difference, m_facts);
    m_steps->show(m_plan, m_difference);
    m_output->setFont(m_theme.fixed());
    retranslate();
}

void ActionDialog::retranslate()
{
    const QString title = Core::rendered(m_plan.title);
    setWindowTitle(title);
    m_title->setText(title);
    m_summary->setText(ActionText::summary(m_plan));
    m_findingsLabel->setText(tr("FINDINGS"));
    m_stepsLabel->setText(tr("STEPS"));
    m_outputLabel->setText(tr("OUTPUT"));
    m_output->setAccessibleName(tr("What the commands print"));
    m_scroll->setAccessibleName(tr("The plan"));
    m_typedLabel->setText(tr("Type %1 to confirm").arg(m_plan.confirmation.expected));
    m_reasonLabel->setText(tr("Why? The journal keeps the reason"));
    m_copy->setText(tr("Copy as text"));
    m_stop->setText(tr("Cancel the action"));
    m_recall->setText(tr("Call it back"));
    m_close->setText(tr("Close"));
    m_confirm->setText(title);
    update();
}

void ActionDialog::update()
{
    const bool ask = asking();
    const bool running = m_record && m_record->running();
    m_findings->setVisible(ask);
    m_findingsLabel->setVisible(ask);
    m_output->setVisible(!ask);
    m_outputLabel->setVisible(!ask);
    m_confirm->setVisible(ask);
    m_stop->setVisible(running);
    m_recall->setVisible(false); // unless what runs can be
    const bool types = ask && !m_plan.blocked();
    const Core::Confirmation &wanted = m_plan.confirmation;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_typed, m_typedLabel})
        widget->setVisible(types && wanted.kind == Core::ConfirmationKind::TypeName);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_reason, m_reasonLabel})
        widget->setVisible(types && wanted.reason);
    if (m_record) {
        m_steps->show(*m_record);
        lookAtStep();
    }
    if (ask)
        updateAsking();
    else if (running)
        updateRunning();
    else if (m_record)
        updateEnded();
}

// The step that runs, or where it ended, comes into view once; the reader may scroll away again.
void ActionDialog::lookAtStep()
{
    const int step = m_record->step();
    if (step == m_stepSeen || step < 0 || step >= m_steps->rows().size())
        return;
    m_stepSeen = step;
    QTimer::singleShot(0, this, [this, row = QPointer<QWidget>(m_steps->rows()[step])] {
        if (row)
            m_scroll->ensureWidgetVisible(row, 0, 12);
    });
}

void ActionDialog::updateAsking()
{
    const QString reason = whyNot();
    m_confirm->setEnabled(reason.isEmpty());
    m_confirm->setToolTip(reason);
    m_why->setText(reason);
    m_why->setVisible(!reason.isEmpty());
    m_again->setText(tr("Show the new plan"));
    m_again->setVisible(m_newer.has_value());
    if (m_newer)
        m_notice->show(Tone::Warning, tr("The cluster has changed since this plan was made"),
                       tr("The same wish would be done in another way now."));
    else if (m_changedInBetween)
        m_notice->show(Tone::Warning, tr("The plan changed in between: nothing was sent"),
                       tr("Look at what is marked as new or gone, then confirm again."));
    else
        m_notice->clear();
}

// Shown while the step that runs can be called back, or was; where one would look for it and it
// cannot, why not.
QString ActionDialog::updateRecall()
{
    const int step = m_record->step();
    const bool runs = step >= 0 && step < int(m_plan.steps.size());
    const Core::StepInfo info = runs ? m_plan.steps[size_t(step)].info : Core::StepInfo();
    m_recall->setVisible(!info.recall.isEmpty());
    m_recall->setEnabled(m_record->recallable());
    m_recall->setToolTip(info.recall);
    if (m_record->recallAsked())
        return tr("It is being called back, as soon as QEMU copies: where the guest is then, is "
                  "looked up.");
    if (!info.recall.isEmpty())
        return tr("A guest that moves can still be called back.");
    return info.noRecall.isEmpty()
        ? QString()
        : tr("It cannot be called back: %1.").arg(Core::rendered(info.noRecall));
}

void ActionDialog::updateRunning()
{
    m_notice->clear();
    m_again->hide();
    m_stop->setEnabled(m_record->cancellable());
    QString reason;
    const int noReturn = ActionText::pointOfNoReturn(m_plan);
    const bool between = noReturn >= 0 && m_record->step() >= noReturn;
    if (m_record->cancelAsked())
        reason = between ? tr("It stops as soon as the step that runs has ended.")
                         : tr("It is being cancelled.");
    else if (!m_record->cancellable())
        reason = tr("The point of no return is behind: it can no longer be cancelled.");
    else if (between)
        reason = tr("A cancel now lets the step that runs end, and begins no other.");
    m_stop->setToolTip(reason);
    if (const QString recall = updateRecall(); !recall.isEmpty())
        reason = reason.isEmpty() ? recall : reason + u' ' + recall;
    const QString goesOn
        = tr("This window may be closed: the action goes on, the status bar brings it back.");
    m_why->setText(reason.isEmpty() ? goesOn : reason + u' ' + goesOn);
    m_why->show();
}

void ActionDialog::updateEnded()
{
    const Core::Outcome outcome = m_record->outcome().value_or(Core::Outcome());
    m_notice->show(ActionText::tone(outcome.kind), ActionText::headline(outcome, m_plan),
                   ActionText::explanation(outcome, m_plan));
    const bool silent = m_output->document()->isEmpty();
    m_output->setVisible(!silent);
    m_outputLabel->setVisible(!silent);
    m_again->setText(tr("Plan again"));
    m_again->setVisible(outcome.kind != Core::OutcomeKind::Done);
    m_why->hide();
}

void ActionDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refill();
    QDialog::changeEvent(event);
}
} // namespace Gui
