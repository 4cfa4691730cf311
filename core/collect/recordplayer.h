// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/recording.h"
#include "core/collect/snapshotstore.h"

namespace Core
{
// Puts records into a store as the collector put them when they were made. Any one thread, that of
// the store.
class RecordPlayer
{
public:
    RecordPlayer(SnapshotStore &store, const RecordingHeader &header);

    void reset(); // as before the first record
    void add(const Record &record); // seen at publish()
    void publish(); // one publication, if a fact changed
    // As if all records up to `count` had been added: the last answer of each probe, the last good
    // one before an error, the last contact. Then publishes.
    void jumpTo(const QList<Record> &records, qsizetype count);

private:
    struct Known {
        std::shared_ptr<const Provider> provider;
        std::chrono::milliseconds period{0};
    };
    void addResult(const ProbeResult &result);
    void addPower(const ProbeResult &result);
    void addProvider(const NodeName &machine, const QString &id);

    SnapshotStore &m_store;
    const RecordingHeader m_header;
    QHash<ProbeId, Known> m_known;
    QHash<std::pair<NodeName, ProbeId>, ProbeResult> m_last; // to leave out what is as before
    QHash<NodeName, QStringList> m_providers; // by what answered
    QList<Patch> m_patches;
};
} // namespace Core
