// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sessionathand.h"

#include "core/action/actionshell.h"
#include "core/athand/programlog.h"
#include "core/base/paths.h"
#include "core/model/powerprobe.h"
#include "core/session/endpoints.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QThreadPool>

namespace Core
{
namespace
{
constexpr qsizetype mostEvents = 2000;
constexpr int mostEntries = 500;

Error unknownMachine(const NodeName &machine)
{
    return {
        ErrorKind::Unreachable,
        message(QT_TRANSLATE_NOOP("Core", "%1 is no machine of this cluster"), {machine.text()}),
        {}};
}

QByteArray versions()
{
    return "program   " + QCoreApplication::applicationVersion().toUtf8() + "\nQt        "
        + qVersion() + "\nsystem    " + QSysInfo::prettyProductName().toUtf8() + "\nkernel    "
        + QSysInfo::kernelType().toUtf8() + ' ' + QSysInfo::kernelVersion().toUtf8()
        + "\nmachine   " + QSysInfo::currentCpuArchitecture().toUtf8() + '\n';
}

// Beside the text without its passwords the checksum of the whole would tell whether a guess of one
// is right; the nodes are asked for it, so that it is in their answers.
QByteArrayList checksums(const QByteArrayList &texts)
{
    QByteArrayList sums;
    for (const QByteArray &text : texts)
        sums << QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    return sums;
}

QByteArray told(const ProbeResult &result)
{
    QByteArray text = result.output;
    if (result.exitCode != 0 || result.error)
        text += "\n-- exit status " + QByteArray::number(result.exitCode) + '\n' + result.errors;
    if (result.error)
        text += "\n-- " + logText(result.error->what).toUtf8() + '\n';
    return text;
}
} // namespace

SessionAtHand::SessionAtHand(const Parts &parts) : m_parts(parts)
{
    QObject::connect(&parts.store, &SnapshotStore::published, &m_context,
                     [this](const SnapshotPtr &, const QList<Event> &events) {
                         for (const Event &event : events)
                             m_events << BundledEvent{m_parts.clock.now(), event};
                         if (m_events.size() > mostEvents)
                             m_events.remove(0, m_events.size() - mostEvents);
                     });
}

std::unique_ptr<LogFollower> SessionAtHand::follow(const NodeName &machine, NodeLog log)
{
    Transport *transport = m_parts.reach.transport(machine);
    if (!transport)
        return std::make_unique<LogFollower>(unknownMachine(machine));
    const MachineContext context = m_parts.reach.context(machine);
    const Command command = followCommand(log, context.rootPrefix);
    return std::make_unique<LogFollower>(
        transport->start(elevated(command, context, m_parts.reach.sudo(machine))), machine,
        redactor());
}

Expected<QStringList> SessionAtHand::terminal(const NodeName &machine, const QString &command) const
{
    for (const ProfileMachine &known : m_parts.profile.machines) {
        if (known.name == machine)
            return sshArguments(endpointOf(known, m_parts.profile),
                                stateFolder() + QStringLiteral("/known_hosts"), command);
    }
    return tl::unexpected(unknownMachine(machine));
}

// The transport is looked up when the viewer is there: the connections may have changed by then.
std::unique_ptr<GuestConsole> SessionAtHand::guestConsole(int guest, const NodeName &node)
{
    const GuestConsole::Place place{guest, node};
    if (!m_parts.reach.transport(node))
        return std::make_unique<GuestConsole>(unknownMachine(node), place);
    return std::make_unique<GuestConsole>(
        [reach = &m_parts.reach, place] {
            const Command command = vncProxyCommand(place.guest);
            return reach->transport(place.node)
                ->start(elevated(command, reach->context(place.node), reach->sudo(place.node)));
        },
        place);
}

// The BMC is looked up for each question: it is another one when its address changes.
std::unique_ptr<BmcReader> SessionAtHand::bmcReader(const NodeName &node)
{
    return std::make_unique<BmcReader>(
        [reach = &m_parts.reach, node](quint8 function, quint8 command, const QByteArray &data) {
            if (Bmc *bmc = reach->bmc(node))
                return bmc->query(function, command, data);
            return QtFuture::makeReadyFuture(Expected<QByteArray>(
                failure(ErrorKind::Unreachable,
                        message(QT_TRANSLATE_NOOP(
                                    "Core", "This computer knows no way of its own to a BMC of %1"),
                                {node.text()}))));
        });
}

QFuture<Expected<void>> SessionAtHand::saveBundle(const QString &file)
{
    return m_parts.journal.entries(mostEntries)
        .then(QThreadPool::globalInstance(),
              [bundle = bundle(), file](const Expected<QList<JournalEntry>> &journal) mutable {
                  bundle.journal = journal;
                  return writeBundle(bundle, file);
              });
}

Bundle SessionAtHand::bundle() const
{
    Bundle bundle;
    bundle.at = m_parts.clock.now();
    bundle.versions = versions();
    bundle.profile = toJson(m_parts.profile);
    bundle.snapshot = *m_parts.store.current();
    bundle.outputs = outputs();
    bundle.confs = confs();
    bundle.events = m_events;
    bundle.programLog = programLog();
    bundle.secrets = secretsIn(m_parts.conf.texts()) + checksums(m_parts.conf.texts());
    return bundle;
}

QList<BundledOutput> SessionAtHand::outputs() const
{
    QList<BundledOutput> outputs;
    for (const NodeName &machine : m_parts.reach.machines()) {
        QList<ProbeId> ids{powerProbe()};
        for (const NodeName &other : m_parts.reach.machines())
            ids << powerProbe(other);
        for (const auto &provider : allProviders()) {
            for (const Probe &probe : provider->probes(m_parts.reach.context(machine)))
                ids << probe.id;
        }
        for (const ProbeId &id : std::as_const(ids)) {
            const ProbeResult result = m_parts.store.evidence(machine, id);
            if (!result.machine.isEmpty())
                outputs << BundledOutput{machine, id.text(), told(result)};
        }
    }
    return outputs;
}

QList<BundledConf> SessionAtHand::confs() const
{
    QList<BundledConf> confs;
    for (const NodeName &node : m_parts.reach.machines()) {
        for (const ConfPlace place : {ConfPlace::Committed, ConfPlace::Local, ConfPlace::Pending}) {
            if (const auto bytes = m_parts.conf.text(node, place))
                confs << BundledConf{node, word(place), *bytes};
        }
    }
    return confs;
}

Redactor SessionAtHand::redactor() const
{
    return Redactor(secretsIn(m_parts.conf.texts()));
}
} // namespace Core
