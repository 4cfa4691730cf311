// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/bmcview.h"
#include "gui/logview.h"
#include "gui/mainwindow.h"
#include "gui/terminal.h"
#include "tests/gui/fakeathand.h"
#include "tests/testmain.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
struct Viewed {
    Viewed() : view(theme, hand, node, {NodeLog::Cluster, NodeLog::System})
    {
        view.follow(NodeLog::Cluster);
        view.show();
    }
    bool shows(const QString &text)
    {
        return QTest::qWaitFor([&] { return view.shownText() == text; });
    }
    QToolButton *button(const QString &text)
    {
        for (QToolButton *button : view.findChildren<QToolButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    bool says(const QString &words)
    {
        return QTest::qWaitFor([&] {
            const auto labels = view.findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(),
                               [&](const QLabel *label) { return label->text().contains(words); });
        });
    }
    const NodeName node{u"node1"_s};
    Theme theme;
    FakeAtHand::Hand hand;
    LogView view;
};

void writeProgram(const QString &path, const QByteArray &line)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write("#!/bin/sh\n" + line + '\n');
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

// Node 2 is fenced by a BMC.
ClusterSnapshot withBmc(ClusterSnapshot snapshot)
{
    if (!snapshot.configuration)
        snapshot.configuration.emplace();
    FenceDevice device;
    device.name = u"bmc2"_s;
    device.agent = u"fence_ipmilan"_s;
    device.address = u"10.10.6.2"_s;
    device.login = u"fencer"_s;
    ConfiguredNode node;
    node.name = SampleCluster::node(2);
    node.methods = {{u"1"_s, {{device.name, {}}}}};
    snapshot.configuration->nodes = {node};
    snapshot.configuration->fenceDevices = {device};
    return snapshot;
}

struct Desk {
    explicit Desk(AtHand *hand, const ClusterSnapshot &snapshot = SampleCluster::healthy())
        : source(snapshot), window(theme)
    {
        source.hand = hand;
        window.addCluster(u"pve-ha"_s, source);
        window.show();
    }
    // What the menu "At hand" of that thing holds.
    QList<QAction *> offered(const Thing &thing)
    {
        window.selection().select(thing);
        for (const QAction *action : window.actions().actionMenu()->actions()) {
            if (!action->menu())
                continue;
            emit action->menu()->aboutToShow();
            if (const auto *menu = action->menu()->findChild<QMenu *>(u"atHand"_s))
                return menu->actions();
        }
        return {};
    }
    QAction *offer(const Thing &thing, const QString &begin)
    {
        const QList<QAction *> all = offered(thing);
        const auto found = std::find_if(all.cbegin(), all.cend(), [&](const QAction *action) {
            return action->text().startsWith(begin);
        });
        return found == all.cend() ? nullptr : *found;
    }
    Theme theme;
    FakeAtHand::Source source;
    MainWindow window;
};
} // namespace

// Logs and the rest that is at hand of a machine, in the window.
class TstAtHand : public QObject
{
    Q_OBJECT
private slots:
    void linesAppearAsTheyAreWritten();
    void pausedLinesComeLater();
    void onlyLinesWithTheWords();
    void theWordsAreFoundAroundTheEnd();
    void anotherLogEndsTheFirst();
    void closingEndsTheProcess();
    void theEndIsSaidAndFollowedAgain();
    void copyAndSaveTakeWhatIsShown();
    void memoryIsBounded();
    void everyMachineOffersItsLogs();
    void aGuestOffersThoseOfItsNode();
    void aRecordingSaysWhyNot();
    void aClosedClusterTakesItsViewsAlong();
    void aBmcShowsItsSensorsTheWorstFirst();
    void aSilentBmcIsSaid();
    void theBundleIsAskedForOrSaysWhyNot();
    void pagesOpenInTheBrowser();
    void theSshCommandLineIsCopied();
    void theSerialConsoleIsReachedFromTheOtherNode();
    void withoutAWayTheSerialConsoleSaysWhy();
    void aTerminalGetsEveryWordAsItIs_data();
    void aTerminalGetsEveryWordAsItIs();
    void withoutATerminalOrSshThatIsSaid();

public slots:
    void openPage(const QUrl &url) { m_pages << url; }

private:
    QList<QUrl> m_pages;
};

