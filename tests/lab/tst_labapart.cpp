// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/drbdpair.h"
#include "core/action/lastwrites.h"
#include "core/collect/forecasts.h"
#include "core/store/history.h"
#include "tests/lab/splitlab.h"
#include "tests/testmain.h"

#include <QElapsedTimer>
#include <QStandardPaths>

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

namespace
{
const Planner repairR1 = SplitLab::repair({r1, node2, {}, {}});

bool isNeverTogether(const ClusterSnapshot &now)
{
    for (const NodeName &node : {node1, node2}) {
        const auto side = sideOf(now, node, r1);
        if (!side || side->peers.isEmpty() || isConnected(side->peers.first().connection))
            return false;
    }
    return true;
}

// Before this step runs, the replication cable is out, and both sides know it.
Planner cutBefore(size_t step, const QString &folder)
{
    return [step, folder](const ClusterSnapshot &now) {
        ActionPlan plan = repairR1(now);
        if (step >= plan.steps.size())
            return plan;
        auto &execute = plan.steps[step].execute;
        execute = [folder, go = execute](Shell &shell) -> Expected<void> {
            QProcess::execute(QStringLiteral(BINOME_BIN_DIR "/binome-lab"),
                              {u"cut"_s, u"drbd"_s, u"--dir"_s, folder});
            while (!isNeverTogether(*shell.freshSnapshot())) {
                if (!shell.sleepFor(std::chrono::milliseconds(100)))
                    break;
            }
            return go(shell);
        };
        return plan;
    };
}

bool ranOn(const JournalEntry &story, const NodeName &node, const QString &words)
{
    return std::any_of(story.lines.cbegin(), story.lines.cend(), [&](const JournalLine &line) {
        return line.event == JournalEvent::Output && line.machine == node
            && line.text.contains(words);
    });
}
} // namespace

// What can be wrong when two copies went apart, and during their repair. Nothing may be thrown away
// but by the plan that was confirmed, and the journal tells what happened.
class TstLabApart : public QObject
{
    Q_OBJECT
private slots:
    void theLinkMayBeCutAtEachStep_data();
    void theLinkMayBeCutAtEachStep();
    void aSecondSplitDuringTheRepairEndsIt();
    void aSilentSideIsNeverSacrificed();
    void sidesThatDisagreeAreNotRepaired();
    void clocksThatDifferAreSurvived();
    void minorsWithoutNamesAreNotTouched();
    void aResyncOfNothingIsDone();
    void eachNodeHearsTheWordsOfItsRelease();
    void aCounterThatWrapsIsNoJump();
    void cleanupTestCase() { m_cut.reset(); }

private:
    // The sides of r1 went on alone; what is on them afterwards.
    struct Before {
        QJsonArray kept, lost;
    };
    static std::optional<Before> parted(SplitLab &lab, int kib1 = 40960, int kib2 = 8192)
    {
        if (!lab.split(r1, kib1, kib2) || !lab.seen(r1))
            return std::nullopt;
        return Before{lab.marks(r1, node1), lab.marks(r1, node2)};
    }
    static bool keptOnly(SplitLab &lab, const Before &before)
    {
        return lab.marks(r1, node1) == before.kept && lab.marks(r1, node2) == before.kept;
    }
    static bool untouched(SplitLab &lab, const Before &before)
    {
        return lab.marks(r1, node1) == before.kept && lab.marks(r1, node2) == before.lost;
    }
    std::unique_ptr<SplitLab> m_cut; // the one whose link is cut again and again
};

void TstLabApart::theLinkMayBeCutAtEachStep_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("ends"); // else it stops before the second side is Primary
    QTest::newRow("compare the volumes") << 0 << true;
    QTest::newRow("deactivate") << 1 << true;
    QTest::newRow("secondary") << 2 << true;
    QTest::newRow("read again") << 3 << true;
    QTest::newRow("discard") << 4 << true;
    QTest::newRow("connect the kept side") << 5 << true;
    QTest::newRow("follow the resync") << 6 << true;
    QTest::newRow("scan the volumes") << 7 << false;
    QTest::newRow("primary") << 8 << false;
}

