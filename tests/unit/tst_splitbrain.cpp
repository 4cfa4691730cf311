// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/lastwrites.h"
#include "tests/fakecluster/fakeshell.h"
#include "tests/testmain.h"
#include "tests/unit/drbdsample.h"

#include <QTest>

using namespace Core;
using namespace Testing;
using Sample::has;
using Sample::node;

namespace
{
constexpr auto alone = DrbdConnection::StandAlone;
constexpr auto waits = DrbdConnection::WFConnection;
const ResourceName r1(QStringLiteral("r1"));
const ResourceName r2(QStringLiteral("r2"));
constexpr qint64 mib = 1 << 20;

using Change = std::function<void(ClusterSnapshot &)>;

void tellSplit(ClusterSnapshot &s, int minor)
{
    DrbdLogEntry line;
    line.kind = DrbdLogKind::SplitBrain;
    line.minor = minor;
    DrbdLog log = s.machines[node(1)].drbdLog.value.value_or(DrbdLog());
    log.entries << line;
    s.machines[node(1)].drbdLog = Sample::told(node(1), "drbd-log", log);
}
void wrote(ClusterSnapshot &s, int minor, qint64 first, qint64 second)
{
    Sample::drbd(s, 1, minor).counters.outOfSync = Bytes{first};
    Sample::drbd(s, 2, minor).counters.outOfSync = Bytes{second};
}

// Both resources are split, both sides Primary; guests 100 and 101 of r1 run on node1, 102 of r2 on
// node2. The home side wrote 40 MiB, the other 3 MiB.
ClusterSnapshot split()
{
    ClusterSnapshot s = Sample::whole();
    for (const int minor : {1, 2}) {
        Sample::part(s, minor, alone, alone);
        tellSplit(s, minor);
        wrote(s, minor, minor == 1 ? 40 * mib : 3 * mib, minor == 1 ? 3 * mib : 40 * mib);
    }
    return s;
}
// Guest 101 of r1 was moved to node2 and wrote there.
ClusterSnapshot bothWrote()
{
    ClusterSnapshot s = split();
    s.machines[node(1)].running.value->ids = {100};
    s.machines[node(2)].running.value->ids = {101, 102};
    for (const int id : {1, 2}) {
        s.machines[node(id)].logicalVolumes.value->operator[](1)
            = Sample::logicalVolume("vm-101-disk-1", "r1vg", id == 2);
        for (HaService &service : s.machines[node(id)].ha.value->services) {
            if (service.name.text() == QStringLiteral("pvevm:101"))
                service.owner = node(2);
        }
    }
    return s;
}

SplitBrainWish wish(int victim, const ResourceName &resource = r1)
{
    return {resource, node(victim), {}, {}};
}
SplitBrainWish saving(int victim)
{
    return {r1, node(victim), QStringLiteral("/var/saved"), {}};
}

struct Case {
    const char *name;
    SplitBrainWish wish;
    Change change; // of bothWrote()
    Severity severity;
    const char *finding;
};

void setKind(ClusterSnapshot &s, DrbdLogKind kind)
{
    DrbdLogEntry line;
    line.kind = kind;
    line.minor = 1;
    s.machines[node(1)].drbdLog = Sample::told(node(1), "drbd-log", DrbdLog{{line}});
}

QList<Case> cases()
{
    const auto blocker = Severity::Blocker;
    const auto warning = Severity::Warning;
    return {
        {"a wrong secret", saving(2),
         [](ClusterSnapshot &s) { setKind(s, DrbdLogKind::SecretMismatch); }, blocker,
         "splitbrain.kind"},
        {"unrelated data", saving(2),
         [](ClusterSnapshot &s) { setKind(s, DrbdLogKind::UnrelatedData); }, blocker,
         "splitbrain.kind"},
        {"an administrator's disconnect", saving(2),
         [](ClusterSnapshot &s) { setKind(s, DrbdLogKind::Disconnecting); }, blocker,
         "splitbrain.kind"},
        {"StandAlone proves nothing", saving(2),
         [](ClusterSnapshot &s) { s.machines[node(1)].drbdLog = {}; }, blocker, "splitbrain.kind"},
        {"the kept side is silent", saving(2), [](ClusterSnapshot &s) { Sample::silence(s, 1); },
         blocker, "splitbrain.unknown"},
        {"the victim is silent", saving(2), [](ClusterSnapshot &s) { Sample::silence(s, 2); },
         blocker, "splitbrain.unknown"},
        {"a side that still says Connected", saving(2),
         [](ClusterSnapshot &s) { Sample::peerIn(s, 1, 1).connection = DrbdConnection::Connected; },
         blocker, "splitbrain.unknown"},
        {"the kept copy is poor", saving(2),
         [](ClusterSnapshot &s) { Sample::drbd(s, 1, 1).disk = DiskState::Inconsistent; }, blocker,
         "splitbrain.kept"},
        {"the victim has no disk", saving(2),
         [](ClusterSnapshot &s) { Sample::drbd(s, 2, 1).disk = DiskState::Diskless; }, blocker,
         "splitbrain.victim"},
        {"minors without names", saving(2),
         [](ClusterSnapshot &s) {
             for (const int id : {1, 2})
                 Sample::drbd(s, id, 1).name = {};
         },
         blocker, "splitbrain.unknown"},
        {"a release that is not known", saving(2),
         [](ClusterSnapshot &s) { s.machines[node(2)].drbd.value->version.clear(); }, blocker,
         "splitbrain.unknown"},
        {"guests not known", saving(2),
         [](ClusterSnapshot &s) { s.machines[node(2)].running = {}; }, blocker,
         "splitbrain.guests"},
        {"volume groups not known", saving(2),
         [](ClusterSnapshot &s) {
             for (const int id : {1, 2})
                 s.machines[node(id)].physicalVolumes = {};
         },
         blocker, "splitbrain.volumes"},
        {"volumes not known", saving(2),
         [](ClusterSnapshot &s) { s.machines[node(2)].logicalVolumes = {}; }, blocker,
         "splitbrain.volumes"},
        {"loss not known", saving(2),
         [](ClusterSnapshot &s) { Sample::drbd(s, 2, 1).counters.outOfSync.reset(); }, blocker,
         "splitbrain.loss"},
        {"a guest wrote and nothing is saved", wish(2), [](auto &) {}, blocker, "splitbrain.save"},
        {"no absolute folder",
         {r1, node(2), QStringLiteral("saved"), {}},
         [](auto &) {},
         blocker,
         "splitbrain.save"},
        {"a volume only on the victim", saving(2),
         [](ClusterSnapshot &s) {
             *s.machines[node(2)].logicalVolumes.value
                 << Sample::logicalVolume("vm-109-disk-1", "r1vg", false);
         },
         blocker, "splitbrain.onlyhere"},
        {"no rgmanager with quorum", saving(2),
         [](ClusterSnapshot &s) {
             for (const int id : {1, 2})
                 s.machines[node(id)].ha.value->rgmanagerAnswers = false;
         },
         blocker, "splitbrain.ha"},
        {"a frozen guest", saving(2),
         [](ClusterSnapshot &s) {
             for (const int id : {1, 2}) {
                 for (HaService &service : s.machines[node(id)].ha.value->services)
                     service.frozen = true;
             }
         },
         blocker, "splitbrain.ha"},
        {"groups changed since", saving(2),
         [](ClusterSnapshot &s) { s.machines[node(2)].volumeGroups.value->first().seqno = 9; },
         warning, "splitbrain.seqno"},
        {"guests stop", saving(2), [](auto &) {}, warning, "splitbrain.guests"},
        {"what is lost", saving(2), [](auto &) {}, warning, "splitbrain.loss"},
        {"nobody recommends it", saving(2), [](auto &) {}, warning, "splitbrain.choice"},
        {"no undo", saving(2), [](auto &) {}, warning, "splitbrain.final"},
    };
}

QStringList withoutReports(const QStringList &sent)
{
    QStringList left;
    for (const QString &line : sent) {
        if (!line.contains(QStringLiteral("# lvs ")) && !line.contains(QStringLiteral("# vgs ")))
            left << line;
    }
    return left;
}

// A folder with room, and copies of the right size.
void giveRoom(FakeShell &shell)
{
    shell.answers[QStringLiteral("df -P -k -- /var/saved")]
        = {0,
           "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda3 99 9 90000000 "
           "10% /\n",
           {},
           {}};
    shell.answers[QStringLiteral("stat -c %s -- /var/saved/r1-node2-r1vg-vm-101-disk-1.raw")]
        = {0, QByteArray::number(8LL << 30) + '\n', {}, {}};
}
QByteArray why(const FakeRun &run)
{
    return run.error ? logText(run.error->what).toUtf8() : QByteArray("done");
}
} // namespace

