// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/paths.h"
#include "gui/applicationreplay.h"
#include "gui/curvepanel.h"
#include "gui/mainwindow.h"
#include "gui/replicationpanel.h"
#include "gui/storesource.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

#include <QDir>
#include <QSignalSpy>

using namespace Gui;
using namespace Qt::StringLiterals;

// A resync on a real lab, from the nodes' own outputs to the curve on the panel, and again from its
// recording.
class TstReplicationCurves : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aResyncIsDrawnAndItsRecordingShowsItAgain();

private:
    static QString recordings() { return Core::stateFolder() + u"/recordings"_s; }
    bool drawn(MainWindow &window, CurveGroup group) const;
    void replay(const QString &file);

    std::unique_ptr<Testing::OpenLab> m_lab;
    const Core::SystemClock m_clock{};
    Theme m_theme;
};

void TstReplicationCurves::init()
{
    QDir(recordings()).removeRecursively();
    QDir(Core::stateFolder() + u"/history"_s).removeRecursively();
    m_lab = std::make_unique<Testing::OpenLab>();
    QVERIFY2(m_lab->up(), m_lab->said().constData());
    m_lab->session().record();
    m_lab->session().keepHistory();
}

void TstReplicationCurves::cleanup()
{
    m_lab.reset();
    QDir(recordings()).removeRecursively();
}

// The curve of r1 has values above nothing, on both sides.
bool TstReplicationCurves::drawn(MainWindow &window, CurveGroup group) const
{
    CurvePanel &curves = window.replication().curves();
    curves.showGroup(group);
    return Testing::OpenLab::within(30'000, [&] {
        int alive = 0;
        for (const PlottedCurve &plotted : curves.plot().curves()) {
            const auto &points = plotted.curve.points;
            alive += plotted.curve.key.subject == u"r1"_s
                && std::any_of(points.begin(), points.end(),
                               [](const Core::HistoryPoint &point) { return point.maximum > 0; });
        }
        return alive == 2;
    });
}

void TstReplicationCurves::aResyncIsDrawnAndItsRecordingShowsItAgain()
{
    StoreSource source(m_lab->session().store(), m_clock);
    source.setHistory(m_lab->session().history());
    source.setForecasts(&m_lab->session().forecasts());
    auto window = std::make_unique<MainWindow>(m_theme);
    window->addCluster(u"lab"_s, source);
    window->resize(1280, 800);
    window->show();
    window->showPanel(u"replication"_s);
    window->replication().showPage(ReplicationPanel::Curves);
    QVERIFY(m_lab->settled());
    QVERIFY2(m_lab->lab({u"do"_s, u"drbd-secondary"_s, u"node2"_s, u"r1"_s}),
             m_lab->said().constData());
    QVERIFY2(m_lab->lab({u"do"_s, u"drbd-invalidate"_s, u"node2"_s, u"r1"_s}),
             m_lab->said().constData());
    QVERIFY(drawn(*window, CurveGroup::OutOfSync));
    QVERIFY(drawn(*window, CurveGroup::ResyncRate));
    const auto end = [&source] {
        const auto run = source.forecast(Core::ResourceName(u"r1"_s));
        return run && run->forecast.remaining;
    };
    QVERIFY(m_lab->within(30'000, end));
    window.reset();
    m_lab->session().close();
    const QFileInfoList files = QDir(recordings()).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
    m_lab.reset(); // what was recorded is in the file afterwards
    replay(files.first().filePath());
}

// No cluster any more.
void TstReplicationCurves::replay(const QString &file)
{
    OpenRecording recording(file);
    QSignalSpy opened(&recording, &OpenRecording::opened);
    recording.open();
    QVERIFY(opened.wait(30'000));
    QVERIFY(Testing::OpenLab::within(60'000, [&] { return recording.state().curvesReady; }));
    MainWindow window(m_theme);
    window.addCluster(recording.name(), *recording.source());
    window.show();
    window.showPanel(u"replication"_s);
    window.replication().showPage(ReplicationPanel::Curves);
    recording.seek(recording.state().duration);
    QVERIFY(drawn(window, CurveGroup::OutOfSync));
}

BINOME_TEST(TstReplicationCurves)
#include "tst_replicationcurves.moc"
