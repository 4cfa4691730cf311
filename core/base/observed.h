// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QMap>

#include <optional>
#include <variant>

namespace Core
{
// Who says so: this workstation (its own SSH or IPMI path), or a machine whose tool answered.
struct Workstation {
    friend bool operator==(Workstation, Workstation) { return true; }
    friend bool operator<(Workstation, Workstation) { return false; }
};
using Observer = std::variant<Workstation, NodeName>;

// Where a fact can be read again: lines of the last output of a probe of a machine (from 1; 0 =
// whole).
struct EvidenceRef {
    NodeName machine;
    ProbeId probe;
    int firstLine = 0;
    int lastLine = 0;
    friend bool operator==(const EvidenceRef &, const EvidenceRef &) = default;
};

// A fact with its source. Neither value nor error: never asked or never answered, which is
// "unknown". A value beside an error: the last known value, and why it could not be read again.
// Equality ignores time on purpose: ages live in the snapshot store, so that an unchanged answer
// changes no snapshot.
template <typename T> struct Observed {
    std::optional<T> value;
    std::optional<Error> error;
    EvidenceRef evidence;
    bool known() const { return value.has_value() && !error.has_value(); }
    friend bool operator==(const Observed &, const Observed &) = default;
};

// Facts that more than one observer can tell are kept per observer and never merged when stored.
template <typename T> using Views = QMap<Observer, Observed<T>>;
} // namespace Core
