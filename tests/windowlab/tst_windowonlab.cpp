// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"
#include "gui/storesource.h"
#include "gui/topologypanel.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

#include <algorithm>

using namespace Gui;
using namespace Qt::StringLiterals;

// The picture itself on a real lab: what breaks there is painted as the nodes' outputs tell it.
class TstWindowOnLab : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void powerCutNodeIsSaidNotToAnswer();
    void killedNodeLeavesAndComesBack();
    void cutPathIsSilenceOfOneMachineOnly();
    void cutReplicationIsDrawnAndItsSplitStays();

private:
    CardFacts card(const QString &machine) const;
    Tone replication(const QString &resource) const;
    bool everythingGood() const;

    std::unique_ptr<Testing::OpenLab> m_lab;
    const Core::SystemClock m_clock{};
    Theme m_theme;
    std::unique_ptr<StoreSource> m_source;
    std::unique_ptr<MainWindow> m_window;
};

void TstWindowOnLab::init()
{
    m_lab = std::make_unique<Testing::OpenLab>();
    QVERIFY2(m_lab->up(), m_lab->said().constData());
    m_source = std::make_unique<StoreSource>(m_lab->session().store(), m_clock);
    m_window = std::make_unique<MainWindow>(m_theme);
    m_window->addCluster(u"lab"_s, *m_source);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(m_lab->settled());
    QVERIFY(m_lab->within(20'000, [this] { return everythingGood(); }));
}

void TstWindowOnLab::cleanup()
{
    m_window.reset();
    m_source.reset();
    m_lab.reset();
}

CardFacts TstWindowOnLab::card(const QString &machine) const
{
    for (const CardFacts &facts : m_window->topology().scene().cards()) {
        if (facts.name.text() == machine)
            return facts;
    }
    return {};
}

Tone TstWindowOnLab::replication(const QString &resource) const
{
    for (const LinkFacts &facts : m_window->topology().scene().links()) {
        if (facts.kind == Core::LinkKind::Replication && facts.label.startsWith(resource))
            return facts.tone;
    }
    return Tone::Neutral;
}

bool TstWindowOnLab::everythingGood() const
{
    const auto good = [](const auto &facts) { return facts.tone == Tone::Ok; };
    const TopologyScene &scene = m_window->topology().scene();
    return scene.cards().size() == 3
        && std::all_of(scene.cards().cbegin(), scene.cards().cend(), good)
        && std::all_of(scene.links().cbegin(), scene.links().cend(), good);
}

void TstWindowOnLab::powerCutNodeIsSaidNotToAnswer()
{
    QVERIFY(m_lab->lab({u"power-cut"_s, u"node2"_s}));
    QVERIFY(m_lab->within(10'000, [this] { return card(u"node2"_s).stale; }));
    const CardFacts facts = card(u"node2"_s);
    QVERIFY(facts.tone != Tone::Ok);
    QVERIFY2(facts.lines.join(u'|').contains(u"not answering since"_s),
             qPrintable(facts.lines.join(u'|')));
    QCOMPARE(card(u"quorum"_s).stale, false);
}

void TstWindowOnLab::killedNodeLeavesAndComesBack()
{
    QVERIFY(m_lab->lab({u"kill"_s, u"node2"_s}));
    QVERIFY(m_lab->within(10'000, [this] { return card(u"node2"_s).stale; }));
    QVERIFY(m_lab->within(60'000, [this] { return !card(u"node2"_s).stale; }));
}

void TstWindowOnLab::cutPathIsSilenceOfOneMachineOnly()
{
    QVERIFY(m_lab->lab({u"cut"_s, u"ssh:quorum"_s}));
    QVERIFY(m_lab->within(10'000, [this] { return card(u"quorum"_s).stale; }));
    QCOMPARE(card(u"node1"_s).stale, false);
    QVERIFY(m_lab->lab({u"heal"_s, u"ssh:quorum"_s}));
    QVERIFY(m_lab->within(40'000, [this] { return everythingGood(); }));
}

void TstWindowOnLab::cutReplicationIsDrawnAndItsSplitStays()
{
    QVERIFY(m_lab->lab({u"cut"_s, u"drbd"_s}));
    QVERIFY(m_lab->within(20'000, [this] { return replication(u"r1"_s) == Tone::Bad; }));
    QCOMPARE(card(u"node1"_s).tone, Tone::Ok); // the cluster network holds
    QVERIFY(m_lab->lab({u"heal"_s, u"drbd"_s}));
    // Both sides were Primary: they do not join again by themselves, and it stays red.
    QVERIFY(m_lab->within(20'000, [this] {
        return m_lab->replication(u"node1"_s) == Core::DrbdConnection::StandAlone
            || m_lab->replication(u"node2"_s) == Core::DrbdConnection::StandAlone;
    }));
    QVERIFY(m_lab->within(5'000, [this] { return replication(u"r1"_s) == Tone::Bad; }));
}

BINOME_TEST(TstWindowOnLab)
#include "tst_windowonlab.moc"
