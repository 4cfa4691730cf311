// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/nodelog.h"

#include <functional>

namespace Gui
{
// Something to look at on a machine, which changes nothing there.
struct AtHandOffer {
    Core::Message title;
    QString whyNot; // empty: it can be opened
    std::function<void()> open;
};
} // namespace Gui
