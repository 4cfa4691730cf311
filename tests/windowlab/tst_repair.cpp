// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionrunner.h"
#include "core/store/journal.h"
#include "gui/actionrunnersource.h"
#include "gui/journalpanel.h"
#include "gui/mainwindow.h"
#include "gui/splitbraindialog.h"
#include "gui/storesource.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Gui;
using namespace Qt::StringLiterals;

// A split brain of a real lab, repaired from the window as a person does it.
class TstRepair : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void theAssistantRepairsBothAndTheJournalTells();

private:
    bool split(const QString &resource) const; // and everything the choice needs is known
    QJsonObject copy(const QString &resource, const QString &node); // as the lab knows it
    QString state(const QString &resource, const QString &node);
    QJsonArray marks(const QString &resource, const QString &node); // of its volumes' bytes
    void choose(SplitBrainDialog &assistant, const QString &resource, const QString &victim);
    void repair(SplitBrainDialog &assistant, const QString &resource, const QString &victim);
    QString outcomeOf(const ActionDialog &dialog) const;

    std::unique_ptr<Testing::OpenLab> m_lab;
    const Core::SystemClock m_clock{};
    Theme m_theme;
    std::unique_ptr<StoreSource> m_source;
    std::unique_ptr<ActionRunnerSource> m_actions;
    std::unique_ptr<MainWindow> m_window;
};

void TstRepair::init()
{
    m_lab = std::make_unique<Testing::OpenLab>();
    QVERIFY2(m_lab->up(), m_lab->said().constData());
    m_source = std::make_unique<StoreSource>(m_lab->session().store(), m_clock);
    m_actions = std::make_unique<ActionRunnerSource>(m_lab->session().actions());
    m_window = std::make_unique<MainWindow>(m_theme);
    m_window->addCluster(u"lab"_s, *m_source, m_actions.get());
    m_window->journal().setJournal(&m_lab->session().journal());
    m_window->show();
    QVERIFY(m_lab->settled());
}

void TstRepair::cleanup()
{
    m_window.reset();
    m_actions.reset();
    m_source.reset();
    m_lab.reset();
}

bool TstRepair::split(const QString &resource) const
{
    const auto split = Core::splitBrainOf(*m_lab->snapshot(), Core::ResourceName(resource));
    return split && split->apart.kind == Core::ApartKind::SplitBrain && split->sides.size() == 2
        && split->sides[0].guests && split->sides[1].guests && split->sides[0].volumes
        && split->sides[1].volumes;
}

QJsonObject TstRepair::copy(const QString &resource, const QString &node)
{
    if (!m_lab->lab({u"status"_s, u"--json"_s}))
        return {};
    const QJsonArray all = QJsonDocument::fromJson(m_lab->said())[u"replication"_s].toArray();
    for (const QJsonValue one : all) {
        if (one[u"resource"_s].toString() == resource && one[u"node"_s].toString() == node)
            return one.toObject();
    }
    return {};
}

QString TstRepair::state(const QString &resource, const QString &node)
{
    const QJsonObject side = copy(resource, node);
    return u"%1 %2 %3"_s.arg(side[u"connection"_s].toString(), side[u"role"_s].toString(),
                             side[u"disk"_s].toString());
}

QJsonArray TstRepair::marks(const QString &resource, const QString &node)
{
    return copy(resource, node)[u"volumes"_s].toArray();
}

void TstRepair::choose(SplitBrainDialog &assistant, const QString &resource, const QString &victim)
{
    auto *radio = assistant.findChild<QRadioButton *>(u"discard/%1/%2"_s.arg(resource, victim));
    QVERIFY(radio);
    radio->click();
}

QString TstRepair::outcomeOf(const ActionDialog &dialog) const
{
    const ActionRecord *record = dialog.record();
    if (!record || !record->outcome())
        return u"no outcome"_s;
    QString told
        = u"%1 at step %2"_s.arg(int(record->outcome()->kind)).arg(record->outcome()->step);
    if (record->outcome()->error)
        told += u": "_s + Core::rendered(record->outcome()->error->what) + u' '
            + record->outcome()->error->detail;
    for (const OutputLine &line :
         record->output().mid(std::max<qsizetype>(0, record->output().size() - 12)))
        told += u'\n' + line.text;
    return told;
}

