// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/exercise.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

using Seen = bool (*)(const Gui::LabTruth &);
Q_DECLARE_METATYPE(Seen)

using namespace Gui;
using namespace Qt::StringLiterals;

// Each incident of the training, solved on a real lab by typing what its hints say.
class TstExercises : public QObject
{
    Q_OBJECT
private slots:
    void hintsSolveItAndLeaveTheLabWhole_data();
    void hintsSolveItAndLeaveTheLabWhole();
    void cleanup();

private:
    static const Exercise *named(const QByteArray &id);
    void begin(const Exercise &exercise);
    bool truthIs(const std::function<bool(const LabTruth &)> &so);
    bool typed(const Hint &hint);
    bool solves(const Exercise &exercise); // judged now
    QString missing(const Exercise &exercise) const;

    std::unique_ptr<Testing::OpenLab> m_lab;
    Progress m_progress;
};

bool TstExercises::truthIs(const std::function<bool(const LabTruth &)> &so)
{
    if (!m_lab->lab({u"status"_s, u"--json"_s}))
        return false;
    const auto truth = labTruth(m_lab->said());
    return truth && so(*truth);
}

// Typed again until it is accepted, as a person does who reads the refusal.
bool TstExercises::typed(const Hint &hint)
{
    if (!*hint.command)
        return true;
    QString line;
    if (!truthIs([&](const LabTruth &truth) {
            line = commandLine(hint, truth);
            return true;
        }))
        return false;
    if (!*hint.machine)
        return m_lab->lab(line.split(u' ').mid(1));
    return m_lab->within(60'000, [&line] {
        QProcess shell;
        shell.start(u"sh"_s, {u"-c"_s, line});
        return shell.waitForFinished(30'000) && shell.exitCode() == 0;
    });
}

bool TstExercises::solves(const Exercise &exercise)
{
    const ClusterView view = viewOf(m_lab->snapshot());
    return truthIs([&](const LabTruth &truth) {
        m_progress = judged(exercise, m_progress, {truth, view, exercise.right});
        return m_progress.solved();
    });
}

QString TstExercises::missing(const Exercise &exercise) const
{
    QStringList texts;
    for (qsizetype i = 0; i < m_progress.done.size(); ++i) {
        if (!m_progress.done[i])
            texts << QString::fromUtf8(exercise.checks[i].text);
    }
    return texts.join(u'\n');
}

const Exercise *TstExercises::named(const QByteArray &id)
{
    for (const Exercise &exercise : exercises()) {
        if (exercise.id == id)
            return &exercise;
    }
    return nullptr;
}

void TstExercises::hintsSolveItAndLeaveTheLabWhole_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<Seen>("noticed"); // nobody repairs what has not happened yet
    const auto row
        = [](const char *id, Seen noticed) { QTest::newRow(id) << QByteArray(id) << noticed; };
    row("replication", [](const LabTruth &truth) { return !copiesAreSame(truth); });
    row("plug", [](const LabTruth &truth) { return truth.machines[u"node2"_s].victims == 1; });
    row("splitbrain", [](const LabTruth &truth) { return !copiesAreSame(truth); });
    row("quorum", [](const LabTruth &truth) { return !truth.machines[u"node1"_s].quorumDisk; });
    row("eth0", [](const LabTruth &truth) { return !truth.machines[u"node1"_s].up; });
}

void TstExercises::begin(const Exercise &exercise)
{
    m_lab = std::make_unique<Testing::OpenLab>();
    QVERIFY2(m_lab->up(), m_lab->said().constData());
    QVERIFY(m_lab->settled());
    QVERIFY(truthIs(isWhole));
    m_progress = {};
    for (const LabStep &step : exercise.start) {
        const QDeadlineTimer due(step.after / 10); // the lab is ten times as fast as life
        QVERIFY(m_lab->within(60'000, [&due] { return due.hasExpired(); }));
        QVERIFY2(m_lab->lab(QStringList{u"do"_s} + step.event), m_lab->said().constData());
    }
}

void TstExercises::hintsSolveItAndLeaveTheLabWhole()
{
    QFETCH(QByteArray, id);
    QFETCH(Seen, noticed);
    const Exercise *exercise = named(id);
    QVERIFY(exercise);
    begin(*exercise);
    QVERIFY(m_lab->within(60'000, [&] { return truthIs(noticed); }));
    QVERIFY(!solves(*exercise));
    for (const Hint &hint : exercise->hints) {
        QVERIFY2(typed(hint), hint.command);
        solves(*exercise);
    }
    QVERIFY2(m_lab->within(90'000, [&] { return solves(*exercise); }),
             qPrintable(missing(*exercise)));
    QVERIFY(m_lab->within(90'000, [&] { return truthIs(isWhole); }));
}

void TstExercises::cleanup()
{
    m_lab.reset();
}

BINOME_TEST(TstExercises)
#include "tst_exercises.moc"
