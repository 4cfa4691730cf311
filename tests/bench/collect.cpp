// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What collecting costs and how soon it tells, on a laboratory of its own with real sshd: bytes a
// second a machine and new channels in quiet times, processor time of the console, time to the
// first complete picture against what the slowest probe takes by itself on an open channel, and
// from a command of the lab to the snapshot that shows its effect.
// Usage: bench_collect [QUIET-SECONDS [TOGGLES]]
#include "core/bmc/ipmiclient.h"
#include "core/collect/collector.h"
#include "core/session/endpoints.h"
#include "core/transport/sshsession.h"
#include "tests/bench/benchlab.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
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
// From now on `command` sleeps before it answers, as a real one that starts Perl or reads disks
// does: waiting costs no processor, of which three machines share this one's.
bool slowDown(const BenchLab &lab, const QString &command, double seconds)
{
    for (const QString &node : {u"node1"_s, u"node2"_s}) {
        const QDir bin(lab.folder() + u"/machines/"_s + node + u"/bin"_s);
        const QString path = bin.filePath(command);
        const QString behind = bin.filePath(u"behind/"_s + command);
        QFile script(path);
        if (!bin.mkpath(u"behind"_s)
            || !(QFile::exists(behind) ? script.remove() : QFile::rename(path, behind))
            || !script.open(QIODevice::WriteOnly))
            return false;
        script.write("#!/bin/sh\nsleep " + QByteArray::number(seconds) + "\nexec '"
                     + QFile::encodeName(behind) + "' \"$@\"\n");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return true;
}

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

MachineContext contextOf(const ProfileMachine &known)
{
    return {known.name,
            known.kind == ProfileMachineKind::Node ? MachineKind::Node : MachineKind::QuorumServer,
            known.rootPrefix};
}

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
            machine.kind = contextOf(known).kind;
            machines << machine;
            auto transport = std::make_unique<Counted>(endpointOf(known, profile));
            ways.insert(known.name.text(), transport.get());
            collector.add({contextOf(known), false, std::move(transport)});
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

using Milliseconds = double;

Milliseconds median(QList<Milliseconds> times)
{
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

// From the moment the last of the three machines is logged in to; none: not seen whole.
std::optional<Milliseconds> firstPicture(Console &console)
{
    QObject here; // what is counted ends with this function
    int connected = 0;
    QElapsedTimer connectedAt;
    QObject::connect(&console.collector, &Collector::contactChanged, &here,
                     [&](const NodeName &, const Contact &contact) {
                         if (contact.state == ContactState::Connected && ++connected == 3)
                             connectedAt.start();
                     });
    qint64 taken = 0;
    QTimer look; // whether all is told is no signal
    QObject::connect(&look, &QTimer::timeout, &here, [&] {
        if (taken == 0 && connected >= 3 && console.collector.settled())
            taken = connectedAt.nsecsElapsed();
    });
    look.setTimerType(Qt::PreciseTimer);
    look.start(1);
    console.collector.open();
    if (!QTest::qWaitFor([&] { return taken > 0; }, 60'000))
        return std::nullopt;
    return Milliseconds(taken) / 1e6;
}

struct Slowest {
    Milliseconds time = 0;
    QString probe;
};

// What each probe takes alone on a channel that is open already, from question to answer; the
// slowest of all machines. The console goes on beside it, as it does all day.
Slowest slowestAlone(Console &console, const ClusterProfile &profile)
{
    constexpr int times = 5;
    Slowest slowest;
    for (const ProfileMachine &machine : profile.machines) {
        const MachineContext context = contextOf(machine);
        const QStringList there = console.store.current()->machines.value(machine.name).providers;
        for (const auto &provider : allProviders()) {
            if (!there.contains(provider->id()))
                continue;
            for (const Probe &probe : provider->probes(context)) {
                ProbeStream stream({machine.name, probe.channel, {probe}, "binome:bench:", false},
                                   *console.ways.value(machine.name.text()), console.clock);
                QList<Milliseconds> taken;
                for (int i = 0; i < times; ++i) {
                    if (!QTest::qWaitFor([&] { return stream.idle(); }, 60'000))
                        return {};
                    QElapsedTimer timer;
                    const auto stop = QObject::connect(&stream, &ProbeStream::answered, [&] {
                        taken << Milliseconds(timer.nsecsElapsed()) / 1e6;
                    });
                    timer.start();
                    stream.ask({0}, false);
                    if (!QTest::qWaitFor([&] { return stream.idle(); }, 60'000))
                        return {};
                    QObject::disconnect(stop);
                }
                if (median(taken) > slowest.time)
                    slowest = {median(taken), probe.id.text() + u" of "_s + machine.name.text()};
            }
        }
    }
    return slowest;
}

bool pictureAgainstSlowest(const ClusterProfile &profile, const char *what)
{
    constexpr int rounds = 5;
    QList<Milliseconds> pictures;
    Slowest slowest;
    for (int round = 0; round < rounds; ++round) {
        Console console(profile);
        const std::optional<Milliseconds> picture = firstPicture(console);
        if (!picture)
            return false;
        pictures << *picture;
        if (round == rounds - 1)
            slowest = slowestAlone(console, profile);
    }
    std::printf("first complete picture, %s: median %.0f ms after the last login, slowest probe "
                "alone %.0f ms (%s): %.2f x\n",
                what, median(pictures), slowest.time, qPrintable(slowest.probe),
                median(pictures) / slowest.time);
    return slowest.time > 0;
}

void quiet(Console &console, int seconds)
{
    QMap<QString, std::pair<qint64, qint64>> before;
    for (auto way = console.ways.cbegin(); way != console.ways.cend(); ++way)
        before[way.key()] = {(*way)->bytesReceived(), (*way)->bytesSent()};
    const int channels = console.channels();
    const double processor = processorSeconds();
    QEventLoop waiting; // QTest::qWait looks every 10 ms, which is half of what is measured
    QTimer::singleShot(seconds * 1000, &waiting, &QEventLoop::quit);
    waiting.exec();
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
void silence(BenchLab &lab, Console &console, int times)
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

void toggle(BenchLab &lab, Console &console, int times)
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
// What starts Perl or reads every disk, and what asks a daemon of the cluster.
bool slowedDown(const BenchLab &lab)
{
    return slowDown(lab, u"qm"_s, 0.8) && slowDown(lab, u"vgs"_s, 0.3)
        && slowDown(lab, u"pvs"_s, 0.3) && slowDown(lab, u"iscsiadm"_s, 0.05)
        && slowDown(lab, u"drbdadm"_s, 0.02) && slowDown(lab, u"clustat"_s, 0.1)
        && slowDown(lab, u"cman_tool"_s, 0.02);
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    BenchLab lab;
    const ClusterProfile profile = lab.profile();
    if (!pictureAgainstSlowest(profile, "commands that cost processor time alone")
        || !slowedDown(lab) || !pictureAgainstSlowest(profile, "commands that take their time")) {
        std::fprintf(stderr, "the laboratory's cluster was not seen whole\n");
        return 1;
    }
    Console console(profile);
    if (!firstPicture(console))
        return 1;
    QTest::qWait(3000);
    quiet(console, arguments.value(1, u"60"_s).toInt());
    toggle(lab, console, arguments.value(2, u"40"_s).toInt());
    silence(lab, console, 5);
    return 0;
}
