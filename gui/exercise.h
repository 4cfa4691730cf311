// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterview.h"
#include "gui/labtruth.h"

#include <chrono>

namespace Gui
{
// What an exercise is judged by: the lab's truth, and what the console shows of it.
struct Situation {
    const LabTruth &truth;
    const ClusterView &view;
    int answer = -1; // chosen of Exercise::answers; -1: none
};

// One thing that must be so. `once`: it is enough that it was seen since the start (a node that was
// fenced is up again at the end).
struct Check {
    const char *text; // source, context Gui::Exercise
    bool (*holds)(const Situation &situation);
    bool once = false;
};

struct LabStep {
    QStringList event; // of `binome-lab do`
    std::chrono::seconds after{0}; // waited before it
};

// Revealed one by one, the last ones hold the whole solution.
struct Hint {
    const char *text; // source
    const char *machine = ""; // where the command is typed; empty: on this workstation
    const char *command = ""; // without single quotes; empty: nothing to type
};

// An incident to live through: what happens, what is to be reached, how it is judged.
struct Exercise {
    const char *id;
    const char *title; // source
    const char *goal; // source
    QList<LabStep> start;
    QList<Hint> hints;
    QList<Check> checks;
    const char *question = ""; // source; empty: none
    QList<const char *> answers = {}; // sources
    int right = -1; // of answers
};
const QList<Exercise> &exercises();
QString exerciseText(const char *source); // in the language of now
// A line for a shell of this workstation that does what the hint says.
QString commandLine(const Hint &hint, const LabTruth &truth);

struct Progress {
    QList<bool> done; // of the checks, in their order
    bool solved() const { return !done.isEmpty() && !done.contains(false); }
    friend bool operator==(const Progress &, const Progress &) = default;
};
Progress judged(const Exercise &exercise, const Progress &before, const Situation &situation);
} // namespace Gui
