// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

#include "core/action/actionrunner.h"
#include "core/action/actionshell.h"
#include "core/action/activateplan.h"
#include "core/action/rescueplan.h"
#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/base/whendone.h"
#include "core/bmc/ipmiclient.h"
#include "core/clusterconf/keptconf.h"
#include "core/collect/collector.h"
#include "core/collect/conffeed.h"
#include "core/collect/forecasts.h"
#include "core/collect/historyfeed.h"
#include "core/collect/recorder.h"
#include "core/session/endpoints.h"
#include "core/session/questionbroker.h"
#include "core/session/roles.h"
#include "core/session/sessionathand.h"
#include "core/session/sessionreach.h"
#include "core/store/journal.h"

namespace Core
{
namespace
{
QList<Machine> machinesOf(const ClusterProfile &profile)
{
    QList<Machine> machines;
    for (const ProfileMachine &known : profile.machines) {
        Machine machine;
        machine.name = known.name;
        machine.kind = kindOf(known);
        machine.address = known.address;
        machines << machine;
    }
    return machines;
}

RecordingHeader headerOf(const ClusterProfile &profile, const QDateTime &now)
{
    RecordingHeader header{profile.name, now, {}};
    for (const ProfileMachine &machine : profile.machines)
        header.machines << RecordedMachine{machine.name, kindOf(machine), machine.address};
    return header;
}

// A cluster may be called anything; a file may not, and two names may not share one.
QString fileOf(const QString &cluster, const QString &folder)
{
    return stateFolder() + u'/' + folder + u'/'
        + QString::fromLatin1(cluster.toUtf8().toPercentEncoding()) + QStringLiteral(".db");
}

BmcFactory bmcFactory(const ClusterProfile &profile)
{
    if (!profile.ipmiFromWorkstation)
        return {};
    return [loop = IpmiLoop()](const BmcAddress &address, const Password &password) {
        return std::make_unique<IpmiClient>(loop, address, password);
    };
}
} // namespace

QString confHistoryPath(const QString &cluster)
{
    return fileOf(cluster, QStringLiteral("configurations"));
}

struct Session::Parts {
    Parts(ClusterProfile known, SharedSecrets given)
        : profile(std::move(known)), store(clock),
          collector(store, allProviders(), bmcFactory(profile), clock),
          questions(profile.name, keychain, std::move(given)), reach(profile, collector),
          journal(stateFolder() + QStringLiteral("/journal.db")),
          confHistory(confHistoryPath(profile.name)), actions(reach, actionSetup())
    {
        store.reset(profile.name, machinesOf(profile));
        for (const ProfileMachine &machine : profile.machines)
            add(machine);
    }

    void add(const ProfileMachine &machine)
    {
        auto transport = std::make_unique<SshSession>(endpointOf(machine, profile));
        questions.listenTo(*transport);
        collector.add({{machine.name, kindOf(machine), machine.rootPrefix},
                       machine.elevation == Elevation::Sudo,
                       std::move(transport)});
    }

    ActionSetup actionSetup()
    {
        ActionSetup setup;
        setup.cluster = profile.name;
        setup.user = userName();
        setup.host = QSysInfo::machineHostName();
        setup.lockFolder = stateFolder() + QStringLiteral("/actions");
        setup.journal = &journal;
        setup.leases = true;
        setup.role = userRole(profile.role);
        return setup;
    }