class TstSplitBrain : public QObject
{
    Q_OBJECT
private slots:
    void eachResourceHasItsOwnVictim();
    void theLossIsToldPerSide();
    void guestsOfBothSidesLeaveTheChoiceToAPerson();
    void theVictimIsProposed_data();
    void theVictimIsProposed();
    void whatIsNotKnownProposesNobody_data();
    void whatIsNotKnownProposesNobody();
    void findings_data();
    void findings();
    void anUnknownVictimIsBlocked();
    void aResourceThatIsConnectedIsNotRepaired();
    void theNameAndAReasonAreAskedFor();
    void approvalStandsWhileGuestsWrite();
    void theOrderIsThatOfTheTrade();
    void aSideThatWaitsReconnectsByItself();
    void eachReleaseHasItsWords();
    void guestsOfTheVictimAreSavedStoppedAndStartedAgain();
    void aGuestOutsideHaIsShutDown();
    void cancelledBeforeAnythingIsThrownAway_data();
    void cancelledBeforeAnythingIsThrownAway();
    void aLinkCutAtAnyStepStopsThere_data();
    void aLinkCutAtAnyStepStopsThere();
    void changedRolesStopIt_data();
    void changedRolesStopIt();
    void aSecondSplitBrainIsTold();
    void aSilentSideIsNotTakenForGood();
    void aNewVolumeStopsIt();
    void noRoomStopsIt();
    void aShortCopyStopsIt();
    void aVolumeIsCopiedPieceByPiece();
    void noSecondPrimaryWithoutTheLink();
    void aKeptSideThatWaitsNoMoreStopsIt();
    void theHistoryTellsTheLastWrites();
    void aClockThatIsYearsOffDoesNotHideTheLastWrites();
};

