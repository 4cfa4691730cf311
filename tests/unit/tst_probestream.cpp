// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/probestream.h"
#include "tests/fakecluster/fakeclock.h"
#include "tests/fakecluster/faketransport.h"
#include "tests/testmain.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Testing;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Testing::ShellKind)

namespace
{
Probe probe(const char *id, const QByteArray &script, std::chrono::milliseconds timeout = 5s,
            qint64 cap = 256 * 1024)
{
    return {ProbeId(QString::fromLatin1(id)), script, 500ms, timeout, cap, ProbeChannel::Fast};
}

// A channel of probes in one of the shells, and everything it said.
struct Channel {
    explicit Channel(const QList<Probe> &probes, ShellKind shell = ShellKind::Dash,
                     ProbeChannel kind = ProbeChannel::Slow, const QByteArray &banner = {})
        : transport(shell)
    {
        transport.setBanner(banner);
        transport.open();
        if (!QTest::qWaitFor([&] { return transport.state() == TransportState::Ready; }))
            return;
        stream = std::make_unique<ProbeStream>(
            ProbeStreamSetup{NodeName(QStringLiteral("node1")), kind, probes, "binome:t:", false},
            transport, clock);
        QObject::connect(stream.get(), &ProbeStream::answered, stream.get(),
                         [this](int, const ProbeResult &result, bool isSame) {
                             results << result;
                             same << isSame;
                         });
        QObject::connect(stream.get(), &ProbeStream::broken, stream.get(),
                         [this](const Error &error) { errors << error; });
        QObject::connect(stream.get(), &ProbeStream::echoed, stream.get(),
                         [this](std::chrono::microseconds) { ++echoes; });
    }