void TstLabApart::theLinkMayBeCutAtEachStep()
{
    QFETCH(int, step);
    QFETCH(bool, ends);
    if (!m_cut) {
        m_cut = std::make_unique<SplitLab>();
        QVERIFY2(m_cut->quiet(), m_cut->said().constData());
    }
    SplitLab &lab = *m_cut;
    const auto before = parted(lab);
    QVERIFY2(before, lab.said().constData());
    const ActionRunPtr run = lab.underWay(cutBefore(size_t(step), lab.folder()));
    // Healed when the run can go no further without the link; one that ends has to end first.
    QVERIFY(OpenLab::within(labPatience, [&] {
        return run->outcome()
            || (ends && run->step() >= std::max(step, 5) && isNeverTogether(*lab.snapshot()));
    }));
    if (run->step() < 6 && !run->outcome())
        QVERIFY(untouched(lab, *before)); // nothing is gone while the two cannot talk
    QVERIFY(lab.lab({u"heal"_s, u"drbd"_s}));
    const Outcome outcome = SplitLab::ended(run);
    const JournalEntry story = lab.story();
    QCOMPARE(story.outcome->kind, outcome.kind);
    QVERIFY(ranOn(story, node2, u"--discard-my-data"_s));
    QCOMPARE(ranOn(story, node2, u"drbdadm primary"_s), ends);
    if (ends) {
        DONE(outcome);
    } else {
        QVERIFY2(outcome.kind == OutcomeKind::Failed || outcome.kind == OutcomeKind::NotConfirmed,
                 why(outcome).constData());
        QVERIFY(OpenLab::within(labPatience, [&] {
            return lab.copy(r1, node2)[u"connection"_s].toString() == u"Connected"_s;
        }));
        QVERIFY(lab.event(u"drbd-primary node2 r1"_s)); // for those that come after
    }
    QVERIFY2(lab.whole(r1), lab.said().constData());
    QVERIFY(keptOnly(lab, *before));
}

void TstLabApart::aSecondSplitDuringTheRepairEndsIt()
{
    SplitLab lab;
    QVERIFY2(lab.quiet(), lab.said().constData());
    const auto before = parted(lab, 8'192'000, 8'192'000);
    QVERIFY(before);
    const ActionRunPtr run = lab.underWay(repairR1);
    QVERIFY(OpenLab::within(labPatience, [&] {
        return run->outcome() || lab.replication(u"node2"_s) == DrbdConnection::SyncTarget;
    }));
    if (run->outcome())
        DONE(*run->outcome()); // says why it ended too early
    // Another resource goes apart meanwhile, and somebody forces the target of this one.
    QVERIFY(lab.split(r2, 4096, 8192));
    const QJsonArray first = lab.marks(r2, node1);
    const QJsonArray second = lab.marks(r2, node2);
    QVERIFY(lab.lab({u"cut"_s, u"drbd"_s}));
    QVERIFY(OpenLab::within(labPatience, [&] { return isNeverTogether(*lab.snapshot()); }));
    QVERIFY2(lab.event(u"drbd-force-primary node2 r1"_s), lab.said().constData());
    QVERIFY(lab.lab({u"heal"_s, u"drbd"_s}));
    const Outcome outcome = SplitLab::ended(run);
    QVERIFY2(outcome.kind == OutcomeKind::NotConfirmed, why(outcome).constData());
    QVERIFY(outcome.error && outcome.error->detail.isEmpty());
    const JournalEntry story = lab.story();
    QCOMPARE(story.outcome->kind, OutcomeKind::NotConfirmed);
    // Proven anew, offered anew, and not repaired by itself.
    const auto again = lab.seen(r1);
    QVERIFY(again);
    QCOMPARE(lab.marks(r1, node1), before->kept);
    QCOMPARE(lab.marks(r2, node1), first);
    QCOMPARE(lab.marks(r2, node2), second);
    QCOMPARE(lab.story().id, story.id);
}

void TstLabApart::aSilentSideIsNeverSacrificed()
{
    SplitLab lab;
    QVERIFY2(lab.quiet(), lab.said().constData());
    const auto before = parted(lab);
    QVERIFY(before);
    QVERIFY(lab.lab({u"cut"_s, u"ssh:node2"_s}));
    QVERIFY(OpenLab::within(labPatience,
                            [&] { return lab.contact(u"node2"_s) != ContactState::Connected; }));
    const auto brain = splitBrainOf(*lab.snapshot(), r1);
    QVERIFY(brain);
    QVERIFY(!brain->proposed);
    for (const NodeName &victim : {node1, node2}) {
        const ActionPlan plan = planSplitBrain({r1, victim, {}, {}}, *lab.snapshot());
        QVERIFY2(plan.blocked(), told(plan).constData());
        const Outcome refused = SplitLab::ended(lab.begun(SplitLab::repair({r1, victim, {}, {}})));
        QVERIFY2(refused.kind == OutcomeKind::Refused, why(refused).constData());
    }
    QVERIFY(untouched(lab, *before));
    QVERIFY(lab.lab({u"heal"_s, u"ssh:node2"_s}));
    QVERIFY(lab.seen(r1));
    DONE(lab.done(repairR1));
    QVERIFY(keptOnly(lab, *before));
}

