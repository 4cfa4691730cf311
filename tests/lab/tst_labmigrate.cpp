// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/ctlrun.h"
#include "tests/lab/guestping.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

// Guests that move, start and stop on a cluster that answers as the real one.
class TstLabMigrate : public QObject
{
    Q_OBJECT
private slots:
    void haGuestGoesAndComesBackAlive();
    void plainGuestGoesByQmAndALockedOneStays();
    void aNodeIsEmptied();
    void aServiceIsRelocatedFrozenAndRecovered();
    void aPlainGuestIsStoppedAndStarted();

private:
    static CtlRun act(const OpenLab &lab, const QStringList &words);
};

CtlRun TstLabMigrate::act(const OpenLab &lab, const QStringList &words)
{
    QStringList all = words;
    all.insert(1, lab.folder() + u"/profile.json"_s);
    all << u"--yes"_s << u"--reason"_s << u"a test"_s << u"--lang"_s << u"en"_s;
    return ctl(all, lab.folder() + u"/state"_s);
}

// One call, whose words are the failure's.
#define ACTED(run)                                                                                 \
    do {                                                                                           \
        const CtlRun acted = run;                                                                  \
        QVERIFY2(acted.exit == 0, acted.told().constData());                                       \
    } while (false)

void TstLabMigrate::haGuestGoesAndComesBackAlive()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    GuestPing ping(lab, 100);
    QVERIFY(ping.answers());
    const CtlRun there = act(lab, {u"migrate"_s, u"100"_s});
    ACTED(there);
    QVERIFY2(there.out.contains("clusvcadm -M pvevm:100 -m node2"), there.out.constData());
    QVERIFY2(there.out.contains("the guest stood still for"), there.out.constData());
    const CtlRun back = act(lab, {u"migrate"_s, u"100"_s, u"node1"_s});
    ACTED(back);
    // The lab hands over within 0.1 s and 130 ms more, in a tenth of that time.
    QVERIFY2(ping.answers(), "the guest is gone");
    qInfo("longest silence of guest 100 as seen from outside: %lld ms", ping.longestSilence());
    QVERIFY(ping.longestSilence() < 2000);
}

void TstLabMigrate::plainGuestGoesByQmAndALockedOneStays()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.lab({u"do"_s, u"guest-lock"_s, u"103"_s, u"backup"_s}));
    const CtlRun locked = act(lab, {u"migrate"_s, u"103"_s});
    QVERIFY2(locked.exit == 77, locked.told().constData()); // told by the plan, before anybody asks
    QVERIFY2(locked.out.contains("is locked: backup"), locked.out.constData());
    QVERIFY2(locked.out.contains("qm unlock 103"), locked.out.constData());
    QVERIFY(lab.lab({u"do"_s, u"guest-lock"_s, u"103"_s}));
    const CtlRun run = act(lab, {u"migrate"_s, u"103"_s, u"node1"_s});
    ACTED(run);
    QVERIFY2(run.out.contains("qm migrate 103 node1 --online"), run.out.constData());
    const CtlRun again = act(lab, {u"migrate"_s, u"103"_s, u"node1"_s});
    QVERIFY2(again.exit == 77, again.told().constData());
}

void TstLabMigrate::aNodeIsEmptied()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    ACTED(act(lab, {u"migrate"_s, u"--empty"_s, u"node1"_s}));
    QVERIFY(lab.settled());
    QVERIFY(OpenLab::within(10'000, [&] {
        const auto running = lab.machine(u"node2"_s).running.value;
        return running && running->ids == QList<int>({100, 101, 102, 103})
            && lab.machine(u"node1"_s).running.value->ids.isEmpty();
    }));
    const CtlRun nothing = act(lab, {u"migrate"_s, u"--empty"_s, u"node1"_s});
    QVERIFY2(nothing.exit == 77, nothing.told().constData());
}

void TstLabMigrate::aServiceIsRelocatedFrozenAndRecovered()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    ACTED(act(lab, {u"ha"_s, u"relocate"_s, u"100"_s, u"node2"_s}));
    ACTED(act(lab, {u"ha"_s, u"freeze"_s, u"100"_s}));
    const CtlRun frozen = act(lab, {u"migrate"_s, u"100"_s});
    QVERIFY2(frozen.exit == 77, frozen.told().constData());
    ACTED(act(lab, {u"ha"_s, u"thaw"_s, u"100"_s}));
    QVERIFY(lab.lab({u"do"_s, u"service-stop-fails"_s, u"100"_s}));
    const CtlRun stuck = act(lab, {u"ha"_s, u"disable"_s, u"100"_s});
    QVERIFY2(stuck.exit == 1, stuck.told().constData());
    const CtlRun runs = act(lab, {u"ha"_s, u"recover"_s, u"100"_s}); // a process of it is left
    QVERIFY2(runs.exit == 77, runs.told().constData());
    ACTED(act(lab, {u"ha"_s, u"stop"_s, u"100"_s}));
    ACTED(act(lab, {u"ha"_s, u"recover"_s, u"100"_s}));
}

void TstLabMigrate::aPlainGuestIsStoppedAndStarted()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    ACTED(act(lab, {u"ha"_s, u"shutdown"_s, u"103"_s}));
    ACTED(act(lab, {u"ha"_s, u"start"_s, u"103"_s}));
    ACTED(act(lab, {u"ha"_s, u"reset"_s, u"103"_s}));
    ACTED(act(lab, {u"ha"_s, u"disable"_s, u"100"_s}));
    ACTED(act(lab, {u"ha"_s, u"enable"_s, u"100"_s}));
    ACTED(act(lab, {u"ha"_s, u"restart"_s, u"100"_s}));
    const CtlRun managed = act(lab, {u"ha"_s, u"stop"_s, u"100"_s});
    QVERIFY2(managed.exit == 77, managed.told().constData());
}

BINOME_TEST(TstLabMigrate)
#include "tst_labmigrate.moc"
