// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/exercisepanel.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
// A lab of two nodes as `binome-lab status --json` tells of it, in as many words as are read.
struct LabText {
    QByteArray cut;
    QByteArray connection = "Connected";
    QByteArray node1 = "up";
    int outOfSync = 0;
    bool quorumDisk = true;
    QByteArray hostOf100 = "node1";

    QByteArray node(const QByteArray &name, const QByteArray &stage, int port) const
    {
        return R"({"name":")" + name + R"(","stage":")" + stage
            + R"(","address":"127.9.9.9","port":)" + QByteArray::number(port)
            + R"(,"votes":3,"members":[1,2],"victims":[],"bmc":{"powered":true},"quorumDisk":)"
            + (quorumDisk ? "true" : "false") + "}";
    }
    QByteArray side(const QByteArray &name) const
    {
        return R"({"resource":"r1","role":"Primary","disk":"UpToDate","node":")" + name
            + R"(","connection":")" + connection + R"(","outOfSyncKiB":)"
            + QByteArray::number(outOfSync) + "}";
    }
    QByteArray json() const
    {
        return R"({"formatVersion":1,"dir":"/tmp/a lab","cut":[)"
            + (cut.isEmpty() ? "" : '"' + cut + '"') + R"(],"machines":[)"
            + node("node1", node1, 2201) + ',' + node("node2", "up", 2202) + R"(],"replication":[)"
            + side("node1") + ',' + side("node2")
            + R"(],"guests":[{"vmid":100,"state":"running","node":")" + hostOf100 + R"("}]})";
    }
    LabTruth truth() const { return *labTruth(json()); }
};

int indexOf(const char *id)
{
    for (int i = 0; i < exercises().size(); ++i) {
        if (qstrcmp(exercises()[i].id, id) == 0)
            return i;
    }
    return -1;
}

struct Desk {
    explicit Desk(const char *id)
    {
        panel.choose(indexOf(id));
        tell({});
        see(SampleCluster::healthy());
    }
    void tell(const LabText &lab) { panel.take(lab.truth()); }
    void see(const Core::ClusterSnapshot &snapshot)
    {
        const SampleCluster::Source source(snapshot);
        panel.show(viewOf(source.snapshot()));
    }
    QPushButton *button(const QString &start)
    {
        for (QPushButton *button : panel.findChildren<QPushButton *>()) {
            if (button->text().startsWith(start))
                return button;
        }
        return nullptr;
    }
    void start() { button(u"Start"_s)->click(); }
    Theme theme;
    ExercisePanel panel{theme};
};
} // namespace

class TstExercises : public QObject
{
    Q_OBJECT
private slots:
    void theLabsAnswerIsRead()
    {
        LabText lab;
        lab.cut = "lan:node1";
        lab.node1 = "booting";
        const LabTruth truth = lab.truth();
        QCOMPARE(truth.folder, u"/tmp/a lab"_s);
        QCOMPARE(truth.cut, QSet<QString>{u"lan:node1"_s});
        QVERIFY(!truth.machines[u"node1"_s].up);
        QVERIFY(truth.machines[u"node2"_s].up);
        QCOMPARE(truth.machines[u"node2"_s].port, 2202);
        QCOMPARE(truth.guests.value(100), u"node1"_s);
        QVERIFY(!isWhole(truth));
        QVERIFY(isWhole(LabText().truth()));
    }

