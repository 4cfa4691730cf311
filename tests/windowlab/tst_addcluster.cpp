// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application.h"
#include "gui/clusterdialog.h"
#include "gui/machineform.h"
#include "gui/prompts.h"
#include "gui/topologypanel.h"
#include "gui/welcomepage.h"
#include "tests/fake/sshserver.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

#include <algorithm>

using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
const QString password = u"right"_s; // what the servers take

// A machine of the lab behind a server that takes passwords, which an sshd that is not root cannot.
std::unique_ptr<SshServer> passwordServer(const QString &lab, const QString &machine)
{
    SshServerBehaviour behaviour;
    behaviour.program = lab + u"/machines/"_s + machine + u"/bin/lab-shell"_s;
    behaviour.environment.insert(u"BINOME_LAB_DIR"_s, lab);
    behaviour.environment.insert(u"BINOME_LAB_CHILD"_s, lab);
    behaviour.environment.insert(u"BINOME_LAB_NODE"_s, machine);
    return std::make_unique<SshServer>(behaviour);
}

template <typename Widget> Widget *shown(const QWidget &window)
{
    for (Widget *one : window.findChildren<Widget *>()) {
        if (one->isVisible())
            return one;
    }
    return nullptr;
}

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (QPushButton *one : dialog.findChildren<QPushButton *>()) {
        if (one->text().remove(u'&').contains(text))
            return one;
    }
    return nullptr;
}

QLineEdit *field(const QWidget &dialog, const QString &name)
{
    for (QLineEdit *one : dialog.findChildren<QLineEdit *>()) {
        if (one->accessibleName() == name)
            return one;
    }
    return nullptr;
}
} // namespace

// From an empty window to the picture of a cluster, by its dialogs alone.
class TstAddCluster : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void addressOfOneNodeBecomesThePicture();

private:
    bool within(const std::function<bool()> &so) const
    {
        return Testing::OpenLab::within(60'000, so);
    }
    void typeFirstNode();
    void look();
    void reviewAddresses();
    void answerWhatIsAsked();
    bool nodeIsGood(const QString &name) const;

    Testing::OpenLab m_lab;
    QTemporaryDir m_home;
    std::map<QString, std::unique_ptr<SshServer>> m_servers;
    std::unique_ptr<Application> m_application;
    MainWindow *m_window = nullptr;
    QList<int> m_keysTrusted; // ports, which name the servers
    QList<int> m_passwordsTyped;
};

void TstAddCluster::init()
{
    qunsetenv("SSH_AUTH_SOCK"); // of whoever runs the tests
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // nor their keychain
    qputenv("HOME", QFile::encodeName(m_home.path()));
    QVERIFY2(m_lab.lab({u"up"_s, u"--speed"_s, u"10"_s}), m_lab.said().constData());
    for (const QString &name : {u"node1"_s, u"node2"_s, u"quorum"_s})
        m_servers[name] = passwordServer(m_lab.folder(), name);
    Options options;
    options.language = Core::Language::English;
    m_application = std::make_unique<Application>(options);
    m_application->start();
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget))
            m_window = window;
    }
    QVERIFY(m_window);
}

void TstAddCluster::cleanup()
{
    m_application.reset();
    m_servers.clear();
}

void TstAddCluster::typeFirstNode()
{
    button(m_window->welcome(), u"Add my cluster"_s)->click();
    auto *dialog = shown<ClusterDialog>(*m_window);
    QVERIFY(dialog);
    QTest::keyClicks(field(*dialog, u"Address of one node"_s), u"127.0.0.1"_s);
    auto *port = dialog->findChild<QSpinBox *>();
    port->selectAll();
    QTest::keyClicks(port, QString::number(m_servers[u"node1"_s]->port()));
}

