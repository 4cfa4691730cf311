// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/clustersnapshot.h"

namespace Core
{
// A fact that may be leaned on: told by a machine that answers now, without an error since. What an
// unanswering machine said last is shown, but proves nothing.
inline bool answers(const Machine &machine)
{
    return machine.contact.state == ContactState::Connected;
}

template <typename T> const T *freshFact(const Machine &machine, const Observed<T> &fact)
{
    return answers(machine) && fact.known() ? &*fact.value : nullptr;
}

// The view to believe for facts of the whole cluster: of a machine that answers and has quorum,
// else of any that answers; null when none does.
const HaStatus *haView(const ClusterSnapshot &snapshot, EvidenceRef *evidence = nullptr);
} // namespace Core