// DRBD notices a cut after 10.5 s while guests write; until then one side says Connected.
void TstLabApart::sidesThatDisagreeAreNotRepaired()
{
    SplitLab lab;
    QVERIFY2(lab.up(20, 1) && lab.settled(), lab.said().constData());
    QVERIFY(lab.lab({u"cut"_s, u"drbd"_s}));
    QVERIFY(lab.event(u"drbd-disconnect node1 r1"_s));
    QVERIFY(OpenLab::within(
        labPatience, [&] { return lab.replication(u"node1"_s) == DrbdConnection::StandAlone; }));
    QCOMPARE(lab.replication(u"node2"_s), DrbdConnection::Connected);
    const auto brain = splitBrainOf(*lab.snapshot(), r1);
    QVERIFY(brain);
    QVERIFY(!brain->proposed);
    for (const NodeName &victim : {node1, node2}) {
        const ActionPlan plan = planSplitBrain({r1, victim, {}, {}}, *lab.snapshot());
        QVERIFY2(plan.blocked(), told(plan).constData());
        QVERIFY2(told(plan).contains("Connected"), told(plan).constData());
    }
}

void TstLabApart::clocksThatDifferAreSurvived()
{
    QStandardPaths::setTestModeEnabled(true);
    SplitLab lab;
    QVERIFY2(lab.started(20, 1), lab.said().constData());
    QVERIFY(lab.event(u"clock node1 -7200"_s) && lab.event(u"clock node2 5400"_s));
    QVERIFY(lab.event(u"set guest-write-rate 100:512"_s)); // on node1, to r1
    QVERIFY(lab.open());
    lab.session().keepHistory();
    QVERIFY(lab.settled());
    QVERIFY(lab.lab({u"cut"_s, u"drbd"_s}));
    const QDateTime cut = QDateTime::currentDateTimeUtc();
    QVERIFY(OpenLab::within(labPatience, [&] { return isNeverTogether(*lab.snapshot()); }));
    QVERIFY(lab.lab({u"heal"_s, u"drbd"_s}));
    QVERIFY(OpenLab::within(labPatience, [&] {
        return lab.replication(u"node1"_s) == DrbdConnection::StandAlone
            && lab.replication(u"node2"_s) == DrbdConnection::StandAlone;
    }));
    const auto brain = lab.seen(r1);
    QVERIFY(brain);
    const auto offset = lab.session().store().path(brain->apart.sinceBy).clockOffset;
    QVERIFY(offset);
    const QDateTime since = brain->apart.since.addMSecs(-offset->count());
    QVERIFY2(std::abs(cut.secsTo(since)) < 60, qPrintable(since.toString(Qt::ISODate)));

    SplitBrain written = *brain;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto answer = lab.session().history()->query(lastWritesQuery(written, now)).result();
    QVERIFY(answer);
    setLastWrites(written, *answer);
    const QDateTime last = written.sides[0].lastWrite;
    QVERIFY(last.isValid());
    QVERIFY2(std::abs(last.secsTo(now)) < 60, qPrintable(last.toString(Qt::ISODate)));

    QVERIFY(lab.silenced());
    QVERIFY(lab.event(u"set resync-rate 1024"_s));
    const ActionRunPtr run = lab.underWay(repairR1);
    QVERIFY(OpenLab::within(labPatience, [&] {
        const auto said = lab.session().forecasts().of(r1);
        return run->outcome() || (said && said->forecast.remaining);
    }));
    if (const auto said = lab.session().forecasts().of(r1); said && said->forecast.remaining)
        QVERIFY(*said->forecast.remaining < std::chrono::minutes(30));
    QVERIFY(lab.event(u"set resync-rate 102400"_s));
    const Outcome outcome = SplitLab::ended(run);
    DONE(outcome);
    QVERIFY2(lab.whole(r1), lab.said().constData());
    QVERIFY(lab.story().at.secsTo(QDateTime::currentDateTimeUtc()) < 600);
}

void TstLabApart::minorsWithoutNamesAreNotTouched()
{
    SplitLab lab;
    QVERIFY2(lab.started(), lab.said().constData());
    QVERIFY(lab.event(u"drbd-conf-break node1"_s) && lab.event(u"drbd-conf-break node2"_s));
    QVERIFY(lab.open() && lab.silenced());
    QVERIFY(lab.split(r1, 40960, 8192));
    const QJsonArray lost = lab.marks(r1, node2);
    QVERIFY(OpenLab::within(labPatience, [&] {
        lab.session().refresh();
        QTest::qWait(200);
        const auto nameless = splitBrainOf(*lab.snapshot(), ResourceName(u"drbd1"_s));
        return nameless && nameless->apart.kind == ApartKind::SplitBrain;
    }));
    QVERIFY(!splitBrainOf(*lab.snapshot(), r1));
    for (const QString &name : {u"r1"_s, u"drbd1"_s}) {
        const SplitBrainWish wish{ResourceName(name), node2, {}, {}};
        const ActionPlan plan = planSplitBrain(wish, *lab.snapshot());
        QVERIFY2(plan.blocked(), told(plan).constData());
        QCOMPARE(SplitLab::ended(lab.begun(SplitLab::repair(wish))).kind, OutcomeKind::Refused);
    }
    QCOMPARE(lab.marks(r1, node2), lost);
    QVERIFY(lab.event(u"drbd-conf-mend node1"_s) && lab.event(u"drbd-conf-mend node2"_s));
    QVERIFY(lab.seen(r1));
    DONE(lab.done(repairR1));
    QVERIFY2(lab.whole(r1), lab.said().constData());
}