void TstSplitBrain::eachResourceHasItsOwnVictim()
{
    const QList<SplitBrain> all = splitBrains(split());
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].resource, r1);
    QCOMPARE(all[0].proposed, std::optional(node(2)));
    QCOMPARE(all[1].resource, r2);
    QCOMPARE(all[1].proposed, std::optional(node(1)));
}

void TstSplitBrain::theLossIsToldPerSide()
{
    const SplitBrain brain = *splitBrainOf(bothWrote(), r1);
    QCOMPARE(brain.sides[0].lost, std::optional(Bytes{40 * mib}));
    QCOMPARE(brain.sides[1].lost, std::optional(Bytes{3 * mib}));
    QCOMPARE(brain.sides[1].guests->first().id, 101);
    QVERIFY(brain.sides[1].guests->first().highlyAvailable);
    QCOMPARE(brain.sides[1].mustSave.size(), 1);
    QCOMPARE(brain.sides[1].mustSave.first().path(), QStringLiteral("r1vg/vm-101-disk-1"));
    QCOMPARE(brain.use.groups, QStringList{QStringLiteral("r1vg")});
    QCOMPARE(brain.sides[0].seqno.value(QStringLiteral("r1vg")), 7u);
}

void TstSplitBrain::guestsOfBothSidesLeaveTheChoiceToAPerson()
{
    const SplitBrain brain = *splitBrainOf(bothWrote(), r1);
    QVERIFY(!brain.proposed);
    const QString words = logText(brain.why);
    QVERIFY2(words.contains(QStringLiteral("40.0 MiB"))
                 && words.contains(QStringLiteral("3.0 MiB")),
             qPrintable(words));
}

void TstSplitBrain::theVictimIsProposed_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<int>("victim");
    QTest::newRow("the side without guests") << 0 << 2;
    QTest::newRow("the side that wrote nothing, in spite of its guests") << 1 << 1;
    QTest::newRow("neither wrote: the side without guests") << 2 << 2;
    QTest::newRow("the side with the poor copy") << 3 << 1;
    QTest::newRow("both have guests, one wrote nothing") << 4 << 2;
}

