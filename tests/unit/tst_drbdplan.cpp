// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakecluster/fakeshell.h"
#include "tests/testmain.h"
#include "tests/unit/drbdsample.h"

#include <QTest>

using namespace Core;
using namespace Testing;
using Sample::has;
using Sample::node;
using Sample::verb;

namespace
{
constexpr auto alone = DrbdConnection::StandAlone;
constexpr auto waits = DrbdConnection::WFConnection;

using Change = std::function<void(ClusterSnapshot &)>;

// One wish on one changed cluster, and the finding that must come of it.
struct Case {
    const char *name;
    Verb wish;
    Change change;
    Severity severity;
    const char *finding;
};

void secondarySides(ClusterSnapshot &s)
{
    Sample::setRoles(s, 1, Role::Primary, Role::Secondary);
    Sample::stopGuests(s, 2);
    Sample::deactivate(s, 2);
}

void everyVerb(const std::function<void(const char *, const Verb &)> &take)
{
    for (const auto &[name, kind] :
         {std::pair("connect", VerbKind::Connect), std::pair("disconnect", VerbKind::Disconnect),
          std::pair("pause", VerbKind::PauseSync), std::pair("resume", VerbKind::ResumeSync),
          std::pair("verify", VerbKind::Verify), std::pair("repair", VerbKind::Repair),
          std::pair("invalidate", VerbKind::Invalidate), std::pair("primary", VerbKind::Primary),
          std::pair("secondary", VerbKind::Secondary), std::pair("attach", VerbKind::Attach),
          std::pair("detach", VerbKind::Detach), std::pair("adjust", VerbKind::Adjust),
          std::pair("rate", VerbKind::SetRate)})
        take(name, verb(kind));
}

QList<Case> cases()
{
    const auto blocker = Severity::Blocker;
    const auto warning = Severity::Warning;
    return {
        // Connect
        {"connected already", verb(VerbKind::Connect), [](auto &) {}, blocker, "drbd.nothing"},
        {"apart for an unknown reason", verb(VerbKind::Connect),
         [](ClusterSnapshot &s) { Sample::part(s, 1, alone, waits); }, warning, "drbd.apart"},
        {"both Primary while apart", verb(VerbKind::Connect),
         [](ClusterSnapshot &s) { Sample::part(s, 1, alone, waits); }, warning, "drbd.bothprimary"},
        // Disconnect
        {"both Primary", verb(VerbKind::Disconnect), [](auto &) {}, blocker, "drbd.bothprimary"},
        {"the peer's role is not known", verb(VerbKind::Disconnect),
         [](ClusterSnapshot &s) {
             Sample::part(s, 1, waits, waits);
             Sample::silence(s, 2);
         },
         blocker, "drbd.bothprimary"},
        {"only the own side says that the peer is Primary", verb(VerbKind::Disconnect),
         [](ClusterSnapshot &s) { Sample::drbd(s, 2, 1).role = Role::Secondary; }, blocker,
         "drbd.bothprimary"},
        {"only the peer says that it is Primary", verb(VerbKind::Disconnect),
         [](ClusterSnapshot &s) { Sample::peerIn(s, 1, 1).role = Role::Secondary; }, blocker,
         "drbd.bothprimary"},
        {"disconnected already", verb(VerbKind::Disconnect),
         [](ClusterSnapshot &s) { Sample::part(s, 1, alone, waits); }, blocker, "drbd.nothing"},
        {"a resync runs", verb(VerbKind::Disconnect),
         [](ClusterSnapshot &s) {
             secondarySides(s);
             Sample::peerIn(s, 1, 1).connection = DrbdConnection::SyncSource;
         },
         warning, "drbd.resync"},
        {"guests could be restarted on old data", verb(VerbKind::Disconnect), secondarySides,
         warning, "drbd.stale"},
        {"guests not known", verb(VerbKind::Disconnect),
         [](ClusterSnapshot &s) {
             secondarySides(s);
             for (Machine &machine : s.machines)
                 machine.guestStorage = {};
         },
         warning, "drbd.stale"},
        // Pause and resume
        {"paused already", verb(VerbKind::PauseSync),
         [](ClusterSnapshot &s) { Sample::drbd(s, 1, 1).flags = QStringLiteral("r--u--"); },
         blocker, "drbd.nothing"},
        {"flags not printed", verb(VerbKind::PauseSync),
         [](ClusterSnapshot &s) { Sample::drbd(s, 1, 1).flags.clear(); }, blocker, "drbd.unknown"},
        {"margin lost by a pause", verb(VerbKind::PauseSync),
         [](ClusterSnapshot &s) {
             Sample::peerIn(s, 1, 1).connection = DrbdConnection::SyncTarget;
         },
         warning, "drbd.margin"},
        {"nobody paused", verb(VerbKind::ResumeSync), [](auto &) {}, blocker, "drbd.nothing"},
        {"paused by the peer, too", verb(VerbKind::ResumeSync),
         [](ClusterSnapshot &s) { Sample::drbd(s, 1, 1).flags = QStringLiteral("r-pu--"); },
         warning, "drbd.paused"},
        {"waits for another resource", verb(VerbKind::ResumeSync),
         [](ClusterSnapshot &s) { Sample::drbd(s, 1, 1).flags = QStringLiteral("ra-u--"); },
         warning, "drbd.paused"},
        // Verify
        {"verify while a resync runs", verb(VerbKind::Verify),
         [](ClusterSnapshot &s) {
             Sample::peerIn(s, 1, 1).connection = DrbdConnection::SyncSource;
         },
         blocker, "drbd.connection"},
        {"verify a poor copy", verb(VerbKind::Verify),
         [](ClusterSnapshot &s) {
             Sample::setDisks(s, 1, DiskState::UpToDate, DiskState::Inconsistent);
         },
         blocker, "drbd.disk"},
        {"no verify-alg", verb(VerbKind::Verify),
         [](ClusterSnapshot &s) {
             s.machines[node(1)].drbdConfig.value->resources.first().settings.remove(
                 QStringLiteral("syncer/verify-alg"));
         },
         blocker, "drbd.verifyalg"},
        {"configuration not known", verb(VerbKind::Verify),
         [](ClusterSnapshot &s) { s.machines[node(1)].drbdConfig = {}; }, blocker, "drbd.config"},
        // Repair
        {"repair while both are Primary", verb(VerbKind::Repair, 2), [](auto &) {}, blocker,
         "drbd.bothprimary"},
        {"repair of the Primary", verb(VerbKind::Repair, 1), secondarySides, blocker,
         "drbd.victim"},
        {"repair with two Secondaries", verb(VerbKind::Repair, 2),
         [](ClusterSnapshot &s) { Sample::setRoles(s, 1, Role::Secondary, Role::Secondary); },
         blocker, "drbd.kept"},
        {"nothing differs", verb(VerbKind::Repair, 2), secondarySides, blocker, "drbd.nothing"},
        {"difference not known", verb(VerbKind::Repair, 2),
         [](ClusterSnapshot &s) {
             secondarySides(s);
             Sample::drbd(s, 2, 1).counters.outOfSync.reset();
         },
         blocker, "drbd.unknown"},
        // Invalidate
        {"the only good copy", verb(VerbKind::Invalidate, 2),
         [](ClusterSnapshot &s) {
             secondarySides(s);
             Sample::setDisks(s, 1, DiskState::Inconsistent, DiskState::UpToDate);
         },
         blocker, "drbd.onlycopy"},
        {"the peer's copy is not known", verb(VerbKind::Invalidate, 2),
         [](ClusterSnapshot &s) {
             secondarySides(s);
             Sample::part(s, 1, waits, waits);
             Sample::silence(s, 1);
         },
         blocker, "drbd.onlycopy"},
        {"a Primary", verb(VerbKind::Invalidate, 1), secondarySides, blocker, "drbd.primary"},
        {"in use", verb(VerbKind::Invalidate, 1), secondarySides, blocker, "drbd.guests"},
        {"not connected", verb(VerbKind::Invalidate, 2),
         [](ClusterSnapshot &s) {
             secondarySides(s);
             Sample::part(s, 1, waits, waits);
         },
         blocker, "drbd.connection"},
        // Primary
        {"Primary already", verb(VerbKind::Primary), [](auto &) {}, blocker, "drbd.nothing"},
        {"second Primary not allowed", verb(VerbKind::Primary, 2),
         [](ClusterSnapshot &s) {
             secondarySides(s);
             s.machines[node(2)].drbdConfig.value->resources.first().settings.remove(
                 QStringLiteral("net/allow-two-primaries"));
         },
         blocker, "drbd.twoprimaries"},
        {"second Primary without protocol C", verb(VerbKind::Primary, 2),
         [](ClusterSnapshot &s) {
             secondarySides(s);
             Sample::drbd(s, 2, 1).protocol = 'A';
         },
         blocker, "drbd.protocol"},
        {"second Primary during a resync", verb(VerbKind::Primary, 2),
         [](ClusterSnapshot &s) {
             secondarySides(s);
             Sample::setDisks(s, 1, DiskState::UpToDate, DiskState::Inconsistent);
         },
         blocker, "drbd.disk"},
        {"Primary beside one that is apart", verb(VerbKind::Primary, 2),
         [](ClusterSnapshot &s) {
             secondarySides(s);
             Sample::part(s, 1, waits, waits);
         },
         blocker, "drbd.peer"},
        {"Primary beside a silent node", verb(VerbKind::Primary, 2),
         [](ClusterSnapshot &s) {
             secondarySides(s);
             Sample::part(s, 1, waits, waits);
             Sample::silence(s, 1);
         },
         blocker, "drbd.peer"},
        {"Primary alone", verb(VerbKind::Primary, 2),
         [](ClusterSnapshot &s) {
             Sample::setRoles(s, 1, Role::Secondary, Role::Secondary);
             Sample::part(s, 1, waits, waits);
         },
         warning, "drbd.alone"},
        {"Primary of a poor copy", verb(VerbKind::Primary, 2),
         [](ClusterSnapshot &s) {
             Sample::setRoles(s, 1, Role::Secondary, Role::Secondary);
             Sample::setDisks(s, 1, DiskState::Inconsistent, DiskState::Inconsistent);
         },
         blocker, "drbd.disk"},
        {"Primary of the older copy", verb(VerbKind::Primary, 2),
         [](ClusterSnapshot &s) {
             Sample::setRoles(s, 1, Role::Secondary, Role::Secondary);
             Sample::part(s, 1, waits, waits);
             const ResourceName r1(QStringLiteral("r1"));
             s.machines[node(1)].drbdGenerations
                 = Sample::told(node(1), "drbd-generations",
                                DrbdGenerations{{DrbdGeneration{r1, 0, {0xA0, 0xB0, 0xC0, 0xD0}}}});
             s.machines[node(2)].drbdGenerations
                 = Sample::told(node(2), "drbd-generations",
                                DrbdGenerations{{DrbdGeneration{r1, 0, {0xB0, 0, 0xC0, 0xD0}}}});
         },
         blocker, "drbd.stale"},
        // Secondary
        {"Secondary below guests", verb(VerbKind::Secondary), [](auto &) {}, blocker,
         "drbd.guests"},
        {"Secondary below active volumes", verb(VerbKind::Secondary),
         [](ClusterSnapshot &s) { Sample::stopGuests(s, 1); }, blocker, "drbd.volumes"},
        {"Secondary, volumes not known", verb(VerbKind::Secondary),
         [](ClusterSnapshot &s) {
             Sample::stopGuests(s, 1);
             s.machines[node(1)].logicalVolumes = {};
         },
         warning, "drbd.volumes"},
        {"Secondary, guests not known", verb(VerbKind::Secondary),
         [](ClusterSnapshot &s) { s.machines[node(1)].running = {}; }, blocker, "drbd.guests"},
        {"Secondary, a storage not known", verb(VerbKind::Secondary),
         [](ClusterSnapshot &s) {
             Sample::stopGuests(s, 1);
             for (Machine &machine : s.machines) {
                 if (machine.guestStorage.value)
                     machine.guestStorage.value->storages.clear();
             }
         },
         blocker, "drbd.guests"},
        {"Secondary already", verb(VerbKind::Secondary, 2), secondarySides, blocker,
         "drbd.nothing"},
        // Attach, detach, adjust, rate
        {"attached already", verb(VerbKind::Attach), [](auto &) {}, blocker, "drbd.nothing"},
        {"detach the only good copy", verb(VerbKind::Detach),
         [](ClusterSnapshot &s) {
             Sample::setDisks(s, 1, DiskState::UpToDate, DiskState::Inconsistent);
         },
         blocker, "drbd.onlycopy"},
        {"detach without a peer", verb(VerbKind::Detach),
         [](ClusterSnapshot &s) { Sample::part(s, 1, waits, waits); }, blocker, "drbd.onlycopy"},
        {"detached already", verb(VerbKind::Detach),
         [](ClusterSnapshot &s) {
             Sample::setDisks(s, 1, DiskState::Diskless, DiskState::UpToDate);
         },
         blocker, "drbd.nothing"},
        {"detach", verb(VerbKind::Detach), [](auto &) {}, warning, "drbd.diskless"},
        {"adjust two Primaries", verb(VerbKind::Adjust), [](auto &) {}, warning,
         "drbd.bothprimary"},
        {"adjust without files", verb(VerbKind::Adjust),
         [](ClusterSnapshot &s) { s.machines[node(1)].drbdConfig = {}; }, blocker, "drbd.config"},
        {"return to a rate that is not known", verb(VerbKind::SetRate),
         [](ClusterSnapshot &s) { s.machines[node(1)].drbdConfig = {}; }, blocker, "drbd.config"},
        {"a rate on one side only", verb(VerbKind::SetRate),
         [](ClusterSnapshot &s) { Sample::silence(s, 2); }, warning, "drbd.oneside"},
    };
}
} // namespace

