// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/filenames.h"
#include "core/athand/logfollower.h"
#include "core/athand/nodelog.h"
#include "tests/fakecluster/faketransport.h"
#include "tests/testmain.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

namespace
{
constexpr int patience = 20'000;

// A machine whose files lie under root(), asked through a local shell.
struct Machine {
    explicit Machine(ShellKind shell) : transport(shell)
    {
        transport.open();
        if (!QTest::qWaitFor([this] { return transport.state() == TransportState::Ready; }))
            qFatal("the fake transport did not open");
    }
    QString root() const { return folder.path() + u"/a b'$(x)"_s; } // hostile on purpose
    void write(const QString &name, const QByteArray &text, bool more = false) const
    {
        QFile file(root() + name);
        QDir().mkpath(QFileInfo(file).path());
        if (file.open(more ? QIODevice::Append : QIODevice::WriteOnly))
            file.write(text);
    }
    void follow(NodeLog log)
    {
        follower = std::make_unique<LogFollower>(transport.start(followCommand(log, root())),
                                                 NodeName(u"node1"_s), Redactor());
        QObject::connect(follower.get(), &LogFollower::arrived,
                         [this](const QStringList &arrived) { lines += arrived; });
        QObject::connect(follower.get(), &LogFollower::ended,
                         [this](const Error &why) { ended << why; });
    }
    bool shows(const QString &line)
    {
        return QTest::qWaitFor([&] { return lines.contains(line); }, patience);
    }
    QTemporaryDir folder;
    FakeTransport transport;
    std::unique_ptr<LogFollower> follower;
    QStringList lines;
    QList<Error> ended;
};
} // namespace

Q_DECLARE_METATYPE(Testing::ShellKind)

// The logs of a machine: what is run there, and what becomes of the bytes.
class TstNodeLog : public QObject
{
    Q_OBJECT
private slots:
    void newLinesOfEveryClusterLogArrive_data();
    void newLinesOfEveryClusterLogArrive();
    void aRotatedLogIsFollowed();
    void messagesStandForSyslog();
    void whatIsMissingIsSaid();
    void theEndOfTheInputEndsTheProcess_data();
    void theEndOfTheInputEndsTheProcess();
    void aLostLinkIsToldOnce();
    void linesAreFoundHoweverTheBytesAreCut();
    void garbageNeitherMovesTheCursorNorHides();
    void aLongLineIsCutAndSaysSo();
    void secretsAreTakenOut();
    void aSecretAtTheCutIsTakenOut();
    void aFloodIsBoundedAndSaid();
    void anyBytesGiveCleanLines();
    void fileNamesAreHarmless();
};

void TstNodeLog::newLinesOfEveryClusterLogArrive_data()
{
    QTest::addColumn<ShellKind>("shell");
    QTest::newRow("dash") << ShellKind::Dash;
    QTest::newRow("bash") << ShellKind::Bash;
    QTest::newRow("busybox") << ShellKind::Busybox;
}

void TstNodeLog::newLinesOfEveryClusterLogArrive()
{
    QFETCH(ShellKind, shell);
    if (shellFolder(shell).isEmpty())
        QSKIP("this shell is not installed");
    Machine machine(shell);
    machine.write(u"/var/log/cluster/corosync.log"_s, "one\n");
    machine.write(u"/var/log/cluster/-fenced.log"_s, "two\n");
    machine.write(u"/var/log/cluster/old.gz"_s, "not this\n");
    machine.follow(NodeLog::Cluster);
    QVERIFY(machine.shows(u"one"_s));
    QVERIFY(machine.shows(u"two"_s));
    machine.write(u"/var/log/cluster/-fenced.log"_s, "three\n", true);
    QVERIFY(machine.shows(u"three"_s));
    QVERIFY(!machine.lines.contains(u"not this"_s));
    QVERIFY2(!machine.lines.join(u'\n').contains(u"==>"_s), qPrintable(machine.lines.join(u'\n')));
}

