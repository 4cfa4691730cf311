// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/applicationreplay.h"
#include "gui/mainwindow.h"
#include "gui/replaybar.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QAction>
#include <QBuffer>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
class Control : public ReplayControl
{
public:
    Control()
    {
        now.started = SampleCluster::now();
        now.duration = 100s;
        now.curvesReady = true;
    }
    ReplayState state() const override { return now; }
    void setPlaying(bool playing) override
    {
        now.playing = playing;
        emit changed();
    }
    void setSpeed(double speed) override { now.speed = speed; }
    void seek(std::chrono::milliseconds position) override
    {
        now.position = position;
        emit changed();
    }
    ReplayState now;
};

class Recorded : public SampleCluster::Source
{
public:
    explicit Recorded(ReplayControl &control) : Source(SampleCluster::healthy()), m_control(control)
    {
    }
    ReplayControl *replay() const override { return &m_control; }

private:
    ReplayControl &m_control;
};

QString said(const ReplayBar &bar)
{
    QStringList words;
    for (const QLabel *label : bar.findChildren<QLabel *>())
        words << label->text();
    return words.join(u'|');
}

// Two nodes' kernels for `seconds`, an answer a second but for a hole of 20 s.
QByteArray recorded(int seconds)
{
    QByteArray bytes;
    QBuffer device(&bytes);
    device.open(QIODevice::WriteOnly);
    const Core::NodeName alpha(u"alpha"_s);
    Core::RecordingWriter writer(
        device, {u"pair"_s, SampleCluster::now(), {{alpha, Core::MachineKind::Node, {}}}});
    Core::Contact contact;
    contact.state = Core::ContactState::Connected;
    (void)writer.add({0ms, Core::RecordedContact{alpha, contact}});
    for (int second = 1; second < seconds; ++second) {
        if (second > 30 && second < 50)
            continue;
        Core::ProbeResult result;
        result.machine = alpha;
        result.probe = Core::ProbeId(u"drbd"_s);
        result.at = SampleCluster::now().addSecs(second);
        result.output = " 1: cs:Connected ro:Primary/Primary ds:UpToDate/UpToDate C r-----\n"
                        "    ns:0 nr:0 dw:0 dr:0 al:0 bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 wo:b oos:0\n";
        (void)writer.add({std::chrono::seconds(second), result});
        if (second % 10 == 0)
            (void)writer.flush();
    }
    (void)writer.finish();
    return bytes;
}

QString file(const QTemporaryDir &folder, const QByteArray &bytes)
{
    const QString name = folder.filePath(u"night.binrec"_s);
    QFile out(name);
    if (out.open(QIODevice::WriteOnly))
        out.write(bytes);
    return name;
}
} // namespace

class TstReplayBar : public QObject
{
    Q_OBJECT
private slots:
    void theButtonPlaysAndPauses()
    {
        Theme theme;
        Control control;
        ReplayBar bar(theme);
        bar.setControl(&control);
        auto *button = bar.findChild<QPushButton *>();
        button->click();
        QVERIFY(control.now.playing);
        QCOMPARE(button->text(), u"Pause"_s);
        button->click();
        QVERIFY(!control.now.playing);
    }

    void aClickOnTheSliderGoesThere()
    {
        Theme theme;
        Control control;
        ReplayBar bar(theme);
        bar.resize(900, 80);
        bar.setControl(&control);
        auto *slider = bar.findChild<ReplaySlider *>();
        QTest::mouseClick(slider, Qt::LeftButton, {}, slider->rect().center());
        QVERIFY(std::abs((control.now.position - 50s).count()) < 1000);
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(control.now.position, 0ms);
    }

    void playingDoesNotSeek()
    {
        Theme theme;
        Control control;
        ReplayBar bar(theme);
        bar.setControl(&control);
        QSignalSpy seeks(bar.findChild<ReplaySlider *>(), &ReplaySlider::seekWanted);
        control.seek(30s);
        QCOMPARE(seeks.size(), 0);
    }

    void aFileCutShortSaysSo()
    {
        Theme theme;
        Control control;
        ReplayBar bar(theme);
        bar.setControl(&control);
        QVERIFY(!said(bar).contains(u"cut short"_s));
        control.now.complete = false;
        emit control.changed();
        QVERIFY2(said(bar).contains(u"cut short"_s), qPrintable(said(bar)));
    }

    void nothingCanBeDoneToARecordingAndItIsSaid()
    {
        Theme theme;
        Control control;
        Recorded source(control);
        MainWindow window(theme);
        window.addCluster(u"night"_s, source);
        window.show();
        window.selectFirst(ThingKind::Machine);
        for (const ActionId id : {ActionId::Refresh, ActionId::Reconnect}) {
            QVERIFY(!window.actions().action(id)->isEnabled());
            QVERIFY(window.actions().action(id)->toolTip().contains(u"recording"_s));
        }
        QVERIFY(window.findChild<ReplayBar *>()->isVisible());
        window.setCurrentCluster({});
        QVERIFY(window.findChild<ReplayBar *>()->isHidden());
    }

    void aRecordingOpensWithItsGapAndItsCurves()
    {
        const QTemporaryDir folder;
        OpenRecording recording(file(folder, recorded(100)));
        QSignalSpy opened(&recording, &OpenRecording::opened);
        recording.open();
        QVERIFY(opened.wait(20'000));
        QVERIFY(QTest::qWaitFor([&] { return recording.state().curvesReady; }, 20'000));
        const ReplayState state = recording.state();
        QVERIFY(state.complete);
        QCOMPARE(state.duration, 99s);
        QCOMPARE(state.gaps.size(), 1);
        QCOMPARE(state.gaps.first(),
                 std::pair(std::chrono::milliseconds(30s), std::chrono::milliseconds(50s)));
        QVERIFY(recording.source()->history());
        recording.seek(60s);
        QCOMPARE(recording.source()->now(), SampleCluster::now().addSecs(60));
        QCOMPARE(recording.source()->snapshot()->machines.size(), 1);
    }

    void aTruncatedFileShowsWhatIsThere()
    {
        const QTemporaryDir folder;
        const QByteArray whole = recorded(100);
        OpenRecording recording(file(folder, whole.left(whole.size() * 2 / 3)));
        QSignalSpy opened(&recording, &OpenRecording::opened);
        recording.open();
        QVERIFY(opened.wait(20'000));
        QVERIFY(!recording.state().complete);
        QVERIFY(recording.state().duration < 99s);
    }

    void aFileThatIsNoRecordingIsRefusedWithASentence()
    {
        const QTemporaryDir folder;
        OpenRecording recording(file(folder, "not a recording at all"));
        QSignalSpy failed(&recording, &OpenRecording::failed);
        recording.open();
        QVERIFY(failed.wait(20'000));
        const auto error = failed.first().first().value<Core::Error>();
        QVERIFY(!Core::rendered(error.what).isEmpty());
    }
};

BINOME_TEST(TstReplayBar)
#include "tst_replaybar.moc"
