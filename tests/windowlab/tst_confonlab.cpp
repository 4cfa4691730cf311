// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/edit.h"
#include "core/clusterconf/reader.h"
#include "gui/actionrunnersource.h"
#include "gui/confchanges.h"
#include "gui/confpanel.h"
#include "gui/confrecipes.h"
#include "gui/mainwindow.h"
#include "gui/storesource.h"
#include "tests/lab/quorumdisk.h"
#include "tests/testmain.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;

// The fencing of both nodes added to a cluster.conf without any, the quorum disk to one of two
// nodes, and the rescue where no node has quorum, from the window, on a cluster that answers as the
// real one.
class TstConfOnLab : public QObject
{
    Q_OBJECT
private slots:
    void fencingIsAddedAndRunsOnBothNodes();
    void quorumDiskIsAddedAndClustatShowsIt();
    void withoutQuorumTheRescueIsOfferedAndVerified();

private:
    void open();
    void close();
    QByteArray fileOn(const QString &node, const QString &name = local) const;
    void loseQuorum();
    void reviewed(ConfPanel &panel, const QString &inItsLines);
    static QByteArray withoutFencing(const QByteArray &file);
    static void fillIn(QDialog &recipe, const QByteArray &from);
    void confirm(ConfPanel &panel, const QString &inItsLines);

    inline static const QString local = u"/etc/cluster/cluster.conf"_s;
    inline static const QString committed = u"/etc/pve/cluster.conf"_s;
    std::unique_ptr<Testing::OpenLab> m_lab;
    const SystemClock m_clock{};
    Theme m_theme;
    std::unique_ptr<StoreSource> m_source;
    std::unique_ptr<ActionRunnerSource> m_actions;
    std::unique_ptr<MainWindow> m_window;
};

