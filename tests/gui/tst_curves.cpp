// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/curveaxis.h"
#include "gui/curveexport.h"
#include "gui/curvelegend.h"
#include "gui/curvepanel.h"
#include "gui/svgdrawing.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Gui;
using namespace Qt::StringLiterals;
using Core::HistoryPoint;
using Core::Quantity;
using Core::SeriesKey;
using SampleCluster::node;

namespace
{
const qint64 present = SampleCluster::now().toSecsSinceEpoch();
constexpr int patience = 20'000; // ms; a deadline, not a figure

SeriesKey key(int id, const QString &subject, Quantity quantity = Quantity::OutOfSync)
{
    return {node(id), subject, quantity};
}

HistoryPoint point(qint64 at, float value)
{
    return {at, value, value, value};
}

PlottedCurve plotted(const QList<HistoryPoint> &points, const QString &name = u"r1, node1"_s)
{
    return {{key(1, u"r1"_s), points}, {name, Qt::blue, Qt::SolidLine}, true};
}

// The sample cluster with a minute of curves: a gap of ten seconds in its middle.
class Kept : public SampleCluster::Source
{
public:
    Kept() : Source(SampleCluster::healthy()), m_history(folder.filePath(u"history.db"_s))
    {
        m_history.open().waitForFinished();
        for (qint64 second = present - 60; second <= present; ++second) {
            if (second > present - 35 && second < present - 25)
                continue;
            // Answers are in time only when what was added before is there.
            m_history
                .add(second,
                     {{key(1, u"r1"_s), double(present - second) * 1024 * 1024},
                      {key(2, u"r1"_s), double(present - second) * 1024 * 1024},
                      {key(1, u"r2"_s, Quantity::NetworkSent), 4096}})
                .waitForFinished();
        }
    }
    Core::History *history() const override { return &m_history; }
    QTemporaryDir folder;

private:
    mutable Core::History m_history;
};

// A panel with its first answer.
struct Shown {
    explicit Shown(const Core::ClusterSnapshot *) = delete;
    Shown()
    {
        panel.resize(900, 300);
        panel.showRange(0); // a minute
        panel.show();
        QSignalSpy loaded(&panel, &CurvePanel::loaded);
        panel.setSource(&source, nullptr);
        ready = QTest::qWaitFor([&] { return !panel.plot().curves().isEmpty(); }, patience)
            && QTest::qWaitFor([&] { return !panel.isLoading(); }, patience);
    }
    Kept source;
    Theme theme;
    CurvePanel panel{theme};
    bool ready = false;
};
} // namespace

class TstCurves : public QObject
{
    Q_OBJECT
private slots:
    void subjectsStandAsAPersonCounts()
    {
        QList<SeriesKey> known;
        for (const QString &name : {u"r10"_s, u"r2"_s, u"r1"_s})
            known << key(1, name);
        known << key(1, u"eth0"_s, Quantity::InterfaceSent);
        QCOMPARE(subjectsOf(CurveGroup::OutOfSync, known),
                 QStringList({u"r1"_s, u"r2"_s, u"r10"_s}));
        QCOMPARE(subjectsOf(CurveGroup::Interfaces, known), QStringList({u"eth0"_s}));
    }

    void overlaidResourcesShowTheLeadingQuantityAlone()
    {
        const QList<SeriesKey> known{key(1, u"r1"_s, Quantity::DiskWritten),
                                     key(1, u"r1"_s, Quantity::DiskRead),
                                     key(1, u"r2"_s, Quantity::DiskWritten)};
        QCOMPARE(seriesOf(CurveGroup::Disk, u"r1"_s, known).size(), 2);
        const QList<SeriesKey> all = seriesOf(CurveGroup::Disk, QString(), known);
        QCOMPARE(all, QList<SeriesKey>({known[0], known[2]}));
    }

