// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/athand.h"
#include "core/athand/des.h"
#include "core/athand/programlog.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QTcpSocket>

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

namespace
{
constexpr int deadline = 30'000;

// A VNC viewer, as far as one picture.
struct Viewer {
    bool read(qsizetype size)
    {
        return OpenLab::within(deadline,
                               [&] {
                                   got += socket.readAll();
                                   return got.size() >= size
                                       || socket.state() == QAbstractSocket::UnconnectedState;
                               })
            && got.size() >= size;
    }
    QByteArray take(qsizetype size)
    {
        if (!read(size))
            return {};
        const QByteArray bytes = got.left(size);
        got.remove(0, size);
        return bytes;
    }
    // 0: let in; 1: not; anything else: it came to nothing.
    int logIn(quint16 port, const QByteArray &password)
    {
        socket.connectToHost(u"127.0.0.1"_s, port);
        if (take(12) != "RFB 003.008\n")
            return -1;
        socket.write("RFB 003.008\n");
        if (take(2) != QByteArray("\1\2", 2))
            return -2;
        socket.write("\2");
        const QByteArray challenge = take(16);
        if (challenge.size() != 16)
            return -3;
        socket.write(vncResponse(password, challenge));
        const QByteArray result = take(4);
        return result.size() == 4 ? result[3] : -4;
    }
    // The rectangle's pixels, red of each.
    QByteArray picture()
    {
        socket.write("\1");
        const QByteArray start = take(24);
        if (start.size() != 24)
            return {};
        width = quint8(start[0]) * 256 + quint8(start[1]);
        height = quint8(start[2]) * 256 + quint8(start[3]);
        name = take(quint8(start[23]));
        socket.write(QByteArray("\3\0\0\0\0\0\0\0\0\0", 10));
        take(16);
        const QByteArray raw = take(qsizetype(width) * height * 4);
        QByteArray red;
        for (qsizetype i = 0; i < raw.size(); i += 4)
            red += raw[i];
        return red;
    }
    QByteArray got;
    QByteArray name;
    int width = 0;
    int height = 0;
    QTcpSocket socket;
};

QByteArray allCommandLines()
{
    QByteArray all;
    for (const QString &process : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile file(u"/proc/"_s + process + u"/cmdline"_s);
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll() + '\n';
    }
    return all;
}

bool isInAFile(const QString &folder, const QByteArray &words)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.size() < 32 * 1024 * 1024 && file.open(QIODevice::ReadOnly)
            && file.readAll().contains(words))
            return true;
    }
    return false;
}
} // namespace

// The console of a guest, from a viewer through a real sshd to qm of the node.
class TstLabConsole : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void aViewerSeesTheGuest();
    void aWrongPasswordIsRefused();
    void closingLeavesNothingBehind();
    void aStoppedGuestIsSaid();
    void anUnknownGuestIsSaid();
    void theGuestsEndIsSaid();
    void aCutLinkEndsBothSides();

private:
    std::unique_ptr<GuestConsole> open(int guest, const QString &node);
    std::unique_ptr<OpenLab> m_lab;
    QList<std::optional<Error>> m_ends;
};

void TstLabConsole::initTestCase()
{
    m_lab = std::make_unique<OpenLab>();
    QVERIFY2(m_lab->up(), m_lab->said().constData());
    QVERIFY(m_lab->settled());
}

void TstLabConsole::cleanupTestCase()
{
    m_lab.reset();
}

std::unique_ptr<GuestConsole> TstLabConsole::open(int guest, const QString &node)
{
    m_ends.clear();
    auto console = m_lab->session().atHand().guestConsole(guest, NodeName(node));
    connect(console.get(), &GuestConsole::ended, this,
            [this](const std::optional<Error> &why) { m_ends << why; });
    return console;
}

