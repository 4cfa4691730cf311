// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/health.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

// What a whole and a failing cluster look like, through real SSH and IPMI.
class TstLabPicture : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_lab.reset(); }
    void wholeClusterIsSeenWhole();
    void everyFactComesFromTheMachineItself();
    void powerCutIsSilenceUntilTheBmcSaysOff();
    void killedNodeComesBackByItself();
    void cutPathIsSilentAndTheOthersGoOn();
    void hangingMachineIsSilent();
    void cutReplicationIsToldByBothSides();
    void cutClusterNetworkMakesTheNodesDisagree();
    void unreachableBmcIsNoUnreachableNode();
    void eachNodeProvesThatItCouldFenceTheOther();

private:
    std::unique_ptr<OpenLab> m_lab;
};

void TstLabPicture::init()
{
    m_lab = std::make_unique<OpenLab>();
    QVERIFY2(m_lab->up(), m_lab->said().constData());
    QVERIFY(m_lab->settled());
}

void TstLabPicture::wholeClusterIsSeenWhole()
{
    for (const QString &name : {u"node1"_s, u"node2"_s, u"quorum"_s})
        QCOMPARE(m_lab->contact(name), ContactState::Connected);
    const Health health = healthOf(*m_lab->snapshot());
    QCOMPARE(health.service.state, VerdictState::Ok);
    QCOMPARE(health.data.state, VerdictState::Ok);
    QCOMPARE(guestsOf(*m_lab->snapshot()).size(), 4);
    for (const QString &name : {u"node1"_s, u"node2"_s}) {
        QVERIFY(m_lab->bmc(name).known());
        QCOMPARE(m_lab->bmc(name).value->power, PowerState::On);
    }
}

void TstLabPicture::everyFactComesFromTheMachineItself()
{
    for (const QString &name : {u"node1"_s, u"node2"_s}) {
        const Machine machine = m_lab->machine(name);
        QVERIFY(machine.quorum.known() && machine.members.known() && machine.ha.known());
        QVERIFY(machine.fenceDomain.known() && machine.drbd.known() && machine.vms.known());
        QVERIFY(machine.interfaces.known() && machine.configuration.known());
        QCOMPARE(machine.quorum.value->nodeName.text(), name);
        QCOMPARE(machine.drbd.evidence.machine.text(), name);
        const ProbeResult quoted
            = m_lab->session().store().evidence(NodeName(name), machine.drbd.evidence.probe);
        QVERIFY(quoted.output.contains("cs:Connected"));
    }
    QVERIFY(m_lab->machine(u"quorum"_s).iscsiTargets.known());
}

void TstLabPicture::powerCutIsSilenceUntilTheBmcSaysOff()
{
    QVERIFY2(m_lab->lab({u"power-cut"_s, u"node2"_s}), m_lab->said().constData());
    QVERIFY(OpenLab::within(10'000,
                            [&] { return m_lab->contact(u"node2"_s) == ContactState::Silent; }));
    const Machine silent = m_lab->machine(u"node2"_s);
    QVERIFY(silent.contact.since);
    QVERIFY(silent.quorum.value); // what it said last is kept
    QCOMPARE(stateOf(silent, *m_lab->snapshot()) == VerdictState::Ok, false);
    QVERIFY(OpenLab::within(20'000, [&] {
        return m_lab->bmc(u"node2"_s).known()
            && m_lab->bmc(u"node2"_s).value->power == PowerState::Off;
    }));
    // And the survivor says so by itself, in its own time.
    QVERIFY(OpenLab::within(30'000, [&] {
        const Members members = m_lab->machine(u"node1"_s).members.value.value_or(Members());
        return std::any_of(members.cbegin(), members.cend(), [](const Member &member) {
            return member.name.text() == u"node2"_s && member.state == MemberState::Dead;
        });
    }));
    QCOMPARE(m_lab->contact(u"node1"_s), ContactState::Connected);
}

void TstLabPicture::killedNodeComesBackByItself()
{
    QVERIFY2(m_lab->lab({u"kill"_s, u"node1"_s}), m_lab->said().constData());
    QVERIFY(OpenLab::within(10'000,
                            [&] { return m_lab->contact(u"node1"_s) != ContactState::Connected; }));
    QVERIFY(m_lab->machine(u"node1"_s).quorum.value);
    QVERIFY(OpenLab::within(60'000, [&] {
        const Machine back = m_lab->machine(u"node1"_s);
        return back.contact.state == ContactState::Connected && back.interfaces.known();
    }));
}