    void noTwoOfTenResourcesLookAlike()
    {
        QList<SeriesKey> series;
        for (int resource = 0; resource < 10; ++resource) {
            for (const int id : {1, 2})
                series << key(id, u"r%1"_s.arg(resource));
        }
        for (const bool dark : {false, true}) {
            QList<std::pair<QRgb, Qt::PenStyle>> seen;
            for (const CurveLook &look : looksOf(series, dark)) {
                const std::pair pen(look.color.rgb(), look.style);
                QVERIFY2(!seen.contains(pen), qPrintable(look.name));
                seen << pen;
                QVERIFY2(contrast(look.color, tokens(dark).panel) >= 3, qPrintable(look.name));
            }
        }
    }

    void theSidesDifferByLineAndNotByColourAlone()
    {
        const QList<CurveLook> looks = looksOf({key(1, u"r1"_s), key(2, u"r1"_s)}, false);
        QVERIFY(looks[0].style != looks[1].style);
        QCOMPARE(looks[0].name, u"node1"_s);
    }

    void aGapIsDrawnAsAGap()
    {
        Theme theme;
        CurvePlot plot(theme);
        plot.setCurves(CurveGroup::OutOfSync,
                       {plotted({point(100, 1), point(101, 2), point(105, 3), point(106, 4)})}, 1);
        QCOMPARE(plot.graphCount(), 1);
        bool hole = false;
        const auto data = plot.graph(0)->data();
        for (auto it = data->constBegin(); it != data->constEnd(); ++it)
            hole = hole || (it->key > 101 && it->key < 105 && std::isnan(it->value));
        QVERIFY(hole);
        QVERIFY(!plot.pointAt(plot.curves()[0].curve, 104.5));
        QCOMPARE(plot.pointAt(plot.curves()[0].curve, 105.2)->mean, 3.0F);
    }

    void aCoarsePointHasItsBand()
    {
        Theme theme;
        CurvePlot plot(theme);
        plot.setCurves(CurveGroup::OutOfSync, {plotted({{600, 1, 5, 9}, {1200, 2, 5, 8}})}, 600);
        plot.resize(400, 300);
        plot.setSpan({0, 2400});
        plot.yAxis->setRange(0, 10);
        const QImage picture = plot.toPixmap().toImage();
        const auto colored = [&](double at, double amount) {
            const QPoint place(int(plot.xAxis->coordToPixel(at)),
                               int(plot.yAxis->coordToPixel(amount)));
            return picture.pixelColor(place) != theme.colors().panel;
        };
        QVERIFY(colored(900, 8.6));
        QVERIFY(colored(900, 1.4));
        QVERIFY(colored(1500, 7.4));
        QVERIFY2(!colored(1500, 8.6), "above the highest of its slot");
        QVERIFY2(!colored(2100, 7.4), "where nothing is known");
    }

    void theAxisHasRoundAmounts_data()
    {
        QTest::addColumn<double>("raw");
        QTest::addColumn<double>("step");
        QTest::newRow("below a byte") << 0.2 << 1.0;
        QTest::newRow("KiB") << 3000.0 << 4096.0;
        QTest::newRow("MiB") << 100.0 * 1024 * 1024 << 128.0 * 1024 * 1024;
        QTest::newRow("up to the next unit") << 600.0 * 1024 << 1024.0 * 1024;
        QTest::newRow("no range at all") << 0.0 << 1.0;
    }

    void theAxisHasRoundAmounts()
    {
        QFETCH(double, raw);
        QFETCH(double, step);
        QCOMPARE(AmountTicker::roundStep(CurveUnit::Bytes, raw), step);
    }

    void aTableHasEveryPointAndNothingInAGap()
    {
        const QByteArray text = curvesAsCsv(
            {plotted({point(0, 1.5), point(1, 2)}), plotted({point(1, 3)}, u"r2, \"x\""_s)},
            {0, 10}, 1);
        QCOMPARE(text,
                 QByteArray("time,\"r1, node1\",\"r2, \"\"x\"\"\"\r\n"
                            "1970-01-01T00:00:00Z,1.5,\r\n"
                            "1970-01-01T00:00:01Z,2,3\r\n"));
    }

    void aCoarseTableHasMinimaAndMaximaWithinTheSpan()
    {
        const QByteArray text
            = curvesAsCsv({plotted({{0, 1, 2, 3}, {600, 4, 5, 6}}, u"a"_s)}, {300, 900}, 600);
        QCOMPARE(text,
                 QByteArray("time,a,a minimum,a maximum\r\n"
                            "1970-01-01T00:10:00Z,5,4,6\r\n"));
    }