void TstSplitBrain::theVictimIsProposed()
{
    QFETCH(int, how);
    QFETCH(int, victim);
    ClusterSnapshot s = how == 4 ? bothWrote() : split();
    const Change changes[]{
        [](ClusterSnapshot &) {},
        [](ClusterSnapshot &c) { wrote(c, 1, 0, 3 * mib); },
        [](ClusterSnapshot &c) { wrote(c, 1, 0, 0); },
        [](ClusterSnapshot &c) { Sample::drbd(c, 1, 1).disk = DiskState::Outdated; },
        [](ClusterSnapshot &c) { wrote(c, 1, 40 * mib, 0); },
    };
    changes[how](s);
    const SplitBrain brain = *splitBrainOf(s, r1);
    QCOMPARE(brain.proposed, std::optional(node(victim)));
    QVERIFY(!brain.why.isEmpty());
}

void TstSplitBrain::whatIsNotKnownProposesNobody_data()
{
    QTest::addColumn<int>("what");
    int row = 0;
    for (const char *name :
         {"a side that still says Connected", "a silent side", "guests", "storage", "volume groups",
          "no split brain", "no guest at all", "two poor copies"})
        QTest::newRow(name) << row++;
}

void TstSplitBrain::whatIsNotKnownProposesNobody()
{
    QFETCH(int, what);
    ClusterSnapshot s = split();
    const Change changes[]{
        [](ClusterSnapshot &c) {
            Sample::peerIn(c, 1, 1).connection = DrbdConnection::Connected;
            Sample::drbd(c, 1, 1).counters.outOfSync = Bytes{0};
        },
        [](ClusterSnapshot &c) { Sample::silence(c, 2); },
        [](ClusterSnapshot &c) { c.machines[node(2)].running = {}; },
        [](ClusterSnapshot &c) {
            for (const int id : {1, 2})
                c.machines[node(id)].guestStorage = {};
        },
        [](ClusterSnapshot &c) {
            for (const int id : {1, 2})
                c.machines[node(id)].physicalVolumes = {};
        },
        [](ClusterSnapshot &c) { setKind(c, DrbdLogKind::SecretMismatch); },
        [](ClusterSnapshot &c) {
            Sample::stopGuests(c, 1);
            Sample::stopGuests(c, 2);
        },
        [](ClusterSnapshot &c) {
            for (const int id : {1, 2})
                Sample::drbd(c, id, 1).disk = DiskState::Outdated;
        },
    };
    changes[what](s);
    const SplitBrain brain = *splitBrainOf(s, r1);
    QVERIFY(!brain.proposed);
    QVERIFY(!brain.why.isEmpty());
}

void TstSplitBrain::findings_data()
{
    QTest::addColumn<int>("row");
    const QList<Case> all = cases();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << i;
}

void TstSplitBrain::findings()
{
    QFETCH(int, row);
    const Case one = cases()[row];
    ClusterSnapshot s = bothWrote();
    one.change(s);
    const ActionPlan plan = planSplitBrain(one.wish, s);
    QVERIFY2(has(plan, one.severity, one.finding), Sample::words(plan).constData());
    QCOMPARE(plan.blocked(), one.severity == Severity::Blocker);
}

void TstSplitBrain::anUnknownVictimIsBlocked()
{
    SplitBrainWish stranger = wish(2);
    stranger.victim = NodeName(QStringLiteral("node7"));
    QVERIFY(planSplitBrain(stranger, split()).blocked());
}

void TstSplitBrain::aResourceThatIsConnectedIsNotRepaired()
{
    QVERIFY(planSplitBrain(wish(2), Sample::whole()).blocked());
    QVERIFY(splitBrains(Sample::whole()).isEmpty());
}

void TstSplitBrain::theNameAndAReasonAreAskedFor()
{
    const Confirmation asked = planSplitBrain(wish(2), split()).confirmation;
    QCOMPARE(asked.kind, ConfirmationKind::TypeName);
    QCOMPARE(asked.expected, QStringLiteral("node2"));
    QVERIFY(asked.reason);
}