void TstNodeLog::aRotatedLogIsFollowed()
{
    Machine machine(ShellKind::Dash);
    machine.write(u"/var/log/syslog"_s, "before\n");
    machine.follow(NodeLog::System);
    QVERIFY(machine.shows(u"before"_s));
    const QString path = machine.root() + u"/var/log/syslog"_s;
    QVERIFY(QFile::rename(path, path + u".1"_s));
    machine.write(u"/var/log/syslog"_s, "after\n");
    QVERIFY(machine.shows(u"after"_s));
    QVERIFY(machine.ended.isEmpty());
}

void TstNodeLog::messagesStandForSyslog()
{
    Machine machine(ShellKind::Dash);
    machine.write(u"/var/log/messages"_s, "hello\n");
    machine.follow(NodeLog::System);
    QVERIFY(machine.shows(u"hello"_s));
}

void TstNodeLog::whatIsMissingIsSaid()
{
    Machine machine(ShellKind::Dash);
    QVERIFY(QDir().mkpath(machine.root() + u"/var/log/cluster"_s));
    machine.follow(NodeLog::Cluster);
    QVERIFY(QTest::qWaitFor([&] { return !machine.ended.isEmpty(); }, patience));
    QCOMPARE(machine.ended.first().kind, ErrorKind::CommandFailed);
    QVERIFY(rendered(machine.ended.first().what).contains(u"node1"_s));
    QVERIFY(machine.ended.first().detail.contains(u"/var/log/cluster"_s));
}

void TstNodeLog::theEndOfTheInputEndsTheProcess_data()
{
    newLinesOfEveryClusterLogArrive_data();
}

// As when the console vanishes: the log is quiet, so that `tail` itself would go on for ever.
void TstNodeLog::theEndOfTheInputEndsTheProcess()
{
    QFETCH(ShellKind, shell);
    if (shellFolder(shell).isEmpty())
        QSKIP("this shell is not installed");
    Machine machine(shell);
    machine.write(u"/var/log/syslog"_s, "quiet\n");
    auto stream = machine.transport.start(followCommand(NodeLog::System, machine.root()));
    QByteArray out;
    std::optional<Expected<int>> closed;
    connect(stream.get(), &Stream::data, this, [&](const QByteArray &bytes) { out += bytes; });
    connect(stream.get(), &Stream::closed, this,
            [&](const Expected<int> &status) { closed = status; });
    QVERIFY(QTest::qWaitFor([&] { return out.contains("quiet"); }, patience));
    QVERIFY(!closed);
    stream->closeInput();
    QVERIFY(QTest::qWaitFor([&] { return closed.has_value(); }, patience));
    QVERIFY(*closed);
}

void TstNodeLog::aLostLinkIsToldOnce()
{
    Machine machine(ShellKind::Dash);
    machine.write(u"/var/log/syslog"_s, "a\n");
    machine.follow(NodeLog::System);
    QVERIFY(machine.shows(u"a"_s));
    machine.transport.drop();
    QVERIFY(QTest::qWaitFor([&] { return !machine.ended.isEmpty(); }, patience));
    QCoreApplication::processEvents();
    QCOMPARE(machine.ended.size(), 1);
    QCOMPARE(machine.ended.first().kind, ErrorKind::Unreachable);
    machine.follow(NodeLog::System); // and again without a link
    QVERIFY(QTest::qWaitFor([&] { return machine.ended.size() == 2; }, patience));
}

void TstNodeLog::linesAreFoundHoweverTheBytesAreCut()
{
    const QByteArray text = "==> ./a.log <==\nfirst \xc3\xa9\r\n\nsecond\n==> ./b.log <==\nthird";
    const QStringList wanted{u"first é"_s, u"second"_s, u"third"_s};
    for (qsizetype size = 1; size <= text.size(); ++size) {
        LogLines lines;
        QStringList got;
        for (qsizetype at = 0; at < text.size(); at += size)
            got += lines.taken(text.mid(at, size));
        QCOMPARE(got + lines.rest(), wanted);
    }
}

void TstNodeLog::garbageNeitherMovesTheCursorNorHides()
{
    LogLines lines;
    const QByteArray bytes("a\x1b[2Jb\tc\x00"
                           "d\x7f\xff\xfe e \xe2\x80\xae"
                           "f\n",
                           22);
    const QStringList got = lines.taken(bytes);
    QCOMPARE(got.size(), 1);
    QVERIFY(got.first().startsWith(u"a\ufffd[2Jb\tc\ufffdd\ufffd"_s));
    QVERIFY(got.first().endsWith(u"f"_s));
    QVERIFY(!got.first().contains(QChar(0x202e)));
}