Q_DECLARE_METATYPE(Core::Verb)

class TstDrbdPlan : public QObject
{
    Q_OBJECT
private slots:
    void findings_data();
    void findings();
    void whatIsNotKnownBlocks_data();
    void whatIsNotKnownBlocks();
    void aSplitBrainIsNotConnected();
    void aDisconnectedPairConnects();
    void commandsFollowTheRelease_data();
    void commandsFollowTheRelease();
    void anotherVerbIsBlocked();
    void whatCanBeLostAsksForTheName_data();
    void whatCanBeLostAsksForTheName();
    void wishesRun_data();
    void wishesRun();
    void aCommandThatDoesNothingIsNotConfirmed();
    void aRefusalIsQuoted();
    void heldOpenIsNamed();
    void theRolesAreReadAgainBeforeBlocksAreOverwritten();
    void theVerificationTellsWhatItFound();
    void adjustingRefusesToDisconnectTwoPrimaries();
    void theRateIsForetold();
    void mixedReleasesGetTheirOwnWords();
};

void TstDrbdPlan::findings_data()
{
    QTest::addColumn<int>("row");
    const QList<Case> all = cases();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << i;
}

void TstDrbdPlan::findings()
{
    QFETCH(int, row);
    const Case one = cases()[row];
    ClusterSnapshot s = Sample::whole();
    one.change(s);
    const ActionPlan plan = planDrbd(one.wish, s);
    QVERIFY2(has(plan, one.severity, one.finding), Sample::words(plan).constData());
    QCOMPARE(plan.blocked(), one.severity == Severity::Blocker);
}

