// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/parsejson.h"
#include "core/ctl/statusjson.h"

namespace Ctl
{
namespace
{
using namespace Core;

// The same keys inside as `binomectl parse` gives for the tool's output.
template <typename T> void asParsed(JsonWriter &json, const T &value)
{
    json.beginObject();
    write(json, value);
    json.endObject();
}

void writePeer(JsonWriter &json, const DrbdResource &resource)
{
    const DrbdPeer peer = resource.peers.value(0);
    json.member("connection", word(peer.connection));
    json.member("localRole", word(resource.role));
    json.member("peerRole", word(peer.role));
    json.member("localDisk", word(resource.disk));
    json.member("peerDisk", word(peer.disk));
    json.key("progress");
    if (!peer.sync) {
        json.null();
        return;
    }
    json.beginObject();
    json.member("kind", peer.sync->kind == SyncKind::Resync ? "resync" : "verify");
    json.member("percent", peer.sync->percent);
    json.member("leftBytes", peer.sync->left.value);
    json.member("totalBytes", peer.sync->total.value);
    json.member("stalled", peer.sync->stalled);
    json.endObject();
}

void writeResource(JsonWriter &json, const DrbdResource &resource)
{
    const auto outOfSync = resource.counters.outOfSync;
    json.beginObject();
    json.memberOrNull("resource", resource.name.text());
    json.member("minor", resource.minor);
    writePeer(json, resource);
    json.member("oosKiB",
                outOfSync ? std::optional(qint64(outOfSync->value / 1024)) : std::nullopt);
    json.endObject();
}

void writeDrbd(JsonWriter &json, const DrbdStatus &status)
{
    json.beginObject();
    json.memberOrNull("version", status.version);
    json.member("stub", status.stub);
    json.key("devices");
    json.array(status.resources, writeResource);
    json.endObject();
}

void writeContact(JsonWriter &json, const Contact &contact)
{
    json.beginObject();
    json.member("value", contactWord(contact.state));
    writeObserver(json, Observer(Workstation()));
    json.key("at");
    if (contact.since)
        json.value(contact.since->toString(Qt::ISODateWithMs));
    else
        json.null();
    writeError(json, contact.error);
    json.endObject();
}

void writePower(JsonWriter &json, const Machine &machine, const SnapshotStore &store)
{
    json.key("power");
    json.beginArray();
    for (auto view = machine.bmc.cbegin(); view != machine.bmc.cend(); ++view)
        writeFact(json, view.key(), *view, store,
                  [](JsonWriter &to, const BmcState &state) { to.value(powerWord(state.power)); });
    json.endArray();
}

// One member: what a tool of the machine said.
class FactsOf
{
public:
    FactsOf(JsonWriter &json, const Machine &machine, const SnapshotStore &store)
        : m_json(json), m_observer(machine.name), m_store(store)
    {
    }
    template <typename T> void operator()(const char *key, const Observed<T> &fact)
    {
        (*this)(key, fact, asParsed<T>);
    }
    template <typename T, typename Write>
    void operator()(const char *key, const Observed<T> &fact, Write write)
    {
        m_json.key(key);
        writeFact(m_json, m_observer, fact, m_store, write);
    }

private:
    JsonWriter &m_json;
    const Observer m_observer;
    const SnapshotStore &m_store;
};

void writePath(JsonWriter &json, const PathState &path)
{
    std::optional<double> roundTrip;
    std::optional<qint64> offset;
    if (path.roundTrip)
        roundTrip = double(path.roundTrip->count()) / 1000;
    if (path.clockOffset)
        offset = path.clockOffset->count();
    json.member("roundTripMs", roundTrip);
    json.member("clockOffsetMs", offset);
}
} // namespace

void writeMachine(JsonWriter &json, const Machine &machine, const SnapshotStore &store)
{
    json.beginObject();
    json.member("name", machine.name);
    json.member("kind", machine.kind == MachineKind::Node ? "node" : "quorumServer");
    json.memberOrNull("address", machine.address);
    json.member("verdict", verdictWord(stateOf(machine, *store.current())));
    json.key("contact");
    writeContact(json, machine.contact);
    writePath(json, store.path(machine.name));
    json.member("providers", machine.providers);
    writePower(json, machine, store);
    FactsOf fact(json, machine, store);
    fact("quorum", machine.quorum);
    fact("members", machine.members);
    fact("ha", machine.ha);
    fact("fenceDomain", machine.fenceDomain);
    fact("configFile", machine.configFile, [](JsonWriter &to, const ConfigFile &file) {
        to.value(QString::fromLatin1(file.sha256));
    });
    fact("configuration", machine.configuration);
    fact("drbd", machine.drbd, writeDrbd);
    fact("vms", machine.vms);
    fact("placements", machine.placements);
    fact("bootGuests", machine.bootGuests);
    fact("running", machine.running);
    fact("interfaces", machine.interfaces);
    fact("uptime", machine.uptime);
    fact("volumeGroups", machine.volumeGroups);
    fact("physicalVolumes", machine.physicalVolumes);
    fact("iscsiSessions", machine.iscsiSessions);
    fact("iscsiTargets", machine.iscsiTargets);
    json.endObject();
}
} // namespace Ctl