void TstSplitBrain::approvalStandsWhileGuestsWrite()
{
    ClusterSnapshot later = split();
    wrote(later, 1, 60 * mib, 5 * mib);
    const ActionPlan shown = planSplitBrain(wish(2), split());
    QVERIFY(planSplitBrain(wish(2), later).sameAs(shown));
    wrote(later, 1, 60 * mib, 500 * mib);
    QVERIFY(!planSplitBrain(wish(2), later).sameAs(shown));
}

void TstSplitBrain::theOrderIsThatOfTheTrade()
{
    const ActionPlan plan = planSplitBrain(wish(2), split());
    QVERIFY2(!plan.blocked(), Sample::words(plan).constData());
    FakeShell shell(split());
    const FakeRun run = runPlan(plan, shell);
    QVERIFY2(run.done(), why(run).constData());
    QCOMPARE(
        withoutReports(shell.sent),
        QStringList({QStringLiteral("node2# vgchange -an r1vg"),
                     QStringLiteral("node2# drbdadm secondary r1"),
                     QStringLiteral("node2# drbdadm -- --discard-my-data connect r1"),
                     QStringLiteral("node1# drbdadm connect r1"), QStringLiteral("node2# vgscan"),
                     QStringLiteral("node2# drbdadm primary r1")}));
    const QString name = QStringLiteral("r1");
    for (const int id : {1, 2}) {
        QCOMPARE(shell.side(node(id), name).disk, DiskState::UpToDate);
        QCOMPARE(shell.side(node(id), name).role, Role::Primary);
        QCOMPARE(shell.side(node(id), name).peers.first().connection, DrbdConnection::Connected);
    }
    QVERIFY(std::any_of(shell.told.cbegin(), shell.told.cend(), [](const StepProgress &one) {
        return one.fraction && *one.fraction > 0 && *one.fraction < 1;
    }));
}

void TstSplitBrain::aSideThatWaitsReconnectsByItself()
{
    ClusterSnapshot s = split();
    Sample::part(s, 1, waits, waits);
    const QStringList steps = Sample::previews(planSplitBrain(wish(2), s));
    QVERIFY(steps.contains(QStringLiteral("drbdadm disconnect r1")));
    QVERIFY(!steps.contains(QStringLiteral("drbdadm connect r1")));
    FakeShell shell(s);
    const FakeRun run = runPlan(planSplitBrain(wish(2), s), shell);
    QVERIFY2(run.done(), why(run).constData());
}

void TstSplitBrain::eachReleaseHasItsWords()
{
    ClusterSnapshot s = split();
    s.machines[node(2)].drbd.value->version = QStringLiteral("8.4.11-1");
    QVERIFY(Sample::previews(planSplitBrain(wish(2), s))
                .contains(QStringLiteral("drbdadm connect --discard-my-data r1")));
    s.machines[node(1)].drbd.value->version = QStringLiteral("8.3.13");
    QVERIFY(Sample::previews(planSplitBrain(wish(1, r2), s))
                .contains(QStringLiteral("drbdadm -- --discard-my-data connect r2")));
}

void TstSplitBrain::guestsOfTheVictimAreSavedStoppedAndStartedAgain()
{
    const ActionPlan plan = planSplitBrain(saving(2), bothWrote());
    QVERIFY2(!plan.blocked(), Sample::words(plan).constData());
    FakeShell shell(bothWrote());
    giveRoom(shell);
    const FakeRun run = runPlan(plan, shell);
    QVERIFY2(run.done(), why(run).constData());
    const QStringList sent = withoutReports(shell.sent);
    QCOMPARE(sent.first(), QStringLiteral("node2# clusvcadm -d pvevm:101"));
    QCOMPARE(sent.last(), QStringLiteral("node2# clusvcadm -e pvevm:101 -m node2"));
    const QString copy = QStringLiteral(
        "node2# dd 'if=/dev/r1vg/vm-101-disk-1' "
        "'of=/var/saved/r1-node2-r1vg-vm-101-disk-1.raw' 'bs=1M' 'count=1024' 'skip=0' 'seek=0' "
        "'conv=excl,fsync'");
    QVERIFY2(sent.contains(copy), qPrintable(sent.join(u'\n')));
    QVERIFY(sent.indexOf(copy) < sent.indexOf(QStringLiteral("node2# vgchange -an r1vg")));
    QCOMPARE(shell.picture.machines[node(1)].running.value->ids, QList<int>{100});
    QVERIFY(shell.picture.machines[node(2)].running.value->ids.contains(101));
}