void TstDrbdPlan::whatIsNotKnownBlocks_data()
{
    QTest::addColumn<Verb>("wish");
    QTest::addColumn<int>("what");
    everyVerb([](const char *name, const Verb &wish) {
        const char *whats[]{"silent", "never asked", "no name",  "no release",
                            "DRBD 9", "no resource", "no state", "no machine"};
        for (int what = 0; what < 8; ++what)
            QTest::addRow("%s, %s", name, whats[what]) << wish << what;
    });
}

void TstDrbdPlan::whatIsNotKnownBlocks()
{
    QFETCH(Verb, wish);
    QFETCH(int, what);
    ClusterSnapshot s = Sample::whole();
    Machine &machine = s.machines[node(1)];
    const Change changes[]{
        [](ClusterSnapshot &c) { Sample::silence(c, 1); },
        [&](ClusterSnapshot &) { machine.drbd = {}; },
        [&](ClusterSnapshot &) { machine.drbd.value->resources.first().name = {}; },
        [&](ClusterSnapshot &) { machine.drbd.value->version.clear(); },
        [&](ClusterSnapshot &) {
            machine.drbd.value = DrbdStatus{QStringLiteral("9.0.14"), true, {}};
        },
        [&](ClusterSnapshot &) { wish.resource = ResourceName(QStringLiteral("r7")); },
        [](ClusterSnapshot &c) { Sample::drbd(c, 1, 1).peers.clear(); },
        [&](ClusterSnapshot &) { wish.node = NodeName(QStringLiteral("node7")); },
    };
    changes[what](s);
    const ActionPlan plan = planDrbd(wish, s);
    QVERIFY2(has(plan, Severity::Blocker, "drbd.unknown"), Sample::words(plan).constData());
    QVERIFY(plan.steps.empty());
}

