// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/nodeservices.h"

#include "core/model/freshness.h"

#include <algorithm>

namespace Core
{
namespace
{
bool isOwned(const HaService &service, const NodeName &node)
{
    return service.owner == node && service.state != ServiceState::Stopped
        && service.state != ServiceState::Disabled && service.state != ServiceState::Failed;
}

QStringList namesOf(const ClusterSnapshot &snapshot,
                    const std::function<bool(const GuestView &)> &is)
{
    QStringList names;
    for (const GuestView &guest : guestsOf(snapshot)) {
        if (is(guest))
            names << guestName(guest);
    }
    return names;
}

void tell(ActionPlan &plan, Severity severity, const char *id, const char *text,
          const QStringList &names, const NodeName &node, const char *rule)
{
    addFinding(plan, severity, id,
               message(text, {node.text(), names.join(QStringLiteral(", "))}, int(names.size())),
               {}, rule);
}

bool startsByItself(int vmid, const ClusterSnapshot &snapshot)
{
    for (const Machine &machine : snapshot.machines) {
        const ClusterConfig *config = freshFact(machine, machine.configuration);
        if (!config)
            continue;
        for (const HaGuest &guest : config->haGuests) {
            if (guest.vmid == vmid)
                return guest.autostart;
        }
    }
    return true;
}

// rgmanager runs nowhere: its memory of who was disabled is gone.
bool nobodyRemembers(const ClusterSnapshot &snapshot)
{
    const HaStatus *ha = haView(snapshot);
    return !ha || !ha->rgmanagerAnswers;
}
} // namespace

QStringList servicesOwnedBy(const NodeName &node, const ClusterSnapshot &snapshot)
{
    QStringList names;
    const HaStatus *ha = haView(snapshot);
    for (const HaService &service : ha ? ha->services : QList<HaService>()) {
        if (isOwned(service, node))
            names << service.name.text();
    }
    return names;
}

bool tellStops(ActionPlan &plan, const NodeName &node, const NodeName &stays,
               const ClusterSnapshot &snapshot)
{
    const QStringList names = namesOf(snapshot, [&](const GuestView &guest) {
        return guest.service && isOwned(*guest.service, node);
    });
    if (names.isEmpty())
        return false;
    if (hasRgmanager(stays, snapshot) == true)
        tell(plan, Severity::Warning, "services.move",
             QT_TRANSLATE_N_NOOP("Core",
                                 "%n HA guest(s) stop and start again on %1, an outage: %2. "
                                 "Emptying the node first has none"),
             names, stays, "rule 11");
    else
        tell(plan, Severity::Warning, "services.stop",
             QT_TRANSLATE_N_NOOP("Core",
                                 "%n HA guest(s) of %1 stop and start nowhere, as rgmanager is "
                                 "not seen running on another node: %2"),
             names, node, "rule 11");
    return true;
}

bool tellLost(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot)
{
    const QStringList names = namesOf(snapshot, [&](const GuestView &guest) {
        return guest.hosts.contains(node) && !(guest.service && isOwned(*guest.service, node));
    });
    if (names.isEmpty())
        return false;
    tell(plan, Severity::Warning, "guests.shutdown",
         QT_TRANSLATE_N_NOOP("Core", "%n guest(s) of %1 stop with it and start nowhere else: %2"),
         names, node, "rule 20");
    return true;
}

void tellStarts(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot)
{
    const bool anew = nobodyRemembers(snapshot);
    const QStringList starting = namesOf(snapshot, [&](const GuestView &guest) {
        if (anew)
            return guest.highlyAvailable && startsByItself(guest.id, snapshot);
        return guest.service && guest.service->state == ServiceState::Stopped;
    });
    if (!starting.isEmpty())
        tell(plan, Severity::Note, "services.start",
             QT_TRANSLATE_N_NOOP("Core", "%n HA guest(s) may start on %1 then: %2"), starting, node,
             "rule 11");
    const QStringList ended = namesOf(snapshot, [&](const GuestView &guest) {
        return guest.highlyAvailable && guest.hosts.contains(node)
            && !(guest.service && guest.service->owner == node);
    });
    if (!ended.isEmpty())
        tell(plan, Severity::Warning, "services.ended",
             QT_TRANSLATE_N_NOOP("Core",
                                 "rgmanager stops what it does not own as it starts: %n guest(s) "
                                 "that run on %1, %2"),
             ended, node, "rule 11");
}
} // namespace Core