void TstLabApart::aResyncOfNothingIsDone()
{
    SplitLab lab;
    QVERIFY2(lab.quiet(), lab.said().constData());
    const auto before = parted(lab, 0, 0);
    QVERIFY(before);
    const auto brain = splitBrainOf(*lab.snapshot(), r1);
    QVERIFY2(brain->proposed, qPrintable(logText(brain->why)));
    QCOMPARE(brain->sides[1].lost, std::optional(Bytes{0}));
    DONE(lab.done(repairR1));
    QVERIFY2(lab.whole(r1), lab.said().constData());
    QCOMPARE(lab.marks(r1, node1), before->kept);
    QVERIFY(OpenLab::within(labPatience, [&] { return !lab.session().forecasts().of(r1); }));
    QCOMPARE(lab.story().outcome->kind, OutcomeKind::Done);
}

void TstLabApart::eachNodeHearsTheWordsOfItsRelease()
{
    SplitLab lab;
    QVERIFY2(lab.started(), lab.said().constData());
    QVERIFY(lab.event(u"drbd-release node2 84"_s));
    QVERIFY(lab.open() && lab.silenced());
    QCOMPARE(lab.machine(u"node1"_s).drbd.value->version.left(3), u"8.3"_s);
    QCOMPARE(lab.machine(u"node2"_s).drbd.value->version.left(3), u"8.4"_s);
    QVERIFY(lab.split(r1, 40960, 8192) && lab.split(r2, 4096, 20480));
    QVERIFY(lab.seen(r1) && lab.seen(r2));
    const QJsonArray kept1 = lab.marks(r1, node1);
    const QJsonArray kept2 = lab.marks(r2, node2);
    DONE(lab.done(repairR1));
    QVERIFY(ranOn(lab.story(), node2, u"drbdadm connect --discard-my-data r1"_s));
    DONE(lab.done(SplitLab::repair({r2, node1, {}, {}})));
    QVERIFY(ranOn(lab.story(), node1, u"drbdadm -- --discard-my-data connect r2"_s));
    QVERIFY2(lab.whole(r1) && lab.whole(r2), lab.said().constData());
    QCOMPARE(lab.marks(r1, node2), kept1);
    QCOMPARE(lab.marks(r2, node1), kept2);
}

void TstLabApart::aCounterThatWrapsIsNoJump()
{
    QStandardPaths::setTestModeEnabled(true);
    constexpr quint64 wrap = quint64(1) << 31; // KiB
    SplitLab lab;
    QVERIFY2(lab.started(), lab.said().constData());
    for (const QString &node : {u"node1"_s, u"node2"_s})
        QVERIFY(lab.event(u"drbd-counters %1 r1 %2"_s.arg(node).arg(wrap - 20'480)));
    QVERIFY(lab.event(u"set guest-write-rate 100:512"_s)); // ten times as fast as life: 5 MiB/s
    QVERIFY(lab.open());
    lab.session().keepHistory();
    const qint64 from = QDateTime::currentSecsSinceEpoch();
    const auto written
        = [&] { return sideOf(*lab.snapshot(), node1, r1)->counters.dw.value_or(0); };
    QVERIFY(lab.settled());
    QVERIFY2(written() > wrap / 2, qPrintable(QString::number(written())));
    QVERIFY(OpenLab::within(labPatience, [&] { return written() < wrap / 2; }));
    QTest::qWait(2500); // two more seconds of the curve
    HistoryQuery query;
    for (const Quantity quantity : {Quantity::DiskWritten, Quantity::NetworkSent})
        query.series << SeriesKey{node1, r1.text(), quantity};
    query.from = from;
    query.to = QDateTime::currentSecsSinceEpoch() + 1;
    const auto answer = lab.session().history()->query(query).result();
    QVERIFY(answer);
    for (const HistoryCurve &curve : answer->curves) {
        QVERIFY(curve.points.size() >= 3);
        for (const HistoryPoint &point : curve.points)
            QVERIFY2(point.maximum < 100e6F, qPrintable(QString::number(double(point.maximum))));
        QVERIFY(curve.points.last().maximum > 0);
    }
}

BINOME_TEST(TstLabApart)
#include "tst_labapart.moc"
