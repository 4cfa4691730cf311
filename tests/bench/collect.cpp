// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What collecting costs and how soon it tells, on a laboratory of its own with real sshd: bytes a
// second a machine and new channels in quiet times, processor time of the console, time to the
// first complete picture against the slowest probe, and from a command of the lab to the snapshot
// that shows its effect. Usage: bench_collect [QUIET-SECONDS [TOGGLES]]
#include "core/bmc/ipmiclient.h"
#include "core/collect/collector.h"
#include "core/session/endpoints.h"
#include "core/transport/sshsession.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Core;
using namespace Qt::StringLiterals;

namespace
{
class Lab
{
public:
    Lab() { call({u"up"_s}); }
    ~Lab() { call({u"down"_s}); }
    bool call(const QStringList &words)
    {
        QProcess process;
        process.start(QStringLiteral(BINOME_BIN_DIR "/binome-lab"),
                      words + QStringList{u"--dir"_s, folder()});
        process.waitForFinished(60'000);
        return process.exitCode() == 0;
    }
    QString folder() const { return m_parent.path() + u"/lab"_s; }
    ClusterProfile profile() const
    {
        const auto loaded = loadProfile(folder() + u"/profile.json"_s);
        return loaded ? loaded->profile : ClusterProfile();
    }

private:
    QTemporaryDir m_parent;
};

// SSH that counts the channels asked for.
class Counted final : public Transport
{
public:
    explicit Counted(const SshEndpoint &endpoint) : m_session(endpoint)
    {
        connect(&m_session, &Transport::stateChanged, this, &Transport::stateChanged);
        connect(&m_session, &Transport::received, this, &Transport::received);
    }
    TransportState state() const override { return m_session.state(); }
    std::optional<Error> lastError() const override { return m_session.lastError(); }
    void open() override { m_session.open(); }
    void close() override { m_session.close(); }
    std::unique_ptr<Stream> start(const Command &command) override
    {
        ++channels;
        return m_session.start(command);
    }
    qint64 bytesReceived() const override { return m_session.bytesReceived(); }
    qint64 bytesSent() const override { return m_session.bytesSent(); }

    int channels = 0;

private:
    SshSession m_session;
};

struct Console {
    explicit Console(const ClusterProfile &profile)
        : store(clock), collector(
                            store, allProviders(),
                            [this](const BmcAddress &address, const Password &password) {
                                return std::make_unique<IpmiClient>(loop, address, password);
                            },
                            clock)
    {
        QList<Machine> machines;
        for (const ProfileMachine &known : profile.machines) {
            Machine machine;
            machine.name = known.name;
            machine.kind = known.kind == ProfileMachineKind::Node ? MachineKind::Node
                                                                  : MachineKind::QuorumServer;
            machines << machine;
            auto transport = std::make_unique<Counted>(endpointOf(known, profile));
            ways.insert(known.name.text(), transport.get());
            collector.add(
                {{known.name, machine.kind, known.rootPrefix}, false, std::move(transport)});
        }
        store.reset(profile.name, machines);
    }
    int channels() const
    {
        int all = 0;
        for (const Counted *way : ways)
            all += way->channels;
        return all;
    }
    // Pause flag of the first resource, as node1's DRBD prints it.
    QString flags() const
    {
        const auto drbd = store.current()->machines.value(NodeName(u"node1"_s)).drbd;
        return drbd.value && !drbd.value->resources.isEmpty() ? drbd.value->resources.first().flags
                                                              : QString();
    }