void TstDrbdPlan::aSplitBrainIsNotConnected()
{
    ClusterSnapshot s = Sample::whole();
    Sample::part(s, 1, alone, alone);
    DrbdLogEntry line;
    line.kind = DrbdLogKind::SplitBrain;
    line.minor = 1;
    s.machines[node(1)].drbdLog = Sample::told(node(1), "drbd-log", DrbdLog{{line}});
    const ActionPlan plan = planDrbd(verb(VerbKind::Connect), s);
    QVERIFY2(has(plan, Severity::Blocker, "drbd.splitbrain"), Sample::words(plan).constData());
    QCOMPARE(plan.findings.first().evidence.first().probe.text(), QStringLiteral("drbd-log"));
}

void TstDrbdPlan::aDisconnectedPairConnects()
{
    ClusterSnapshot s = Sample::whole();
    secondarySides(s);
    Sample::part(s, 1, waits, alone);
    DrbdLogEntry line;
    line.kind = DrbdLogKind::Disconnecting;
    line.minor = 1;
    s.machines[node(2)].drbdLog = Sample::told(node(2), "drbd-log", DrbdLog{{line}});
    const ActionPlan plan = planDrbd(verb(VerbKind::Connect, 2), s);
    QVERIFY2(!plan.blocked(), Sample::words(plan).constData());
    QVERIFY(has(plan, Severity::Note, "drbd.apart"));
    QCOMPARE(plan.confirmation.kind, ConfirmationKind::OneClick);
}

