// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/statusjson.h"

#include "core/model/freshness.h"

namespace Ctl
{
using namespace Core;

QString verdictWord(VerdictState state)
{
    switch (state) {
    case VerdictState::Ok:
        return QStringLiteral("ok");
    case VerdictState::Warning:
        return QStringLiteral("warning");
    case VerdictState::Bad:
        return QStringLiteral("bad");
    case VerdictState::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString contactWord(ContactState state)
{
    switch (state) {
    case ContactState::NeverTried:
        return QStringLiteral("never-tried");
    case ContactState::Connecting:
        return QStringLiteral("connecting");
    case ContactState::Connected:
        return QStringLiteral("connected");
    case ContactState::Silent:
        return QStringLiteral("silent");
    case ContactState::Lost:
        return QStringLiteral("lost");
    case ContactState::NeedsAnswer:
        return QStringLiteral("needs-answer");
    case ContactState::Refused:
        break;
    }
    return QStringLiteral("refused");
}

QString powerWord(PowerState state)
{
    switch (state) {
    case PowerState::On:
        return QStringLiteral("on");
    case PowerState::Off:
        return QStringLiteral("off");
    case PowerState::Cycling:
        return QStringLiteral("cycling");
    case PowerState::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString linkWord(LinkKind kind)
{
    switch (kind) {
    case LinkKind::ClusterNetwork:
        return QStringLiteral("cluster-network");
    case LinkKind::Replication:
        return QStringLiteral("replication");
    case LinkKind::Ipmi:
        return QStringLiteral("ipmi");
    case LinkKind::Iscsi:
        break;
    }
    return QStringLiteral("iscsi");
}

void writeObserver(JsonWriter &json, const Observer &observer)
{
    const NodeName *node = std::get_if<NodeName>(&observer);
    json.member("observer", node ? node->text() : QStringLiteral("workstation"));
}

void writeSeen(JsonWriter &json, const EvidenceRef &evidence, const SnapshotStore &store)
{
    const auto seen = store.lastSeen(evidence.machine, evidence.probe);
    json.key("at");
    if (seen && seen->at.isValid())
        json.value(seen->at.toString(Qt::ISODateWithMs));
    else
        json.null();
}

void writeError(JsonWriter &json, const std::optional<Error> &error)
{
    json.key("error");
    if (!error) {
        json.null();
        return;
    }
    json.beginObject();
    json.member("message", rendered(error->what));
    json.memberOrNull("detail", error->detail);
    json.endObject();
}

namespace
{
void writeVerdict(JsonWriter &json, const char *key, const Verdict &verdict)
{
    json.key(key);
    json.beginObject();
    json.member("verdict", verdictWord(verdict.state));
    json.memberOrNull("headline", rendered(verdict.headline));
    json.memberOrNull("reason", rendered(verdict.reason));
    json.endObject();
}

void writeEnd(JsonWriter &json, const LinkEnd &end)
{
    json.beginObject();
    json.member("up", end.up);
    json.member("carrier", end.carrier);
    json.memberOrNull("interface", end.interface);
    json.memberOrNull("address", end.address);
    json.member("speedMbit", end.speedMbit);
    json.endObject();
}

void writeLink(JsonWriter &json, const Link &link, const SnapshotStore &store)
{
    json.beginObject();
    json.member("kind", linkWord(link.kind));
    json.member("a", link.a);
    json.member("b", link.b);
    json.memberOrNull("resource", link.resource.text());
    json.member("verdict", verdictWord(stateOf(link, *store.current())));
    json.key("ends");
    json.beginArray();
    for (auto end = link.ends.cbegin(); end != link.ends.cend(); ++end)
        writeFact(json, end.key(), *end, store, writeEnd);
    json.endArray();
    json.endObject();
}

Observed<QString> textFact(const QString &text, const EvidenceRef &evidence)
{
    Observed<QString> fact;
    fact.evidence = evidence;
    if (!text.isEmpty())
        fact.value = text;
    return fact;
}

void writeText(JsonWriter &json, const char *key, const QString &text, const EvidenceRef &evidence,
               const SnapshotStore &store)
{
    json.key(key);
    writeFact(json, Observer(evidence.machine), textFact(text, evidence), store,
              [](JsonWriter &to, const QString &value) { to.value(value); });
}

void writeServices(JsonWriter &json, const SnapshotStore &store)
{
    EvidenceRef evidence;
    const HaStatus *ha = haView(*store.current(), &evidence);
    json.beginArray();
    for (const HaService &service : ha ? ha->services : QList<HaService>()) {
        json.beginObject();
        json.member("name", service.name);
        writeText(json, "state", word(service.state), evidence, store);
        writeText(json, "owner", service.owner.value_or(NodeName()).text(), evidence, store);
        writeText(json, "lastOwner", service.lastOwner.value_or(NodeName()).text(), evidence,
                  store);
        json.endObject();
    }
    json.endArray();
}

QString guestWord(GuestState state)
{
    switch (state) {
    case GuestState::Stopped:
        return QStringLiteral("stopped");
    case GuestState::Running:
        return QStringLiteral("running");
    case GuestState::Paused:
        return QStringLiteral("paused");
    case GuestState::IoError:
        return QStringLiteral("io-error");
    case GuestState::Unknown:
        break;
    }
    return {};
}

void writeGuest(JsonWriter &json, const GuestView &guest, const SnapshotStore &store)
{
    QStringList hosts;
    for (const NodeName &host : guest.hosts)
        hosts << host.text();
    json.beginObject();
    json.member("vmid", guest.id);
    json.memberOrNull("name", guest.name.text());
    json.member("highlyAvailable", guest.highlyAvailable);
    json.memberOrNull("home", guest.home.text());
    json.member("hosts", hosts);
    json.member("ownerLost", guest.ownerLost);
    writeText(json, "state", guestWord(guest.state), guest.evidence.value(0), store);
    json.endObject();
}

void writeFinding(JsonWriter &json, const Finding &finding)
{
    json.beginObject();
    json.member("id", finding.id);
    json.member("severity", word(finding.severity));
    json.member("message", rendered(finding.text));
    json.memberOrNull("source", finding.source);
    json.key("evidence");
    json.array(finding.evidence, [](JsonWriter &to, const EvidenceRef &evidence) {
        to.beginObject();
        to.member("machine", evidence.machine);
        to.member("probe", evidence.probe);
        to.endObject();
    });
    json.endObject();
}

void writeVerdicts(JsonWriter &json, const Health &health)
{
    json.key("verdicts");
    json.beginObject();
    writeVerdict(json, "service", health.service);
    writeVerdict(json, "data", health.data);
    writeVerdict(json, "nextFailure", health.nextFailure);
    json.endObject();
}
} // namespace

QByteArray statusDocument(const SnapshotStore &store, const QDateTime &at,
                          JsonWriter::Layout layout)
{
    const ClusterSnapshot &snapshot = *store.current();
    const Health health = healthOf(snapshot);
    JsonWriter json(layout);
    json.beginObject();
    json.member("format", "status");
    json.memberOrNull("cluster", snapshot.clusterName);
    json.member("at", at.toString(Qt::ISODateWithMs));
    writeVerdicts(json, health);
    json.key("machines");
    json.array(snapshot.machines,
               [&](JsonWriter &to, const Machine &machine) { writeMachine(to, machine, store); });
    json.key("links");
    json.array(snapshot.links,
               [&](JsonWriter &to, const Link &link) { writeLink(to, link, store); });
    json.key("services");
    writeServices(json, store);
    json.key("vms");
    json.array(guestsOf(snapshot),
               [&](JsonWriter &to, const GuestView &guest) { writeGuest(to, guest, store); });
    json.key("findings");
    json.array(health.findings, writeFinding);
    json.endObject();
    return json.document();
}
} // namespace Ctl
