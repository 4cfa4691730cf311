// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/ipmiclient.h"
#include "core/bmc/ipmisession.h"
#include "tests/bmc/ipmisim.h"
#include "tests/bmc/strictbmc.h"
#include "tests/testmain.h"

#include <QElapsedTimer>

using namespace Core;
using namespace std::chrono_literals;

namespace
{
const QString admin = QStringLiteral("admin");
const QString oper = QStringLiteral("oper");
const QString reader = QStringLiteral("reader");

Password rightPassword()
{
    return Password(QByteArrayView(IpmiSim::password));
}
} // namespace

class TstIpmiClient : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void readsThePowerState();
    void switchesTheMachineOffAndOn();
    void cyclesAndResets();
    void aBmcThatCannotReachThePowerSaysSo();
    void refusesToBeAskedForNothing();
    void tellsAWrongPassword();
    void tellsAnUnknownUserWhenReading();
    void tellsAnUnknownUserWhenSwitching();
    void tellsAPrivilegeTooLow_data();
    void tellsAPrivilegeTooLow();
    void tellsWhatASessionWasRefusedFor_data();
    void tellsWhatASessionWasRefusedFor();
    void refusesALoginLongerThanTheProtocol();
    void findsAHostByName();
    void takesTheOldAddressOfANameThatHasBoth();
    void silenceIsUnreachableWithoutTheLibrarysPatience();
    void closedPortIsUnreachable();
    void keepsOneSessionAndClosesItAfterAPause();
    void closesTheSessionWhenDeleted();
    void opensALostSessionAgain();
    void answersInOrder();
    void talksToTwoBmcsAtOnce();
    void deletionAnswersWhatIsInFlight();
    void stopAnswersAtOnceAndTheNextCallWorks();
    void stoppedBeforeAskedSendsNothing();
    void neverSendsAPowerCommandTwice();

private:
    std::unique_ptr<IpmiClient> client(const QString &user, const IpmiSim &sim,
                                       IpmiTiming timing = {}) const
    {
        return std::make_unique<IpmiClient>(m_loop, sim.address(user), rightPassword(), timing);
    }
    std::unique_ptr<IpmiClient> client(const QString &user, IpmiTiming timing = {}) const
    {
        return client(user, m_sim, timing);
    }
    IpmiLoop m_loop;
    IpmiSim m_sim;
    qsizetype m_before = 0; // orders of earlier tests
    QStringList newOrders() const { return m_sim.orders().mid(m_before); }
};

void TstIpmiClient::initTestCase()
{
    QVERIFY(m_sim.start());
}

void TstIpmiClient::init()
{
    QVERIFY(settled(client(oper)->setPower(PowerState::On)));
    m_before = m_sim.orders().size();
}

void TstIpmiClient::readsThePowerState()
{
    const auto bmc = client(reader);
    const auto state = settled(bmc->power());
    QVERIFY(state);
    QCOMPARE(*state, PowerState::On);
}

void TstIpmiClient::switchesTheMachineOffAndOn()
{
    const auto bmc = client(oper);
    QVERIFY(settled(bmc->setPower(PowerState::Off)));
    QCOMPARE(settled(bmc->power()).value_or(PowerState::Unknown), PowerState::Off);
    QVERIFY(settled(bmc->setPower(PowerState::Off))); // off when off is accepted
    QVERIFY(settled(bmc->setPower(PowerState::On)));
    QCOMPARE(settled(bmc->power()).value_or(PowerState::Unknown), PowerState::On);
    QCOMPARE(newOrders(),
             QStringList({QStringLiteral("power 0"), QStringLiteral("power 0"),
                          QStringLiteral("power 1")}));
}

