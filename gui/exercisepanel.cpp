// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/exercisepanel.h"

#include "gui/statusstyle.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QToolButton>

namespace Gui
{
namespace
{
constexpr int signSize = 16;

void clear(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

QLabel *wrapped(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

// A column that scrolls when there is little room: nothing of it is cut.
QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    content->setObjectName(QStringLiteral("panelText"));
    return area;
}
} // namespace

ExercisePanel::ExercisePanel(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_list(new QListWidget(this))
{
    m_runs.resize(exercises().size());
    for (qsizetype i = 0; i < exercises().size(); ++i)
        m_list->addItem(QString());
    setFocusProxy(m_list);
    m_list->setWordWrap(true);
    m_list->setMinimumWidth(216);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 4);
    row->setSpacing(12);
    row->addWidget(m_list, 2);
    row->addWidget(buildText(), 5);
    row->addWidget(buildChecks(), 3);
    connect(m_list, &QListWidget::currentRowChanged, this, &ExercisePanel::choose);
    m_list->setCurrentRow(0);
    retranslate();
}

QWidget *ExercisePanel::buildText()
{
    auto *content = new QWidget;
    auto *box = new QVBoxLayout(content);
    box->setContentsMargins(0, 4, 8, 4);
    box->setSpacing(8);
    m_goal = wrapped({});
    m_start = new QPushButton;
    m_hint = new QPushButton;
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_start);
    buttons->addWidget(m_hint);
    buttons->addStretch();
    m_hints = new QVBoxLayout;
    m_hints->setSpacing(8);
    box->addWidget(m_goal);
    box->addLayout(buttons);
    box->addLayout(m_hints);
    box->addStretch();
    connect(m_start, &QPushButton::clicked, this, &ExercisePanel::start);
    connect(m_hint, &QPushButton::clicked, this, &ExercisePanel::revealHint);
    return scrolled(content);
}

QWidget *ExercisePanel::buildChecks()
{
    auto *content = new QWidget;
    auto *box = new QVBoxLayout(content);
    box->setContentsMargins(0, 4, 8, 4);
    box->setSpacing(8);
    m_verdict = wrapped({});
    m_verdict->setFont(m_theme.font(TextSize::Body, true));
    m_checks = new QVBoxLayout;
    m_checks->setSpacing(4);
    box->addWidget(m_verdict);
    box->addLayout(m_checks);
    box->addStretch();
    return scrolled(content);
}

void ExercisePanel::show(const ClusterView &view)
{
    m_view = view;
    judge();
}

void ExercisePanel::take(const LabTruth &truth)
{
    m_truth = truth;
    m_trouble.clear();
    judge();
    m_start->setEnabled(whyNotStarted().isEmpty());
    m_verdict->setText(verdict());
}

void ExercisePanel::say(const QString &sentence)
{
    m_trouble = sentence;
    m_verdict->setText(verdict());
}

void ExercisePanel::choose(int exercise)
{
    if (exercise < 0 || exercise >= m_runs.size())
        return;
    m_chosen = exercise;
    m_list->setCurrentRow(exercise);
    fill();
}

bool ExercisePanel::underway() const
{
    return m_current >= 0 && !m_runs[m_current].solved;
}

void ExercisePanel::start()
{
    if (m_current >= 0 && !m_runs[m_current].solved)
        m_runs[m_current] = {}; // left for another one
    m_current = m_chosen;
    run() = {};
    run().started = true;
    fill();
    emit watchWanted(true);
    emit startRequested(exercise().start);
}

void ExercisePanel::revealHint()
{
    ++run().hints;
    fillHints();
}

void ExercisePanel::judge()
{
    if (!underway() || !m_truth || !m_view.snapshot)
        return;
    Run &current = m_runs[m_current];
    const Progress now
        = judged(exercises()[m_current], current.progress, {*m_truth, m_view, current.answer});
    if (now == current.progress)
        return;
    // What was whole before the incident was noticed is no proof of a repair.
    current.solved = now.solved() && current.progress.done.contains(false);
    current.progress = now;
    if (current.solved && !isVisible())
        emit watchWanted(false);
    retranslate();
}

QString ExercisePanel::whyNotStarted() const
{
    if (!m_truth)
        return tr("The training cluster has not answered yet.");
    return isWhole(*m_truth) ? QString()
                             : tr("An exercise starts on a whole cluster: repair it first.");
}

QString ExercisePanel::verdict() const
{
    const Run &run = m_runs[m_chosen];
    if (!m_trouble.isEmpty())
        return m_trouble;
    if (run.solved)
        return tr("Solved.");
    if (!run.started)
        return whyNotStarted().isEmpty() ? tr("Not started.") : whyNotStarted();
    return tr("%n thing(s) still to reach", nullptr, int(run.progress.done.count(false)));
}

void ExercisePanel::fill()
{
    m_goal->setText(exerciseText(exercise().goal));
    m_start->setEnabled(whyNotStarted().isEmpty());
    fillHints();
    fillChecks();
}

void ExercisePanel::fillHints()
{
    clear(*m_hints);
    m_hint->setEnabled(run().hints < exercise().hints.size());
    m_hint->setText(tr("Hint (%1 of %2)").arg(run().hints).arg(exercise().hints.size()));
    if (*exercise().question)
        addQuestion();
    for (int i = 0; i < run().hints; ++i)
        addHint(exercise().hints[i]);
}

void ExercisePanel::addQuestion()
{
    m_hints->addWidget(wrapped(exerciseText(exercise().question)));
    for (int i = 0; i < exercise().answers.size(); ++i) {
        auto *answer = new QRadioButton(exerciseText(exercise().answers[i]));
        answer->setChecked(run().answer == i);
        answer->setEnabled(run().started);
        m_hints->addWidget(answer);
        connect(answer, &QRadioButton::clicked, this, [this, i] {
            run().answer = i;
            judge();
        });
    }
}

void ExercisePanel::addHint(const Hint &hint)
{
    m_hints->addWidget(wrapped(exerciseText(hint.text)));
    if (!*hint.command)
        return;
    QString line = commandLine(hint, m_truth.value_or(LabTruth()));
    if (line.startsWith(QStringLiteral("binome-lab ")) && !m_program.isEmpty())
        line.replace(0, 10, m_program);
    const QString where = *hint.machine ? QString::fromUtf8(hint.machine) : QString();
    QLabel *command = wrapped(QStringLiteral("%1$ %2").arg(where, QString::fromUtf8(hint.command)));
    command->setObjectName(QStringLiteral("evidence"));
    command->setFont(m_theme.fixed());
    command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *copy = new QToolButton;
    copy->setProperty("role", QStringLiteral("link"));
    copy->setText(tr("Copy"));
    copy->setToolTip(line);
    connect(copy, &QToolButton::clicked, copy,
            [line] { QGuiApplication::clipboard()->setText(line); });
    auto *row = new QWidget;
    auto *box = new QHBoxLayout(row);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(command, 1);
    box->addWidget(copy, 0, Qt::AlignTop);
    m_hints->addWidget(row);
}

void ExercisePanel::fillChecks()
{
    clear(*m_checks);
    m_verdict->setText(verdict());
    for (qsizetype i = 0; i < exercise().checks.size(); ++i) {
        const bool done = run().progress.done.value(i) && run().started;
        auto *sign = new QLabel;
        sign->setPixmap(toneSign(m_theme.colors(), done ? Tone::Ok : Tone::Unknown, signSize,
                                 devicePixelRatioF()));
        QLabel *text = wrapped(exerciseText(exercise().checks[i].text));
        text->setAccessibleDescription(done ? tr("reached") : tr("not yet"));
        auto *row = new QWidget;
        auto *box = new QHBoxLayout(row);
        box->setContentsMargins(0, 0, 0, 0);
        box->addWidget(sign, 0, Qt::AlignTop);
        box->addWidget(text, 1);
        m_checks->addWidget(row);
    }
}

void ExercisePanel::retranslate()
{
    for (int i = 0; i < exercises().size(); ++i) {
        const QString title = exerciseText(exercises()[i].title);
        m_list->item(i)->setText(m_runs[i].solved ? tr("%1. %2 — solved").arg(i + 1).arg(title)
                                                  : tr("%1. %2").arg(i + 1).arg(title));
    }
    m_list->setAccessibleName(tr("Exercises"));
    m_start->setText(tr("Start the incident"));
    m_hint->setToolTip(tr("Hints come one by one; the last ones hold the solution"));
    fill();
}

void ExercisePanel::restyle()
{
    fill();
}

void ExercisePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit watchWanted(true);
}

void ExercisePanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!underway())
        emit watchWanted(false);
}
} // namespace Gui
