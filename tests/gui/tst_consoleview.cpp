// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/des.h"
#include "gui/consoleview.h"
#include "gui/mainwindow.h"
#include "gui/viewer.h"
#include "tests/gui/fakeathand.h"
#include "tests/testmain.h"

#include <QAction>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
constexpr int deadline = 20'000;

struct Shown {
    Shown()
    {
        auto console = hand.guestConsole(100, NodeName(u"node1"_s));
        port = console->port();
        password = QString::fromLatin1(console->password());
        view = new ConsoleView(std::move(console));
        view->setAttribute(Qt::WA_DeleteOnClose);
        view->show();
    }
    ~Shown() { delete view.data(); }
    bool says(const QString &words)
    {
        return QTest::qWaitFor(
            [&] {
                const auto labels = view ? view->findChildren<QLabel *>() : QList<QLabel *>();
                return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
                    return label->isVisible() && label->text().contains(words);
                });
            },
            deadline);
    }
    template <typename Widget> Widget *named(const QString &name)
    {
        for (Widget *widget : view->findChildren<Widget *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    FakeAtHand::Hand hand;
    quint16 port = 0;
    QString password;
    QPointer<ConsoleView> view;
};

// Writes down its words and the file among them; the product started it, nobody waits for it.
void writeViewer(const QString &path, const QString &told)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(
        "#!/bin/sh\n{ printf '%s\\n' \"$@\"; for f; do [ -f \"$f\" ] && { stat -c %a \"$f\"; "
        "cat \"$f\"; }; done; } >'"
        + told.toUtf8() + ".new'; mv '" + told.toUtf8() + ".new' '" + told.toUtf8() + "'\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QByteArray waitedFor(const QString &told)
{
    QFile file(told);
    if (!QTest::qWaitFor([&] { return file.exists(); }, deadline)
        || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}
} // namespace

// The console of a guest in the window, and the viewers of this workstation.
class TstConsoleView : public QObject
{
    Q_OBJECT
private slots:
    void withoutAViewerTheAddressAndThePasswordAreThere();
    void openSinceIsSaidAndThePasswordGoes();
    void theEndIsSaid();
    void theViewerLeavingClosesIt();
    void closingItEndsTheProcess();
    void virtViewerGetsAFileOfItsOwn();
    void vncviewerGetsAPasswordFile();
    void theFileGoesWhenTheViewerIsThere();
    void aBrokenViewerIsSaid();
    void theFirstKnownViewerIsTaken();
    void titlesCannotWriteIntoTheFile();
    void aRunningGuestOffersIt();
    void aStoppedGuestSaysWhyNot();
};

void TstConsoleView::withoutAViewerTheAddressAndThePasswordAreThere()
{
    Shown shown;
    shown.view->start(std::nullopt);
    QVERIFY(shown.says(u"No VNC viewer"_s));
    QCOMPARE(shown.named<QLineEdit>(u"Address of the console"_s)->text(),
             u"127.0.0.1:%1"_s.arg(shown.port));
    auto *password = shown.named<QLineEdit>(u"One-time password of the console"_s);
    QCOMPARE(password->text(), shown.password);
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    shown.named<QToolButton>(u"Show the password"_s)->click();
    QCOMPARE(password->echoMode(), QLineEdit::Normal);
    shown.named<QToolButton>(u"Copy the password"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), shown.password);
    shown.named<QToolButton>(u"Copy the address"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"127.0.0.1:%1"_s.arg(shown.port));
}

void TstConsoleView::openSinceIsSaidAndThePasswordGoes()
{
    Shown shown;
    shown.view->start(std::nullopt);
    QTcpSocket viewer;
    viewer.connectToHost(u"127.0.0.1"_s, shown.port);
    QVERIFY(shown.says(u"Open on node1 since"_s));
    QVERIFY(shown.named<QLineEdit>(u"One-time password of the console"_s)->text().isEmpty());
}

void TstConsoleView::theEndIsSaid()
{
    Shown shown;
    shown.view->start(std::nullopt);
    QTcpSocket viewer;
    viewer.connectToHost(u"127.0.0.1"_s, shown.port);
    QVERIFY(shown.says(u"Open on"_s));
    emit shown.hand.streams.last()->errorData("VM 100 not running\n");
    emit shown.hand.streams.last()->closed(255);
    QVERIFY(shown.says(u"does not run on node1"_s));
    QVERIFY(shown.says(u"VM 100 not running"_s));
    QVERIFY(shown.view->isOver());
}

void TstConsoleView::theViewerLeavingClosesIt()
{
    Shown shown;
    QTcpSocket viewer;
    viewer.connectToHost(u"127.0.0.1"_s, shown.port);
    QVERIFY(shown.says(u"Open on"_s));
    viewer.disconnectFromHost();
    QVERIFY(QTest::qWaitFor([&] { return shown.view.isNull(); }, deadline));
    QCOMPARE(shown.hand.open(), 0);
}

void TstConsoleView::closingItEndsTheProcess()
{
    Shown shown;
    QTcpSocket viewer;
    viewer.connectToHost(u"127.0.0.1"_s, shown.port);
    QVERIFY(shown.says(u"Open on"_s));
    QCOMPARE(shown.hand.open(), 1);
    shown.view->close();
    QVERIFY(QTest::qWaitFor([&] { return shown.hand.open() == 0; }, deadline));
    QVERIFY(QTest::qWaitFor([&] { return viewer.state() == QAbstractSocket::UnconnectedState; },
                            deadline));
}

void TstConsoleView::virtViewerGetsAFileOfItsOwn()
{
#ifdef Q_OS_WIN
    QSKIP("the viewers of this test are shell scripts");
#endif
    const QTemporaryDir folder;
    writeViewer(folder.filePath(u"remote-viewer"_s), folder.filePath(u"told"_s));
    const auto file = openViewer({folder.filePath(u"remote-viewer"_s), ViewerKind::ConnectionFile},
                                 {u"Guest 100"_s, 40'000, "geheim12"}, folder.path());
    QVERIFY(file);
    QCOMPARE(waitedFor(folder.filePath(u"told"_s)),
             file->toUtf8()
                 + "\n600\n[virt-viewer]\ntype=vnc\nhost=127.0.0.1\nport=40000\n"
                   "password=geheim12\ntitle=Guest 100\ndelete-this-file=1\n");
}

void TstConsoleView::vncviewerGetsAPasswordFile()
{
#ifdef Q_OS_WIN
    QSKIP("the viewers of this test are shell scripts");
#endif
    const QTemporaryDir folder;
    writeViewer(folder.filePath(u"vncviewer"_s), folder.filePath(u"told"_s));
    const auto file = openViewer({folder.filePath(u"vncviewer"_s), ViewerKind::PasswordFile},
                                 {u"Guest 100"_s, 40'000, "geheim12"}, folder.path());
    QVERIFY(file);
    QCOMPARE(waitedFor(folder.filePath(u"told"_s)),
             "-passwd\n" + file->toUtf8() + "\n127.0.0.1::40000\n600\n"
                 + vncPasswordFile("geheim12"));
}

void TstConsoleView::theFileGoesWhenTheViewerIsThere()
{
#ifdef Q_OS_WIN
    QSKIP("the viewers of this test are shell scripts");
#endif
    const QTemporaryDir folder;
    writeViewer(folder.filePath(u"vncviewer"_s), folder.filePath(u"told"_s));
    Shown shown;
    shown.view->start(ViewerProgram{folder.filePath(u"vncviewer"_s), ViewerKind::PasswordFile});
    const QByteArray told = waitedFor(folder.filePath(u"told"_s));
    QVERIFY(!told.contains(shown.password.toLatin1()));
    const QString file = QString::fromUtf8(told.split('\n').value(1));
    QVERIFY(QFileInfo::exists(file));
    QTcpSocket viewer;
    viewer.connectToHost(u"127.0.0.1"_s, shown.port);
    QVERIFY(QTest::qWaitFor([&] { return !QFileInfo::exists(file); }, deadline));
}

void TstConsoleView::aBrokenViewerIsSaid()
{
    Shown shown;
    shown.view->start(ViewerProgram{u"/no/such/viewer"_s, ViewerKind::ConnectionFile});
    QVERIFY(shown.says(u"/no/such/viewer"_s));
    QVERIFY(!shown.view->isOver()); // another one may still come
}

void TstConsoleView::theFirstKnownViewerIsTaken()
{
#ifdef Q_OS_WIN
    QSKIP("the viewers of this test are shell scripts");
#endif
    const QTemporaryDir folder;
    QVERIFY(!viewerProgram({folder.path()}));
    writeViewer(folder.filePath(u"vncviewer"_s), folder.filePath(u"told"_s));
    QCOMPARE(viewerProgram({folder.path()})->kind, ViewerKind::PasswordFile);
    writeViewer(folder.filePath(u"remote-viewer"_s), folder.filePath(u"told"_s));
    QCOMPARE(viewerProgram({folder.path()})->kind, ViewerKind::ConnectionFile);
}

void TstConsoleView::titlesCannotWriteIntoTheFile()
{
    const QByteArray text = connectionFile({u"a\nhost=evil\r\n[x]"_s, 40'000, "geheim12"});
    QCOMPARE(text.count('\n'), 7);
    QVERIFY(!text.contains("\nhost=evil"));
}

void TstConsoleView::aRunningGuestOffersIt()
{
    FakeAtHand::Hand hand;
    Theme theme;
    FakeAtHand::Source source(SampleCluster::healthy());
    source.hand = &hand;
    MainWindow window(theme);
    window.addCluster(u"pve-ha"_s, source);
    window.show();
    window.selection().select(guestThing(100));
    QAction *console = nullptr;
    for (const QAction *action : window.actions().actionMenu()->actions()) {
        if (!action->menu())
            continue;
        emit action->menu()->aboutToShow();
        if (const auto *menu = action->menu()->findChild<QMenu *>(u"atHand"_s))
            console = menu->actions().first();
    }
    QVERIFY(console && console->isEnabled());
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere"); // no viewer opens here
    console->trigger();
    qputenv("PATH", path);
    QCOMPARE(hand.consoles.size(), 1);
    QCOMPARE(hand.consoles.first().first, 100);
    console->trigger(); // it is open already
    QCOMPARE(hand.consoles.size(), 1);
    QVERIFY(window.findChild<ConsoleView *>());
    window.removeCluster(u"pve-ha"_s);
    QVERIFY(!window.findChild<ConsoleView *>());
}

void TstConsoleView::aStoppedGuestSaysWhyNot()
{
    FakeAtHand::Hand hand;
    Theme theme;
    ClusterSnapshot snapshot = SampleCluster::healthy();
    for (Machine &machine : snapshot.machines) {
        if (machine.running.value)
            machine.running.value->ids.clear();
        if (!machine.vms.value)
            continue;
        for (Vm &guest : *machine.vms.value)
            guest.state = GuestState::Stopped;
    }
    FakeAtHand::Source source(snapshot);
    source.hand = &hand;
    MainWindow window(theme);
    window.addCluster(u"pve-ha"_s, source);
    window.show();
    window.selection().select(guestThing(100));
    QAction *console = nullptr;
    for (const QAction *action : window.actions().actionMenu()->actions()) {
        if (!action->menu())
            continue;
        emit action->menu()->aboutToShow();
        if (const auto *menu = action->menu()->findChild<QMenu *>(u"atHand"_s))
            console = menu->actions().first();
    }
    QVERIFY(console && !console->isEnabled());
    QVERIFY2(console->toolTip().contains(u"does not run"_s), qPrintable(console->toolTip()));
}

BINOME_TEST(TstConsoleView)
#include "tst_consoleview.moc"