void TstAtHand::linesAppearAsTheyAreWritten()
{
    Viewed viewed;
    viewed.hand.say("one\ntwo\nthr");
    QVERIFY(viewed.shows(u"one\ntwo"_s));
    viewed.hand.say("ee passwd=geheim\n");
    QVERIFY(viewed.shows(u"one\ntwo\nthree passwd=***"_s));
    QVERIFY(viewed.says(u"3 line"_s));
}

void TstAtHand::pausedLinesComeLater()
{
    Viewed viewed;
    viewed.hand.say("one\n");
    QVERIFY(viewed.shows(u"one"_s));
    viewed.button(u"Pause"_s)->click();
    viewed.hand.say("two\n");
    QVERIFY(viewed.says(u"2 line"_s));
    QCOMPARE(viewed.view.shownText(), u"one"_s);
    viewed.button(u"Go on"_s)->click();
    QCOMPARE(viewed.view.shownText(), u"one\ntwo"_s);
}

void TstAtHand::onlyLinesWithTheWords()
{
    Viewed viewed;
    viewed.hand.say("fenced one\nrgmanager two\n");
    QVERIFY(viewed.shows(u"fenced one\nrgmanager two"_s));
    viewed.view.findChild<QLineEdit *>()->setText(u"FENCED"_s);
    viewed.view.findChild<QCheckBox *>()->setChecked(true);
    QCOMPARE(viewed.view.shownText(), u"fenced one"_s);
    viewed.hand.say("corosync three\nfenced four\n");
    QVERIFY(viewed.shows(u"fenced one\nfenced four"_s));
    viewed.view.findChild<QCheckBox *>()->setChecked(false);
    QCOMPARE(viewed.view.shownText(), u"fenced one\nrgmanager two\ncorosync three\nfenced four"_s);
}

void TstAtHand::theWordsAreFoundAroundTheEnd()
{
    Viewed viewed;
    viewed.hand.say("a x\nb y\nc x\n");
    QVERIFY(viewed.shows(u"a x\nb y\nc x"_s));
    auto *words = viewed.view.findChild<QLineEdit *>();
    const auto *text = viewed.view.findChild<QPlainTextEdit *>();
    words->setText(u"x"_s);
    QList<int> found;
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(words, Qt::Key_Return);
        found << text->textCursor().selectionStart();
    }
    QCOMPARE(QSet<int>(found.cbegin(), found.cend()), (QSet<int>{2, 10}));
    words->setText(u"nothing of the kind"_s);
    QTest::keyClick(words, Qt::Key_Return);
    QVERIFY(viewed.says(u"Not found."_s));
}

void TstAtHand::anotherLogEndsTheFirst()
{
    Viewed viewed;
    viewed.hand.say("one\n");
    QVERIFY(viewed.shows(u"one"_s));
    viewed.button(u"System"_s)->click();
    QCOMPARE(viewed.hand.asked.last(), std::pair(viewed.node, NodeLog::System));
    QCOMPARE(viewed.hand.open(), 1);
    QCOMPARE(viewed.view.shownText(), QString());
    QCOMPARE(viewed.view.windowTitle(), u"System log of node1"_s);
}

void TstAtHand::closingEndsTheProcess()
{
    FakeAtHand::Hand hand;
    Theme theme;
    auto *view = new LogView(theme, hand, NodeName(u"node1"_s), {NodeLog::Kernel});
    view->setAttribute(Qt::WA_DeleteOnClose);
    view->follow(NodeLog::Kernel);
    view->show();
    QCOMPARE(hand.open(), 1);
    view->close();
    QVERIFY(QTest::qWaitFor([&] { return hand.open() == 0; }));
}

void TstAtHand::theEndIsSaidAndFollowedAgain()
{
    Viewed viewed;
    QVERIFY(!viewed.button(u"Follow again"_s)->isVisible());
    emit viewed.hand.streams.last()->errorData("tail: it is gone\n");
    emit viewed.hand.streams.last()->closed(1);
    QVERIFY(viewed.says(u"it is gone"_s));
    viewed.button(u"Follow again"_s)->click();
    QCOMPARE(viewed.hand.streams.size(), 2);
    QCOMPARE(viewed.hand.open(), 1);
    QVERIFY(!viewed.button(u"Follow again"_s)->isVisible());
}

