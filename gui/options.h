// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settingkeys.h"

#include <QStringList>

#include <optional>

namespace Gui
{
// What the command line asks for.
struct Options {
    QString profile; // name of a saved cluster or a file; empty: the last one
    bool demo = false;
    QString replay; // file of a recording; empty: none
    QString tour; // folder; empty: no tour
    std::optional<Core::Language> language; // over the settings, for this run
    std::optional<Core::Theme> theme;
    // Set when the program has only to print and end.
    QString output;
    int exitCode = 0; // 64: wrong usage
    bool done = false;

    // Walks, training and recordings stand beside a window that is open already.
    bool ownWindow() const { return demo || !replay.isEmpty() || !tour.isEmpty(); }
};
Options parsedOptions(const QStringList &arguments);
} // namespace Gui