void TstDrbdPlan::commandsFollowTheRelease_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<double>("rate"); // bytes a second
    QTest::addColumn<QString>("command");
    const double wish = 60.0 * 1024 * 1024;
    QTest::newRow("8.3") << "8.3.13" << wish << "drbdsetup /dev/drbd1 syncer -r 61440K";
    QTest::newRow("8.4") << "8.4.11-1" << wish
                         << "drbdadm disk-options '--c-plan-ahead=0' '--resync-rate=61440K' r1";
    QTest::newRow("8.3 back") << "8.3.13" << 0.0 << "drbdadm syncer r1";
    QTest::newRow("8.4 back") << "8.4.11-1" << 0.0 << "drbdadm adjust r1";
}

void TstDrbdPlan::commandsFollowTheRelease()
{
    QFETCH(QString, release);
    QFETCH(double, rate);
    QFETCH(QString, command);
    ClusterSnapshot s = Sample::whole();
    for (const int id : {1, 2})
        s.machines[node(id)].drbd.value->version = release;
    Verb wish = verb(VerbKind::SetRate);
    wish.rate = Rate{rate};
    const ActionPlan plan = planDrbd(wish, s);
    QVERIFY2(!plan.blocked(), Sample::words(plan).constData());
    QCOMPARE(Sample::previews(plan).count(command), 2);
}