void TstIpmiClient::cyclesAndResets()
{
    const auto bmc = client(oper);
    QVERIFY(settled(bmc->order(BmcOrder::Reset)));
    QCOMPARE(newOrders(), QStringList({QStringLiteral("reset 1")}));
    QVERIFY(settled(bmc->setPower(PowerState::Cycling)));
    // The simulator switches off, and on again by itself a second later.
    QTRY_COMPARE_WITH_TIMEOUT(newOrders().mid(1),
                              QStringList({QStringLiteral("power 0"), QStringLiteral("power 1")}),
                              20'000);
}

void TstIpmiClient::aBmcThatCannotReachThePowerSaysSo()
{
    const auto bmc = client(oper);
    m_sim.breakChassis(true);
    const auto state = settled(bmc->power());
    const auto answer = settled(bmc->setPower(PowerState::Off));
    m_sim.breakChassis(false);
    QVERIFY(!state && !answer);
    QCOMPARE(state.error().kind, ErrorKind::CommandFailed);
    QCOMPARE(answer.error().kind, ErrorKind::CommandFailed);
    QCOMPARE(settled(bmc->power()).value_or(PowerState::Unknown), PowerState::On);
}

void TstIpmiClient::refusesToBeAskedForNothing()
{
    const auto answer = settled(client(oper)->setPower(PowerState::Unknown));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Internal);
}

void TstIpmiClient::tellsAWrongPassword()
{
    IpmiClient bmc(m_loop, m_sim.address(oper), Password("wrong"));
    const auto state = settled(bmc.power());
    QVERIFY(!state);
    QCOMPARE(state.error().kind, ErrorKind::AuthRefused);
    QCOMPARE(state.error().what.source, "The BMC %1 refused the password.");
}

void TstIpmiClient::tellsAnUnknownUserWhenReading()
{
    const auto state = settled(client(QStringLiteral("nobody"))->power());
    QVERIFY(!state);
    QCOMPARE(state.error().kind, ErrorKind::AuthRefused);
    QCOMPARE(state.error().what.source, "The BMC %1 does not know this user.");
}

void TstIpmiClient::tellsAnUnknownUserWhenSwitching()
{
    const auto answer = settled(client(QStringLiteral("nobody"))->setPower(PowerState::Off));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::AuthRefused);
    QCOMPARE(answer.error().what.source, "The BMC %1 does not know this user.");
}

void TstIpmiClient::tellsAPrivilegeTooLow_data()
{
    QTest::addColumn<StrictBmc::Refuses>("refuses");
    QTest::newRow("of the user") << StrictBmc::Refuses::Operator;
    QTest::newRow("of the channel") << StrictBmc::Refuses::OperatorOnChannel;
}

void TstIpmiClient::tellsAPrivilegeTooLow()
{
    QFETCH(StrictBmc::Refuses, refuses);
    const StrictBmc strict(refuses, m_sim.address(reader));
    IpmiClient bmc(m_loop, strict.address(), rightPassword());
    const auto answer = settled(bmc.setPower(PowerState::Off));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Refused);
    QVERIFY(QByteArrayView(answer.error().what.source).startsWith("The user is known"));
    QCOMPARE(newOrders(), QStringList());
    QVERIFY(settled(bmc.power())); // and it can still read
}

void TstIpmiClient::tellsWhatASessionWasRefusedFor_data()
{
    QTest::addColumn<StrictBmc::Refuses>("refuses");
    QTest::addColumn<QString>("words");
    QTest::newRow("suite 17 only")
        << StrictBmc::Refuses::Suite3 << QStringLiteral("does not accept cipher suite 3");
    QTest::newRow("IPMI 1.5 only")
        << StrictBmc::Refuses::Version2 << QStringLiteral("speaks only IPMI 1.5");
    QTest::newRow("every session taken")
        << StrictBmc::Refuses::Sessions << QStringLiteral("has no free session");
}

void TstIpmiClient::tellsWhatASessionWasRefusedFor()
{
    QFETCH(StrictBmc::Refuses, refuses);
    QFETCH(QString, words);
    const StrictBmc strict(refuses, m_sim.address(oper));
    IpmiClient bmc(m_loop, strict.address(), rightPassword());
    for (const Error &error :
         {settled(bmc.power()).error(), settled(bmc.setPower(PowerState::Off)).error()}) {
        QCOMPARE(error.kind, ErrorKind::Refused);
        QVERIFY2(rendered(error.what).contains(words), qPrintable(rendered(error.what)));
    }
    QCOMPARE(newOrders(), QStringList());
}