// The form has no field for the folder that stands for a simulated machine's "/", so that alone is
// added to what was typed: wherever lab-shell starts a command, the same on every machine.
void TstAddCluster::look()
{
    auto *dialog = shown<ClusterDialog>(*m_window);
    dialog->blockSignals(true);
    button(*dialog, u"Look"_s)->click();
    dialog->blockSignals(false);
    Core::ProfileMachine first = dialog->findChild<MachineForm *>()->machine();
    first.rootPrefix = u"/proc/self/cwd"_s;
    emit dialog->discoveryRequested(first);
}

void TstAddCluster::reviewAddresses()
{
    auto *dialog = shown<ClusterDialog>(*m_window);
    auto *table = dialog->findChild<QTableWidget *>();
    QCOMPARE(table->rowCount(), 3);
    for (int row = 0; row < table->rowCount(); ++row) {
        const QString name = table->item(row, 0)->text();
        QVERIFY2(m_servers.contains(name), qPrintable(name));
        table->item(row, 2)->setText(u"127.0.0.1"_s);
        table->item(row, 3)->setText(QString::number(m_servers[name]->port()));
    }
    button(*dialog, u"Save and open"_s)->click();
}

void TstAddCluster::answerWhatIsAsked()
{
    if (auto *asked = shown<HostKeyPrompt>(*m_window)) {
        m_keysTrusted << asked->question().port;
        button(*asked, u"trust and connect"_s)->click();
    } else if (auto *secret = shown<SecretPrompt>(*m_window)) {
        m_passwordsTyped << secret->question().port;
        auto *edit = secret->findChild<QLineEdit *>();
        QTest::keyClicks(edit, password);
        QTest::keyClick(edit, Qt::Key_Return);
    }
}

bool TstAddCluster::nodeIsGood(const QString &name) const
{
    const QList<CardFacts> &cards = m_window->topology().scene().cards();
    return std::any_of(cards.cbegin(), cards.cend(), [&name](const CardFacts &card) {
        return card.name.text() == name && !card.stale && card.tone == Tone::Ok;
    });
}

void TstAddCluster::addressOfOneNodeBecomesThePicture()
{
    typeFirstNode();
    look();
    QVERIFY(within([this] { return shown<HostKeyPrompt>(*m_window) != nullptr; }));
    QCOMPARE(shown<HostKeyPrompt>(*m_window)->question().port, m_servers[u"node1"_s]->port());
    answerWhatIsAsked();
    QVERIFY(within([this] { return shown<SecretPrompt>(*m_window) != nullptr; }));
    QCOMPARE(shown<SecretPrompt>(*m_window)->question().user, u"root"_s);
    answerWhatIsAsked();
    QVERIFY(within([this] { // the cluster's own words
        const auto *dialog = shown<ClusterDialog>(*m_window);
        return dialog && button(*dialog, u"Save and open"_s)
            && dialog->findChild<QTableWidget *>()->isVisible();
    }));
    const int first = m_servers[u"node1"_s]->port();
    QCOMPARE(m_keysTrusted, QList<int>{first});
    QCOMPARE(m_passwordsTyped, QList<int>{first});
    reviewAddresses();
    QVERIFY(within([this] {
        answerWhatIsAsked();
        return m_passwordsTyped.contains(m_servers[u"quorum"_s]->port()) && nodeIsGood(u"node1"_s)
            && nodeIsGood(u"node2"_s);
    }));
    QCOMPARE(m_keysTrusted.size(), 3); // the first node's key is on record since
    QCOMPARE(m_passwordsTyped.size(), 3); // and its password known

    QFile profile(Core::profilePath(m_window->currentCluster()));
    QVERIFY(profile.open(QIODevice::ReadOnly));
    const QByteArray saved = profile.readAll();
    QVERIFY(saved.contains(QByteArray::number(m_servers[u"node2"_s]->port())));
    QVERIFY(!saved.contains(password.toUtf8()));
}

BINOME_TEST(TstAddCluster)
#include "tst_addcluster.moc"
