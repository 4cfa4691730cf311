// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/clockprobe.h"
#include "core/collect/machineprobes.h"
#include "tests/fakecluster/fakeprovider.h"
#include "tests/fakecluster/faketransport.h"
#include "tests/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{
// `sudo` of a machine, as the test wants it to behave.
void installSudo(const FakeMachineFiles &files, const QByteArray &body)
{
    QFile sudo(files.root() + u"/sudo"_s);
    if (sudo.open(QIODevice::WriteOnly))
        sudo.write("#!/bin/sh\n" + body);
    sudo.close();
    sudo.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

struct Asked {
    explicit Asked(const std::shared_ptr<FakeProvider> &provider, bool sudo = false)
        : Asked(Providers{provider}, sudo)
    {
        files.write(u'/' + provider->id(), "up 1\n");
    }
    explicit Asked(const Providers &providers, bool sudo = false)
        : probes({{NodeName(u"node1"_s), MachineKind::Node, files.root()}, providers, sudo}, clock)
    {
        transport.setPath(files.root());
        QObject::connect(
            &probes, &MachineProbes::answered, &probes,
            [this](const Probe &, const ProbeResult &result, bool) { results << result; });
        QObject::connect(&probes, &MachineProbes::trouble, &probes,
                         [this](const std::optional<Error> &error) { trouble = error; });
    }
    void connectTo()
    {
        transport.open();
        if (QTest::qWaitFor([this] { return transport.state() == TransportState::Ready; }))
            probes.begin(transport);
    }
    // Real time here: what is alive on a machine does not follow a fake clock.
    bool within(int milliseconds, const std::function<bool()> &so)
    {
        return QTest::qWaitFor(
            [&] {
                probes.tick();
                return so();
            },
            milliseconds);
    }

    FakeMachineFiles files;
    SystemClock clock;
    FakeTransport transport;
    QList<ProbeResult> results;
    std::optional<Error> trouble;
    MachineProbes probes;
};
} // namespace

class TstMachineProbes : public QObject
{
    Q_OBJECT
private slots:
    void loginWithoutRootGoesThroughSudo();
    void sudoThatWantsAPasswordIsSaid();
    void probeThatMayBeAliveIsNotStartedAgain();
    void firstHeavyProbesRunSideBySide();
    void channelsOfTheFirstRoundEndWithIt();
    void whatIsNotThereIsNotAsked();
    void clockOffsetFromSecondsAndFractions_data();
    void clockOffsetFromSecondsAndFractions();
};

