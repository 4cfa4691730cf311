// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionrunner.h"
#include "core/store/journal.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

#include <QFile>

using namespace Core;
using namespace Testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{
const NodeName node2(u"node2"_s);
constexpr int patience = 60'000; // ms

Expected<void> ran(const Expected<CommandOutput> &output)
{
    if (!output)
        return tl::unexpected(output.error());
    if (output->exitCode != 0)
        return failure(ErrorKind::CommandFailed, message("the command failed"),
                       QString::fromUtf8(output->err));
    return {};
}

// Waits for a connection state of the first resource, on pictures asked for by itself.
Expected<void> becomes(Shell &shell, DrbdConnection wanted)
{
    do {
        const SnapshotPtr fresh = shell.freshSnapshot();
        const auto drbd = fresh->machines.value(node2).drbd;
        if (drbd.known() && !drbd.value->resources.isEmpty()
            && drbd.value->resources.first().peers.value(0).connection == wanted)
            return {};
    } while (shell.sleepFor(100ms));
    return failure(ErrorKind::Timeout, message("not seen"));
}

ActionPlan planOf(const Step &step)
{
    ActionPlan plan;
    plan.title = message("disconnect");
    plan.touches = {node2};
    plan.confirmation.kind = ConfirmationKind::OneClick;
    plan.steps = {step};
    return plan;
}

Step drbdadm(const QStringList &words, DrbdConnection wanted)
{
    Step step;
    step.info.title = message("drbdadm");
    step.info.preview = u"drbdadm "_s + words.join(u' ');
    step.execute = [words](Shell &shell) {
        Command command;
        command.program = u"drbdadm"_s;
        command.arguments = words;
        return ran(shell.run(node2, command));
    };
    step.verify = [wanted](Shell &shell) { return becomes(shell, wanted); };
    return step;
}
} // namespace

// The action engine through a real sshd, on nodes whose commands answer as DRBD's do.
class TstLabAction : public QObject
{
    Q_OBJECT
private slots:
    void actionIsVerifiedAndJournalled();
    void nodeThatDiesInTheMiddleIsToldTruthfully();

private:
    static Outcome outcomeOf(const ActionRunPtr &run)
    {
        static_cast<void>(OpenLab::within(patience, [&] { return run->outcome().has_value(); }));
        return run->outcome().value_or(Outcome());
    }
    static ActionRunPtr start(OpenLab &lab, const ActionPlan &plan)
    {
        return lab.session().actions().run([plan](const ClusterSnapshot &) { return plan; }, plan,
                                           {});
    }
};

void TstLabAction::actionIsVerifiedAndJournalled()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    const auto name = lab.machine(u"node2"_s).drbd.value->resources.first().name.text();
    const QString lease = lab.folder() + u"/nodes/node2/var/lock/binome/action"_s;
    Step step = drbdadm({u"disconnect"_s, name}, DrbdConnection::StandAlone);
    QByteArray meanwhile;
    step.execute = [&, execute = step.execute](Shell &shell) {
        QFile file(lease);
        if (file.open(QIODevice::ReadOnly))
            meanwhile = file.readAll();
        return execute(shell);
    };
    const Outcome done = outcomeOf(start(lab, planOf(step)));
    QVERIFY2(done.kind == OutcomeKind::Done,
             qPrintable(done.error ? logText(done.error->what) + done.error->detail : QString()));
    QCOMPARE(lab.replication(u"node2"_s), DrbdConnection::StandAlone);
    QVERIFY2(meanwhile.contains((userName() + u'@').toUtf8()), meanwhile.constData());
    QVERIFY(!QFile::exists(lease));
    auto entries = lab.session().journal().entries();
    QVERIFY(OpenLab::within(patience, [&] { return entries.isFinished(); }));
    const JournalEntry entry = entries.result()->first();
    QCOMPARE(entry.outcome->kind, OutcomeKind::Done);
    QVERIFY(std::any_of(entry.lines.cbegin(), entry.lines.cend(), [](const JournalLine &line) {
        return line.text.contains(u"drbdadm disconnect"_s);
    }));
}

void TstLabAction::nodeThatDiesInTheMiddleIsToldTruthfully()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    Step step;
    step.info.title = message("wait");
    step.info.preview = u"sleep 100"_s;
    step.info.pointOfNoReturn = true;
    step.info.timeout = 5s;
    step.execute = [](Shell &shell) { return ran(shell.run(node2, {u"sleep"_s, {u"1000"_s}})); };
    step.verify = [](Shell &shell) { return becomes(shell, DrbdConnection::StandAlone); };
    const ActionRunPtr run = start(lab, planOf(step));
    QVERIFY(OpenLab::within(patience, [&] { return run->step() == 0; }));
    QVERIFY2(lab.lab({u"power-cut"_s, u"node2"_s}), lab.said().constData());
    const Outcome outcome = outcomeOf(run);
    QCOMPARE(outcome.kind, OutcomeKind::NotConfirmed);
    QVERIFY(outcome.error.has_value());
}

BINOME_TEST(TstLabAction)
#include "tst_labaction.moc"