void TstAtHand::copyAndSaveTakeWhatIsShown()
{
    Viewed viewed;
    viewed.hand.say("one\ntwo é\n");
    QVERIFY(viewed.shows(u"one\ntwo é"_s));
    viewed.button(u"Copy"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"one\ntwo é"_s);
    const QTemporaryDir folder;
    viewed.view.save(folder.filePath(u"a.log"_s));
    QFile file(folder.filePath(u"a.log"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), u"one\ntwo é\n"_s.toUtf8());
    viewed.view.save(folder.filePath(u"no/such/folder/a.log"_s));
    QVERIFY(viewed.says(u"cannot be written"_s));
}

void TstAtHand::memoryIsBounded()
{
    LogBuffer buffer;
    QStringList lines;
    for (int i = 0; i < 25'000; ++i)
        lines << QString::number(i);
    buffer.add(lines);
    QCOMPARE(buffer.size(), LogBuffer::mostLines);
    QCOMPARE(buffer.forgotten(), 15'000);
    QCOMPARE(buffer.lines().last(), u"24999"_s);
    buffer.add(QStringList(3'000, QString(4'000, u'x'))); // long ones: by characters
    qsizetype characters = 0;
    for (const QString &line : buffer.lines())
        characters += line.size();
    QVERIFY(characters <= LogBuffer::mostCharacters);
    QVERIFY(buffer.size() > 900);
}

void TstAtHand::everyMachineOffersItsLogs()
{
    FakeAtHand::Hand hand;
    Desk desk(&hand);
    const QList<QAction *> ofNode = desk.offered(machineThing(SampleCluster::node(2)));
    QStringList titles;
    for (const QAction *action : ofNode)
        titles << action->text();
    for (const QString &title :
         {u"Cluster log of node2"_s, u"System log of node2"_s, u"Kernel log of node2"_s})
        QVERIFY2(titles.contains(title), qPrintable(titles.join(u'|')));
    ofNode[titles.indexOf(u"Kernel log of node2"_s)]->trigger();
    QCOMPARE(hand.asked.last(), std::pair(SampleCluster::node(2), NodeLog::Kernel));
    ofNode[titles.indexOf(u"Cluster log of node2"_s)]->trigger(); // in the same view
    QCOMPARE(hand.open(), 1);
    QCOMPARE(desk.window.findChildren<LogView *>().size(), 1);
    QStringList server;
    for (const QAction *action : desk.offered(machineThing(SampleCluster::quorumServer().name)))
        server << action->text();
    QVERIFY(!server.join(u'|').contains(u"Cluster log"_s));
    QVERIFY(server.join(u'|').contains(u"System log"_s));
}

void TstAtHand::aGuestOffersThoseOfItsNode()
{
    FakeAtHand::Hand hand;
    Desk desk(&hand);
    const QList<QAction *> offered = desk.offered(guestThing(100));
    QVERIFY(offered.size() > 1);
    QCOMPARE(offered[0]->text(), u"Console of guest 100"_s);
    QVERIFY(offered[1]->isEnabled());
    QVERIFY(offered[1]->text().contains(u"node"_s));
}

void TstAtHand::aRecordingSaysWhyNot()
{
    Desk desk(nullptr);
    const QList<QAction *> offered = desk.offered(machineThing(SampleCluster::node(1)));
    QVERIFY(!offered.isEmpty());
    QVERIFY(!offered.first()->isEnabled());
    QVERIFY(offered.first()->toolTip().contains(u"recording"_s));
}

void TstAtHand::aClosedClusterTakesItsViewsAlong()
{
    FakeAtHand::Hand hand;
    Desk desk(&hand);
    desk.offered(machineThing(SampleCluster::node(1))).first()->trigger();
    QCOMPARE(hand.open(), 1);
    desk.window.removeCluster(u"pve-ha"_s);
    QCOMPARE(hand.open(), 0);
}

// A BMC of two sensors, the second in trouble, and one entry in its log.
void TstAtHand::aBmcShowsItsSensorsTheWorstFirst()
{
    FakeAtHand::Hand hand;
    hand.bmc = [](quint8 function, quint8 command, const QByteArray &data) {
        QByteArray answer;
        if (function == 0x04) {
            answer = data[0] == 1 ? QByteArray("\0\x18\xc0\0", 4) : QByteArray("\0\x5a\xc0\x10", 4);
        } else if (command == 0x22) {
            answer = QByteArray("\0\1\0", 3);
        } else if (command == 0x23) {
            const bool first = data[2] == 0;
            QByteArray record(47, '\0');
            record[3] = 1;
            record[7] = first ? 1 : 2;
            record[12] = record[13] = record[21] = record[24] = 1;
            record += first ? "\xc5Inlet"
                            : "\xc3"
                              "CPU";
            record[4] = char(record.size() - 5);
            answer = first ? QByteArray("\0\1\0", 3) : QByteArray("\0\xff\xff", 3);
            answer += record.mid(quint8(data[4]), quint8(data[5]));
        } else if (command == 0x40) {
            answer = QByteArray("\0\x51\1\0", 4);
        } else {
            answer = QByteArray("\0\xff\xff"
                                "\1\0\2\0\0\0\x52\0\0\0\1\2\1\x59\0\0",
                                19);
        }
        return QtFuture::makeReadyFuture(Expected<QByteArray>(answer));
    };
    Desk desk(&hand);
    for (QAction *action : desk.offered(machineThing(SampleCluster::node(1)))) {
        if (action->text().startsWith(u"Sensors and event log"_s))
            action->trigger();
    }
    const auto *view = desk.window.findChild<BmcView *>();
    QVERIFY(view);
    QVERIFY(QTest::qWaitFor([&] { return view->asText().contains(u"Inlet"_s); }));
    const QStringList lines = view->asText().split(u'\n');
    QCOMPARE(lines[1], u"CPU\ttemperature\t90\u00a0°C\tcritical"_s);
    QCOMPARE(lines[2], u"Inlet\ttemperature\t24\u00a0°C\twithin its limits"_s);
    QVERIFY(lines[4].startsWith(u"2013-"_s));
    QVERIFY(lines[4].endsWith(u"CPU\tabove the upper critical threshold"_s));
}

void TstAtHand::aSilentBmcIsSaid()
{
    FakeAtHand::Hand hand;
    Theme theme;
    BmcView view(theme, hand, NodeName(u"node1"_s));
    view.read();
    view.show();
    const auto says = [&view](const QString &words) {
        const auto labels = view.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *label) { return label->text().contains(words); });
    };
    QVERIFY(QTest::qWaitFor([&] { return says(u"no BMC here"_s); }));
}

