// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterdialog.h"
#include "gui/commandpalette.h"
#include "gui/machineform.h"
#include "gui/prompts.h"
#include "gui/welcomepage.h"
#include "tests/testmain.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTest>

using namespace Core;
using namespace Gui;

class TstDialogs : public QObject
{
    Q_OBJECT
private slots:
    void hostKeyIsRefusedByEnterAndByClosing();
    void hostKeyPromptLooksAtRefusing();
    void hostKeyIsTrustedByItsButtonOnly();
    void serverWordsAreNeverMarkup();
    void secretIsGivenOnceAndWiped();
    void givingUpIsAnAnswerToo();
    void clusterDialogAsksThenShowsThenSaves();
    void discoveryErrorKeepsWhatWasTyped();
    void paletteFindsWithoutAccentsAndCase();
    void paletteRunsTheActionChosen();
    void paletteDoesNotRunADisabledAction();
    void welcomeOffersTheKnownClusters();
};

static HostKeyQuestion hostKey()
{
    return {7,  NodeName(QStringLiteral("node1")), QStringLiteral("192.0.2.1"),
            22, QStringLiteral("ssh-ed25519"),     QStringLiteral("SHA256:abc")};
}

static SecretQuestion secret()
{
    return {9,
            NodeName(QStringLiteral("node1")),
            QStringLiteral("192.0.2.1"),
            QStringLiteral("root"),
            SecretKind::Password,
            {},
            false,
            1};
}

void TstDialogs::hostKeyIsRefusedByEnterAndByClosing()
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        HostKeyPrompt prompt(hostKey());
        QSignalSpy answered(&prompt, &HostKeyPrompt::answered);
        prompt.open();
        QTest::keyClick(&prompt, key);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().at(0).toULongLong(), 7ULL);
        QCOMPARE(answered.first().at(1).toBool(), false);
    }
}

void TstDialogs::hostKeyPromptLooksAtRefusing()
{
    HostKeyPrompt prompt(hostKey());
    prompt.open();
    const auto *focused = qobject_cast<QPushButton *>(prompt.focusWidget());
    QVERIFY(focused);
    QCOMPARE(focused->text(), QStringLiteral("Do not connect"));
    for (const QPushButton *button : prompt.findChildren<QPushButton *>())
        QCOMPARE(button->isDefault(), button == focused);
}

void TstDialogs::hostKeyIsTrustedByItsButtonOnly()
{
    HostKeyPrompt prompt(hostKey());
    QSignalSpy answered(&prompt, &HostKeyPrompt::answered);
    prompt.open();
    for (QPushButton *button : prompt.findChildren<QPushButton *>()) {
        if (!button->isDefault())
            button->click();
    }
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered.first().at(1).toBool(), true);
}

void TstDialogs::serverWordsAreNeverMarkup()
{
    SecretQuestion question = secret();
    question.kind = SecretKind::KeyboardInteractive;
    question.prompt = QStringLiteral("<b>Token</b>");
    SecretPrompt prompt(question);
    for (const QLabel *label : prompt.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TstDialogs::secretIsGivenOnceAndWiped()
{
    SecretPrompt prompt(secret());
    std::optional<QString> given;
    bool kept = false;
    int times = 0;
    connect(&prompt, &SecretPrompt::answered, this,
            [&](quint64, const std::optional<QString> &text, bool remember) {
                given = text;
                kept = remember;
                ++times;
            });
    prompt.open();
    auto *edit = prompt.findChild<QLineEdit *>();
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QTest::keyClicks(edit, QStringLiteral("s3cret"));
    prompt.findChild<QCheckBox *>()->setChecked(true);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(times, 1);
    QCOMPARE(given, std::optional(QStringLiteral("s3cret")));
    QVERIFY(kept);
    QVERIFY(edit->text().isEmpty());
}

void TstDialogs::givingUpIsAnAnswerToo()
{
    SecretPrompt prompt(secret());
    int times = 0;
    connect(&prompt, &SecretPrompt::answered, this,
            [&](quint64, const std::optional<QString> &text, bool) { times += text ? 100 : 1; });
    prompt.open();
    prompt.reject();
    QCOMPARE(times, 1);
}

static ClusterProfile proposal()
{
    ClusterProfile profile;
    profile.name = QStringLiteral("pve-ha");
    profile.machines.resize(2);
    profile.machines[0].name = NodeName(QStringLiteral("node1"));
    profile.machines[1].name = NodeName(QStringLiteral("node2"));
    profile.machines[1].address = QStringLiteral("192.0.2.2");
    return profile;
}

static QPushButton *defaultButton(const QDialog &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault())
            return button;
    }
    return nullptr;
}