void TstNodeLog::aLongLineIsCutAndSaysSo()
{
    LogLines lines;
    QStringList got;
    for (int i = 0; i < 100; ++i)
        got += lines.taken(QByteArray(1000, 'x'));
    got += lines.taken("\nnext\n");
    QCOMPARE(got.size(), 2);
    QCOMPARE(got.first(), QString(4096, u'x') + u"… +95904"_s);
    QCOMPARE(got.last(), u"next"_s);
}

void TstNodeLog::secretsAreTakenOut()
{
    const QByteArray conf = R"(<cluster><fencedevice passwd="s&amp;cret1" login="root"/>)"
                            R"(<!-- <fencedevice passwd="old one"/> --></cluster>)";
    LogLines lines{Redactor(secretsIn({conf, "<clus"}))};
    QCOMPARE(lines.taken("agent said s&cret1 and old one, passwd=other\n"),
             QStringList{u"agent said *** and ***, passwd=***"_s});
    QCOMPARE(lines.taken("xs&amp;cret1x\n"), QStringList{u"x***x"_s});
}

void TstNodeLog::aSecretAtTheCutIsTakenOut()
{
    LogLines lines{Redactor({"verysecret"})};
    const QStringList got = lines.taken(QByteArray(4090, 'x') + "verysecret\n");
    QCOMPARE(got, QStringList{QString(4090, u'x') + u"***"_s});
}

void TstNodeLog::aFloodIsBoundedAndSaid()
{
    FakeTransport transport;
    transport.open();
    QVERIFY(QTest::qWaitFor([&] { return transport.state() == TransportState::Ready; }));
    LogFollower follower(transport.start({u"cat"_s, {}, {}, std::chrono::milliseconds(0)}),
                         NodeName(u"node1"_s), Redactor());
    qint64 leftOut = 0;
    qint64 shown = 0;
    QStringList first;
    connect(&follower, &LogFollower::leftOut, this, [&](qint64 bytes) { leftOut += bytes; });
    connect(&follower, &LogFollower::arrived, this, [&](const QStringList &lines) {
        if (first.isEmpty())
            first = lines;
        for (const QString &line : lines)
            shown += line.size() + 1;
    });
    const QByteArray line = QByteArray(999, 'y') + '\n';
    transport.inject(line.repeated(5000)); // 5 MB between two arrivals
    QVERIFY(QTest::qWaitFor([&] { return shown > 0; }, patience));
    QVERIFY(shown <= 1024 * 1024);
    QCOMPARE(shown + leftOut, line.size() * 5000);
    QCOMPARE(first.first().size(), 999); // not the end of one that was cut
}

// Whatever a machine prints: lines of bounded length, nothing that a terminal or a reader trips on.
void TstNodeLog::anyBytesGiveCleanLines()
{
    QRandomGenerator random(20131022);
    for (int round = 0; round < 300; ++round) {
        LogLines lines;
        QStringList got;
        for (int part = 0; part < 8; ++part) {
            QByteArray bytes(random.bounded(3000), Qt::Uninitialized);
            for (char &byte : bytes)
                byte = char(random.bounded(round % 2 ? 256 : 40));
            got += lines.taken(bytes);
        }
        got += lines.rest();
        for (const QString &line : std::as_const(got)) {
            QVERIFY(line.size() <= 4096 + 16);
            for (const QChar c : line)
                QVERIFY(c == u'\t' || c.category() != QChar::Other_Control);
        }
    }
}

void TstNodeLog::fileNamesAreHarmless()
{
    QCOMPARE(fileNameOf(u"node1.site-a"_s), u"node1.site-a"_s);
    QCOMPARE(fileNameOf(u"../../etc/passwd"_s), u"_.._.._etc_passwd"_s);
    QCOMPARE(fileNameOf(u"a b\n$(reboot)\u202e"_s), u"a_b___reboot__"_s);
    QCOMPARE(fileNameOf({}), u"_"_s);
    QCOMPARE(fileNameOf(QString(500, u'x')).size(), 64);
}

BINOME_TEST(TstNodeLog)
#include "tst_nodelog.moc"