void TstAtHand::theBundleIsAskedForOrSaysWhyNot()
{
    FakeAtHand::Hand hand;
    Desk desk(&hand);
    QAction *save = desk.window.actions().action(ActionId::SaveBundle);
    QVERIFY(save->isEnabled());
    save->trigger();
    auto *dialog = desk.window.findChild<QFileDialog *>();
    QVERIFY(dialog);
    emit dialog->fileSelected(u"/x/b.zip"_s);
    QCOMPARE(hand.bundles, QStringList{u"/x/b.zip"_s});
    QVERIFY(QTest::qWaitFor([&] { return desk.window.findChild<QMessageBox *>(); }));
    QVERIFY(desk.window.findChild<QMessageBox *>()->text().contains(u"/x/b.zip"_s));
    Desk recording(nullptr);
    save = recording.window.actions().action(ActionId::SaveBundle);
    QVERIFY(!save->isEnabled());
    QVERIFY(save->toolTip().contains(u"recording"_s));
}

void TstAtHand::pagesOpenInTheBrowser()
{
    FakeAtHand::Hand hand;
    Desk desk(&hand);
    QDesktopServices::setUrlHandler(u"https"_s, this, "openPage");
    int pages = 0;
    for (QAction *action : desk.offered(machineThing(SampleCluster::node(1)))) {
        if (!action->text().startsWith(u"Web page"_s))
            continue;
        action->trigger();
        ++pages;
    }
    QDesktopServices::unsetUrlHandler(u"https"_s);
    QVERIFY(pages >= 1);
    QCOMPARE(m_pages.size(), pages);
    QCOMPARE(m_pages.first().port(), 8006);
}

void TstAtHand::theSshCommandLineIsCopied()
{
    FakeAtHand::Hand hand;
    Desk desk(&hand);
    for (QAction *action : desk.offered(machineThing(SampleCluster::node(1)))) {
        if (action->text().startsWith(u"Copy the ssh"_s))
            action->trigger();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), u"ssh -p 22 node1"_s);
}