void TstRepair::repair(SplitBrainDialog &assistant, const QString &resource, const QString &victim)
{
    QVERIFY(m_lab->within(5'000, [&] {
        return assistant.findChild<QPushButton *>(u"repair/"_s + resource) != nullptr;
    }));
    assistant.findChild<QPushButton *>(u"repair/"_s + resource)->click();
    auto *plan = m_window->findChild<ActionDialog *>();
    QVERIFY(plan);
    QVERIFY2(!plan->plan().blocked(), qPrintable(plan->whyNot()));
    // As a person does: a plan that changed meanwhile is looked at and confirmed again.
    for (int times = 0; times < 5 && (times == 0 || plan->asking()); ++times) {
        plan->findChild<QLineEdit *>(u"typedName"_s)->setText(plan->plan().confirmation.expected);
        plan->findChild<QLineEdit *>(u"reason"_s)
            ->setText(u"the copy of %1 is older"_s.arg(victim));
        QVERIFY2(plan->whyNot().isEmpty(), qPrintable(plan->whyNot()));
        plan->confirm();
        m_lab->within(120'000, [&] { return plan->asking() || plan->record()->outcome(); });
    }
    QVERIFY2(!plan->asking(), "the plan changes again and again");
    QVERIFY2(plan->record()->outcome()
                 && plan->record()->outcome()->kind == Core::OutcomeKind::Done,
             qPrintable(outcomeOf(*plan)));
    const QPointer<ActionDialog> closed = plan;
    plan->close();
    QVERIFY(m_lab->within(5'000, [&] { return !closed; }));
}

void TstRepair::theAssistantRepairsBothAndTheJournalTells()
{
    // Nobody writes, so that a mark that changes is the repair's doing.
    for (const QString &id : {u"100"_s, u"101"_s, u"102"_s, u"103"_s})
        QVERIFY(m_lab->lab({u"do"_s, u"set"_s, u"guest-write-rate"_s, id + u":0"_s}));
    QVERIFY(m_lab->lab({u"do"_s, u"split-brain"_s, u"r1"_s, u"40960"_s, u"8192"_s}));
    QVERIFY(m_lab->lab({u"do"_s, u"split-brain"_s, u"r2"_s, u"4096"_s, u"20480"_s}));
    QVERIFY(m_lab->within(90'000, [this] {
        m_lab->session().refresh();
        QTest::qWait(200);
        return split(u"r1"_s) && split(u"r2"_s);
    }));
    const QJsonArray keptOfR1 = marks(u"r1"_s, u"node1"_s);
    const QJsonArray keptOfR2 = marks(u"r2"_s, u"node2"_s);
    QVERIFY(!keptOfR1.isEmpty() && marks(u"r1"_s, u"node2"_s) != keptOfR1);
    m_window->actions().action(ActionId::SplitBrain)->trigger();
    auto *assistant = m_window->findChild<SplitBrainDialog *>();
    QVERIFY(assistant);
    assistant->showPage(SplitBrainDialog::Choice);
    choose(*assistant, u"r1"_s, u"node2"_s);
    choose(*assistant, u"r2"_s, u"node1"_s);
    assistant->showPage(SplitBrainDialog::Repair);
    repair(*assistant, u"r1"_s, u"node2"_s);
    repair(*assistant, u"r2"_s, u"node1"_s);
    for (const QString &resource : {u"r1"_s, u"r2"_s}) {
        for (const QString &node : {u"node1"_s, u"node2"_s})
            QCOMPARE(state(resource, node), u"Connected Primary UpToDate"_s);
    }
    for (const QString &node : {u"node1"_s, u"node2"_s}) { // not a byte of what was kept
        QCOMPARE(marks(u"r1"_s, node), keptOfR1);
        QCOMPARE(marks(u"r2"_s, node), keptOfR2);
    }
    JournalModel &journal = m_window->journal().model();
    QVERIFY(m_lab->within(10'000, [&] { return journal.rowCount() >= 2; }));
    QVERIFY(m_lab->within(10'000, [&] {
        return journal.index(0, JournalModel::Result).data().toString() == u"done"_s;
    }));
    m_window->journal().showEntry(journal.entries().first().id);
    QVERIFY(m_lab->within(10'000, [this] {
        return m_window->journal().story().contains(u"the copy of node1 is older"_s);
    }));
    QVERIFY(m_window->journal().story().contains(u"discard-my-data"_s));
}

BINOME_TEST(TstRepair)
#include "tst_repair.moc"