void TstIpmiClient::refusesALoginLongerThanTheProtocol()
{
    const auto longUser = settled(client(QStringLiteral("seventeen-bytes-x"))->power());
    QVERIFY(!longUser);
    QCOMPARE(longUser.error().kind, ErrorKind::AuthRefused);
    IpmiClient bmc(m_loop, m_sim.address(oper), Password("twenty-one-bytes-long"));
    const auto longPassword = settled(bmc.power());
    QVERIFY(!longPassword);
    QCOMPARE(longPassword.error().kind, ErrorKind::AuthRefused);
}

void TstIpmiClient::findsAHostByName()
{
    BmcAddress address = m_sim.address(reader);
    address.host = QStringLiteral("localhost");
    IpmiClient bmc(m_loop, address, rightPassword());
    const auto state = settled(bmc.power());
    QVERIFY2(state, state ? "" : qPrintable(state.error().detail));
}

// "localhost" is ::1 first on Ubuntu 24.04, where the simulator listens on 127.0.0.1 alone.
void TstIpmiClient::takesTheOldAddressOfANameThatHasBoth()
{
    const QHostAddress six(QStringLiteral("2001:db8::5"));
    const QHostAddress four(QStringLiteral("192.0.2.5"));
    QCOMPARE(addressOfBmc({six, four}), four);
    QCOMPARE(addressOfBmc({four, six}), four);
    QCOMPARE(addressOfBmc({six}), six);
    QVERIFY(addressOfBmc({}).isNull());
}

void TstIpmiClient::silenceIsUnreachableWithoutTheLibrarysPatience()
{
    LoopbackSocket silent;
    QVERIFY(silent.bind(QHostAddress::LocalHost));
    IpmiClient bmc(m_loop, {QStringLiteral("127.0.0.1"), silent.localPort(), oper}, rightPassword(),
                   {.silence = 100ms});
    QElapsedTimer time;
    time.start();
    const auto state = settled(bmc.power());
    QVERIFY(!state);
    QCOMPARE(state.error().kind, ErrorKind::Unreachable);
    QVERIFY(time.elapsed() < 6'000); // the library alone says it after 7 s
    QVERIFY(silent.hasPendingDatagrams());
    // A power command that never left is plainly unreachable too, not an unknown outcome.
    const auto answer = settled(bmc.setPower(PowerState::Off));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Unreachable);
}

void TstIpmiClient::closedPortIsUnreachable()
{
    IpmiClient bmc(m_loop, {QStringLiteral("127.0.0.1"), freeUdpPort(), oper}, rightPassword(),
                   {.silence = 100ms});
    const auto state = settled(bmc.power());
    QVERIFY(!state);
    QCOMPARE(state.error().kind, ErrorKind::Unreachable);
}

