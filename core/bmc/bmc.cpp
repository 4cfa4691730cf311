// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/bmc.h"

// The interface has no code of its own; its meta object belongs with it, so that a program takes no
// other class along.
#include "moc_bmc.cpp"