void TstDrbdPlan::anotherVerbIsBlocked()
{
    QVERIFY(planDrbd(verb(VerbKind::Fence), Sample::whole()).blocked());
}

void TstDrbdPlan::whatCanBeLostAsksForTheName_data()
{
    QTest::addColumn<Verb>("wish");
    QTest::addColumn<QString>("typed"); // empty: a click is enough
    QTest::newRow("disconnect") << verb(VerbKind::Disconnect) << "r1";
    QTest::newRow("repair") << verb(VerbKind::Repair, 2) << "node2";
    QTest::newRow("invalidate") << verb(VerbKind::Invalidate, 2) << "node2";
    QTest::newRow("detach") << verb(VerbKind::Detach) << "r1";
    for (const auto &[name, kind] :
         {std::pair("pause", VerbKind::PauseSync), std::pair("verify", VerbKind::Verify),
          std::pair("primary", VerbKind::Primary), std::pair("secondary", VerbKind::Secondary),
          std::pair("attach", VerbKind::Attach), std::pair("adjust", VerbKind::Adjust),
          std::pair("rate", VerbKind::SetRate)})
        QTest::newRow(name) << verb(kind) << QString();
}

void TstDrbdPlan::whatCanBeLostAsksForTheName()
{
    QFETCH(Verb, wish);
    QFETCH(QString, typed);
    const Confirmation asked = planDrbd(wish, Sample::whole()).confirmation;
    QCOMPARE(asked.expected, typed);
    QCOMPARE(asked.kind == ConfirmationKind::TypeName, !typed.isEmpty());
    QCOMPARE(asked.reason, !typed.isEmpty());
}

