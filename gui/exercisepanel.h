// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/exercise.h"
#include "gui/theme.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace Gui
{
// The exercises on the training cluster: choose one, start its incident, repair it by hand, see
// what is still missing. It asks for nothing itself; the truth is put in.
class ExercisePanel : public QWidget
{
    Q_OBJECT
public:
    explicit ExercisePanel(const Theme &theme, QWidget *parent = nullptr);
    void show(const ClusterView &view); // the console's newest picture of the training cluster
    void take(const LabTruth &truth);
    void say(const QString &sentence); // why the training cluster could not be asked
    void setProgram(const QString &program) { m_program = program; } // for lines to copy
    void choose(int exercise);
    bool underway() const; // an exercise was started and is not solved
    void retranslate();
    void restyle();

signals:
    void startRequested(const QList<Gui::LabStep> &steps);
    void watchWanted(bool watched); // the truth is needed now, or no longer

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Run {
        bool started = false;
        bool solved = false;
        int hints = 0; // revealed
        int answer = -1;
        Progress progress;
    };
    const Exercise &exercise() const { return exercises()[m_chosen]; }
    Run &run() { return m_runs[m_chosen]; }
    QWidget *buildText();
    QWidget *buildChecks();
    void start();
    void revealHint();
    void judge();
    void fill();
    void fillHints();
    void addHint(const Hint &hint);
    void addQuestion();
    void fillChecks();
    QString whyNotStarted() const; // empty: it may start
    QString verdict() const;

    const Theme &m_theme;
    QString m_program;
    ClusterView m_view;
    std::optional<LabTruth> m_truth;
    QList<Run> m_runs;
    int m_chosen = 0;
    int m_current = -1; // the exercise whose incident was started last
    QListWidget *m_list;
    QLabel *m_goal = nullptr;
    QVBoxLayout *m_hints = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_hint = nullptr;
    QLabel *m_verdict = nullptr;
    QVBoxLayout *m_checks = nullptr;
    QString m_trouble;
};
} // namespace Gui
