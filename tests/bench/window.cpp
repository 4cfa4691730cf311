// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How soon the window tells, off screen: from the start of the process to the first painted
// topology; what a publication costs the main thread with four clusters open; and from a command of
// the lab to the painted change, over real SSH. Usage: bench_window [CHANGES]
#include "core/config/clusterprofile.h"
#include "core/session/session.h"
#include "gui/mainwindow.h"
#include "gui/storesource.h"
#include "gui/theme.h"
#include "gui/topologypanel.h"
#include "gui/topologyview.h"
#include "tests/bench/benchlab.h"
#include "tests/gui/samplecluster.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <unistd.h>

using namespace Core;
using namespace Qt::StringLiterals;

namespace
{
// Milliseconds since the kernel made this process: what a person waits for, loader included.
double sinceProcessStart()
{
    QFile stat(u"/proc/self/stat"_s);
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const double startTicks = fields.value(19).toDouble();
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6
        - startTicks * 1e3 / double(sysconf(_SC_CLK_TCK));
}

// Counts the paintings of the picture and of everything else in the window.
class Paintings : public QObject
{
public:
    explicit Paintings(Gui::MainWindow &window)
    {
        qApp->installEventFilter(this);
        m_picture = window.topology().view().viewport();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched == m_picture)
            ++picture;
        return false;
    }
    int picture = 0;

private:
    const QObject *m_picture = nullptr;
};

double percentile(QList<double> values, double part)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[qsizetype(part * double(values.size() - 1))];
}

void tell(const char *what, const QList<double> &values)
{
    std::printf("%-58s median %7.1f ms  p95 %7.1f ms  max %7.1f ms  (%lld)\n", what,
                percentile(values, 0.5), percentile(values, 0.95), percentile(values, 1),
                static_cast<long long>(values.size()));
}

void startToPainted()
{
    Gui::Theme theme;
    theme.applyTo(*qApp);
    SampleCluster::Source source(SampleCluster::healthy());
    Gui::MainWindow window(theme);
    Paintings paintings(window);
    window.resize(1280, 800);
    window.addCluster(u"pve-ha"_s, source);
    window.show();
    if (!QTest::qWaitFor([&] { return paintings.picture > 0; }))
        std::printf("the topology was never painted\n");
    std::printf("%-58s %.0f ms\n", "process start to painted topology", sinceProcessStart());
}

// A publication as it comes twice a second: counters everywhere, a resync that moves.
ClusterSnapshot counted(int turn)
{
    ClusterSnapshot snapshot = SampleCluster::resyncing();
    for (const int node : {1, 2}) {
        DrbdResource &side = SampleCluster::drbd(snapshot, node, 1);
        side.counters.ns = quint64(turn) * 4096;
        if (side.peers.first().sync)
            side.peers.first().sync->percent = 10 + turn % 80;
    }
    return snapshot;
}

void publications(int turns)
{
    Gui::Theme theme;
    Gui::MainWindow window(theme);
    std::vector<std::unique_ptr<SampleCluster::Source>> sources;
    for (int i = 0; i < 4; ++i) {
        sources.push_back(std::make_unique<SampleCluster::Source>(SampleCluster::healthy()));
        window.addCluster(u"cluster%1"_s.arg(i), *sources.back());
    }
    window.resize(1920, 1080);
    window.show();
    QTest::qWait(300);
    QList<double> published;
    QList<double> painted;
    for (int turn = 0; turn < turns; ++turn) {
        QElapsedTimer timer;
        timer.start();
        for (const auto &source : sources)
            source->publish(counted(turn));
        published << double(timer.nsecsElapsed()) / 1e6;
        timer.start();
        QCoreApplication::processEvents();
        painted << double(timer.nsecsElapsed()) / 1e6;
    }
    tell("main thread, four clusters publish at once", published);
    tell("main thread, the events and painting after that", painted);
}

bool diskless(const SnapshotPtr &snapshot)
{
    const auto drbd = snapshot->machines.value(NodeName(u"node2"_s)).drbd;
    return drbd.value && drbd.value->resources.size() > 1
        && drbd.value->resources[1].disk == DiskState::Diskless;
}

bool frozen(const SnapshotPtr &snapshot)
{
    for (const GuestView &guest : guestsOf(*snapshot)) {
        if (guest.service && guest.service->frozen)
            return true;
    }
    return false;
}

struct Toggle {
    const char *name;
    QStringList on, off;
    bool (*seen)(const SnapshotPtr &);
};

void toggles(BenchLab &lab, Session &session, Paintings &paintings, const Toggle &toggle, int times)
{
    QList<double> taken;
    for (int i = 0; i < times; ++i) {
        QTest::qWait(900 + 61 * (i % 17)); // at any moment of the period
        const bool wanted = i % 2 == 0;
        if (!lab.call(QStringList{u"do"_s} + (wanted ? toggle.on : toggle.off)))
            continue;
        QElapsedTimer timer;
        timer.start();
        const auto shown = [&] { return toggle.seen(session.store().current()) == wanted; };
        if (!QTest::qWaitFor(shown, 20'000))
            continue;
        const int before = paintings.picture;
        if (!QTest::qWaitFor([&] { return paintings.picture > before; }, 5000))
            continue;
        taken << double(timer.elapsed());
    }
    tell(toggle.name, taken);
}

bool eventsToPixels(int times)
{
    BenchLab lab;
    const auto loaded = loadProfile(lab.folder() + u"/profile.json"_s);
    if (!loaded)
        return false;
    Session session(loaded->profile);
    const SystemClock clock;
    Gui::StoreSource source(session.store(), clock);
    Gui::Theme theme;
    Gui::MainWindow window(theme);
    Paintings paintings(window);
    window.resize(1280, 800);
    window.addCluster(u"lab"_s, source);
    window.show();
    session.open();
    if (!QTest::qWaitFor([&] { return session.settled(); }, 60'000))
        return false;
    toggles(lab, session, paintings,
            {"lab's command to painted change, fast channel",
             {u"disk-detach"_s, u"node2"_s, u"r2"_s},
             {u"disk-attach"_s, u"node2"_s, u"r2"_s},
             diskless},
            times);
    toggles(lab, session, paintings,
            {"lab's command to painted change, slow channel (2 s)",
             {u"service-freeze"_s, u"100"_s},
             {u"service-unfreeze"_s, u"100"_s},
             frozen},
            times);
    return true;
}
} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    startToPainted();
    publications(200);
    const int changes = QCoreApplication::arguments().value(1, u"20"_s).toInt();
    if (changes > 0 && !eventsToPixels(changes)) {
        std::fprintf(stderr, "the lab did not start or its cluster was not seen\n");
        return 1;
    }
    return 0;
}
