// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/snapshotstore.h"
#include "core/ctl/jsonwriter.h"
#include "core/model/health.h"

namespace Ctl
{
// The document of `binomectl status --json`. The keys are a public interface, see
// binomectl-status(1): add, never rename.
QByteArray statusDocument(const Core::SnapshotStore &store, const QDateTime &at,
                          JsonWriter::Layout layout);

QString verdictWord(Core::VerdictState state); // "ok", "warning", "bad", "unknown"
QString contactWord(Core::ContactState state); // "connected", ...
QString powerWord(Core::PowerState state); // "on", "off", "cycling", "unknown"
QString linkWord(Core::LinkKind kind);

// statusfacts.cpp: what one machine says, a member a fact.
void writeMachine(JsonWriter &json, const Core::Machine &machine, const Core::SnapshotStore &store);

// {"value", "observer", "at", "error"}; `write` is called with the value when there is one.
template <typename T, typename Write>
void writeFact(JsonWriter &json, const Core::Observer &observer, const Core::Observed<T> &fact,
               const Core::SnapshotStore &store, Write write);
void writeObserver(JsonWriter &json, const Core::Observer &observer);
void writeSeen(JsonWriter &json, const Core::EvidenceRef &evidence,
               const Core::SnapshotStore &store);
void writeError(JsonWriter &json, const std::optional<Core::Error> &error);

template <typename T, typename Write>
void writeFact(JsonWriter &json, const Core::Observer &observer, const Core::Observed<T> &fact,
               const Core::SnapshotStore &store, Write write)
{
    json.beginObject();
    json.key("value");
    if (fact.value)
        write(json, *fact.value);
    else
        json.null();
    writeObserver(json, observer);
    writeSeen(json, fact.evidence, store);
    writeError(json, fact.error);
    json.endObject();
}
} // namespace Ctl
