// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshsession.h"
#include "tests/fake/opensshserver.h"
#include "tests/testmain.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace Core;
using namespace std::chrono_literals;

namespace
{
constexpr int deadline = 30'000;

Command shell(const QString &script, std::chrono::milliseconds timeout = 30s)
{
    Command command{QStringLiteral("sh"), {QStringLiteral("-c"), script}};
    command.timeout = timeout;
    return command;
}

bool ended(const QFuture<Expected<CommandOutput>> &future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, deadline);
}
} // namespace

// Commands over one open session to a real sshd.
class TstSshExec : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void outputAndExitStatusComeBack();
    void errorsComeApart();
    void argumentsArriveUnchanged();
    void exitStatus255IsNoTransportError();
    void killedCommandHasNoStatus();
    void eightMegabytesGoIn();
    void fiveMegabytesComeOut();
    void moreThanTheCapIsAnError();
    void twelveCommandsShareSixChannels();
    void timeoutEndsOnlyItsCommand();
    void stopGivesCancelled();
    void stopBeforeTheStartGivesCancelled();
    void runFromAnotherThreadGivesItsResult();
    void deletedTransportGivesCancelled();
    void inputIsTakenWhileTheCommandRuns();
    void aHeldCommandWaits();
    void aHeldCommandThatEndedIsToldWhole();
    void whatIsWrittenIsCountedUntilItLeft();
    void deletingAStreamEndsTheRemoteProcess();
    void closeEndsEveryStreamOnce();
    void closedConnectionLeavesNoDescriptor();
    void seventhCommandWaitsForAPlace();
    void startWithoutConnectionIsUnreachable();
    void receivedIsToldWithTheBytes();

private:
    CommandOutput output(const Command &command);
    OpenSshServer m_server;
    std::unique_ptr<SshSession> m_session;
};

void TstSshExec::initTestCase()
{
    QVERIFY2(m_server.start(), m_server.log().constData());
    m_server.trustHostKey();
}

void TstSshExec::init()
{
    SshEndpoint endpoint;
    endpoint.machine = NodeName(QStringLiteral("node1"));
    endpoint.host = m_server.host();
    endpoint.port = m_server.port();
    endpoint.user = OpenSshServer::user();
    endpoint.identityFile = m_server.identity();
    endpoint.knownHostsFile = m_server.knownHosts();
    m_session = std::make_unique<SshSession>(endpoint);
    m_session->open();
    const bool ready = QTest::qWaitFor(
        [this] { return m_session->state() == TransportState::Ready || m_session->lastError(); },
        deadline);
    QVERIFY(ready);
    QVERIFY2(!m_session->lastError(),
             qPrintable(m_session->lastError() ? rendered(m_session->lastError()->what)
                                + m_session->lastError()->detail
                                               : QString()));
}

void TstSshExec::cleanup()
{
    m_session.reset();
}

CommandOutput TstSshExec::output(const Command &command)
{
    const auto future = m_session->run(command);
    if (!ended(future) || future.resultCount() != 1 || !future.result())
        return {};
    return *future.result();
}

void TstSshExec::outputAndExitStatusComeBack()
{
    const CommandOutput result = output(shell(QStringLiteral("echo hello; exit 3")));
    QCOMPARE(result.out, QByteArray("hello\n"));
    QCOMPARE(result.exitCode, 3);
}

void TstSshExec::errorsComeApart()
{
    const CommandOutput result = output(shell(QStringLiteral("echo good; echo bad >&2")));
    QCOMPARE(result.out, QByteArray("good\n"));
    QCOMPARE(result.err, QByteArray("bad\n"));
}

void TstSshExec::argumentsArriveUnchanged()
{
    const QString nasty = QStringLiteral("a b'c\"d$(e)`f`;g|h&i<j>k*\\l\nm");
    const CommandOutput result = output({QStringLiteral("printf"), {QStringLiteral("%s"), nasty}});
    QCOMPARE(result.out, nasty.toUtf8());
}

void TstSshExec::exitStatus255IsNoTransportError()
{
    QCOMPARE(output(shell(QStringLiteral("exit 255"))).exitCode, 255);
}

void TstSshExec::killedCommandHasNoStatus()
{
    const CommandOutput result = output(shell(QStringLiteral("echo before; kill -9 $$")));
    QCOMPARE(result.out, QByteArray("before\n"));
    QCOMPARE(result.exitCode, -1);
}

void TstSshExec::eightMegabytesGoIn()
{
    Command command = shell(QStringLiteral("wc -c"), 60s);
    command.input = QByteArray(8'000'000, 'x');
    QCOMPARE(output(command).out.trimmed(), QByteArray("8000000"));
}

void TstSshExec::fiveMegabytesComeOut()
{
    Command command = shell(QStringLiteral("head -c 5000000 /dev/zero"), 60s);
    command.outputCap = 5'000'000;
    QCOMPARE(output(command).out.size(), 5'000'000);
}