void TstSplitBrain::aGuestOutsideHaIsShutDown()
{
    ClusterSnapshot s = bothWrote();
    for (const int id : {1, 2})
        s.machines[node(id)].ha.value->services.removeIf(
            [](const HaService &one) { return vmidOf(one.name) == 101; });
    s.configuration->haGuests.removeIf([](const HaGuest &one) { return one.vmid == 101; });
    const QStringList steps = Sample::previews(planSplitBrain(saving(2), s));
    QCOMPARE(steps.first(), QStringLiteral("qm shutdown 101 -timeout 120 -forceStop 1"));
    QVERIFY(steps.contains(QStringLiteral("qm start 101")));
}

namespace
{
// How many steps come before the one that cannot be taken back.
int stepsBefore(const ActionPlan &plan)
{
    int count = 0;
    while (!plan.steps[size_t(count)].info.pointOfNoReturn)
        ++count;
    return count;
}
const QString discard = QStringLiteral("node2# drbdadm -- --discard-my-data connect r1");
} // namespace

void TstSplitBrain::cancelledBeforeAnythingIsThrownAway_data()
{
    QTest::addColumn<int>("at");
    const int steps = stepsBefore(planSplitBrain(saving(2), bothWrote()));
    for (int i = 0; i <= steps; ++i)
        QTest::addRow("step %d", i) << i;
}

void TstSplitBrain::cancelledBeforeAnythingIsThrownAway()
{
    QFETCH(int, at);
    FakeShell shell(bothWrote());
    giveRoom(shell);
    const FakeRun run = runPlan(planSplitBrain(saving(2), bothWrote()), shell, at);
    QCOMPARE(run.step, at);
    QCOMPARE(run.error->kind, ErrorKind::Cancelled);
    QVERIFY(!shell.sent.contains(discard));
    QCOMPARE(shell.side(node(2), QStringLiteral("r1")).counters.outOfSync,
             std::optional(Bytes{3 * mib}));
}

void TstSplitBrain::aLinkCutAtAnyStepStopsThere_data()
{
    QTest::addColumn<int>("victim"); // whose link is cut
    QTest::addColumn<int>("at");
    const int steps = int(planSplitBrain(saving(2), bothWrote()).steps.size());
    for (const int id : {1, 2}) {
        for (int i = 0; i < steps; ++i)
            QTest::addRow("node%d, step %d", id, i) << id << i;
    }
}

// Whichever step it is: it stops there or goes on, and is never told as done when the last step
// could not be seen; before the discard nothing is thrown away.
void TstSplitBrain::aLinkCutAtAnyStepStopsThere()
{
    QFETCH(int, victim);
    QFETCH(int, at);
    const ActionPlan plan = planSplitBrain(saving(2), bothWrote());
    FakeShell shell(bothWrote());
    giveRoom(shell);
    ActionPlan cut = plan;
    cut.steps[size_t(at)].execute
        = [execute = plan.steps[size_t(at)].execute, node = node(victim)](Shell &to) {
              static_cast<FakeShell &>(to).cut << node;
              return execute(to);
          };
    const FakeRun run = runPlan(cut, shell);
    const int last = int(plan.steps.size()) - 1;
    if (victim == 2) {
        QCOMPARE(run.step, at);
        QVERIFY(!run.done());
    } else {
        QVERIFY(run.step >= at);
        QVERIFY(!run.done() || at >= last - 2); // what is left is done on node2 alone
    }
    if (at <= stepsBefore(plan))
        QVERIFY(!shell.sent.contains(discard));
}

void TstSplitBrain::changedRolesStopIt_data()
{
    QTest::addColumn<int>("what");
    int row = 0;
    for (const char *name :
         {"the victim is Primary again", "the kept side is Secondary now",
          "the kept copy is poor now", "they are connected now", "a guest started on the victim",
          "the victim fell silent", "the kept side fell silent"})
        QTest::newRow(name) << row++;
}

