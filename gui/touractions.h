// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/mainwindow.h"

// What the tour shows of actions: real plans of the open cluster, and made-up runs of them. Nothing
// is confirmed and nothing is sent.
namespace Gui::TourActions
{
enum class Kind { Safe, Blocked, Typed };
// The first plan of the kind that the cluster's resources have; null: there is none.
QDialog *plan(MainWindow &window, ClusterSource &source, Kind kind);

enum class Moment { Running, Done, NotConfirmed };
QDialog *run(MainWindow &window, ClusterSource &source, Moment moment);
} // namespace Gui::TourActions