    void thePanelDrawsWhatTheHistoryKnows()
    {
        Shown shown;
        QVERIFY(shown.ready);
        QCOMPARE(shown.panel.plot().curves().size(), 2); // both sides of r1
        QCOMPARE(shown.panel.legend().entries().size(), 2);
        QVERIFY(shown.panel.plot().span().length() == 60);
    }

    void theLegendTellsTheValueUnderTheCrosshairAndNoneInAGap()
    {
        Shown shown;
        QVERIFY(shown.ready);
        shown.panel.plot().setCrosshair(double(present - 10) + 0.5);
        QCOMPARE(shown.panel.legend().entries()[0].value, u"10.0 MiB"_s);
        shown.panel.plot().setCrosshair(double(present - 28));
        QCOMPARE(shown.panel.legend().entries()[0].value, QString());
    }

    void whoPansIntoThePastStaysThere()
    {
        Shown shown;
        QVERIFY(shown.ready);
        QVERIFY(shown.panel.isFollowing());
        QTest::keyClick(&shown.panel.plot(), Qt::Key_PageUp);
        QVERIFY(!shown.panel.isFollowing());
        const TimeSpan past = shown.panel.plot().span();
        shown.source.pass(std::chrono::seconds(5));
        shown.panel.tick();
        QCOMPARE(shown.panel.plot().span(), past);
        QTest::keyClick(&shown.panel.plot(), Qt::Key_End);
        QVERIFY(shown.panel.isFollowing());
        QCOMPARE(shown.panel.plot().span().to, double(present + 5));
    }

    void theAxisKeepsItsLimits()
    {
        Shown shown;
        for (int i = 0; i < 100; ++i)
            QTest::keyClick(&shown.panel.plot(), Qt::Key_Plus);
        QCOMPARE(std::lround(shown.panel.plot().span().length()), std::lround(CurvePlot::shortest));
        for (int i = 0; i < 200; ++i)
            QTest::keyClick(&shown.panel.plot(), Qt::Key_Minus);
        QCOMPARE(std::lround(shown.panel.plot().span().length()), std::lround(CurvePlot::longest));
    }

    void aCurveThatWasPutAwayStaysAway()
    {
        Shown shown;
        QVERIFY(shown.ready);
        emit shown.panel.legend().toggled(0);
        QVERIFY(!shown.panel.plot().curves()[0].shown);
        QSignalSpy loaded(&shown.panel, &CurvePanel::loaded);
        shown.panel.tick();
        QVERIFY(loaded.wait(patience));
        QVERIFY(!shown.panel.plot().curves()[0].shown);
        QVERIFY(shown.panel.plot().curves()[1].shown);
    }

    void curvesAreExported_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("png") << u"png"_s << QByteArray("\x89PNG");
        if (whyNoSvg().isEmpty())
            QTest::newRow("svg") << u"svg"_s << QByteArray("<?xml");
        QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF");
        QTest::newRow("csv") << u"csv"_s << QByteArray("time,node1,node2");
    }

    void curvesAreExported()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, beginning);
        Shown shown;
        QVERIFY(shown.ready);
        const QString name = shown.source.folder.filePath(u"curves."_s + kind);
        QVERIFY(exportCurves(shown.panel.plot(), u"pve-ha"_s, name));
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(beginning));
        QVERIFY(!shown.panel.plot().legend->visible());
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        Shown shown;
        const auto written = exportCurves(shown.panel.plot(), {}, u"/nowhere/at/all.csv"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Core::ErrorKind::Storage);
    }

    void aClusterWithoutAHistorySaysSo()
    {
        Theme theme;
        CurvePanel panel(theme);
        const SampleCluster::Source source(SampleCluster::healthy());
        panel.resize(900, 300);
        panel.show();
        panel.setSource(&source, nullptr);
        QVERIFY(panel.plot().curves().isEmpty());
    }
};

BINOME_TEST(TstCurves)
#include "tst_curves.moc"