void TstDialogs::clusterDialogAsksThenShowsThenSaves()
{
    ClusterDialog dialog;
    ProfileMachine asked;
    ClusterProfile saved;
    connect(&dialog, &ClusterDialog::discoveryRequested, this,
            [&](const ProfileMachine &m) { asked = m; });
    connect(&dialog, &ClusterDialog::profileReady, this,
            [&](const ClusterProfile &p) { saved = p; });
    dialog.open();
    QVERIFY(!defaultButton(dialog)->isEnabled()); // no address yet
    ProfileMachine first;
    first.address = QStringLiteral("192.0.2.1");
    first.port = 2222;
    dialog.setMachine(first);
    defaultButton(dialog)->click();
    QCOMPARE(asked.address, QStringLiteral("192.0.2.1"));
    QCOMPARE(asked.port, 2222);
    dialog.showProposal(proposal(), {});
    dialog.findChild<QTableWidget *>()->item(1, 2)->setText(QStringLiteral("192.0.2.9"));
    QCOMPARE(dialog.profile().role, ProfileRole::Onlooker); // nothing, until somebody chooses
    dialog.findChild<QComboBox *>()->setCurrentIndex(1);
    defaultButton(dialog)->click();
    QCOMPARE(saved.role, ProfileRole::Operator);
    QCOMPARE(saved.machines.size(), 2);
    QCOMPARE(saved.machines[1].address, QStringLiteral("192.0.2.9"));
    QCOMPARE(saved.machines[1].port, 22);
}

void TstDialogs::discoveryErrorKeepsWhatWasTyped()
{
    ClusterDialog dialog;
    dialog.open();
    ProfileMachine first;
    first.address = QStringLiteral("192.0.2.1");
    dialog.setMachine(first);
    defaultButton(dialog)->click();
    dialog.showError(
        {ErrorKind::Unreachable, message("No answer from %1", {QStringLiteral("192.0.2.1")}), {}});
    QCOMPARE(dialog.findChild<QStackedWidget *>()->currentIndex(), 0);
    QCOMPARE(dialog.findChild<MachineForm *>()->machine().address, QStringLiteral("192.0.2.1"));
    const auto *error = dialog.findChild<QLabel *>(QStringLiteral("errorText"));
    QCOMPARE(error->text(), QStringLiteral("No answer from 192.0.2.1"));
}

void TstDialogs::paletteFindsWithoutAccentsAndCase()
{
    QVERIFY(CommandPalette::matches(QString::fromUtf8("Réplication"), QStringLiteral("replic")));
    QVERIFY(
        CommandPalette::matches(QString::fromUtf8("Migrer la VM…"), QStringLiteral("vm MIGRER")));
    QVERIFY(!CommandPalette::matches(QStringLiteral("Refresh"), QStringLiteral("fence")));
}

void TstDialogs::paletteRunsTheActionChosen()
{
    QAction refresh(QStringLiteral("Refresh"));
    QAction theme(QStringLiteral("Theme"));
    QSignalSpy refreshed(&refresh, &QAction::triggered);
    QSignalSpy themed(&theme, &QAction::triggered);
    CommandPalette palette({{&refresh, {QStringLiteral("Refresh"), QStringLiteral("Actualiser")}},
                            {&theme, {QStringLiteral("Theme")}}});
    palette.open();
    auto *input = palette.findChild<QLineEdit *>();
    QTest::keyClicks(input, QStringLiteral("actual"));
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(refreshed.size(), 1);
    QCOMPARE(themed.size(), 0);
}

void TstDialogs::paletteDoesNotRunADisabledAction()
{
    QAction fence(QStringLiteral("Fence"));
    fence.setEnabled(false);
    QSignalSpy fenced(&fence, &QAction::triggered);
    CommandPalette palette({{&fence, {QStringLiteral("Fence")}}});
    palette.open();
    QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(fenced.size(), 0);
    QCOMPARE(palette.findChild<QListWidget *>()->count(), 1);
}

void TstDialogs::welcomeOffersTheKnownClusters()
{
    WelcomePage page;
    page.setClusters({QStringLiteral("/somewhere/pve-ha.json")});
    QSignalSpy requested(&page, &WelcomePage::clusterRequested);
    auto *list = page.findChild<QListWidget *>();
    QCOMPARE(list->item(0)->text(), QStringLiteral("pve-ha"));
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toString(), QStringLiteral("/somewhere/pve-ha.json"));
}

BINOME_TEST(TstDialogs)
#include "tst_dialogs.moc"
