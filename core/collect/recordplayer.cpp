// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/recordplayer.h"

#include "core/collect/poweranswer.h"

#include <QSet>

namespace Core
{
namespace
{
bool sameAnswer(const ProbeResult &a, const ProbeResult &b)
{
    return a.at.isValid() && a.output == b.output && a.errors == b.errors
        && a.exitCode == b.exitCode && a.error == b.error;
}
} // namespace

RecordPlayer::RecordPlayer(SnapshotStore &store, const RecordingHeader &header)
    : m_store(store), m_header(header)
{
    for (const std::shared_ptr<const Provider> &provider : allProviders()) {
        for (const MachineKind kind : {MachineKind::Node, MachineKind::QuorumServer}) {
            for (const Probe &probe : provider->probes({NodeName(), kind, {}}))
                m_known.insert(probe.id, {provider, probe.period});
        }
    }
    reset();
}

void RecordPlayer::reset()
{
    QList<Machine> machines;
    for (const RecordedMachine &known : m_header.machines) {
        Machine machine;
        machine.name = known.name;
        machine.kind = known.kind;
        machine.address = known.address;
        machines << machine;
    }
    m_last.clear();
    m_providers.clear();
    m_patches.clear();
    m_store.reset(m_header.cluster, machines);
}

void RecordPlayer::add(const Record &record)
{
    if (const auto *contact = std::get_if<RecordedContact>(&record.what))
        m_patches << Patch{
            contact->machine, Observer(Workstation()), {ContactFact{contact->contact}}};
    else
        addResult(std::get<ProbeResult>(record.what));
}

void RecordPlayer::addResult(const ProbeResult &result)
{
    if (isPower(result)) {
        addPower(result);
        return;
    }
    const Known known = m_known.value(result.probe);
    const bool lost = result.error && result.error->kind != ErrorKind::ParseFailed;
    LastSeen seen{result.at, result.duration, known.period, lost};
    if (lost) // the age is that of the last answer
        seen.at = m_store.lastSeen(result.machine, result.probe).value_or(LastSeen()).at;
    ProbeResult &before = m_last[{result.machine, result.probe}];
    const bool same = sameAnswer(before, result);
    before = result;
    if (same || lost)
        m_store.seenAgain(result.machine, result.probe, seen);
    else
        m_store.setEvidence(result, seen);
    if (same || !known.provider)
        return;
    addProvider(result.machine, known.provider->id());
    m_patches << known.provider->read(result);
}

void RecordPlayer::addPower(const ProbeResult &result)
{
    m_store.setEvidence(result, powerSeen(result));
    m_patches << powerPatch(result);
}

// Which providers a machine had is not recorded; whose questions it answered is.
void RecordPlayer::addProvider(const NodeName &machine, const QString &id)
{
    QStringList &ids = m_providers[machine];
    if (ids.contains(id))
        return;
    ids << id;
    m_patches << Patch{machine, Observer(machine), {ProvidersFact{ids}}};
}

void RecordPlayer::publish()
{
    m_store.apply(std::exchange(m_patches, {}));
}

void RecordPlayer::jumpTo(const QList<Record> &records, qsizetype count)
{
    reset();
    QSet<std::pair<NodeName, ProbeId>> good; // the newest answer that is no error was found
    QSet<std::pair<NodeName, ProbeId>> any;
    QSet<NodeName> contacts;
    QList<qsizetype> needed;
    for (qsizetype i = count - 1; i >= 0; --i) {
        const auto *result = std::get_if<ProbeResult>(&records[i].what);
        if (!result) {
            const NodeName &machine = std::get<RecordedContact>(records[i].what).machine;
            if (!contacts.contains(machine))
                needed << i;
            contacts << machine;
            continue;
        }
        const std::pair key(result->machine, result->probe);
        const bool answered = !result->error && result->exitCode == 0;
        if (!any.contains(key) || (answered && !good.contains(key)))
            needed << i;
        any << key;
        if (answered)
            good << key;
    }
    for (auto i = needed.crbegin(); i != needed.crend(); ++i)
        add(records[*i]);
    publish();
}
} // namespace Core