void TstSshExec::moreThanTheCapIsAnError()
{
    Command command = shell(QStringLiteral("head -c 2000 /dev/zero"));
    command.outputCap = 1'000;
    const auto future = m_session->run(command);
    QVERIFY(ended(future));
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().kind, ErrorKind::ParseFailed);
}

void TstSshExec::twelveCommandsShareSixChannels()
{
    QList<QFuture<Expected<CommandOutput>>> futures;
    for (int i = 0; i < 12; ++i)
        futures.append(m_session->run(shell(QStringLiteral("sleep 0.1; echo %1").arg(i))));
    for (int i = 0; i < 12; ++i) {
        QVERIFY(ended(futures[i]));
        QVERIFY(futures[i].result());
        QCOMPARE(futures[i].result()->out.trimmed(), QByteArray::number(i));
    }
}

void TstSshExec::timeoutEndsOnlyItsCommand()
{
    const auto other = m_session->run(shell(QStringLiteral("read line; echo $line")));
    const auto late = m_session->run(shell(QStringLiteral("sleep 60"), 200ms));
    QVERIFY(ended(late));
    QVERIFY(!late.result());
    QCOMPARE(late.result().error().kind, ErrorKind::Timeout);
    QVERIFY(!other.isFinished());
    QCOMPARE(output(shell(QStringLiteral("echo still here"))).out, QByteArray("still here\n"));
}

void TstSshExec::stopGivesCancelled()
{
    std::stop_source stop;
    const auto future = m_session->run(shell(QStringLiteral("sleep 60")), stop.get_token());
    stop.request_stop();
    QVERIFY(ended(future));
    QCOMPARE(future.resultCount(), 1);
    QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
}

void TstSshExec::stopBeforeTheStartGivesCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const auto future = m_session->run(shell(QStringLiteral("echo hello")), stop.get_token());
    QVERIFY(ended(future));
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
}

void TstSshExec::runFromAnotherThreadGivesItsResult()
{
    QFuture<Expected<CommandOutput>> future;
    std::jthread([&] { future = m_session->run(shell(QStringLiteral("echo hello"))); }).join();
    QVERIFY(ended(future));
    QVERIFY(future.result());
    QCOMPARE(future.result()->out, QByteArray("hello\n"));
}

void TstSshExec::deletedTransportGivesCancelled()
{
    const auto future = m_session->run(shell(QStringLiteral("sleep 60")));
    m_session.reset();
    QVERIFY(ended(future));
    QCOMPARE(future.resultCount(), 1);
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
}

void TstSshExec::inputIsTakenWhileTheCommandRuns()
{
    Command command = shell(QStringLiteral("while read word; do echo \"<$word>\"; done"));
    command.timeout = 0ms;
    const auto stream = m_session->start(command);
    QByteArray heard;
    connect(stream.get(), &Stream::data, this, [&](const QByteArray &bytes) { heard += bytes; });
    QSignalSpy closed(stream.get(), &Stream::closed);
    stream->write("one\n");
    QTRY_COMPARE_WITH_TIMEOUT(heard, QByteArray("<one>\n"), deadline);
    stream->write("two\n");
    QTRY_COMPARE_WITH_TIMEOUT(heard, QByteArray("<one>\n<two>\n"), deadline);
    QCOMPARE(closed.size(), 0);
    stream->closeInput();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, deadline);
    QCOMPARE(closed.first().first().value<Expected<int>>().value(), 0);
}

void TstSshExec::aHeldCommandWaits()
{
    constexpr qint64 all = 16 * 1024 * 1024;
    auto stream = m_session->start(
        shell(QStringLiteral("dd if=/dev/zero bs=65536 count=256 2>/dev/null; echo end")));
    qint64 got = 0;
    std::optional<Expected<int>> end;
    connect(stream.get(), &Stream::data, this,
            [&](const QByteArray &bytes) { got += bytes.size(); });
    connect(stream.get(), &Stream::closed, this, [&](const Expected<int> &code) { end = code; });
    stream->hold(true);
    for (int i = 0; i < 20; ++i) // others are served meanwhile
        QCOMPARE(output(shell(QStringLiteral("head -c 100000 /dev/zero"))).out.size(), 100000);
    QVERIFY2(got < all / 4, qPrintable(QString::number(got)));
    QVERIFY(!end);
    stream->hold(false);
    QVERIFY(QTest::qWaitFor([&] { return end.has_value(); }, deadline));
    QCOMPARE(got, all + 4);
    QCOMPARE(end->value_or(-1), 0);
}