    bool ready() const
    {
        return stream && QTest::qWaitFor([this] { return stream->idle(); }, 20'000);
    }
    bool answers(int count) const
    {
        return QTest::qWaitFor([this, count] { return results.size() >= count; }, 20'000);
    }

    FakeClock clock;
    FakeTransport transport;
    std::unique_ptr<ProbeStream> stream;
    QList<ProbeResult> results;
    QList<bool> same;
    QList<Error> errors;
    int echoes = 0;
};

QByteArray childrenNamed(const QByteArray &mark)
{
    QProcess list;
    list.start(QStringLiteral("sh"),
               {QStringLiteral("-c"),
                QStringLiteral("cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '")});
    list.waitForFinished();
    const QByteArray all = list.readAllStandardOutput();
    return all.contains(mark) ? mark : QByteArray();
}
} // namespace

class TstProbeStream : public QObject
{
    Q_OBJECT
private slots:
    void everyShellAnswersInFrames_data() { shells(); }
    void everyShellAnswersInFrames();
    void unchangedOutputIsNotSentAgain_data() { shells(); }
    void unchangedOutputIsNotSentAgain();
    void statusAndErrorsAreKeptApart_data() { shells(); }
    void statusAndErrorsAreKeptApart();
    void timeoutEndsAProbe_data() { shells(); }
    void timeoutEndsAProbe();
    void tooMuchOutputIsAnErrorOfThatProbeAlone_data() { shells(); }
    void tooMuchOutputIsAnErrorOfThatProbeAlone();
    void bytesOfOutputSurvive_data() { shells(); }
    void bytesOfOutputSurvive();
    void bannerBeforeTheHelloIsSkipped();
    void garbageBreaksTheChannel();
    void echoIsAnsweredWhileAHeavyProbeHangs_data() { shells(); }
    void echoIsAnsweredWhileAHeavyProbeHangs();
    void endOfInputEndsScriptAndChildren_data() { shells(); }
    void endOfInputEndsScriptAndChildren();
    void lateAnswerIsToldOnce();
    void lostLinkAnswersWhatWasAsked();
    void machineWithoutTimeoutIsNotAsked();
    void fastChannelTellsTheErrorsOfTheSecondFailure();
    void lookAroundFindsWhatIsThere_data() { shells(); }
    void lookAroundFindsWhatIsThere();
    void livingProbesAreFoundByTheirMarker();

private:
    void shells();
};

void TstProbeStream::shells()
{
    QTest::addColumn<ShellKind>("shell");
    QTest::newRow("dash") << ShellKind::Dash;
    QTest::newRow("bash") << ShellKind::Bash;
    QTest::newRow("busybox") << ShellKind::Busybox;
}

void TstProbeStream::everyShellAnswersInFrames()
{
    QFETCH(ShellKind, shell);
    Channel channel({probe("one", "echo first; echo"), probe("two", "echo $LC_ALL")}, shell);
    QVERIFY(channel.ready());
    channel.stream->ask({0, 1}, true);
    QVERIFY(channel.answers(2));
    QCOMPARE(channel.results.at(0).output, QByteArray("first\n\n"));
    QCOMPARE(channel.results.at(0).probe.text(), QStringLiteral("one"));
    QCOMPARE(channel.results.at(1).output, QByteArray("C\n"));
    QCOMPARE(channel.results.at(1).exitCode, 0);
    QCOMPARE(channel.echoes, 1);
    QVERIFY(channel.stream->idle());
}

void TstProbeStream::unchangedOutputIsNotSentAgain()
{
    QFETCH(ShellKind, shell);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("state")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a\n");
    file.flush();
    Channel channel({probe("state", "cat " + quoted(file.fileName()))}, shell);
    QVERIFY(channel.ready());
    channel.stream->ask({0}, false);
    QVERIFY(channel.answers(1));
    channel.stream->ask({0}, false);
    QVERIFY(channel.answers(2));
    file.write("b\n");
    file.flush();
    channel.stream->ask({0}, false);
    QVERIFY(channel.answers(3));
    QCOMPARE(channel.same, QList<bool>({false, true, false}));
    QCOMPARE(channel.results.at(1).output, QByteArray("a\n"));
    QCOMPARE(channel.results.at(2).output, QByteArray("a\nb\n"));
}

void TstProbeStream::statusAndErrorsAreKeptApart()
{
    QFETCH(ShellKind, shell);
    Channel channel({probe("fails", "echo out; echo why >&2; exit 3"),
                     probe("talks", "echo out; echo chatter >&2")},
                    shell);
    QVERIFY(channel.ready());
    channel.stream->ask({0, 1}, false);
    QVERIFY(channel.answers(2));
    QCOMPARE(channel.results.at(0).exitCode, 3);
    QCOMPARE(channel.results.at(0).output, QByteArray("out\n"));
    QCOMPARE(channel.results.at(0).errors, QByteArray("why\n"));
    QCOMPARE(channel.results.at(1).exitCode, 0);
    QCOMPARE(channel.results.at(1).errors, QByteArray());
}

void TstProbeStream::timeoutEndsAProbe()
{
    QFETCH(ShellKind, shell);
    Channel channel({probe("hangs", "echo begun; sleep 300", 1s), probe("next", "echo fine")},
                    shell);
    QVERIFY(channel.ready());
    channel.stream->ask({0, 1}, false);
    QVERIFY(channel.answers(1));
    QVERIFY(channel.ready()); // the line ended with it
    channel.stream->ask({1}, false);
    QVERIFY(channel.answers(2));
    QVERIFY(channel.results.at(0).exitCode != 0);
    QCOMPARE(channel.results.at(0).output, QByteArray("begun\n"));
    QVERIFY(channel.results.at(0).duration >= 900ms);
    QCOMPARE(channel.results.at(1).output, QByteArray("fine\n"));
}

void TstProbeStream::tooMuchOutputIsAnErrorOfThatProbeAlone()
{
    QFETCH(ShellKind, shell);
    Channel channel(
        {probe("floods", "while :; do echo flood; done", 5s, 1000), probe("next", "echo fine")},
        shell);
    QVERIFY(channel.ready());
    channel.stream->ask({0, 1}, false);
    QVERIFY(channel.answers(2));
    QVERIFY(channel.results.at(0).error);
    QCOMPARE(channel.results.at(0).error->kind, ErrorKind::ParseFailed);
    QCOMPARE(channel.results.at(1).output, QByteArray("fine\n"));
    QVERIFY(!channel.results.at(1).error);
}

void TstProbeStream::bytesOfOutputSurvive()
{
    QFETCH(ShellKind, shell);
    Channel channel({probe("bytes", "printf '\\303\\251\\377 !\\n\\n 0 0 1 =\\n%%s \\\\n $x'")},
                    shell);
    QVERIFY(channel.ready());
    channel.stream->ask({0}, false);
    QVERIFY(channel.answers(1));
    QCOMPARE(channel.results.at(0).output, QByteArray("\303\251\377 !\n\n 0 0 1 =\n%s \\n $x"));
}

void TstProbeStream::bannerBeforeTheHelloIsSkipped()
{
    Channel channel({probe("one", "echo first")}, ShellKind::Dash, ProbeChannel::Slow,
                    "*** Authorised use only ***\n0 0 0 5 0\nstty: not a tty");
    QVERIFY(channel.ready());
    channel.stream->ask({0}, false);
    QVERIFY(channel.answers(1));
    QCOMPARE(channel.results.at(0).output, QByteArray("first\n"));
}

void TstProbeStream::garbageBreaksTheChannel()
{
    Channel channel({probe("one", "echo first")});
    QVERIFY(channel.ready());
    channel.transport.inject("Broadcast message: going down\n");
    QTRY_COMPARE(channel.errors.size(), 1);
    QCOMPARE(channel.errors.first().kind, ErrorKind::ParseFailed);
    QVERIFY(channel.errors.first().detail.contains(QStringLiteral("going down")));
    QTRY_VERIFY_WITH_TIMEOUT(channel.stream->ended(), 10'000);
}

void TstProbeStream::echoIsAnsweredWhileAHeavyProbeHangs()
{
    QFETCH(ShellKind, shell);
    Channel channel({probe("hangs", "sleep 300", 20s)}, shell, ProbeChannel::Heavy);
    QVERIFY(channel.ready());
    channel.stream->ask({0}, false);
    QVERIFY(!channel.stream->idle());
    channel.stream->ping();
    QVERIFY(QTest::qWaitFor([&] { return channel.echoes == 1; }, 15'000));
    QVERIFY(channel.results.isEmpty());
}

void TstProbeStream::endOfInputEndsScriptAndChildren()
{
    QFETCH(ShellKind, shell);
    const QByteArray digits = QByteArray::number(QRandomGenerator::global()->bounded(10000, 99999));
    const QByteArray mark = "sleep 3" + digits; // stands nowhere but in the child's own title
    Channel channel({probe("hangs", "x=" + digits + "; exec sleep 3$x", 200s)}, shell,
                    ProbeChannel::Heavy);
    QVERIFY(channel.ready());
    channel.stream->ask({0}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!childrenNamed(mark).isEmpty(), 10'000);
    channel.stream->finish();
    QVERIFY(QTest::qWaitFor([&] { return channel.stream->ended(); }, 15'000));
    QTRY_VERIFY_WITH_TIMEOUT(childrenNamed(mark).isEmpty(), 10'000);
}

void TstProbeStream::lateAnswerIsToldOnce()
{
    Channel channel({probe("hangs", "sleep 300", 100s)});
    QVERIFY(channel.ready());
    channel.stream->ask({0}, false);
    channel.clock.advance(101s);
    QVERIFY(!channel.stream->newlyOverdue());
    channel.clock.advance(1ms);
    QCOMPARE(channel.stream->newlyOverdue(), std::optional(0));
    QVERIFY(!channel.stream->newlyOverdue());
    QVERIFY(!channel.stream->idle());
}

void TstProbeStream::lostLinkAnswersWhatWasAsked()
{
    Channel channel({probe("one", "sleep 300", 100s), probe("two", "echo x")});
    QVERIFY(channel.ready());
    channel.stream->ask({0, 1}, false);
    channel.transport.drop();
    QVERIFY(channel.answers(2));
    QCOMPARE(channel.results.at(0).error->kind, ErrorKind::Unreachable);
    QCOMPARE(channel.results.at(1).probe.text(), QStringLiteral("two"));
    QVERIFY(channel.stream->ended());
}

void TstProbeStream::machineWithoutTimeoutIsNotAsked()
{
    QTemporaryDir folder;
    QFile broken(folder.filePath(QStringLiteral("timeout")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("#!/bin/sh\nexit 127\n");
    broken.close();
    broken.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
    FakeTransport transport;
    FakeClock clock;
    transport.setPath(folder.path());
    transport.open();
    QTRY_COMPARE(transport.state(), TransportState::Ready);
    ProbeStream stream({NodeName(QStringLiteral("node1")),
                        ProbeChannel::Slow,
                        {probe("one", "echo x")},
                        "binome:t:",
                        false},
                       transport, clock);
    QList<Error> errors;
    connect(&stream, &ProbeStream::broken, this, [&](const Error &error) { errors << error; });
    QTRY_COMPARE_WITH_TIMEOUT(errors.size(), 1, 15'000);
    QCOMPARE(errors.first().kind, ErrorKind::CommandFailed);
    QVERIFY(!stream.idle());
}

void TstProbeStream::fastChannelTellsTheErrorsOfTheSecondFailure()
{
    Channel channel({probe("fails", "echo why >&2; exit 1")}, ShellKind::Dash, ProbeChannel::Fast);
    QVERIFY(channel.ready());
    channel.stream->ask({0}, false);
    QVERIFY(channel.answers(1));
    channel.stream->ask({0}, false);
    QVERIFY(channel.answers(2));
    QCOMPARE(channel.results.at(0).exitCode, 1);
    QCOMPARE(channel.results.at(1).exitCode, 1);
    QCOMPARE(channel.results.at(1).errors, QByteArray("why\n"));
}

void TstProbeStream::lookAroundFindsWhatIsThere()
{
    QFETCH(ShellKind, shell);
    QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkpath(QStringLiteral("etc/pve it's")));
    FakeTransport transport(shell);
    transport.setBanner("Welcome\n");
    transport.open();
    QTRY_COMPARE(transport.state(), TransportState::Ready);
    const QByteArray script = lookScript(
        {QStringLiteral("cat"), QStringLiteral("no-such; command")},
        {QStringLiteral("/etc/pve it's"), QStringLiteral("/etc/none")}, root.path(), "abc");
    auto stream = transport.start(shellCommand(script, false));
    QByteArray output;
    bool done = false;
    connect(stream.get(), &Stream::data, this, [&](const QByteArray &bytes) { output += bytes; });
    connect(stream.get(), &Stream::closed, this, [&] { done = true; });
    QTRY_VERIFY_WITH_TIMEOUT(done, 15'000);
    const Expected<MachineFacts> facts = parseLook(output, "abc");
    QVERIFY(facts);
    QCOMPARE(facts->commands, QStringList{QStringLiteral("cat")});
    QCOMPARE(facts->paths, QStringList{QStringLiteral("/etc/pve it's")});
    QVERIFY(facts->uid >= 0);
    QVERIFY(!parseLook(output.left(output.size() - 5), "abc"));
}

void TstProbeStream::livingProbesAreFoundByTheirMarker()
{
    const QByteArray marker = "binome:" + randomNonce() + ':';
    FakeTransport transport;
    transport.open();
    QTRY_COMPARE(transport.state(), TransportState::Ready);
    FakeClock clock;
    const auto channel = [&](const QList<Probe> &probes) {
        return ProbeStreamSetup{NodeName(QStringLiteral("node1")), ProbeChannel::Heavy, probes,
                                marker, false};
    };
    ProbeStream hanging(channel({probe("lvm.vgs", "sleep 300", 200s)}), transport, clock);
    ProbeStream asking(channel({probe("living", livingScript(marker))}), transport, clock);
    QTRY_VERIFY_WITH_TIMEOUT(hanging.idle() && asking.idle(), 15'000);
    hanging.ask({0}, false);
    QStringList living;
    connect(&asking, &ProbeStream::answered, this,
            [&](int, const ProbeResult &result) { living = parseLiving(result.output, marker); });
    QVERIFY(QTest::qWaitFor(
        [&] {
            if (asking.idle())
                asking.ask({0}, false);
            return living.contains(QStringLiteral("lvm.vgs"));
        },
        15'000));
}

BINOME_TEST(TstProbeStream)
#include "tst_probestream.moc"