void TstAtHand::theSerialConsoleIsReachedFromTheOtherNode()
{
    FakeAtHand::Hand hand;
    Desk desk(&hand, withBmc(SampleCluster::healthy()));
    QAction *serial = desk.offer(machineThing(SampleCluster::node(2)), u"Serial console"_s);
    QVERIFY(serial);
    QCOMPARE(serial->text(), u"Serial console of node2 (BMC 10.10.6.2)"_s);
    QVERIFY(serial->isEnabled());
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere"); // no terminal opens here
    serial->trigger();
    qputenv("PATH", path);
    QCOMPARE(hand.commands.size(), 1);
    QVERIFY(hand.commands.first().contains(u"-H 10.10.6.2 -U fencer -a sol activate"_s));
    QCOMPARE(hand.reached, QList<NodeName>{SampleCluster::node(1)});
    const auto *box = desk.window.findChild<QMessageBox *>();
    QVERIFY(box && box->text().contains(u"ssh"_s));
}

void TstAtHand::withoutAWayTheSerialConsoleSaysWhy()
{
    FakeAtHand::Hand hand;
    Desk unknown(&hand);
    QAction *serial = unknown.offer(machineThing(SampleCluster::node(2)), u"Serial console"_s);
    QVERIFY(serial && !serial->isEnabled());
    QVERIFY(serial->toolTip().contains(u"cluster.conf"_s));
    ClusterSnapshot snapshot = withBmc(SampleCluster::healthy());
    snapshot.machines[SampleCluster::node(1)].contact.state = ContactState::Lost;
    Desk silent(&hand, snapshot);
    serial = silent.offer(machineThing(SampleCluster::node(2)), u"Serial console"_s);
    QVERIFY(serial && !serial->isEnabled());
    QVERIFY(serial->toolTip().contains(u"node1"_s));
    Desk recording(nullptr, withBmc(SampleCluster::healthy()));
    serial = recording.offer(machineThing(SampleCluster::node(2)), u"Serial console"_s);
    QVERIFY(serial && !serial->isEnabled());
    QVERIFY(serial->toolTip().contains(u"recording"_s));
    QVERIFY(!unknown.offer(machineThing(SampleCluster::quorumServer().name), u"Serial"_s));
}

void TstAtHand::aTerminalGetsEveryWordAsItIs_data()
{
    QTest::addColumn<QString>("terminal");
    for (const char *name :
         {"x-terminal-emulator", "gnome-terminal", "konsole", "xfce4-terminal", "xterm"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

// The terminal of the test runs what it is given, as a real one does; its ssh writes its words.
void TstAtHand::aTerminalGetsEveryWordAsItIs()
{
#ifdef Q_OS_WIN
    QSKIP("the programs of this test are shell scripts");
#endif
    QFETCH(QString, terminal);
    const QTemporaryDir folder;
    const QString told = folder.filePath(u"told"_s);
    writeProgram(folder.filePath(terminal), "shift; exec \"$@\"");
    writeProgram(folder.filePath(u"ssh"_s),
                 "printf '%s\\n' \"$@\" >'" + told.toUtf8() + ".new'; mv '" + told.toUtf8()
                     + ".new' '" + told.toUtf8() + "'");
    const QStringList words{u"-o"_s, uR"(IdentityFile="/a b/$(reboot)'s")"_s, u"node1"_s};
    QVERIFY(openTerminal(words, {folder.path()}));
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(told); }, 20'000));
    QFile file(told);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), words.join(u'\n') + u'\n');
}

void TstAtHand::withoutATerminalOrSshThatIsSaid()
{
    const QTemporaryDir folder;
    const auto noSsh = openTerminal({u"node1"_s}, {folder.path()});
    QVERIFY(!noSsh);
    QVERIFY(rendered(noSsh.error().what).contains(u"ssh"_s));
    writeProgram(folder.filePath(u"ssh"_s), "exit 0");
#ifndef Q_OS_WIN
    const auto noTerminal = openTerminal({u"node1"_s}, {folder.path()});
    QVERIFY(!noTerminal);
    QCOMPARE(noTerminal.error().kind, ErrorKind::Refused);
#endif
}

BINOME_TEST(TstAtHand)
#include "tst_athand.moc"