namespace
{
struct Run {
    const char *name;
    Verb wish;
    Change change;
    const char *commands;
};
QList<Run> runs()
{
    const auto differing = [](ClusterSnapshot &s) {
        secondarySides(s);
        for (const int id : {1, 2})
            Sample::drbd(s, id, 1).counters.outOfSync = Bytes{131'072};
    };
    return {
        {"disconnect", verb(VerbKind::Disconnect), secondarySides, "node1# drbdadm disconnect r1"},
        {"connect", verb(VerbKind::Connect, 2),
         [](ClusterSnapshot &s) {
             secondarySides(s);
             Sample::part(s, 1, waits, alone);
         },
         "node2# drbdadm connect r1"},
        {"pause", verb(VerbKind::PauseSync), [](auto &) {}, "node1# drbdadm pause-sync r1"},
        {"resume", verb(VerbKind::ResumeSync),
         [](ClusterSnapshot &s) { Sample::drbd(s, 1, 1).flags = QStringLiteral("r--u--"); },
         "node1# drbdadm resume-sync r1"},
        {"repair", verb(VerbKind::Repair, 2), differing,
         "node2# drbdadm disconnect r1, node2# drbdadm connect r1"},
        {"invalidate", verb(VerbKind::Invalidate, 2), secondarySides,
         "node2# drbdadm invalidate r1"},
        {"primary", verb(VerbKind::Primary, 2), secondarySides, "node2# drbdadm primary r1"},
        {"secondary", verb(VerbKind::Secondary),
         [](ClusterSnapshot &s) {
             Sample::stopGuests(s, 1);
             Sample::deactivate(s, 1);
         },
         "node1# drbdadm secondary r1"},
        {"detach", verb(VerbKind::Detach), [](auto &) {}, "node1# drbdadm detach r1"},
        {"attach", verb(VerbKind::Attach),
         [](ClusterSnapshot &s) {
             Sample::setDisks(s, 1, DiskState::Diskless, DiskState::UpToDate);
         },
         "node1# drbdadm attach r1"},
        {"adjust", verb(VerbKind::Adjust), [](auto &) {},
         "node1# drbdadm --dry-run adjust r1, node1# drbdadm adjust r1"},
    };
}
} // namespace

void TstDrbdPlan::wishesRun_data()
{
    QTest::addColumn<int>("row");
    const QList<Run> all = runs();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << i;
}

void TstDrbdPlan::wishesRun()
{
    QFETCH(int, row);
    const Run one = runs()[row];
    ClusterSnapshot s = Sample::whole();
    one.change(s);
    const ActionPlan plan = planDrbd(one.wish, s);
    QVERIFY2(!plan.blocked(), Sample::words(plan).constData());
    FakeShell shell(s);
    const FakeRun run = runPlan(plan, shell);
    QVERIFY2(run.done(), qPrintable(run.error ? logText(run.error->what) : QString()));
    QCOMPARE(shell.sent.join(QStringLiteral(", ")), QString::fromLatin1(one.commands));
}

void TstDrbdPlan::aCommandThatDoesNothingIsNotConfirmed()
{
    ClusterSnapshot s = Sample::whole();
    secondarySides(s);
    FakeShell shell(s);
    shell.obeys = false;
    const FakeRun run = runPlan(planDrbd(verb(VerbKind::Primary, 2), s), shell);
    QVERIFY(!run.done());
    QCOMPARE(run.error->kind, ErrorKind::Stale);
}

void TstDrbdPlan::aRefusalIsQuoted()
{
    ClusterSnapshot s = Sample::whole();
    secondarySides(s);
    FakeShell shell(s);
    shell.answers[QStringLiteral("drbdadm primary r1")]
        = {17, {}, "1: State change failed: (-2) Need access to UpToDate data\n", {}};
    const FakeRun run = runPlan(planDrbd(verb(VerbKind::Primary, 2), s), shell);
    QCOMPARE(run.error->kind, ErrorKind::CommandFailed);
    QVERIFY(logText(run.error->what).contains(QStringLiteral("Need access to UpToDate data")));
}

void TstDrbdPlan::heldOpenIsNamed()
{
    ClusterSnapshot s = Sample::whole();
    Sample::stopGuests(s, 1);
    Sample::deactivate(s, 1);
    FakeShell shell(s);
    shell.answers[QStringLiteral("drbdadm secondary r1")]
        = {11, {}, "1: State change failed: (-12) Device is held open by someone\n", {}};
    const FakeRun run = runPlan(planDrbd(verb(VerbKind::Secondary), s), shell);
    QVERIFY(logText(run.error->what).contains(QStringLiteral("held open on node1")));
}

void TstDrbdPlan::theRolesAreReadAgainBeforeBlocksAreOverwritten()
{
    ClusterSnapshot s = Sample::whole();
    secondarySides(s);
    for (const int id : {1, 2})
        Sample::drbd(s, id, 1).counters.outOfSync = Bytes{131'072};
    const ActionPlan plan = planDrbd(verb(VerbKind::Repair, 2), s);
    FakeShell shell(s);
    // Somebody makes the victim Primary between the two commands.
    shell.beforeLook = [](FakeShell &to) {
        if (to.looks == 2)
            to.side(node(2), QStringLiteral("r1")).role = Role::Primary;
    };
    const FakeRun run = runPlan(plan, shell);
    QCOMPARE(run.step, 1);
    QCOMPARE(run.error->kind, ErrorKind::Stale);
    QCOMPARE(shell.sent, QStringList{QStringLiteral("node2# drbdadm disconnect r1")});
    QVERIFY(plan.steps[1].info.pointOfNoReturn);
}

void TstDrbdPlan::theVerificationTellsWhatItFound()
{
    const ClusterSnapshot s = Sample::whole();
    const ActionPlan plan = planDrbd(verb(VerbKind::Verify), s);
    QVERIFY2(!plan.blocked(), Sample::words(plan).constData());
    FakeShell shell(s);
    shell.beforeLook = [](FakeShell &to) {
        const QString r1 = QStringLiteral("r1");
        DrbdPeer &seen = to.side(node(1), r1).peers.first();
        seen.connection = to.looks < 5 ? DrbdConnection::VerifyS : DrbdConnection::Connected;
        if (to.looks < 8)
            return;
        DrbdLogEntry began, found, ended;
        began.minor = found.minor = ended.minor = 1;
        began.kind = DrbdLogKind::VerifyBegan;
        began.sector = 0;
        found.kind = DrbdLogKind::OutOfSync;
        found.sector = 4096;
        found.sectors = 256;
        ended.kind = DrbdLogKind::VerifyDone;
        ended.at = QDateTime::fromSecsSinceEpoch(1'772'400'000, Qt::UTC);
        to.picture.machines[node(1)].drbdLog
            = Sample::told(node(1), "drbd-log", DrbdLog{{began, found, ended}});
    };
    const FakeRun run = runPlan(plan, shell);
    QVERIFY2(run.done(), qPrintable(run.error ? logText(run.error->what) : QString()));
    QVERIFY(logText(shell.told.last().text).contains(QStringLiteral("128 KiB differ")));
}

void TstDrbdPlan::adjustingRefusesToDisconnectTwoPrimaries()
{
    const ClusterSnapshot s = Sample::whole();
    FakeShell shell(s);
    shell.answers[QStringLiteral("drbdadm --dry-run adjust r1")]
        = {0, "drbdsetup 1 disconnect\ndrbdsetup 1 net ipv4:a:1 ipv4:b:1 C\n", {}, {}};
    const FakeRun run = runPlan(planDrbd(verb(VerbKind::Adjust), s), shell);
    QCOMPARE(run.step, 0);
    QCOMPARE(run.error->kind, ErrorKind::Refused);
    QCOMPARE(shell.sent.size(), 1);
}

void TstDrbdPlan::theRateIsForetold()
{
    ClusterSnapshot s = Sample::whole();
    SyncProgress sync;
    sync.left = Bytes{600 * 1'048'576};
    sync.total = Bytes{1200 * 1'048'576};
    sync.speed = sync.average = Bytes{10 * 1'048'576};
    Sample::peerIn(s, 1, 1).connection = DrbdConnection::SyncSource;
    Sample::peerIn(s, 1, 1).sync = sync;
    Verb wish = verb(VerbKind::SetRate);
    wish.rate = Rate{60.0 * 1'048'576};
    const ActionPlan plan = planDrbd(wish, s);
    QVERIFY(has(plan, Severity::Note, "drbd.forecast"));
    QVERIFY(has(plan, Severity::Note, "drbd.hope"));
    for (const Finding &finding : plan.findings) {
        if (finding.id == QStringLiteral("drbd.forecast"))
            QCOMPARE(logText(finding.text),
                     QStringLiteral(
                         "At 60.0 MiB/s the remaining 600 MiB take 10 s, instead of 60 s now"));
    }
}

void TstDrbdPlan::mixedReleasesGetTheirOwnWords()
{
    ClusterSnapshot s = Sample::whole();
    s.machines[node(2)].drbd.value->version = QStringLiteral("8.4.11-1");
    Verb wish = verb(VerbKind::SetRate);
    wish.rate = Rate{60.0 * 1'048'576};
    QCOMPARE(Sample::previews(planDrbd(wish, s)),
             QStringList({QStringLiteral("drbdsetup /dev/drbd1 syncer -r 61440K"),
                          QStringLiteral("drbdadm disk-options '--c-plan-ahead=0' "
                                         "'--resync-rate=61440K' r1")}));
}

BINOME_TEST(TstDrbdPlan)
#include "tst_drbdplan.moc"