void TstLabPicture::cutPathIsSilentAndTheOthersGoOn()
{
    QVERIFY2(m_lab->lab({u"cut"_s, u"ssh:node1"_s}), m_lab->said().constData());
    QVERIFY(OpenLab::within(10'000,
                            [&] { return m_lab->contact(u"node1"_s) == ContactState::Silent; }));
    const QDateTime since = *m_lab->machine(u"node1"_s).contact.since;
    QVERIFY(since.msecsTo(QDateTime::currentDateTimeUtc()) < 5'000);
    QCOMPARE(m_lab->contact(u"node2"_s), ContactState::Connected);
    // The peer knows better: it is a member.
    const Members members = m_lab->machine(u"node2"_s).members.value.value_or(Members());
    QVERIFY(std::any_of(members.cbegin(), members.cend(), [](const Member &member) {
        return member.name.text() == u"node1"_s && member.state == MemberState::Member;
    }));
    QVERIFY2(m_lab->lab({u"heal"_s, u"ssh:node1"_s}), m_lab->said().constData());
    QVERIFY(OpenLab::within(40'000,
                            [&] { return m_lab->contact(u"node1"_s) == ContactState::Connected; }));
}

void TstLabPicture::hangingMachineIsSilent()
{
    QVERIFY2(m_lab->lab({u"do"_s, u"hang"_s, u"node2"_s}), m_lab->said().constData());
    QVERIFY(OpenLab::within(10'000,
                            [&] { return m_lab->contact(u"node2"_s) == ContactState::Silent; }));
    QCOMPARE(m_lab->contact(u"node1"_s), ContactState::Connected);
}

void TstLabPicture::cutReplicationIsToldByBothSides()
{
    QCOMPARE(m_lab->replication(u"node1"_s), DrbdConnection::Connected);
    QVERIFY2(m_lab->lab({u"cut"_s, u"drbd"_s}), m_lab->said().constData());
    QVERIFY(OpenLab::within(20'000, [&] {
        return !isConnected(m_lab->replication(u"node1"_s))
            && !isConnected(m_lab->replication(u"node2"_s));
    }));
    const Health health = healthOf(*m_lab->snapshot());
    QVERIFY(health.data.state == VerdictState::Warning || health.data.state == VerdictState::Bad);
    QCOMPARE(m_lab->contact(u"node1"_s), ContactState::Connected);
    QCOMPARE(m_lab->contact(u"node2"_s), ContactState::Connected);
}

void TstLabPicture::cutClusterNetworkMakesTheNodesDisagree()
{
    const auto deadSeenBy = [&](const QString &observer, const QString &other) {
        const Members members = m_lab->machine(observer).members.value.value_or(Members());
        return std::any_of(members.cbegin(), members.cend(), [&](const Member &member) {
            return member.name.text() == other && member.state != MemberState::Member;
        });
    };
    QVERIFY2(m_lab->lab({u"cut"_s, u"lan"_s}), m_lab->said().constData());
    QVERIFY(OpenLab::within(30'000, [&] {
        return deadSeenBy(u"node1"_s, u"node2"_s) || deadSeenBy(u"node2"_s, u"node1"_s);
    }));
}

void TstLabPicture::unreachableBmcIsNoUnreachableNode()
{
    QVERIFY2(m_lab->lab({u"do"_s, u"bmc-cut"_s, u"node1"_s}), m_lab->said().constData());
    m_lab->session().refresh();
    QVERIFY(OpenLab::within(20'000, [&] { return m_lab->bmc(u"node1"_s).error.has_value(); }));
    QCOMPARE(m_lab->bmc(u"node1"_s).error->kind, ErrorKind::Unreachable);
    QCOMPARE(m_lab->bmc(u"node1"_s).value->power, PowerState::On); // the last known, beside it
    QCOMPARE(m_lab->contact(u"node1"_s), ContactState::Connected);
}

// By the real ipmitool on the nodes and the real ipmi_sim.
void TstLabPicture::eachNodeProvesThatItCouldFenceTheOther()
{
    const auto seen = [this](const QString &asker, const QString &node) {
        return m_lab->machine(node).bmc.value(Observer(NodeName(asker)));
    };
    m_lab->session().refresh();
    QVERIFY(OpenLab::within(30'000, [&] {
        return seen(u"node1"_s, u"node2"_s).known() && seen(u"node2"_s, u"node1"_s).known();
    }));
    QCOMPARE(seen(u"node1"_s, u"node2"_s).value->power, PowerState::On);
    QVERIFY(m_lab->lab({u"do"_s, u"bmc-password"_s, u"node2"_s, u"another"_s}));
    m_lab->session().refresh();
    QVERIFY(OpenLab::within(60'000, [&] {
        const auto view = seen(u"node1"_s, u"node2"_s);
        return view.error && view.error->kind == ErrorKind::AuthRefused;
    }));
    const QList<Finding> findings = healthOf(*m_lab->snapshot()).findings;
    QVERIFY(std::any_of(findings.cbegin(), findings.cend(),
                        [](const Finding &one) { return one.id == u"fence.path"_s; }));
    QVERIFY(seen(u"node2"_s, u"node1"_s).known());
}

BINOME_TEST(TstLabPicture)
#include "tst_labpicture.moc"