void TstMachineProbes::loginWithoutRootGoesThroughSudo()
{
    Asked asked(
        std::make_shared<FakeProvider>(u"fast"_s, ProbeChannel::Fast, "echo \"by $BY\"; cat"),
        true);
    installSudo(asked.files, "[ \"$1\" = -n ] || exit 1\nshift\nBY=sudo exec \"$@\"\n");
    asked.connectTo();
    QVERIFY(asked.within(20'000, [&] { return !asked.results.isEmpty(); }));
    QVERIFY(asked.results.first().output.startsWith("by sudo\n"));
}

void TstMachineProbes::sudoThatWantsAPasswordIsSaid()
{
    Asked asked(std::make_shared<FakeProvider>(u"fast"_s, ProbeChannel::Fast), true);
    installSudo(asked.files, "echo 'sudo: a password is required' >&2\nexit 1\n");
    asked.connectTo();
    QVERIFY(asked.within(20'000, [&] { return asked.trouble.has_value(); }));
    QCOMPARE(asked.trouble->kind, ErrorKind::CommandFailed);
    // Redaction takes the word behind "password", whatever it is.
    QVERIFY2(asked.trouble->detail.contains(u"sudo: a password"_s),
             qPrintable(asked.trouble->detail));
    QVERIFY(asked.results.isEmpty());
}

void TstMachineProbes::probeThatMayBeAliveIsNotStartedAgain()
{
    // On the slow channel a running probe does not see that its console is gone.
    auto provider = std::make_shared<FakeProvider>(u"slow"_s, ProbeChannel::Slow,
                                                   "echo run >>\"$RUNS\"; sleep 4; cat");
    FakeMachineFiles runs;
    runs.write(u"/runs"_s, "");
    qputenv("RUNS", QFile::encodeName(runs.root() + u"/runs"_s));
    const auto count = [&] {
        QFile file(runs.root() + u"/runs"_s);
        return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : -1;
    };
    Asked asked(provider);
    asked.connectTo();
    QVERIFY(asked.within(20'000, [&] { return count() == 1; }));
    asked.transport.drop();
    asked.probes.end();
    asked.connectTo();
    // Seen alive by the new connection: it waits, and asks when the old one has ended.
    QVERIFY(!asked.within(2'000, [&] { return count() > 1; }));
    QVERIFY(asked.within(40'000, [&] { return count() > 1; }));
    qunsetenv("RUNS");
}

namespace
{
// Says that it is here, in a folder of its own, and answers when `all` of them are.
Providers meeting(int all)
{
    Providers providers;
    for (int i = 0; i < all; ++i)
        providers << std::make_shared<FakeProvider>(
            QStringLiteral("heavy%1").arg(i), ProbeChannel::Heavy,
            "mkdir \"$MEETING/" + QByteArray::number(i)
                + "\" || exit 9; while [ $(ls \"$MEETING\" | wc -l) -lt " + QByteArray::number(all)
                + " ]; do sleep 0.02; done; cat");
    return providers;
}
} // namespace

void TstMachineProbes::firstHeavyProbesRunSideBySide()
{
    // One after another, the first would wait in vain for the others until its time-out.
    const QTemporaryDir place;
    qputenv("MEETING", QFile::encodeName(place.path()));
    const Providers providers = meeting(4);
    Asked asked(providers);
    for (const auto &provider : providers)
        asked.files.write(u'/' + provider->id(), "up 1\n");
    asked.connectTo();
    QVERIFY(asked.within(20'000, [&] { return asked.probes.answeredOnce(); }));
    for (const ProbeResult &result : std::as_const(asked.results))
        QCOMPARE(result.exitCode, 0); // 9: a second one of the same was started
    QCOMPARE(asked.results.size(), 4);
    qunsetenv("MEETING");
}

void TstMachineProbes::channelsOfTheFirstRoundEndWithIt()
{
    Providers providers;
    for (int i = 0; i < 8; ++i)
        providers << std::make_shared<FakeProvider>(QStringLiteral("heavy%1").arg(i),
                                                    ProbeChannel::Heavy);
    Asked asked(providers);
    for (const auto &provider : providers)
        asked.files.write(u'/' + provider->id(), "up 1\n");
    asked.connectTo();
    int most = 0;
    QVERIFY(asked.within(20'000, [&] {
        most = std::max(most, asked.transport.alive());
        return asked.probes.answeredOnce();
    }));
    QVERIFY2(most <= 6, qPrintable(QString::number(most))); // what one session may hold
    QVERIFY(asked.within(20'000, [&] { return asked.transport.alive() == 2; })); // fast and heavy
    const int started = asked.transport.started;
    asked.probes.askAll();
    QVERIFY(asked.within(20'000, [&] { return asked.results.size() >= 16; }));
    QCOMPARE(asked.transport.started, started);
}

void TstMachineProbes::whatIsNotThereIsNotAsked()
{
    Asked asked(Providers{std::make_shared<FakeProvider>(u"there"_s, ProbeChannel::Fast),
                          std::make_shared<FakeProvider>(u"absent"_s, ProbeChannel::Fast)});
    asked.files.write(u"/there"_s, "up 1\n");
    asked.connectTo();
    QVERIFY(asked.within(20'000, [&] { return asked.results.size() >= 3; }));
    for (const ProbeResult &result : std::as_const(asked.results))
        QCOMPARE(result.probe.text(), u"there"_s);
    QVERIFY(asked.probes.answeredOnce());
}

void TstMachineProbes::clockOffsetFromSecondsAndFractions_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<qint64>("offset"); // ms; -1: none
    QTest::newRow("GNU date") << QByteArray("1000003.250000000\n") << qint64(3255);
    QTest::newRow("busybox date") << QByteArray("1000003.%N\n") << qint64(3505);
    QTest::newRow("seconds") << QByteArray("1000003\n") << qint64(3505);
    QTest::newRow("words") << QByteArray("no such command\n") << qint64(-1);
    QTest::newRow("nothing") << QByteArray() << qint64(-1);
}

void TstMachineProbes::clockOffsetFromSecondsAndFractions()
{
    QFETCH(QByteArray, answer);
    QFETCH(qint64, offset);
    const QDateTime arrived = QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC);
    const auto found = clockOffset(answer, arrived, 10ms);
    QCOMPARE(found ? qint64(found->count()) : qint64(-1), offset);
}

BINOME_TEST(TstMachineProbes)
#include "tst_machineprobes.moc"