    SystemClock clock;
    IpmiLoop loop;
    SnapshotStore store;
    Collector collector;
    QMap<QString, Counted *> ways;
};

double processorSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

bool firstPicture(Console &console)
{
    std::chrono::milliseconds slowest{0};
    int connected = 0;
    QElapsedTimer connectedAt;
    QObject::connect(
        &console.collector, &Collector::observed, &console.collector,
        [&](const ProbeResult &result) { slowest = std::max(slowest, result.duration); });
    QObject::connect(&console.collector, &Collector::contactChanged, &console.collector,
                     [&](const NodeName &, const Contact &contact) {
                         if (contact.state == ContactState::Connected && ++connected == 3)
                             connectedAt.start();
                     });
    console.collector.open();
    if (!QTest::qWaitFor([&] { return console.collector.settled(); }, 60'000))
        return false;
    std::printf(
        "first complete picture: %lld ms after the last connection (slowest probe %lld ms)\n",
        static_cast<long long>(connectedAt.elapsed()), static_cast<long long>(slowest.count()));
    return true;
}

void quiet(Console &console, int seconds)
{
    QMap<QString, std::pair<qint64, qint64>> before;
    for (auto way = console.ways.cbegin(); way != console.ways.cend(); ++way)
        before[way.key()] = {(*way)->bytesReceived(), (*way)->bytesSent()};
    const int channels = console.channels();
    const double processor = processorSeconds();
    QTest::qWait(seconds * 1000);
    std::printf("quiet for %d s: %d new channels, console %.2f %% of a core\n", seconds,
                console.channels() - channels, 100 * (processorSeconds() - processor) / seconds);
    for (auto way = console.ways.cbegin(); way != console.ways.cend(); ++way)
        std::printf(
            "  %-8s %7.0f B/s received, %5.0f B/s sent (SSH bytes, without TCP/IP headers)\n",
            qPrintable(way.key()),
            double((*way)->bytesReceived() - before[way.key()].first) / seconds,
            double((*way)->bytesSent() - before[way.key()].second) / seconds);
}

// A cut path, healed at once: from the last byte to the word.
void silence(Lab &lab, Console &console, int times)
{
    const NodeName node2(u"node2"_s);
    const auto contact = [&] { return console.store.current()->machines.value(node2).contact; };
    QList<qint64> taken;
    for (int i = 0; i < times; ++i) {
        if (!QTest::qWaitFor([&] { return contact().state == ContactState::Connected; }, 60'000))
            return;
        QTest::qWait(1500 + 91 * i);
        lab.call({u"cut"_s, u"ssh:node2"_s});
        const bool said
            = QTest::qWaitFor([&] { return contact().state == ContactState::Silent; }, 10'000);
        if (said)
            taken << contact().since->msecsTo(QDateTime::currentDateTimeUtc());
        lab.call({u"heal"_s, u"ssh:node2"_s});
    }
    std::sort(taken.begin(), taken.end());
    if (!taken.isEmpty())
        std::printf("last byte to \"no answer since\": median %lld ms, worst %lld ms\n",
                    static_cast<long long>(taken.at(taken.size() / 2)),
                    static_cast<long long>(taken.last()));
}

void toggle(Lab &lab, Console &console, int times)
{
    QList<qint64> taken;
    for (int i = 0; i < times; ++i) {
        const QString before = console.flags();
        QTest::qWait(700 + 37 * (i % 20)); // at any moment of the period
        lab.call({u"do"_s, i % 2 ? u"drbd-resume"_s : u"drbd-pause"_s, u"node1"_s, u"r1"_s});
        QElapsedTimer timer;
        timer.start();
        if (!QTest::qWaitFor([&] { return console.flags() != before; }, 10'000))
            continue;
        taken << timer.elapsed();
    }
    std::sort(taken.begin(), taken.end());
    if (taken.isEmpty())
        return;
    std::printf("lab command done to snapshot published: median %lld ms, 95th percentile %lld ms, "
                "%lld of %d seen\n",
                static_cast<long long>(taken.at(taken.size() / 2)),
                static_cast<long long>(taken.at((taken.size() - 1) * 95 / 100)),
                static_cast<long long>(taken.size()), times);
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Lab lab;
    Console console(lab.profile());
    if (!firstPicture(console)) {
        std::fprintf(stderr, "the laboratory's cluster was not seen whole\n");
        return 1;
    }
    QTest::qWait(3000);
    quiet(console, arguments.value(1, u"60"_s).toInt());
    toggle(lab, console, arguments.value(2, u"40"_s).toInt());
    silence(lab, console, 5);
    return 0;
}