void TstIpmiClient::keepsOneSessionAndClosesItAfterAPause()
{
    IpmiSim sim;
    QVERIFY(sim.start());
    const auto kept = client(oper, sim);
    for (int i = 0; i < 5; ++i)
        QVERIFY(settled(kept->power()));
    QCOMPARE(sim.sessions(), 1);
    QVERIFY(settled(kept->setPower(PowerState::On))); // a higher privilege replaces the session
    QVERIFY(settled(kept->power()));
    QCOMPARE(sim.sessions(), 1);

    const auto brief = client(reader, sim, {.idle = 50ms});
    QVERIFY(settled(brief->power()));
    QTRY_COMPARE_WITH_TIMEOUT(sim.sessions(), 1, 20'000); // only the first one's is left
    QVERIFY(settled(brief->power()));
}

void TstIpmiClient::closesTheSessionWhenDeleted()
{
    IpmiSim sim;
    QVERIFY(sim.start());
    auto bmc = client(oper, sim);
    QVERIFY(settled(bmc->power()));
    QCOMPARE(sim.sessions(), 1);
    bmc.reset();
    QTRY_COMPARE_WITH_TIMEOUT(sim.sessions(), 0, 20'000);
}

void TstIpmiClient::opensALostSessionAgain()
{
    const auto bmc = client(oper, {.silence = 500ms});
    QVERIFY(settled(bmc->power()));
    m_sim.stop();
    QVERIFY(m_sim.start());
    m_before = 0;
    QTRY_VERIFY_WITH_TIMEOUT(settled(bmc->power()).has_value(), 20'000);
}

void TstIpmiClient::answersInOrder()
{
    const auto bmc = client(oper);
    QList<int> order;
    QList<QFuture<void>> all;
    for (int i = 0; i < 8; ++i) {
        const auto call = i % 2 == 0
            ? bmc->power().then(this, [](const auto &) {})
            : bmc->setPower(PowerState::On).then(this, [](const auto &) {});
        all.append(QFuture<void>(call).then(this, [&order, i] { order.append(i); }));
    }
    QTRY_COMPARE_WITH_TIMEOUT(order.size(), 8, 30'000);
    QCOMPARE(order, QList<int>({0, 1, 2, 3, 4, 5, 6, 7}));
}

void TstIpmiClient::talksToTwoBmcsAtOnce()
{
    IpmiSim other;
    QVERIFY(other.start());
    const auto here = client(oper);
    IpmiClient there(m_loop, other.address(oper), rightPassword());
    QVERIFY(settled(there.setPower(PowerState::Off)));
    auto first = here->power();
    auto second = there.power();
    QCOMPARE(settled(first).value_or(PowerState::Unknown), PowerState::On);
    QCOMPARE(settled(second).value_or(PowerState::Unknown), PowerState::Off);
    QCOMPARE(newOrders(), QStringList());
}

void TstIpmiClient::deletionAnswersWhatIsInFlight()
{
    LoopbackSocket silent;
    QVERIFY(silent.bind(QHostAddress::LocalHost));
    QFuture<Expected<PowerState>> active;
    QFuture<Expected<void>> waiting;
    {
        IpmiClient bmc(m_loop, {QStringLiteral("127.0.0.1"), silent.localPort(), oper},
                       rightPassword(), {.silence = 1h});
        active = bmc.power();
        waiting = bmc.setPower(PowerState::Off);
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingDatagrams(), 20'000);
    }
    QCOMPARE(settled(active).error().kind, ErrorKind::Cancelled);
    QCOMPARE(settled(waiting).error().kind, ErrorKind::Cancelled);
}

void TstIpmiClient::stopAnswersAtOnceAndTheNextCallWorks()
{
    const auto bmc = client(oper, {.silence = 1h, .control = 1h});
    QVERIFY(settled(bmc->power()));
    m_sim.freeze();
    std::stop_source stop;
    const auto stopped = bmc->power(stop.get_token());
    const auto queued = bmc->setPower(PowerState::Off, stop.get_token());
    stop.request_stop();
    QCOMPARE(settled(stopped).error().kind, ErrorKind::Cancelled);
    QCOMPARE(settled(queued).error().kind, ErrorKind::Cancelled);
    m_sim.thaw();
    QCOMPARE(settled(bmc->power()).value_or(PowerState::Unknown), PowerState::On);
    QCOMPARE(newOrders(), QStringList());
}

void TstIpmiClient::stoppedBeforeAskedSendsNothing()
{
    LoopbackSocket silent;
    QVERIFY(silent.bind(QHostAddress::LocalHost));
    IpmiClient bmc(m_loop, {QStringLiteral("127.0.0.1"), silent.localPort(), oper},
                   rightPassword());
    std::stop_source stop;
    stop.request_stop();
    const auto answer = settled(bmc.setPower(PowerState::Off, stop.get_token()));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
    QVERIFY(!silent.hasPendingDatagrams());
}

void TstIpmiClient::neverSendsAPowerCommandTwice()
{
    const auto bmc = client(oper, {.control = 3s}); // the library would repeat it after 1 s
    QVERIFY(settled(bmc->setPower(PowerState::On)));
    m_sim.freeze();
    const auto answer = settled(bmc->setPower(PowerState::Off));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Timeout); // not known, and said so
    m_sim.thaw();
    QCOMPARE(settled(bmc->power()).value_or(PowerState::Unknown), PowerState::Off);
    QCOMPARE(newOrders(), QStringList({QStringLiteral("power 1"), QStringLiteral("power 0")}));
}

BINOME_TEST(TstIpmiClient)
#include "tst_ipmiclient.moc"
