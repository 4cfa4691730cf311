// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

#include <functional>

namespace Gui
{
// Asks whether the drafts of cluster.conf of these clusters may be lost. They cannot be saved: they
// hold passwords, which no file of ours keeps, so that they are activated, kept open or lost.
// `discarded` is called once, when they may be lost, and not after `window` is gone. The box is
// open when it is returned, belongs to the window and deletes itself.
QMessageBox *askAboutDrafts(const QStringList &clusters, QWidget &window,
                            std::function<void()> discarded);
} // namespace Gui