QByteArray TstConfOnLab::fileOn(const QString &node, const QString &name) const
{
    QFile file(m_lab->folder() + u"/nodes/"_s + node + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray TstConfOnLab::withoutFencing(const QByteArray &file)
{
    const auto document = Document::fromBytes(file);
    if (!document)
        return {};
    QList<TextEdit> edits;
    for (int i = 0; i < document->elements().size(); ++i) {
        const QString &name = document->elements()[i].name;
        if (name == u"fence"_s || name == u"fencedevice"_s)
            edits << removeElement(*document, i);
    }
    const auto bare = edited(*document, edits);
    return bare ? bare->bytes() : QByteArray();
}

// The addresses and users that the boards of the lab have.
void TstConfOnLab::fillIn(QDialog &recipe, const QByteArray &from)
{
    const auto config = readClusterConfig(from);
    const auto secrets = fenceSecrets(from);
    QVERIFY(config && secrets);
    const QList<QLineEdit *> fields = recipe.findChildren<QLineEdit *>();
    QCOMPARE(fields.size(), 3 * config->nodes.size());
    for (int i = 0; i < config->nodes.size(); ++i) {
        const QString used = config->nodes[i].methods.first().devices.first().name;
        for (const FenceDevice &device : config->fenceDevices) {
            if (device.name != used)
                continue;
            fields[3 * i]->setText(device.address);
            fields[3 * i + 1]->setText(device.login);
        }
        for (const FenceSecret &secret : *secrets) {
            if (secret.device == used)
                fields[3 * i + 2]->setText(secret.password);
        }
    }
}

// The file read and judged, on a laboratory that is started.
void TstConfOnLab::open()
{
    m_source = std::make_unique<StoreSource>(m_lab->session().store(), m_clock);
    m_source->setConfReader(m_lab->session().confReader());
    m_actions = std::make_unique<ActionRunnerSource>(m_lab->session().actions());
    m_window = std::make_unique<MainWindow>(m_theme);
    m_window->addCluster(u"lab"_s, *m_source, m_actions.get());
    m_window->show();
    QVERIFY(m_lab->settled());
    m_window->showPanel(u"configuration"_s);
    ConfPanel &panel = *m_window->configuration();
    QVERIFY(m_lab->within(30'000, [&] { return panel.isOpen() && panel.isJudged(); }));
    QCOMPARE(panel.text(), fileOn(u"node1"_s));
}

void TstConfOnLab::close()
{
    m_window.reset();
    m_actions.reset();
    m_source.reset();
    m_lab.reset();
}

void TstConfOnLab::confirm(ConfPanel &panel, const QString &inItsLines)
{
    panel.activate();
    QVERIFY2(panel.whyNotActivated().isEmpty(), qPrintable(panel.whyNotActivated()));
    reviewed(panel, inItsLines);
}

// What would change is looked at, then the plan confirmed and followed to its end.
void TstConfOnLab::reviewed(ConfPanel &panel, const QString &inItsLines)
{
    auto *review = panel.findChild<ConfReview *>();
    QVERIFY(review);
    QVERIFY(review->changes().lines().contains(inItsLines));
    review->accept();
    auto *plan = m_window->findChild<ActionDialog *>();
    QVERIFY(plan);
    for (int times = 0; times < 5 && (times == 0 || plan->asking()); ++times) {
        plan->findChild<QLineEdit *>(u"typedName"_s)->setText(plan->plan().confirmation.expected);
        plan->findChild<QLineEdit *>(u"reason"_s)
            ->setText(u"the cluster is to survive a failure"_s);
        QVERIFY2(plan->whyNot().isEmpty(), qPrintable(plan->whyNot()));
        plan->confirm();
        m_lab->within(120'000, [&] { return plan->asking() || plan->record()->outcome(); });
    }
    QVERIFY(!plan->asking());
    QVERIFY2(plan->record()->outcome()->kind == OutcomeKind::Done,
             qPrintable(plan->record()->outcome()->error
                            ? rendered(plan->record()->outcome()->error->what)
                            : u"no reason"_s));
    for (const OutputLine &line : plan->record()->output())
        QVERIFY(!line.text.contains(u"passwd=\""_s));
}

void TstConfOnLab::fencingIsAddedAndRunsOnBothNodes()
{
    m_lab = std::make_unique<Testing::OpenLab>();
    QVERIFY2(m_lab->up(), m_lab->said().constData());
    open();
    ConfPanel &panel = *m_window->configuration();
    const QByteArray before = panel.text();
    const int version = int(readClusterConfig(before)->version.value_or(0));

    panel.setText(withoutFencing(before));
    QVERIFY(m_lab->within(10'000, [&] { return panel.isJudged(); }));
    QDialog *recipe = panel.openRecipe(ConfRecipeId::FenceByBmc);
    QVERIFY(recipe);
    fillIn(*recipe, before);
    QVERIFY2(static_cast<ConfRecipeDialog *>(recipe)->recipe().has_value(),
             qPrintable(static_cast<ConfRecipeDialog *>(recipe)->refusal()));
    recipe->accept();
    QVERIFY(m_lab->within(10'000, [&] { return panel.isJudged(); }));
    const int raised = int(panel.verdict().version.value_or(0));
    QVERIFY(raised > version);
    confirm(panel, u"fence_ipmilan"_s);
    for (const QString &node : {u"node1"_s, u"node2"_s}) {
        const auto config = readClusterConfig(fileOn(node));
        QVERIFY(config);
        QCOMPARE(config->version, std::optional<quint32>(raised));
        for (const ConfiguredNode &one : config->nodes)
            QCOMPARE(one.methods.size(), 1);
        QVERIFY(m_lab->within(30'000, [&] {
            const auto &quorum = m_lab->machine(node).quorum;
            return quorum.value && quorum.value->configVersion == raised;
        }));
    }
    QVERIFY(m_lab->within(30'000, [&] { return !panel.isChanged(); }));
    close();
}

// The order is that of the recipe: the file, qdiskd on both nodes, then cman node by node.
void TstConfOnLab::quorumDiskIsAddedAndClustatShowsIt()
{
    m_lab = std::make_unique<Testing::OpenLab>();
    QVERIFY2(Testing::startedWithoutDisk(*m_lab) && m_lab->open(), m_lab->said().constData());
    open();
    ConfPanel &panel = *m_window->configuration();
    QVERIFY(!panel.text().contains("quorumd"));
    auto *recipe = static_cast<ConfRecipeDialog *>(panel.openRecipe(ConfRecipeId::QuorumDisk));
    QVERIFY(recipe);
    recipe->findChild<QLineEdit *>()->setText(Testing::labelOfTheDisk());
    QVERIFY2(recipe->recipe().has_value(), qPrintable(recipe->refusal()));
    recipe->accept();
    QVERIFY(m_lab->within(10'000, [&] { return panel.isJudged(); }));
    confirm(panel, u"quorumd"_s);
    QVERIFY(Testing::diskVotes(*m_lab));
    QVERIFY(Testing::restartedMasterLast(*m_lab));
    QVERIFY(Testing::clustatShowsTheDisk(*m_lab));
    QVERIFY(!m_lab->machine(u"node1"_s).quorum.value->flags.contains(u"2node"_s));
    close();
}

// The quorum server and a node lose their power, and both are seen to have.
void TstConfOnLab::loseQuorum()
{
    for (const QString &machine : {u"quorum"_s, u"node2"_s})
        QVERIFY2(m_lab->lab({u"do"_s, u"power-cut"_s, machine}), m_lab->said().constData());
    QVERIFY(m_lab->within(120'000, [&] {
        const auto &quorum = m_lab->machine(u"node1"_s).quorum;
        const auto board = m_lab->bmc(u"node2"_s);
        return quorum.value && !quorum.error && !quorum.value->quorate && board.value
            && board.value->power == PowerState::Off
            && m_lab->contact(u"node2"_s) != ContactState::Connected;
    }));
}

void TstConfOnLab::withoutQuorumTheRescueIsOfferedAndVerified()
{
    m_lab = std::make_unique<Testing::OpenLab>();
    QVERIFY2(m_lab->up(), m_lab->said().constData());
    open();
    ConfPanel &panel = *m_window->configuration();
    const QByteArray before = panel.text();
    QByteArray wanted = before;
    wanted.replace("token=\"54000\"", "token=\"56000\"");
    QVERIFY(wanted != before);
    panel.setText(wanted);
    QVERIFY(m_lab->within(10'000, [&] { return panel.isJudged(); }));
    const int raised = int(panel.verdict().version.value_or(0));
    loseQuorum();

    QVERIFY(m_lab->within(60'000, [&] { return panel.whyNotActivated().contains(u"quorum"_s); }));
    panel.activate();
    QVERIFY(!panel.findChild<ConfReview *>());
    QCOMPARE(fileOn(u"node1"_s, committed), before);
    QVERIFY(fileOn(u"node1"_s, committed + u".new"_s).isEmpty());

    QPushButton *rescue = nullptr;
    for (QPushButton *button : panel.findChildren<QPushButton *>())
        rescue = button->text() == u"Rescue…"_s ? button : rescue;
    QVERIFY(rescue && rescue->isVisible());
    QVERIFY2(rescue->isEnabled(), qPrintable(rescue->toolTip()));
    rescue->click();
    reviewed(panel, u"56000"_s);

    QCOMPARE(fileOn(u"node1"_s, committed), panel.text());
    QCOMPARE(fileOn(u"node1"_s), panel.text());
    QVERIFY(m_lab->within(30'000, [&] {
        const auto &quorum = m_lab->machine(u"node1"_s).quorum;
        return quorum.value && quorum.value->configVersion == raised;
    }));
    QVERIFY(m_lab->within(30'000, [&] { return !panel.isChanged(); }));
    close();
}

BINOME_TEST(TstConfOnLab)
#include "tst_confonlab.moc"