void TstSplitBrain::changedRolesStopIt()
{
    QFETCH(int, what);
    const ActionPlan plan = planSplitBrain(wish(2), split());
    FakeShell shell(split());
    const QString name = QStringLiteral("r1");
    const std::function<void(FakeShell &)> changes[]{
        [name](FakeShell &to) { to.side(node(2), name).role = Role::Primary; },
        [name](FakeShell &to) { to.side(node(1), name).role = Role::Secondary; },
        [name](FakeShell &to) { to.side(node(1), name).disk = DiskState::Inconsistent; },
        [name](FakeShell &to) {
            to.side(node(1), name).peers.first().connection = DrbdConnection::Connected;
        },
        [](FakeShell &to) { to.picture.machines[node(2)].running.value->ids << 100; },
        [](FakeShell &to) { to.cut << node(2); },
        [](FakeShell &to) { to.cut << node(1); },
    };
    // Just before the destructive command, after the step that reads the roles.
    ActionPlan changed = plan;
    const auto at = size_t(stepsBefore(plan));
    changed.steps[at].execute
        = [execute = plan.steps[at].execute, change = changes[what]](Shell &to) {
              change(static_cast<FakeShell &>(to));
              return execute(to);
          };
    const FakeRun run = runPlan(changed, shell);
    QCOMPARE(run.step, int(at));
    QVERIFY(!run.done());
    QVERIFY(!shell.sent.contains(discard));
}

void TstSplitBrain::aSecondSplitBrainIsTold()
{
    const ActionPlan plan = planSplitBrain(wish(2), split());
    FakeShell shell(split());
    shell.beforeLook = [](FakeShell &to) {
        const QString name = QStringLiteral("r1");
        if (to.side(node(2), name).peers.first().connection == DrbdConnection::SyncTarget) {
            for (const int id : {1, 2}) {
                to.side(node(id), name).peers.first().connection = alone;
                to.side(node(id), name).peers.first().sync.reset();
            }
        }
    };
    const FakeRun run = runPlan(plan, shell);
    QVERIFY(!run.done());
    QVERIFY2(why(run).contains("new split brain"), why(run).constData());
    QVERIFY(!shell.sent.contains(QStringLiteral("node2# drbdadm primary r1")));
}

void TstSplitBrain::aSilentSideIsNotTakenForGood()
{
    FakeShell shell(split());
    shell.beforeLook = [](FakeShell &to) {
        if (to.sent.contains(QStringLiteral("node1# drbdadm connect r1")) && to.cut.isEmpty()
            && to.looks > 6)
            to.cut << node(1);
    };
    const FakeRun run = runPlan(planSplitBrain(wish(2), split()), shell);
    QVERIFY(!run.done());
    QVERIFY(!shell.sent.contains(QStringLiteral("node2# drbdadm primary r1")));
}

void TstSplitBrain::aNewVolumeStopsIt()
{
    FakeShell shell(split());
    *shell.picture.machines[node(2)].logicalVolumes.value
        << Sample::logicalVolume("vm-109-disk-1", "r1vg", false);
    const FakeRun run = runPlan(planSplitBrain(wish(2), split()), shell);
    QCOMPARE(run.step, 0);
    QVERIFY2(why(run).contains("vm-109-disk-1"), why(run).constData());
}

void TstSplitBrain::noRoomStopsIt()
{
    FakeShell shell(bothWrote());
    giveRoom(shell);
    shell.answers[QStringLiteral("df -P -k -- /var/saved")]
        = {0,
           "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda3 99 9 90 10% /\n",
           {},
           {}};
    const FakeRun run = runPlan(planSplitBrain(saving(2), bothWrote()), shell);
    QCOMPARE(run.error->kind, ErrorKind::Refused);
    QVERIFY(shell.sent.filter(QStringLiteral("# dd ")).isEmpty());
}

void TstSplitBrain::aShortCopyStopsIt()
{
    FakeShell shell(bothWrote());
    giveRoom(shell);
    shell.answers[QStringLiteral("stat -c %s -- /var/saved/r1-node2-r1vg-vm-101-disk-1.raw")]
        = {0, "4096\n", {}, {}};
    const FakeRun run = runPlan(planSplitBrain(saving(2), bothWrote()), shell);
    QVERIFY(!run.done());
    QVERIFY(!shell.sent.contains(QStringLiteral("node2# vgchange -an r1vg")));
}