void TstSshExec::aHeldCommandThatEndedIsToldWhole()
{
    auto stream
        = m_session->start(shell(QStringLiteral("echo started; read x; echo last; exit 7")));
    QByteArray got;
    std::optional<Expected<int>> end;
    connect(stream.get(), &Stream::data, this, [&](const QByteArray &bytes) { got += bytes; });
    connect(stream.get(), &Stream::closed, this, [&](const Expected<int> &code) { end = code; });
    QVERIFY(QTest::qWaitFor([&] { return got == "started\n"; }, deadline));
    stream->hold(true);
    stream->write("\n");
    QCOMPARE(output(shell(QStringLiteral("sleep 1; echo"))).exitCode, 0); // by then it has ended
    QVERIFY(!end);
    QCOMPARE(got, QByteArray("started\n"));
    stream->hold(false);
    QVERIFY(QTest::qWaitFor([&] { return end.has_value(); }, deadline));
    QCOMPARE(got, QByteArray("started\nlast\n"));
    QCOMPARE(end->value_or(-1), 7);
}

void TstSshExec::whatIsWrittenIsCountedUntilItLeft()
{
    constexpr qint64 all = 8 * 1024 * 1024;
    auto stream = m_session->start(shell(QStringLiteral("read x; exec cat >/dev/null")));
    QSignalSpy written(stream.get(), &Stream::written);
    stream->write(QByteArray(all, 'x')); // more than a window and a pipe hold, no line end
    QCOMPARE(stream->bytesToWrite(), all);
    stream->write("\n");
    QVERIFY(QTest::qWaitFor([&] { return stream->bytesToWrite() == 0; }, deadline));
    QVERIFY(!written.isEmpty());
}

void TstSshExec::deletingAStreamEndsTheRemoteProcess()
{
    auto stream = m_session->start(shell(QStringLiteral("echo $$; exec sleep 100")));
    QByteArray heard;
    connect(stream.get(), &Stream::data, this, [&](const QByteArray &bytes) { heard += bytes; });
    QTRY_VERIFY_WITH_TIMEOUT(heard.endsWith('\n'), deadline);
    const QString alive = QStringLiteral("kill -0 %1 2>/dev/null && echo alive || echo gone")
                              .arg(QString::fromLatin1(heard.trimmed()));
    QCOMPARE(output(shell(alive)).out, QByteArray("alive\n"));
    stream.reset();
    // The order to end it goes out before this question, but the process may need a moment.
    const Command wait
        = shell(alive.section(u' ', 0, 2) + QStringLiteral(" 2>/dev/null || exit 0; exit 1"));
    QTRY_COMPARE_WITH_TIMEOUT(output(wait).exitCode, 0, 5'000);
}

void TstSshExec::closeEndsEveryStreamOnce()
{
    const auto stream = m_session->start(shell(QStringLiteral("echo started; sleep 60")));
    QSignalSpy data(stream.get(), &Stream::data);
    QSignalSpy closed(stream.get(), &Stream::closed);
    QTRY_COMPARE_WITH_TIMEOUT(data.size(), 1, deadline);
    m_session->close();
    QCOMPARE(m_session->state(), TransportState::Closed);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed.first().first().value<Expected<int>>().error().kind, ErrorKind::Cancelled);
    QCoreApplication::processEvents();
    QCOMPARE(closed.size(), 1);
}

void TstSshExec::closedConnectionLeavesNoDescriptor()
{
    const QDir descriptors(QStringLiteral("/proc/self/fd"));
    if (!descriptors.exists())
        QSKIP("this system does not list a process's descriptors");
    const auto count
        = [&] { return QDir(descriptors).entryList(QDir::AllEntries | QDir::System).size(); };
    m_session->close();
    QTRY_COMPARE_WITH_TIMEOUT(m_server.connections(), 0, deadline);
    const auto before = count();
    m_session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), TransportState::Ready, deadline);
    m_session->close();
    QTRY_COMPARE_WITH_TIMEOUT(count(), before, deadline);
}

void TstSshExec::seventhCommandWaitsForAPlace()
{
    std::vector<std::unique_ptr<Stream>> streams;
    int started = 0;
    for (int i = 0; i < 7; ++i) {
        streams.push_back(m_session->start(shell(QStringLiteral("echo on; read word"))));
        connect(streams.back().get(), &Stream::data, this, [&] { ++started; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(started, 6, deadline);
    streams.front()->write("go on\n");
    QTRY_COMPARE_WITH_TIMEOUT(started, 7, deadline);
}

void TstSshExec::startWithoutConnectionIsUnreachable()
{
    m_session->close();
    const auto stream = m_session->start(shell(QStringLiteral("true")));
    QSignalSpy closed(stream.get(), &Stream::closed);
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, deadline);
    QCOMPARE(closed.first().first().value<Expected<int>>().error().kind, ErrorKind::Unreachable);
}

void TstSshExec::receivedIsToldWithTheBytes()
{
    QSignalSpy received(m_session.get(), &Transport::received);
    const qint64 before = m_session->bytesReceived();
    output(shell(QStringLiteral("head -c 1000 /dev/urandom")));
    QVERIFY(!received.isEmpty());
    QVERIFY(m_session->bytesReceived() >= before + 1000);
    QVERIFY(m_session->bytesSent() > 0);
}

BINOME_TEST(TstSshExec)
#include "tst_sshexec.moc"