    const ClusterProfile profile;
    const SystemClock clock;
    KeychainStore keychain;
    SnapshotStore store;
    Forecasts forecasts{store, clock};
    Collector collector;
    QuestionBroker questions;
    std::unique_ptr<Recorder> recorder;
    std::unique_ptr<History> history;
    std::unique_ptr<HistoryFeed> feed;
    SessionReach reach;
    Journal journal;
    ConfHistory confHistory;
    ConfFeed conf{confHistory};
    SessionAtHand atHand{{profile, reach, store, conf, journal, clock}};
    ActionRunner actions; // before everything it uses is gone, it is
};

Session::Session(ClusterProfile profile, SharedSecrets given, QObject *parent)
    : QObject(parent), m_parts(std::make_unique<Parts>(std::move(profile), std::move(given)))
{
    qRegisterMetaType<SnapshotPtr>();
    qRegisterMetaType<QList<Event>>();
    qRegisterMetaType<HostKeyQuestion>();
    qRegisterMetaType<SecretQuestion>();
    connect(&m_parts->collector, &Collector::observed, &m_parts->conf, &ConfFeed::take);
    connect(&m_parts->actions, &ActionRunner::began, this, &Session::follow);
    connect(&m_parts->questions, &QuestionBroker::hostKeyAsked, this, &Session::hostKeyAsked);
    connect(&m_parts->questions, &QuestionBroker::secretAsked, this, &Session::secretAsked);
    connect(&m_parts->store, &SnapshotStore::published, this, [this](const SnapshotPtr &snapshot) {
        if (m_parts->collector.settled())
            m_parts->actions.lookUp(*snapshot);
    });
}

Session::~Session()
{
    // Nobody is told anything any more: the window may be half gone.
    m_parts->store.disconnect();
    m_parts->questions.disconnect();
}

const ClusterProfile &Session::profile() const
{
    return m_parts->profile;
}

SnapshotStore &Session::store()
{
    return m_parts->store;
}

void Session::open()
{
    m_parts->actions.concludeUnfinished();
    m_parts->forecasts.start();
    m_parts->collector.open();
}

void Session::close()
{
    m_parts->collector.close();
}

void Session::refresh()
{
    m_parts->collector.refresh();
}

void Session::reconnect(const NodeName &machine)
{
    m_parts->collector.reconnect(machine);
}

QFuture<Expected<PowerState>> Session::power(const BmcWay &way)
{
    if (Bmc *bmc = m_parts->reach.bmc(way))
        return bmc->power();
    QPromise<Expected<PowerState>> promise;
    promise.start();
    promise.addResult(failure(
        ErrorKind::Unreachable,
        message(QT_TRANSLATE_NOOP("Core", "%1 has no BMC that can be asked"), {way.of.text()})));
    promise.finish();
    return promise.future();
}

QFuture<Expected<ConfFiles>> Session::readConf(const NodeName &node)
{
    Transport *transport = m_parts->collector.transport(node);
    if (!transport)
        return QtFuture::makeReadyFuture(Expected<ConfFiles>(
            failure(ErrorKind::Unreachable,
                    message(QT_TRANSLATE_NOOP("Core", "%1 is no machine of this cluster"),
                            {node.text()}))));
    const MachineContext context = m_parts->reach.context(node);
    const Command command = confFilesCommand(context.rootPrefix);
    return transport->run(elevated(command, context, m_parts->reach.sudo(node)))
        .then([node](const Expected<CommandOutput> &output) -> Expected<ConfFiles> {
            if (!output)
                return tl::unexpected(output.error());
            if (output->exitCode != 0)
                return failure(
                    ErrorKind::CommandFailed,
                    message(QT_TRANSLATE_NOOP("Core", "cluster.conf of %1 cannot be read"),
                            {node.text()}),
                    QString::fromUtf8(output->err));
            return parseConfFiles(node, output->out);
        });
}

ConfReader Session::confReader()
{
    ConfReader reader;
    reader.read = [this](const NodeName &node) { return readConf(node); };
    reader.history = &m_parts->confHistory;
    reader.current = [this] { return m_parts->conf.texts(); };
    reader.differingCopy
        = [this](const NodeName &node) { return m_parts->conf.differingCopy(node); };
    for (const ProfileMachine &machine : profile().machines)
        reader.rootPrefixes.insert(machine.name, machine.rootPrefix);
    return reader;
}

void Session::record()
{
    m_parts->recorder
        = std::make_unique<Recorder>(stateFolder() + QStringLiteral("/recordings"),
                                     headerOf(profile(), m_parts->clock.now()), m_parts->clock);
    Recorder *recorder = m_parts->recorder.get();
    connect(&m_parts->collector, &Collector::observed, recorder,
            [recorder](const ProbeResult &result) { recorder->add(result); });
    connect(&m_parts->collector, &Collector::contactChanged, recorder,
            [recorder](const NodeName &machine, const Contact &contact) {
                recorder->add(machine, contact);
            });
    connect(recorder, &Recorder::failed, this, [this](const Error &error) {
        qCWarning(lcStore) << logText(error.what) << error.detail;
        emit notRecorded(error);
    });
}

void Session::keepHistory()
{
    Parts &parts = *m_parts;
    parts.history = std::make_unique<History>(fileOf(profile().name, QStringLiteral("history")));
    connect(parts.history.get(), &History::failed, this, &Session::historyFailed);
    whenDone(parts.history->open(), this, [this](const Expected<void> &opened) {
        if (!opened) {
            qCWarning(lcStore) << logText(opened.error().what) << opened.error().detail;
            emit historyFailed(opened.error());
            return;
        }
        m_parts->feed
            = std::make_unique<HistoryFeed>(m_parts->store, *m_parts->history, m_parts->clock);
        m_parts->feed->start();
    });
}

ActionRunner &Session::actions()
{
    return m_parts->actions;
}

ClusterProfile Session::setRole(UserRole role)
{
    m_parts->actions.setRole(role);
    ClusterProfile profile = m_parts->profile;
    profile.role = profileRole(role);
    return profile;
}

AtHand &Session::atHand()
{
    return m_parts->atHand;
}

Journal &Session::journal()
{
    return m_parts->journal;
}

History *Session::history()
{
    return m_parts->history.get();
}

ConfHistory &Session::confHistory()
{
    return m_parts->confHistory;
}

const ConfFeed &Session::conf() const
{
    return m_parts->conf;
}

// Who made a cluster.conf the running one is known from the moment on in which it is sent, whatever
// becomes of this program.
void Session::follow(const ActionRunPtr &run)
{
    const ActivationWish *activation = activationIn(run->planner());
    const RescueWish *rescue = rescueIn(run->planner());
    if (!activation && !rescue)
        return;
    const QByteArray &text = activation ? activation->text : rescue->text;
    connect(run.get(), &ActionRun::stepBegan, &m_parts->confHistory,
            [this, run = run.get(), file = keptConf(text)](int step) {
                if (run->plan().steps[size_t(step)].info.pointOfNoReturn)
                    m_parts->confHistory.wrote(file,
                                               {userName(), QSysInfo::machineHostName(),
                                                run->reason(), m_parts->clock.now()});
            });
}

const Forecasts &Session::forecasts() const
{
    return m_parts->forecasts;
}

bool Session::settled() const
{
    return m_parts->collector.settled();
}

void Session::answerHostKey(quint64 question, bool trust)
{
    m_parts->questions.answerHostKey(question, trust);
}

void Session::answerSecret(quint64 question, const std::optional<QString> &secret, bool remember)
{
    m_parts->questions.answerSecret(question, secret, remember);
}
} // namespace Core