void TstSplitBrain::aVolumeIsCopiedPieceByPiece()
{
    FakeShell shell(bothWrote());
    giveRoom(shell);
    const FakeRun run = runPlan(planSplitBrain(saving(2), bothWrote()), shell);
    QVERIFY2(run.done(), why(run).constData());
    const QStringList parts = shell.sent.filter(QStringLiteral("# dd "));
    QCOMPARE(parts.size(), 8); // of a volume of 8 GiB
    QVERIFY(parts.first().contains(QStringLiteral("'skip=0' 'seek=0' 'conv=excl,fsync'")));
    QVERIFY(parts.last().contains(QStringLiteral("'skip=7168' 'seek=7168' 'conv=notrunc,fsync'")));
    QVERIFY(std::any_of(shell.told.cbegin(), shell.told.cend(), [](const StepProgress &one) {
        return one.fraction == 0.5 && one.text.source == QByteArray("%1 of %2 are copied");
    }));
}

// Two Primaries that are not connected are the next split brain.
void TstSplitBrain::noSecondPrimaryWithoutTheLink()
{
    FakeShell shell(split());
    shell.beforeCommand = [](FakeShell &to, const QString &line) {
        if (!line.contains(QStringLiteral("vgscan")))
            return;
        for (const int id : {1, 2})
            to.side(node(id), QStringLiteral("r1")).peers.first().connection = waits;
    };
    const FakeRun run = runPlan(planSplitBrain(wish(2), split()), shell);
    QVERIFY(!run.done());
    QVERIFY(!shell.sent.contains(QStringLiteral("node2# drbdadm primary r1")));
}

// The plan counts on the kept side to connect by itself; it met its peer meanwhile and refused it.
void TstSplitBrain::aKeptSideThatWaitsNoMoreStopsIt()
{
    ClusterSnapshot s = split();
    Sample::part(s, 1, waits, waits);
    FakeShell shell(s);
    shell.beforeCommand = [](FakeShell &to, const QString &line) {
        if (line == QStringLiteral("drbdadm secondary r1"))
            to.side(node(1), QStringLiteral("r1")).peers.first().connection = alone;
    };
    const FakeRun run = runPlan(planSplitBrain(wish(2), s), shell);
    QVERIFY(!run.done());
    QVERIFY2(run.error->kind == ErrorKind::Stale, why(run).constData());
    QVERIFY(shell.sent.filter(QStringLiteral("--discard-my-data")).isEmpty());
}

void TstSplitBrain::theHistoryTellsTheLastWrites()
{
    SplitBrain brain = *splitBrainOf(split(), r1);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'772'400'000, Qt::UTC);
    const HistoryQuery query = lastWritesQuery(brain, now);
    QCOMPARE(query.series.size(), 2);
    QVERIFY(query.to > now.toSecsSinceEpoch()); // this second too
    QVERIFY(query.from < query.to);
    HistoryAnswer answer;
    answer.curves = {{query.series[0], {{1000, 0, 1, 5}, {2000, 0, 0, 3}, {3000, 0, 0, 0}}},
                     {query.series[1], {{1000, 0, 0, 0}}}};
    setLastWrites(brain, answer);
    QCOMPARE(brain.sides[0].lastWrite, QDateTime::fromSecsSinceEpoch(2000, Qt::UTC));
    QVERIFY(!brain.sides[1].lastWrite.isValid());
}

void TstSplitBrain::aClockThatIsYearsOffDoesNotHideTheLastWrites()
{
    SplitBrain brain = *splitBrainOf(split(), r1);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'772'400'000, Qt::UTC);
    for (const int years : {-20, 20}) {
        brain.apart.since = now.addYears(years);
        const HistoryQuery query = lastWritesQuery(brain, now);
        QCOMPARE(query.to - query.from, 8 * 86'400);
        QVERIFY(query.to > now.toSecsSinceEpoch());
    }
    brain.apart.since = now.addSecs(-3600);
    const HistoryQuery known = lastWritesQuery(brain, now);
    QCOMPARE(known.from, now.toSecsSinceEpoch() - 3600 - 86'400);
}

BINOME_TEST(TstSplitBrain)
#include "tst_splitbrain.moc"