    void whatIsNoAnswerOfALabIsAnError_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut") << LabText().json().chopped(40);
        QTest::newRow("words") << QByteArray("laboratory on 127.0.0.0");
        QTest::newRow("another version") << LabText().json().replace("Version\":1", "Version\":9");
    }

    void whatIsNoAnswerOfALabIsAnError()
    {
        QFETCH(QByteArray, said);
        QCOMPARE(labTruth(said).error().kind, Core::ErrorKind::ParseFailed);
    }

    void everyExerciseHasAnIncidentHintsAndAVerdict()
    {
        QCOMPARE(exercises().size(), 5);
        for (const Exercise &exercise : exercises()) {
            QVERIFY(*exercise.title && *exercise.goal);
            QVERIFY(!exercise.start.isEmpty() && !exercise.hints.isEmpty());
            QVERIFY(exercise.checks.size() >= 3);
            QCOMPARE(exercise.right >= 0, *exercise.question != 0);
        }
    }

    void aWholeClusterBeforeTheIncidentIsNoRepair()
    {
        Desk desk("replication");
        desk.start();
        desk.tell({});
        desk.tell({});
        QVERIFY(desk.panel.underway());
    }

    void aCableAloneDoesNotJoinTheCopies()
    {
        Desk desk("replication");
        desk.start();
        LabText lab;
        lab.cut = "drbd";
        desk.tell(lab);
        lab.cut.clear();
        lab.connection = "StandAlone";
        desk.tell(lab);
        QVERIFY(desk.panel.underway());
        desk.tell({});
        QVERIFY(!desk.panel.underway());
    }

    void theConsoleMustSeeTheRepair()
    {
        Desk desk("replication");
        desk.start();
        LabText lab;
        lab.cut = "drbd";
        desk.tell(lab);
        desk.see(SampleCluster::splitBrain());
        desk.tell({});
        QVERIFY(desk.panel.underway());
        desk.see(SampleCluster::healthy());
        QVERIFY(!desk.panel.underway());
    }

    void whatWasSeenOnceCountsAtTheEnd()
    {
        const Exercise &exercise = exercises()[indexOf("plug")];
        LabText lab;
        lab.node1 = "off";
        const SampleCluster::Source source(SampleCluster::healthy());
        const ClusterView view = viewOf(source.snapshot());
        const Progress dark = judged(exercise, {}, {lab.truth(), view});
        QCOMPARE(dark.done.first(), true);
        QCOMPARE(judged(exercise, dark, {LabText().truth(), view}).done.first(), true);
        QCOMPARE(judged(exercise, {}, {LabText().truth(), view}).done.first(), false);
    }

    void aWrongAnswerIsNoSolution()
    {
        Desk desk("quorum");
        desk.start();
        LabText lab;
        lab.quorumDisk = false;
        desk.tell(lab);
        const auto answer = [&desk](int index) {
            desk.panel.findChildren<QRadioButton *>().last(3)[index]->click();
        };
        answer(0);
        desk.tell({});
        QVERIFY(desk.panel.underway());
        answer(exercises()[indexOf("quorum")].right);
        QVERIFY(!desk.panel.underway());
    }

    void hintsComeOneByOne()
    {
        Desk desk("plug");
        QPushButton *hint = desk.button(u"Hint"_s);
        const qsizetype all = exercises()[indexOf("plug")].hints.size();
        for (qsizetype i = 0; i < all; ++i) {
            QVERIFY(hint->isEnabled());
            QVERIFY(hint->text().contains(u"%1 "_s.arg(i)));
            hint->click();
        }
        QVERIFY(!hint->isEnabled());
    }

    void anIncidentNeedsAWholeCluster()
    {
        Desk desk("eth0");
        LabText lab;
        lab.connection = "StandAlone";
        desk.tell(lab);
        QVERIFY(!desk.button(u"Start"_s)->isEnabled());
        desk.tell({});
        QSignalSpy asked(&desk.panel, &ExercisePanel::startRequested);
        desk.start();
        QCOMPARE(asked.size(), 1);
        const auto steps = asked.first().first().value<QList<LabStep>>();
        const QStringList cut{u"cut"_s, u"lan:node1"_s};
        QCOMPARE(steps.first().event, cut);
    }

    void aCommandOfANodeIsALineForTheWorkstation()
    {
        const Hint hint{"", "node2", "drbdadm secondary r1"};
        QCOMPARE(commandLine(hint, LabText().truth()),
                 u"ssh -p 2202 -i '/tmp/a lab/id_ed25519' -o UserKnownHostsFile='/tmp/a "
                 u"lab/known_hosts' 127.9.9.9 'drbdadm secondary r1'"_s);
        for (const Exercise &exercise : exercises()) {
            for (const Hint &each : exercise.hints)
                QVERIFY(!QByteArray(each.command).contains('\''));
        }
    }
};

BINOME_TEST(TstExercises)
#include "tst_exercises.moc"