void TstLabConsole::aViewerSeesTheGuest()
{
    auto console = open(100, u"node1"_s);
    const QByteArray password = console->password();
    Viewer viewer;
    QCOMPARE(viewer.logIn(console->port(), password), 0);
    const QByteArray picture = viewer.picture();
    QCOMPARE(viewer.name, QByteArray("guest 100"));
    QCOMPARE(viewer.width, 3 * 4 * 8);
    QCOMPARE(picture.size(), viewer.width * viewer.height);
    // The first digit is a 1: its upper left block dark, the one beside it lit.
    QCOMPARE(picture[0], '\0');
    QCOMPARE(picture[8], '\xff');
    QVERIFY(!allCommandLines().contains(password));
    QVERIFY(!isInAFile(m_lab->folder(), password));
    QVERIFY(!programLog().join().contains(password));
}

void TstLabConsole::aWrongPasswordIsRefused()
{
    auto console = open(100, u"node1"_s);
    Viewer viewer;
    QCOMPARE(viewer.logIn(console->port(), "notright"), 1);
    QVERIFY(OpenLab::within(deadline, [&] { return !m_ends.isEmpty(); }));
}

void TstLabConsole::closingLeavesNothingBehind()
{
    auto console = open(100, u"node1"_s);
    Viewer viewer;
    QCOMPARE(viewer.logIn(console->port(), console->password()), 0);
    QVERIFY(allCommandLines().contains("vncproxy"));
    console.reset();
    QVERIFY(OpenLab::within(
        deadline, [&] { return viewer.socket.state() == QAbstractSocket::UnconnectedState; }));
    QVERIFY(OpenLab::within(deadline, [] { return !allCommandLines().contains("vncproxy"); }));
    QCOMPARE(m_lab->contact(u"node1"_s), ContactState::Connected);
}

void TstLabConsole::aStoppedGuestIsSaid()
{
    auto console = open(100, u"node2"_s); // it runs on the other node
    Viewer viewer;
    QVERIFY(viewer.logIn(console->port(), console->password()) < 0);
    QVERIFY(OpenLab::within(deadline, [&] { return !m_ends.isEmpty(); }));
    QVERIFY(m_ends.first());
    QCOMPARE(m_ends.first()->kind, ErrorKind::Refused);
}

void TstLabConsole::anUnknownGuestIsSaid()
{
    auto console = open(4711, u"node1"_s);
    Viewer viewer;
    QVERIFY(viewer.logIn(console->port(), console->password()) < 0);
    QVERIFY(OpenLab::within(deadline, [&] { return !m_ends.isEmpty(); }));
    QVERIFY(m_ends.first() && logText(m_ends.first()->what).contains(u"not on node1"_s));
}

void TstLabConsole::theGuestsEndIsSaid()
{
    auto console = open(100, u"node1"_s);
    Viewer viewer;
    QCOMPARE(viewer.logIn(console->port(), console->password()), 0);
    QVERIFY2(m_lab->lab({u"do"_s, u"service-disable"_s, u"100"_s}), m_lab->said().constData());
    QVERIFY(OpenLab::within(60'000, [&] { return !m_ends.isEmpty(); }));
    QVERIFY(m_ends.first() && logText(m_ends.first()->what).contains(u"was closed on node1"_s));
    auto again = open(100, u"node1"_s);
    Viewer second;
    QVERIFY(second.logIn(again->port(), again->password()) < 0);
    QVERIFY(OpenLab::within(deadline, [&] { return !m_ends.isEmpty(); }));
    QVERIFY(m_ends.first() && logText(m_ends.first()->what).contains(u"does not run on node1"_s));
    QCOMPARE(m_ends.first()->detail, u"VM 100 not running"_s);
}

void TstLabConsole::aCutLinkEndsBothSides()
{
    auto console = open(101, u"node1"_s);
    Viewer viewer;
    QCOMPARE(viewer.logIn(console->port(), console->password()), 0);
    QVERIFY2(m_lab->lab({u"do"_s, u"power-cut"_s, u"node1"_s}), m_lab->said().constData());
    QVERIFY(OpenLab::within(120'000, [&] { return !m_ends.isEmpty(); }));
    QVERIFY(m_ends.first());
    QVERIFY(m_ends.first()->kind == ErrorKind::Unreachable
            || m_ends.first()->kind == ErrorKind::Cancelled);
    QVERIFY(OpenLab::within(
        deadline, [&] { return viewer.socket.state() == QAbstractSocket::UnconnectedState; }));
}

BINOME_TEST(TstLabConsole)
#include "tst_labconsole.moc"
